/** The text of a file, or what it is instead; `expected` says to the keeper of a data file what it should be. */
export type DecodedText =
  | { readonly kind: "text"; readonly text: string; readonly encoding: "UTF-8" | "GB18030" }
  | { readonly kind: "failed"; readonly found: NoText; readonly expected: string };

export type NoText = "utf16" | "office" | "pdf" | "binary" | "unreadable";

/**
 * UTF-8 with or without a byte order mark, else GB18030. Line ends become `\n`. Never throws: bytes
 * that are neither encoding, or no text at all, are refused as a whole, because guessing would change values.
 */
export const decodeText = (bytes: Uint8Array): DecodedText => {
  const signed = SIGNATURES.find(([signature]) => startsWith(bytes, signature));
  if (signed !== undefined) return failed(signed[1]);
  for (const [label, encoding] of ENCODINGS) {
    const text = decodeStrictly(bytes, label);
    if (text === null) continue;
    if (text.includes("\0")) return failed("binary");
    return { kind: "text", text: text.replace(/\r\n?/g, "\n"), encoding };
  }
  return failed("unreadable");
};

const failed = (found: NoText): DecodedText => ({ kind: "failed", found, expected: EXPECTED[found] });

const SAVE_AS = "请另存为UTF-8编码，表格另存为“CSV UTF-8”";
const EXPECTED = {
  utf16: `UTF-8或者GB18030编码（文件是UTF-16编码，${SAVE_AS}）`,
  office: "文本文件（文件是Excel、Word文件或者压缩文件，表格请另存为“CSV UTF-8”）",
  pdf: "文本文件（文件是PDF，请另备数据文件）",
  binary: "文本文件（文件含有不是文字的内容）",
  unreadable: `UTF-8或者GB18030编码（两种编码都无法读出，${SAVE_AS}）`,
} as const satisfies Record<NoText, string>;

/** First bytes of files that are often taken for text files. */
const SIGNATURES: readonly (readonly [readonly number[], NoText])[] = [
  [[0xff, 0xfe], "utf16"],
  [[0xfe, 0xff], "utf16"],
  [[0x50, 0x4b, 0x03, 0x04], "office"],
  [[0xd0, 0xcf, 0x11, 0xe0], "office"],
  [[0x25, 0x50, 0x44, 0x46, 0x2d], "pdf"],
];

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
