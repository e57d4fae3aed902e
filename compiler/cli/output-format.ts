import { extname } from "node:path";
import { CommandFailure } from "./failure.ts";

/** The format that was asked for, else the one of the file that is written, else that of the screen. */
export const formatOfOutput = <Format extends string>(
  format: Format | undefined,
  output: string | undefined,
  byExtension: Readonly<Partial<Record<string, Format>>>,
  usual: Format,
): Format => {
  const extension = extname(output ?? "").toLowerCase();
  if (NO_TEXT.has(extension))
    throw new CommandFailure(
      `不能写成 ${extension} 文件。`,
      `请换一个扩展名：${[...Object.keys(byExtension), ".txt"].join("、")}。`,
    );
  return format ?? byExtension[extension] ?? usual;
};

/** What is written is text; under such a name nothing could open it. */
const NO_TEXT: ReadonlySet<string> = new Set([
  ".docx",
  ".doc",
  ".wps",
  ".pdf",
  ".rtf",
  ".xlsx",
  ".xls",
  ".et",
  ".ofd",
]);
