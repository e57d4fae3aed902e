/** The text of a data file, or why it is none, in words for the reader. */
export type DecodedText =
  | { readonly kind: "text"; readonly text: string; readonly encoding: "UTF-8" | "GB18030" }
  | { readonly kind: "failed"; readonly expected: string };

/**
 * UTF-8 with or without a byte order mark, else GB18030. Line ends become `\n`. Never throws: bytes
 * that are neither encoding, or no text at all, are refused as a whole, because guessing would change values.
 */
export const decodeText = (bytes: Uint8Array): DecodedText => {
  if (startsWith(bytes, [0xff, 0xfe]) || startsWith(bytes, [0xfe, 0xff])) {
    return { kind: "failed", expected: "UTF-8或者GB18030编码（文件是UTF-16编码，请另存为“CSV UTF-8”）" };
  }
  if (startsWith(bytes, [0x50, 0x4b, 0x03, 0x04]) || startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) {
    return { kind: "failed", expected: "文本文件（文件是Excel或者压缩文件，请另存为“CSV UTF-8”）" };
  }
  for (const [label, encoding] of ENCODINGS) {
    const text = decodeStrictly(bytes, label);
    if (text === null) continue;
    if (text.includes("\0")) return { kind: "failed", expected: "文本文件（文件含有不是文字的内容）" };
    return { kind: "text", text: text.replace(/\r\n?/g, "\n"), encoding };
  }
  return { kind: "failed", expected: "UTF-8或者GB18030编码（两种编码都无法读出，请另存为“CSV UTF-8”）" };
};

const ENCODINGS = [
  ["utf-8", "UTF-8"],
  ["gb18030", "GB18030"],
] as const;

const decodeStrictly = (bytes: Uint8Array, label: string): string | null => {
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
};

const startsWith = (bytes: Uint8Array, signature: readonly number[]): boolean =>
  signature.every((byte, at) => bytes[at] === byte);
