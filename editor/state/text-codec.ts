/** Text of a file as the page keeps it: line feeds only, no mark at the beginning. */
export const decodeText = (bytes: Uint8Array): string => {
  const text = new TextDecoder("utf-8").decode(bytes);
  return (text.includes("\uFFFD") ? decodeGb(bytes, text) : text).replaceAll(/\r\n?/g, "\n");
};

/** Files are written as UTF-8, whatever they were. */
export const encodeText = (text: string): Uint8Array => new TextEncoder().encode(text);

/** Files from older office programs are in GB 18030. */
const decodeGb = (bytes: Uint8Array, otherwise: string): string => {
  try {
    return new TextDecoder("gb18030", { fatal: true }).decode(bytes);
  } catch {
    return otherwise;
  }
};
