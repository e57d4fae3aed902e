import { belowTitles } from "./below-titles.ts";
import { cutCsv } from "./csv-lines.ts";
import { tableOf } from "./csv.ts";
import { decodeText } from "./decode-text.ts";
import { BESIDE_COLUMNS, type MappingSchema } from "./mapping-targets.ts";
import type { DataFile, DataTable } from "./model.ts";
import { READERS } from "./load-facts.ts";

/** A file of a register as tables, before anybody knows what they hold. */
export interface OpenedFile {
  readonly name: string;
  readonly tables: readonly OpenedTable[];
  /** Why nothing was read, in one plain sentence. */
  readonly problem: string | null;
}

export interface OpenedTable {
  /** Null where the file is one table. */
  readonly sheet: string | null;
  /** Name of the file, or of the sheet, without ending. */
  readonly stem: string;
  readonly table: DataTable;
}

/** Reads CSV, JSON, JSONL and Excel workbooks. Never throws on content. */
export const openTables = async (schema: MappingSchema, file: DataFile): Promise<OpenedFile> => {
  const name = file.name.replace(/^.*[\\/]/, "");
  const dot = name.lastIndexOf(".");
  const stem = dot <= 0 ? name : name.slice(0, dot);
  const extension = dot <= 0 ? "" : name.slice(dot + 1).toLowerCase();
  const failed = (problem: string): OpenedFile => ({ name, tables: [], problem });
  if (WORKBOOKS.has(extension)) {
    // Unpacking and reading come only with the first workbook.
    const { readWorkbook } = await import("./excel.ts");
    const read = await readWorkbook(name, file.bytes, knownNames(schema));
    if (read.kind === "failed") return failed(read.message);
    const isSingle = read.sheets.length === 1;
    const tables = read.sheets.map(({ name: sheet, table }) => ({
      sheet,
      stem: isSingle && /^sheet\d*$|^工作表\d*$/i.test(sheet) ? stem : sheet,
      table,
    }));
    return { name, tables, problem: null };
  }
  const reader = Object.hasOwn(READERS, extension) ? READERS[extension] : undefined;
  if (reader === undefined)
    return failed("这个文件不是 Excel（.xlsx）、CSV、JSON 或者 JSONL 数据文件，未读取。");
  const decoded = decodeText(file.bytes);
  if (decoded.kind === "failed") return failed(`应为${decoded.expected}，这个文件未读取。`);
  const table =
    extension === "csv"
      ? tableOf(name, belowTitles(cutCsv(decoded.text), knownNames(schema)))
      : reader(name, decoded.text);
  return { name, tables: [{ sheet: null, stem, table }], problem: null };
};

const WORKBOOKS: ReadonlySet<string> = new Set(["xlsx", "xlsm", "xls", "et"]);

const knownNames = (schema: MappingSchema): ReadonlySet<string> =>
  new Set([
    "编号",
    ...[...schema.objects.values()].flatMap(({ fields }) => [...fields.keys()]),
    ...Object.values(BESIDE_COLUMNS).flat(),
  ]);
