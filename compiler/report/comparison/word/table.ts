import type { Table, TableCell as WordCell, TableRow as WordRow } from "docx";
import type { TableCell } from "../table-cells.ts";
import type { ComparisonTable, HeadingRow, TextRow } from "../table-rows.ts";
import type { Run } from "../table-runs.ts";
import { grid, gridCell, gridRow, noteCell } from "./grid.ts";
import { line, runLine, SIZES } from "./type.ts";

/** The 修改对照表, row for row as on the page. */
export const bothSides = ({ heads, shares, rows }: ComparisonTable): Table =>
  grid(
    shares,
    [heads.left, heads.right, heads.notes],
    rows.map((row) => (row.kind === "heading" ? chapter(row) : textRow(row))),
  );

const chapter = ({ left, right, same, absent }: HeadingRow): WordRow =>
  same
    ? gridRow([headingCell(right ?? left ?? [], 3)], { whole: true })
    : gridRow(
        [headingCell(left ?? emptyRuns(absent), 1), headingCell(right ?? emptyRuns(absent), 1), gridCell([])],
        { whole: true },
      );

const headingCell = (runs: readonly Run[], span: number): WordCell =>
  gridCell([runLine(runs, { bold: true, align: "center", keepNext: true })], { span, shaded: true });

const textRow = ({ left, right, notes }: TextRow): WordRow =>
  gridRow([textCell(left), textCell(right), noteCell(notes.map(({ text }) => text))], {
    whole: [left, right].every(({ runs }) => lengthOf(runs) < LONG) && noteLength(notes) < LONG,
  });

/** Characters from which on a cell may go on overleaf: about a third of a page. */
const LONG = 300;

const lengthOf = (runs: readonly Run[]): number => runs.reduce((sum, { text }) => sum + text.length, 0);

const noteLength = (notes: TextRow["notes"]): number => notes.reduce((sum, { text }) => sum + text.length, 0);

const textCell = ({ tag, paragraphs }: TableCell): WordCell => {
  if (paragraphs.length === 0) return gridCell([runLine(emptyRuns(tag), { align: "center" })]);
  const head = tag === null ? [] : [line(`（${tag}）`, { size: SIZES.note })];
  return gridCell([...head, ...paragraphs.map((paragraph) => runLine(paragraph, { indented: true }))]);
};

/** Why the cell is empty. */
const emptyRuns = (tag: string | null): readonly Run[] => [{ text: `（${tag}）`, mark: "kept" }];
