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

/** One row for each note; the head comes back on every page. The last row is held by what comes behind where asked. */
export const opinionTable = ({ heads, rows }: OpinionSection, held: boolean): Table =>
  tableOf(
    [8, 16, 29, 34, 13],
    [
      new TableRow({
        tableHeader: true,
        cantSplit: true,
        children: heads.map((head) => cell([head], { head: true, centred: true })),
      }),
      ...rows.map((row, at) => opinionRow(row, held && at === rows.length - 1)),
    ],
  );

const opinionRow = ({ number, place, quote, opinion, state }: OpinionRow, held: boolean): TableRow =>
  new TableRow({
    // A long row may go on overleaf, a short one stays whole.
    cantSplit: [...quote, ...opinion].join("").length < LONG,
    children: [
      cell([`${number}`], { centred: true, held }),
      cell(place, { held }),
      cell(quote, { held }),
      cell(opinion, { held }),
      cell(state, { centred: true, held }),
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

interface CellForm {
  readonly head?: boolean;
  readonly centred?: boolean;
  readonly held?: boolean;
}

const cell = (
  lines: readonly string[],
  { head = false, centred = false, held = false }: CellForm = {},
): TableCell =>
  new TableCell({
    verticalAlign: head ? "center" : "top",
    // A cell without a paragraph is no valid cell.
    children: (lines.length === 0 ? [""] : lines).map(
      (line) =>
        new Paragraph({
          alignment: centred ? "center" : "left",
          ...(held ? { keepNext: true } : {}),
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
