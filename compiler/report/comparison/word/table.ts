import type { Table, TableCell as WordCell, TableRow as WordRow } from "docx";
import type { ComparisonTable, HeadingRow, TableCell, TextRow } from "../table-rows.ts";
import type { Run } from "../table-runs.ts";
import { grid, gridCell, gridRow, noteCell } from "./grid.ts";
import { line, runLine, SIZES, textParagraphs } from "./type.ts";

/** The 修改对照表, row for row as on the page. */
export const bothSides = ({ heads, shares, rows }: ComparisonTable): Table =>
  grid(
    shares,
    [heads.left, heads.right, heads.notes],
    rows.map((row) => (row.kind === "heading" ? chapter(row) : textRow(row))),
  );

const chapter = ({ left, right, same, absent }: HeadingRow): WordRow =>
  same
    ? gridRow([headingCell(right ?? left ?? [], 3)])
    : gridRow([
        headingCell(left ?? emptyRuns(absent), 1),
        headingCell(right ?? emptyRuns(absent), 1),
        gridCell([]),
      ]);

const headingCell = (runs: readonly Run[], span: number): WordCell =>
  gridCell([runLine(runs, { bold: true, align: "center", keepNext: true })], { span, shaded: true });

const textRow = ({ left, right, notes }: TextRow): WordRow =>
  gridRow([textCell(left), textCell(right), noteCell(notes.map(({ text }) => text))]);

const textCell = ({ tag, runs }: TableCell): WordCell => {
  if (runs.length === 0) return gridCell([runLine(emptyRuns(tag), { align: "center" })]);
  const head = tag === null ? [] : [line(`（${tag}）`, { size: SIZES.note })];
  return gridCell([...head, ...textParagraphs(runs)]);
};

/** Why the cell is empty. */
const emptyRuns = (tag: string | null): readonly Run[] => [{ text: `（${tag}）`, mark: "kept" }];
