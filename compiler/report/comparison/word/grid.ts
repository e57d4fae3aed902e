import { ShadingType, Table, TableCell, TableLayoutType, TableRow, WidthType } from "docx";
import type { Paragraph } from "docx";
import { line, SIZES } from "./type.ts";

/** A4 across, in twentieths of a point. */
export const PAGE = { width: 16_838, height: 11_906, margin: 850 } as const;

const WIDTH = PAGE.width - 2 * PAGE.margin;
const SHADE = "F3F0E9";

/** A table as wide as the page; shares are parts of a hundred. The first row comes back on every page. */
export const grid = (shares: readonly number[], heads: readonly string[], rows: readonly TableRow[]): Table =>
  new Table({
    width: { size: WIDTH, type: WidthType.DXA },
    columnWidths: shares.map((share) => Math.round((WIDTH * share) / 100)),
    layout: TableLayoutType.FIXED,
    margins: { left: 100, right: 100, top: 40, bottom: 40 },
    rows: [headRow(heads), ...rows],
  });

const headRow = (heads: readonly string[]): TableRow =>
  new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: heads.map((head) => gridCell([line(head, { bold: true, align: "center" })], { shaded: true })),
  });

/** A whole row goes to the next page rather than leave single words there; a long one may break. */
export const gridRow = (
  cells: readonly TableCell[],
  { whole = false }: { readonly whole?: boolean } = {},
): TableRow => new TableRow({ children: cells, ...(whole ? { cantSplit: true } : {}) });

export const gridCell = (
  children: readonly Paragraph[],
  { span = 1, shaded = false }: { readonly span?: number; readonly shaded?: boolean } = {},
): TableCell =>
  new TableCell({
    // A cell without a paragraph is no valid cell.
    children: children.length === 0 ? [line("")] : children,
    ...(span > 1 ? { columnSpan: span } : {}),
    ...(shaded ? { shading: { type: ShadingType.CLEAR, color: "auto", fill: SHADE } } : {}),
  });

/** Says over several columns what the rows below it are; it stays with them. */
export const headCell = (text: string, span: number): TableCell =>
  gridCell([line(text, { size: SIZES.note, bold: true, keepNext: true })], { span, shaded: true });

/** A cell with one small paragraph for each line. */
export const noteCell = (lines: readonly string[]): TableCell =>
  gridCell(lines.map((each) => line(each, { size: SIZES.note })));
