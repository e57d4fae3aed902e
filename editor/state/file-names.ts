/** What is done with a file that is opened or dropped. */
export type FileKind = "policy" | "text" | "word" | "table" | "archive" | "other";

const KINDS: Readonly<Record<string, FileKind>> = {
  tiaowen: "policy",
  txt: "text",
  md: "text",
  docx: "word",
  csv: "table",
  tsv: "table",
  xlsx: "table",
  json: "table",
  jsonl: "table",
  zip: "archive",
};

export const kindOfFile = (name: string): FileKind =>
  KINDS[name.slice(name.lastIndexOf(".") + 1).toLowerCase()] ?? "other";

/** The path, or the first of its kind with a number that nothing has yet: 2025-2.tiaowen. */
export const freePath = (path: string, taken: ReadonlySet<string>): string => {
  if (!taken.has(path)) return path;
  const dot = path.lastIndexOf(".");
  const [stem, extension] = dot > path.lastIndexOf("/") ? [path.slice(0, dot), path.slice(dot)] : [path, ""];
  for (let number = 2; ; number += 1) {
    const other = `${stem}-${number}${extension}`;
    if (!taken.has(other)) return other;
  }
};

/** A name for a folder from the title of a document: what is common to all titles is left out. */
export const folderName = (title: string): string =>
  [...title.replaceAll(/[/\\:*?"<>|\s\p{Cc}\p{Cf}《》]/gu, "")]
    .slice(0, 30)
    .join("")
    .replace(/^\.+|\.+$/g, "");

/** The first line that looks like a title, to begin with until the text is read in whole. */
export const guessedTitle = (text: string): string => {
  const lines = text
    .slice(0, 3000)
    .split("\n")
    .map((line) => line.trim());
  const about = lines.find((line) =>
    /(?:办法|细则|指引|规定|方案|意见|通知|条例|规则|标准|制度)(?:（[^）]*）)?$/u.test(line),
  );
  return about ?? lines.find((line) => line !== "") ?? "";
};
