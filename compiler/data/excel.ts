import { belowTitles } from "./below-titles.ts";
import type { CsvLine } from "./csv-lines.ts";
import { tableOf } from "./csv.ts";
import { openPackage, plainNumber } from "./excel-package.ts";
import type { DataTable } from "./model.ts";

/** The sheets of a workbook as tables, or in words why there are none. */
export type ReadWorkbook =
  | { readonly kind: "sheets"; readonly sheets: readonly WorkbookSheet[] }
  | { readonly kind: "failed"; readonly message: string };

export interface WorkbookSheet {
  readonly name: string;
  /** Rows carry the numbers that the spreadsheet shows. */
  readonly table: DataTable;
}

/**
 * Reads an .xlsx workbook. Cells become the text that a CSV file would hold: 2025-06-01, plain numbers, 是 and 否, 80%.
 * `names` are words that headings are likely to be; they find the row of headings below titles and merged cells.
 */
export const readWorkbook = async (
  file: string,
  bytes: Uint8Array,
  names: ReadonlySet<string>,
): Promise<ReadWorkbook> => {
  const opened = openPackage(bytes);
  if (opened.kind === "failed") return opened;
  try {
    // Needed only where somebody opens a workbook.
    const { default: read } = await import("read-excel-file/universal");
    const found = await read(opened.bytes.buffer);
    const filled = found.filter(({ data }) => data.some((row) => row.some((cell) => cell !== null)));
    const sheets = filled.map(({ sheet, data }) => ({
      name: sheet,
      table: tableOf(filled.length > 1 ? `${file}“${sheet}”表` : file, belowTitles(data.map(lineOf), names)),
    }));
    return sheets.length === 0
      ? { kind: "failed", message: "这个 Excel 文件的各工作表都是空的，没有可以读取的内容。" }
      : { kind: "sheets", sheets };
  } catch {
    return {
      kind: "failed",
      message:
        "这个 Excel 文件的内容不完整或者不规范，不能读取。请用 Excel 或者 WPS 打开，另存为一个新的“Excel 工作簿（.xlsx）”。",
    };
  }
};

const lineOf = (row: readonly unknown[], at: number): CsvLine => ({
  line: at + 1,
  cells: row.map(textOf),
  written: "",
});

/** The types of the reader say less than it gives: a date comes as `Date`. */
const textOf = (cell: unknown): string => {
  // A line break in a cell must not become one in a message.
  if (typeof cell === "string") return inOneLine(cell);
  if (typeof cell === "boolean") return cell ? "是" : "否";
  if (typeof cell === "number") return Number.isFinite(cell) ? plainNumber(cell) : "";
  return cell instanceof Date ? dateText(cell) : "";
};

/** Cut at the breaks first: a pattern for blanks around a break takes for ever over a long run of blanks. */
const inOneLine = (cell: string): string => {
  const lines = cell.split(/[\r\n]+/);
  return lines.length === 1 ? cell : lines.map((line) => line.trim()).join(" ");
};

const dateText = (date: Date): string => {
  if (Number.isNaN(date.getTime())) return "";
  const written = new Date(Math.round(date.getTime() / 1000) * 1000).toISOString();
  const [day, time] = [written.slice(0, 10), written.slice(11, 16)];
  return time === "00:00" ? day : `${day} ${time}`;
};
