import { extname } from "node:path";
import { CommandFailure } from "./failure.ts";
import type { Io } from "./io.ts";
import { displayPath, readBytes, readTextFile, resolvePath } from "./text-file.ts";

/** The text of an official document, with what was lost on the way. */
export interface SourceDocument {
  readonly text: string;
  readonly warnings: readonly string[];
}

const WORD_LIMIT = 50 * 1024 * 1024;

/** Reads plain text, or a Word document paragraph by paragraph. */
export const readSourceDocument = async (io: Io, path: string): Promise<SourceDocument> => {
  const extension = extname(path).toLowerCase();
  if (extension === ".docx") return readWord(io, path);
  if (extension === ".doc" || extension === ".wps" || extension === ".pdf" || extension === ".rtf") {
    throw new CommandFailure(`不能直接读取 ${extension} 文件。`, "请先另存为 .docx 或者纯文本（UTF-8）。");
  }
  return { text: (await readTextFile(io, path)).text, warnings: [] };
};

const readWord = async (io: Io, path: string): Promise<SourceDocument> => {
  const full = resolvePath(io, path);
  const name = displayPath(io, full);
  const bytes = await readBytes(io, full, WORD_LIMIT);
  const { default: mammoth } = await import("mammoth");
  const buffer = Buffer.from(bytes);
  try {
    const { value } = await mammoth.extractRawText({ buffer });
    const { value: page } = await mammoth.convertToHtml(
      { buffer },
      { convertImage: mammoth.images.imgElement(async () => ({ src: "" })) },
    );
    // Paragraphs come with an empty line after each; the text has one line for each paragraph.
    const text = value.replaceAll(/\r\n?/g, "\n").replaceAll("\n\n", "\n").trimEnd();
    if (text.trim() === "") throw new CommandFailure(`“${name}”中没有文字。`, "扫描件请先识别为文字。");
    return { text: `${text}\n`, warnings: losses(page) };
  } catch (error) {
    if (error instanceof CommandFailure) throw error;
    throw new CommandFailure(
      `“${name}”不是完好的 Word 文件，无法读取。`,
      "请在 Word 或者 WPS 中打开并另存为 .docx 后再试。",
    );
  }
};

const losses = (page: string): string[] => [
  ...(page.includes("<ol>") || page.includes("<ul>")
    ? ["文件使用了自动编号，编号不是正文，未能取得；请对照原件补上条、款、项的序号。"]
    : []),
  ...(page.includes("<table>") ? ["文件含有表格，已按单元格逐行取出；请对照原件核对。"] : []),
  ...(page.includes("<img") ? ["文件含有图片，图片中的文字未能取得。"] : []),
];
