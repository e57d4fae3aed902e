import type { Table, TableCell as WordCell, TableRow as WordRow } from "docx";
import type { ComparisonTable, HeadingRow, TableCell, TextRow } from "../table-rows.ts";
import type { Run } from "../table-runs.ts";
import { grid, gridCell, gridRow, noteCell } from "./grid.ts";
import { line, runLine, SIZES, textParagraphs } from "./type.ts";

const SHARES = [37.5, 37.5, 25] as const;

/** The 修改对照表, row for row as on the page. */
export const bothSides = ({ heads, rows }: ComparisonTable): Table =>
  grid(
    SHARES,
    [heads.left, heads.right, heads.notes],
    rows.map((row) => (row.kind === "heading" ? chapter(row) : textRow(row))),
  );

const chapter = ({ left, right, same }: HeadingRow): WordRow =>
  same
    ? gridRow([headingCell(right ?? left ?? [], 3)])
    : gridRow([headingCell(left ?? [], 1), headingCell(right ?? [], 1), gridCell([])]);

const headingCell = (runs: readonly Run[], span: number): WordCell =>
  gridCell([runLine(runs, { bold: true, align: "center", keepNext: true })], { span, shaded: true });

const textRow = ({ left, right, notes }: TextRow): WordRow =>
  gridRow([textCell(left), textCell(right), noteCell(notes.map(({ text }) => text))]);

const textCell = ({ tag, runs }: TableCell): WordCell => {
  if (runs.length === 0) return gridCell(tag === null ? [] : [line(`（${tag}）`, { align: "center" })]);
  const head = tag === null ? [] : [line(`（${tag}）`, { size: SIZES.note })];
  return gridCell([...head, ...textParagraphs(runs)]);
};
