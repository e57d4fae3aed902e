import type { Paint, Tone } from "./tone.ts";
import { plain } from "./tone.ts";
import { displayWidth, padEnd, padStart, visible, wrap } from "./width.ts";

export interface Column {
  readonly title: string;
  readonly align?: "left" | "right";
  /** A column that may not be narrowed: numbers, statuses, identifiers. */
  readonly fixed?: boolean;
}

export type Cell = string | number | { readonly text: string; readonly tone: Tone };

export interface TableLayout {
  /** Columns of the terminal; without it nothing is narrowed. */
  readonly width?: number;
  readonly paint?: Paint;
  readonly indent?: string;
}

/** A table for people: aligned by display width, wrapped inside its columns, without a frame. */
export const textTable = (
  columns: readonly Column[],
  rows: readonly (readonly Cell[])[],
  { width = Number.POSITIVE_INFINITY, paint = plain, indent = "" }: TableLayout = {},
): string => {
  const widths = columnWidths(columns, rows, width - indent.length);
  const header = columns.map((column) => ({ text: column.title, tone: "strong" as const }));
  const rule = columns.map((_, at) => ({ text: "─".repeat(widths[at]!), tone: "muted" as const }));
  return [header, rule, ...rows]
    .flatMap((row) => rowLines(columns, row, widths, paint))
    .map((line) => (indent + line).trimEnd())
    .join("\n");
};

/** Columns that the table takes where nothing is narrowed. */
export const naturalWidth = (columns: readonly Column[], rows: readonly (readonly Cell[])[]): number =>
  columnWidths(columns, rows, Number.POSITIVE_INFINITY).reduce(
    (sum, each) => sum + each + GAP.length,
    -GAP.length,
  );

const GAP = "  ";
const NARROWEST = 12;

const textOf = (cell: Cell): string => visible(typeof cell === "object" ? cell.text : String(cell));

const columnWidths = (
  columns: readonly Column[],
  rows: readonly (readonly Cell[])[],
  available: number,
): number[] => {
  const widths = columns.map((column, at) => {
    let widest = displayWidth(column.title);
    for (const row of rows) {
      for (const line of textOf(row[at] ?? "").split("\n")) {
        widest = Math.max(widest, displayWidth(line));
      }
    }
    return widest;
  });
  let excess = widths.reduce((sum, each) => sum + each, 0) + GAP.length * (columns.length - 1) - available;
  while (excess > 0) {
    const widest = widestFlexible(columns, widths);
    if (widest === null) break;
    const cut = Math.min(excess, Math.max(1, Math.floor((widths[widest]! - NARROWEST) / 2)));
    widths[widest]! -= cut;
    excess -= cut;
  }
  return widths;
};

const widestFlexible = (columns: readonly Column[], widths: readonly number[]): number | null => {
  let found: number | null = null;
  for (const [at, column] of columns.entries()) {
    if (column.fixed === true || widths[at]! <= NARROWEST) continue;
    if (found === null || widths[at]! > widths[found]!) found = at;
  }
  return found;
};

const rowLines = (
  columns: readonly Column[],
  row: readonly Cell[],
  widths: readonly number[],
  paint: Paint,
): string[] => {
  const wrapped = columns.map((_, at) => wrap(textOf(row[at] ?? ""), widths[at]!));
  const height = Math.max(1, ...wrapped.map((lines) => lines.length));
  return Array.from({ length: height }, (_, line) =>
    columns
      .map((column, at) => {
        const text = wrapped[at]![line] ?? "";
        const padded = column.align === "right" ? padStart(text, widths[at]!) : padEnd(text, widths[at]!);
        const cell = row[at];
        return typeof cell === "object" && text !== ""
          ? padded.replace(text, () => paint(cell.tone, text))
          : padded;
      })
      .join(GAP),
  );
};
