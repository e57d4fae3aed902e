import { Document, Footer, Packer, PageNumber, Paragraph, TextRun } from "docx";
import type { Table } from "docx";
import { coreProperties, withFixedTimes } from "../comparison/word/fixed-dates.ts";
import { printable, TEXT_FONT } from "../comparison/word/type.ts";
import { chineseOrdinal } from "../result-words.ts";
import { FONT_TABLE, FONTS, PAGE, SIZES, TEXT_WIDTH } from "./official-type.ts";
import type { Opinion } from "./opinion.ts";
import { factsTable, opinionTable } from "./tables.ts";

/** The opinion as a Word file in the form of an official document. The same opinion gives the same bytes. */
export const opinionFile = async (opinion: Opinion): Promise<Uint8Array> => {
  const document = new Document({
    title: opinion.title,
    styles: STYLES,
    sections: [
      {
        properties: { page: { size: PAGE.size, margin: PAGE.margin } },
        footers: { default: new Footer({ children: [pageNumber()] }) },
        children: [...head(opinion), ...body(opinion), ...signature(opinion)],
      },
    ],
  });
  const archive = await Packer.pack(document, "uint8array", undefined, [
    { path: "docProps/core.xml", data: coreProperties(opinion.title) },
    { path: "word/fontTable.xml", data: FONT_TABLE },
  ]);
  return withFixedTimes(archive);
};

const STYLES = {
  default: {
    document: {
      run: { font: TEXT_FONT, size: SIZES.text, language: { value: "en-US", eastAsia: "zh-CN" } },
    },
    title: {
      run: { font: FONTS.title, size: SIZES.title },
      paragraph: { alignment: "center", spacing: { line: 700, after: 240 } },
    },
    heading1: {
      run: { font: FONTS.heading, size: SIZES.text },
      paragraph: {
        keepNext: true,
        indent: { firstLine: 2 * SIZES.text * 10 },
        spacing: { before: 240, after: 160 },
      },
    },
  },
} as const;

const head = ({ title, caveat, facts }: Opinion): readonly (Paragraph | Table)[] => [
  new Paragraph({ style: "Title", children: [new TextRun(printable(title))] }),
  ...(caveat === null
    ? []
    : [
        new Paragraph({
          alignment: "center",
          spacing: { after: 240 },
          children: [new TextRun({ text: printable(`（${caveat.replace(/。$/u, "")}）`), font: FONTS.note })],
        }),
      ]),
  factsTable(facts),
];

const body = ({ sections, remarks }: Opinion): readonly (Paragraph | Table)[] => [
  ...sections.flatMap((section, at) => [
    new Paragraph({
      style: "Heading1",
      children: [new TextRun(`${chineseOrdinal(at + 1)}、${section.title}`)],
    }),
    // The lines to be signed never stand on a page alone.
    opinionTable(section, at === sections.length - 1),
  ]),
  ...remarks.map((remark) => paragraph(remark, { keepNext: true, spacing: { before: 200 } })),
];

/** The lines to be signed stay together on one page. */
const signature = ({ signature: { author, date } }: Opinion): readonly Paragraph[] => [
  paragraph("", { keepNext: true }),
  signatureLine(`审核人（签字）：${author}`, true),
  signatureLine("审核机构（盖章）：", true),
  signatureLine(date, false),
];

const signatureLine = (words: string, keepNext: boolean): Paragraph =>
  new Paragraph({
    keepNext,
    indent: { left: Math.round(TEXT_WIDTH * 0.48) },
    spacing: { line: PAGE.line, lineRule: "exact" },
    children: [new TextRun(printable(words))],
  });

const paragraph = (
  words: string,
  options: { readonly keepNext?: boolean; readonly spacing?: { readonly before: number } },
): Paragraph =>
  new Paragraph({
    ...options,
    indent: { firstLine: 2 * SIZES.text * 10 },
    spacing: { ...options.spacing, line: PAGE.line, lineRule: "exact" },
    children: [new TextRun(printable(words))],
  });

/** — 1 — */
const pageNumber = (): Paragraph =>
  new Paragraph({
    alignment: "center",
    children: [
      new TextRun({ size: SIZES.page, font: FONTS.page, children: ["— ", PageNumber.CURRENT, " —"] }),
    ],
  });
