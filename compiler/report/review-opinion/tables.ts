import { Paragraph, Table, TableCell, TableLayoutType, TableRow, TextRun, WidthType } from "docx";
import { printable } from "../comparison/word/type.ts";
import { FONTS, SIZES, TEXT_WIDTH } from "./official-type.ts";
import type { Opinion, OpinionRow, OpinionSection } from "./opinion.ts";

/** 文件名称, 审核人, 日期: what is reviewed, by whom and when. */
export const factsTable = (facts: Opinion["facts"]): Table =>
  tableOf(
    [22, 78],
    facts.map(
      ([name, value]) =>
        new TableRow({
          cantSplit: true,
          children: [cell([name], { head: true, centred: true }), cell([value])],
        }),
    ),
  );

/** One row for each note; the head comes back on every page. */
export const opinionTable = ({ heads, rows }: OpinionSection): Table =>
  tableOf(
    [8, 18, 28, 33, 13],
    [
      new TableRow({
        tableHeader: true,
        cantSplit: true,
        children: heads.map((head) => cell([head], { head: true, centred: true })),
      }),
      ...rows.map(opinionRow),
    ],
  );

const opinionRow = ({ number, place, quote, opinion, state }: OpinionRow): TableRow =>
  new TableRow({
    // A long row may go on overleaf, a short one stays whole.
    cantSplit: [...quote, ...opinion].join("").length < LONG,
    children: [
      cell([`${number}`], { centred: true }),
      cell(place),
      cell(quote),
      cell(opinion),
      cell(state, { centred: true }),
    ],
  });

const LONG = 300;

const tableOf = (shares: readonly number[], rows: readonly TableRow[]): Table =>
  new Table({
    width: { size: TEXT_WIDTH, type: WidthType.DXA },
    columnWidths: shares.map((share) => Math.round((TEXT_WIDTH * share) / 100)),
    layout: TableLayoutType.FIXED,
    margins: { left: 80, right: 80, top: 50, bottom: 50 },
    rows: [...rows],
  });

const cell = (
  lines: readonly string[],
  { head = false, centred = false }: { readonly head?: boolean; readonly centred?: boolean } = {},
): TableCell =>
  new TableCell({
    verticalAlign: head ? "center" : "top",
    // A cell without a paragraph is no valid cell.
    children: (lines.length === 0 ? [""] : lines).map(
      (line) =>
        new Paragraph({
          alignment: centred ? "center" : "left",
          children: [
            new TextRun({
              text: printable(line),
              size: SIZES.table,
              ...(head ? { font: FONTS.heading } : {}),
            }),
          ],
        }),
    ),
  });
