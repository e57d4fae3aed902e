import { Paragraph, TextRun, UnderlineType } from "docx";
import type { IRunOptions } from "docx";
import type { Run } from "../table-runs.ts";

/** Type of official documents: 仿宋 for the text, 黑体 for titles and for what is new. */
export const TEXT_FONT = {
  ascii: "Times New Roman",
  hAnsi: "Times New Roman",
  eastAsia: "仿宋",
  cs: "Times New Roman",
};
export const BOLD_FONT = { ...TEXT_FONT, eastAsia: "黑体" };
const CASE_FONT = { ascii: "Consolas", hAnsi: "Consolas", eastAsia: "仿宋", cs: "Consolas" };

/** Half points: 二号 for the title, 四号 for headings, 五号 for the text, 小五 for notes. */
export const SIZES = { title: 44, heading: 28, text: 21, note: 18 } as const;

/** Two characters, in twentieths of a point. */
const INDENT = SIZES.text * 20;

type Alignment = "left" | "center" | "right";

export interface Line {
  readonly size?: number;
  readonly bold?: boolean;
  readonly align?: Alignment;
  /** The first line stands two characters in. */
  readonly indented?: boolean;
  readonly keepNext?: boolean;
  /** Stands off from what is above it. */
  readonly spaced?: boolean;
}

export const line = (text: string, options: Line = {}): Paragraph =>
  runLine([{ text, mark: "kept" }], options);

export const runLine = (
  runs: readonly Run[],
  {
    size = SIZES.text,
    bold = false,
    align = "left",
    indented = false,
    keepNext = false,
    spaced = false,
  }: Line = {},
): Paragraph =>
  new Paragraph({
    alignment: align,
    ...(keepNext ? { keepNext } : {}),
    ...(spaced ? { spacing: { before: 160 } } : {}),
    ...(indented ? { indent: { firstLine: INDENT } } : {}),
    children: runs.map(
      ({ text, mark }) => new TextRun({ ...markOf(mark, bold), size, text: printable(text) }),
    ),
  });

/** A 用例, line by line as it is pasted into a policy. */
export const caseParagraphs = (text: string): readonly Paragraph[] =>
  text
    .trimEnd()
    .split("\n")
    .map(
      (row) =>
        new Paragraph({
          children: [new TextRun({ text: printable(row), font: CASE_FONT, size: SIZES.note })],
        }),
    );

const markOf = (mark: Run["mark"], bold: boolean): IRunOptions => {
  switch (mark) {
    case "kept":
      return bold ? { font: BOLD_FONT } : {};
    case "deleted":
      return { strike: true };
    case "added":
      return { font: BOLD_FONT, bold: true };
    case "minor":
      return { underline: { type: UnderlineType.DOTTED } };
  }
};

/** XML has no place for control characters and broken pairs; a reader would refuse the whole file. */
export const printable = (text: string): string =>
  text.toWellFormed().replaceAll(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/gu, "\uFFFD");
