import {
  Document,
  Footer,
  HeadingLevel,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  TextRun,
} from "docx";
import type { Table } from "docx";
import type { Comparison } from "../../../model/change.ts";
import { chineseOrdinal } from "../../result-words.ts";
import { legendOf } from "../marks.ts";
import { caveatLines, tallyWords } from "../section-words.ts";
import { quotedSideWords, RULE_TITLES } from "../words.ts";
import { comparisonTable } from "../table-rows.ts";
import type { ComparisonTable, TableOptions } from "../table-rows.ts";
import type { Run } from "../table-runs.ts";
import { coreProperties, withFixedTimes } from "./fixed-dates.ts";
import { PAGE } from "./grid.ts";
import { behaviourSection, impactSection, rulesSection } from "./sections.ts";
import { bothSides } from "./table.ts";
import { BOLD_FONT, line, printable, runLine, SIZES, TEXT_FONT } from "./type.ts";

type Part = Paragraph | Table;

/** The whole comparison as a Word file, in the order of the page. */
export const wordFile = async (comparison: Comparison, options: TableOptions): Promise<Uint8Array> => {
  const table = comparisonTable(comparison, options);
  const document = new Document({
    title: table.title,
    styles: STYLES,
    sections: [
      {
        properties: {
          page: {
            // The sides of the sheet; lying across, they change places when the file is written.
            size: { width: PAGE.height, height: PAGE.width, orientation: PageOrientation.LANDSCAPE },
            margin: {
              top: PAGE.margin,
              bottom: PAGE.margin + 150,
              footer: 500,
              left: PAGE.margin,
              right: PAGE.margin,
            },
          },
        },
        footers: { default: new Footer({ children: [pageNumbers()] }) },
        children: [...head(comparison, table), ...sections(comparison, table)],
      },
    ],
  });
  const archive = await Packer.pack(document, "uint8array", undefined, [
    { path: "docProps/core.xml", data: coreProperties(table.title) },
  ]);
  return withFixedTimes(archive);
};

const STYLES = {
  default: {
    document: {
      run: {
        font: TEXT_FONT,
        size: SIZES.text,
        language: { value: "en-US", eastAsia: "zh-CN" },
      },
    },
    title: {
      run: { font: BOLD_FONT, size: SIZES.title },
      paragraph: { alignment: "center", spacing: { after: 160 } },
    },
    heading1: {
      run: { font: BOLD_FONT, size: SIZES.heading },
      paragraph: { keepNext: true, spacing: { before: 240, after: 120 } },
    },
  },
} as const;

const head = (comparison: Comparison, { title }: ComparisonTable): readonly Part[] => [
  new Paragraph({ heading: HeadingLevel.TITLE, children: [new TextRun(printable(title))] }),
  runLine(
    legendOf(comparison).flatMap(({ mark, sample, meaning }, at): Run[] => [
      ...(at === 0 ? [] : [{ text: "　", mark: "kept" as const }]),
      { text: sample, mark },
      { text: `：${meaning}`, mark: "kept" },
    ]),
    { align: "center" },
  ),
  line(tallyWords(comparison), { align: "center" }),
  ...caveatLines(comparison, quotedSideWords(comparison)).map((words) => line(words, { align: "center" })),
];

const sections = (comparison: Comparison, table: ComparisonTable): readonly Part[] => {
  const all: readonly (readonly [string, readonly Part[]])[] = [
    ["条文对照", textSection(table)],
    [RULE_TITLES[comparison.relation], rulesSection(comparison)],
    ["规则效果", behaviourSection(comparison)],
    ["对现有记录的影响", impactSection(comparison)],
    ["说明", comparison.notes.map((note) => line(note, { indented: true }))],
  ];
  return all
    .filter(([, parts]) => parts.length > 0)
    .flatMap(([title, parts], at): readonly Part[] => [
      new Paragraph({
        heading: HeadingLevel.HEADING_1,
        children: [new TextRun(`${chineseOrdinal(at + 1)}、${title}`)],
      }),
      ...parts,
    ]);
};

const textSection = (table: ComparisonTable): readonly Part[] => [
  table.rows.length === 0 ? line("没有需要对照的条文。", { indented: true }) : bothSides(table),
  ...(table.renumbered.length === 0
    ? []
    : [line(`条文顺序相应调整（文字未变）：${table.renumbered.join("；")}。`, { indented: true })]),
];

/** 第 1 页　共 3 页 */
const pageNumbers = (): Paragraph =>
  new Paragraph({
    alignment: "center",
    children: [
      new TextRun({
        size: SIZES.note,
        children: ["第 ", PageNumber.CURRENT, " 页　共 ", PageNumber.TOTAL_PAGES, " 页"],
      }),
    ],
  });
