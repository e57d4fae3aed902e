/** How a file is written, so that saving changes nothing but what was edited. */
export interface TextForm {
  /** \r\n where every line ends so; a file that mixes both gets line feeds. */
  readonly lineEnd: "\n" | "\r\n";
  /** A byte order mark stands at the beginning. */
  readonly isMarked: boolean;
  /** Files from older office programs are in GB 18030; they are written as UTF-8. */
  readonly encoding: "utf-8" | "gb18030";
}

export const PLAIN_FORM: TextForm = { lineEnd: "\n", isMarked: false, encoding: "utf-8" };

/** Text of a file as the page keeps it: line feeds only, no mark at the beginning. */
export const decodeText = (bytes: Uint8Array): string =>
  (decodedAs("utf-8", bytes) ?? decodedAs("gb18030", bytes) ?? new TextDecoder().decode(bytes)).replaceAll(
    /\r\n?/g,
    "\n",
  );

export const formOf = (bytes: Uint8Array): TextForm => ({
  lineEnd: endsLinesWithBoth(bytes) ? "\r\n" : "\n",
  isMarked: bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf,
  encoding: decodedAs("utf-8", bytes) === null && decodedAs("gb18030", bytes) !== null ? "gb18030" : "utf-8",
});

/** A file in the form that it had, always in UTF-8. */
export const encodeText = (text: string, { lineEnd, isMarked }: TextForm = PLAIN_FORM): Uint8Array =>
  new TextEncoder().encode(
    `${isMarked ? "\uFEFF" : ""}${lineEnd === "\n" ? text : text.replaceAll("\n", lineEnd)}`,
  );

/** In both encodings these bytes are nothing but the ends of lines. */
const endsLinesWithBoth = (bytes: Uint8Array): boolean => {
  let at = bytes.indexOf(0x0a);
  if (at === -1) return false;
  for (; at !== -1; at = bytes.indexOf(0x0a, at + 1)) if (bytes[at - 1] !== 0x0d) return false;
  return true;
};

/** Null where the bytes are no text of the encoding. */
const decodedAs = (encoding: "utf-8" | "gb18030", bytes: Uint8Array): string | null => {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
};
