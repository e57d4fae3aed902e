import type { Comparison, ExportedFile } from "../worker-api.ts";

export type ComparisonFormat = "docx" | "html" | "md" | "json";

/** The comparison as a file. What only one format needs is loaded for it alone. */
export const comparisonFile = async (
  comparison: Comparison,
  format: ComparisonFormat,
): Promise<ExportedFile> => {
  const named = (type: string, bytes: Uint8Array): ExportedFile => ({
    name: `${titleOf(comparison)}.${format}`,
    type,
    bytes,
  });
  const encoded = (text: string): Uint8Array => new TextEncoder().encode(text);
  switch (format) {
    case "docx": {
      const { comparisonWord } = await import("../../../compiler/report/comparison/word/word.ts");
      return named(WORD, await comparisonWord(comparison, { all: false }));
    }
    case "html": {
      const { comparisonPage } = await import("../../../compiler/report/comparison/html/page.ts");
      return named("text/html;charset=utf-8", encoded(comparisonPage(comparison, { all: false })));
    }
    case "md": {
      const { comparisonMarkdown } = await import("../../../compiler/report/comparison/markdown.ts");
      return named("text/markdown;charset=utf-8", encoded(comparisonMarkdown(comparison, { all: false })));
    }
    case "json": {
      const { comparisonJson } = await import("../../../compiler/report/comparison/json.ts");
      return named("application/json", encoded(comparisonJson(comparison)));
    }
  }
};

const WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
/** Titles are long; a file name is not. */
const LONGEST_NAME = 60;

const titleOf = ({ relation, right }: Comparison): string => {
  const title = relation === "versions" ? `修改对照表 ${right.name}` : "条文对照表";
  return fileName(title);
};

/** Without what a file system refuses. */
const fileName = (title: string): string =>
  [...title.replaceAll(/[\\/:*?"<>|\u0000-\u001F\u007F\u202A-\u202E\u2066-\u2069]/gu, " ").trim()]
    .slice(0, LONGEST_NAME)
    .join("");
