import type { Diagnostic } from "../../language/index.ts";
import type { TextFile } from "./text-file.ts";

/** A vocabulary that is named and not found. The pipeline reads no files, so only the command line can tell. */
export const missingVocabulary = ({ name: file, text }: TextFile, vocabulary: string): Diagnostic => {
  const start = Math.max(0, text.indexOf(vocabulary));
  return {
    code: "vocabulary-not-found",
    severity: "error",
    message: `没有找到词汇“${vocabulary}”。${WHERE_TO_PUT_IT}`,
    file,
    span: { start, end: Math.min(text.length, start + vocabulary.length) },
  };
};

export const WHERE_TO_PUT_IT =
  "词汇文件以“【词汇】名称”开头，应放在政策所在文件夹，或者它及其上级文件夹的 vocabulary、词汇 文件夹中。";
