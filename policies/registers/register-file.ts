/** One record as written cells by heading; a heading that is absent is an empty cell. */
export type Cells = Readonly<Record<string, string>>;

/** What every synthetic record says of itself in the column 备注. */
export const SYNTHETIC = "合成数据";

/** Comma-separated text with these columns in this order. */
export const writeCsv = (columns: readonly string[], rows: readonly Cells[]): string => {
  const stray = rows.flatMap((row) => Object.keys(row).filter((name) => !columns.includes(name)));
  if (stray.length > 0) throw new Error(`cells without a column: ${[...new Set(stray)].join(", ")}`);
  return [columns, ...rows.map((row) => columns.map((column) => row[column] ?? ""))]
    .map((cells) => `${cells.map(quoted).join(",")}\n`)
    .join("");
};

const quoted = (cell: string): string => (/[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
