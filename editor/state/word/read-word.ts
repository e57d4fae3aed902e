import { unzipSync } from "fflate";
import { StoreFailure } from "../../storage/store.ts";
import { documentText, type DocumentText } from "./document-text.ts";
import { numberedStyles } from "./numbered-styles.ts";
import { readXml } from "./xml.ts";

/** An official text with what was lost on the way, in plain sentences. */
export interface OfficialText {
  readonly text: string;
  readonly losses: readonly string[];
}

/** The paragraphs of a .docx file. What cannot be read is refused with a sentence. */
export const readWord = (name: string, bytes: Uint8Array): OfficialText => {
  if (bytes.byteLength > FILE_LIMIT)
    throw new StoreFailure(`“${name}”超过50 MB，没有读取。请去掉其中的图片后另存，再读入。`);
  if (isOldOffice(bytes))
    throw new StoreFailure(
      `“${name}”是旧格式的 Word 文件，或者设有密码，不能读取。请在 Word 或者 WPS 中打开，另存为不设密码的 .docx 后再读入。`,
    );
  const found = parts(name, bytes);
  const text = found.lines.join("\n").trimEnd();
  if (text.trim() === "") throw new StoreFailure(`“${name}”中没有文字。扫描件请先识别为文字，再粘贴。`);
  return { text: `${text}\n`, losses: losses(found) };
};

const FILE_LIMIT = 50 * 1024 * 1024;
/** Bytes of the parts that are read, unpacked. */
const INFLATED_LIMIT = 20 * 1024 * 1024;

const isOldOffice = (bytes: Uint8Array): boolean =>
  [0xd0, 0xcf, 0x11, 0xe0].every((byte, at) => bytes[at] === byte);

const parts = (name: string, bytes: Uint8Array): DocumentText => {
  try {
    const { "_rels/.rels": relations } = unpack(name, bytes, ["_rels/.rels"]);
    const main = relations === undefined ? MAIN : mainPart(decode(relations));
    const styles = main.replace(/[^/]*$/, "styles.xml");
    const { [main]: document, [styles]: sheet } = unpack(name, bytes, [main, styles]);
    if (document === undefined) throw broken(name);
    return documentText(
      decode(document),
      sheet === undefined ? new Set<string>() : numberedStyles(decode(sheet)),
    );
  } catch (error) {
    throw error instanceof StoreFailure ? error : broken(name);
  }
};

const MAIN = "word/document.xml";

const unpack = (
  name: string,
  bytes: Uint8Array,
  wanted: readonly string[],
): Readonly<Record<string, Uint8Array | undefined>> => {
  let size = 0;
  return unzipSync(bytes, {
    filter: (entry) => {
      if (!wanted.includes(entry.name)) return false;
      size += entry.originalSize;
      if (size > INFLATED_LIMIT)
        throw new StoreFailure(`“${name}”解开后超过20 MB，没有读取。请只保留需要的正文后另存，再读入。`);
      return true;
    },
  });
};

/** Files of office programs are UTF-8, or UTF-16 with a mark at the beginning. */
const decode = (bytes: Uint8Array): string => {
  const [first, second] = bytes;
  const encoding =
    first === 0xff && second === 0xfe ? "utf-16le" : first === 0xfe && second === 0xff ? "utf-16be" : "utf-8";
  return new TextDecoder(encoding, { fatal: true }).decode(bytes);
};

/** Which part of the file is the document itself. */
const mainPart = (relations: string): string => {
  let main = MAIN;
  readXml(relations, {
    open: (name, attributes) => {
      if (name.endsWith("Relationship") && attributes("Type")?.endsWith("/officeDocument") === true)
        main = (attributes("Target") ?? MAIN).replace(/^\//, "");
    },
    close: () => {},
    text: () => {},
  });
  return main;
};

const broken = (name: string): StoreFailure =>
  new StoreFailure(
    `“${name}”不是完好的 Word 文件，不能读取。请在 Word 或者 WPS 中打开，另存为 .docx 后再读入，或者复制其中的文字粘贴。`,
  );

const losses = (found: DocumentText): readonly string[] => [
  ...(found.numbered > 0
    ? [
        `有${found.numbered}段使用了自动编号。自动编号不是文字，没有读入；请对照原件，补上“第一条”“（一）”等序号。`,
      ]
    : []),
  ...(found.isRevised ? ["文件带有修订痕迹，已按接受全部修订后的文字读入；请核对是否为定稿。"] : []),
  ...(found.tables > 0 ? [`有${found.tables}个表格，已按单元格逐行读入；请对照原件核对。`] : []),
  ...(found.notes > 0 ? [`有${found.notes}处脚注或者尾注，没有读入。`] : []),
  ...(found.pictures > 0 ? [`有${found.pictures}张图片，图片中的文字没有读入。`] : []),
  ...(found.formulas > 0 ? [`有${found.formulas}个公式，没有读入；请对照原件补上。`] : []),
  ...(found.symbols > 0 ? [`有${found.symbols}个特殊符号不能识别，没有读入；请对照原件补上。`] : []),
];
