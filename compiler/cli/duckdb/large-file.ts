import { Findings, matchColumns, readCsv } from "../../data/index.ts";
import { sqlString } from "../../generate/names.ts";
import type { Field, ObjectType } from "../../model/type.ts";
import { objectTable, type ObjectTable, type StoredField } from "./object-table.ts";
import { canBeBad, idOf, typedColumns } from "./typed-columns.ts";

/** A file that the database reads. */
export interface LargeFile {
  readonly name: string;
  readonly path: string;
  readonly object: ObjectType;
  readonly kind: "csv" | "jsonl" | "parquet";
  /** The row of headings as written; for JSONL and Parquet the names of the columns. */
  readonly headings: readonly string[];
  /** The lines of JSONL that bring up new names, from 0. */
  readonly headingLines?: readonly number[];
  /** How many lines JSONL has, blank ones too; each is a row of the table, in this order. */
  readonly lines?: number;
  /** SQL of its rows; the columns are texts named c0, c1, … */
  readonly relation: string;
}

/** What becomes of one column of the file. */
export interface ReadField {
  readonly field: Field;
  readonly heading: string;
  /** The raw column. */
  readonly cell: string;
  /** Null where no rule reads it: then it is only checked. */
  readonly stored: StoredField | null;
  /** Position among the cells that are checked, from 1; null where every text is a value. */
  readonly checked: number | null;
}

export interface LargeTable {
  readonly file: LargeFile;
  readonly table: ObjectTable;
  readonly idPosition: number;
  readonly fields: readonly ReadField[];
  /** Positions of columns without a heading. */
  readonly unnamed: readonly number[];
}

/** The columns of a large file, matched to fields as the loader matches them; null without 编号. */
export const planTable = (file: LargeFile, number: number, read: ReadonlySet<string>): LargeTable | null => {
  const headings = file.headings.map((heading) => heading.trim());
  const probe = {
    ...readCsv(file.name, `${file.headings.map(quoted).join(",")}\n`),
    ...(file.kind === "jsonl" ? { columns: file.headings } : {}),
  };
  const matched = matchColumns(probe, file.object, new Findings(file.name));
  const id = matched.get(ID_COLUMN);
  if (id === undefined) return null;
  const columns = [...matched.values()].flatMap(({ heading, field }) =>
    field === null ? [] : [{ heading, field }],
  );
  // References are kept even where no rule reads them, because they must name records that exist.
  const kept = columns.filter(({ field }) => read.has(field.name) || field.type.kind === "reference");
  const table = objectTable(
    file.object,
    number,
    kept.map(({ field }) => field),
  );
  let checked = 0;
  return {
    file,
    table,
    idPosition: headings.indexOf(id.heading),
    fields: columns.map(({ heading, field }) => ({
      field,
      heading,
      cell: `c${headings.indexOf(heading)}`,
      stored: table.fields.find((each) => each.field === field) ?? null,
      checked: canBeBad(field) ? (checked += 1) : null,
    })),
    unnamed: file.kind === "jsonl" ? [] : headings.flatMap((heading, at) => (heading === "" ? [at] : [])),
  };
};

const ID_COLUMN = "编号";

const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;

/** The rows of a regular CSV file as text; what cannot be read so ends in an error of the database. */
export const csvRelation = (path: string, columns: number, quotedLineEnds: boolean): string => {
  const names = Array.from({ length: columns }, (_, at) => `'c${at}': 'VARCHAR'`).join(", ");
  return `read_csv(${sqlString(path)}, auto_detect = false, header = true, delim = ',', quote = '"', escape = '"', null_padding = true, columns = {${names}}${quotedLineEnds ? ", parallel = false" : ""})`;
};

export const parquetRelation = (path: string, columns: readonly string[]): string =>
  `(SELECT file_row_number AS row, ${columns.map((name, at) => `CAST(${quoted(name)} AS VARCHAR) AS c${at}`).join(", ")} FROM read_parquet(${sqlString(path)}, file_row_number = true))`;

/**
 * One pass over the file: id, the values of the fields, and in `odd` the texts that are not written in the canonical
 * way. They are few as a rule; the loader reads each different one once. In JSONL each line is a row; `odd` is empty
 * where the loader has to read the line, and both it and the id are NULL where the line is blank.
 */
export const readLargeFile = ({ file, table, idPosition, fields }: LargeTable): string => {
  const checked = fields.filter((each) => each.checked !== null);
  // Each cell is read in an inner query, so that it is not read again to see whether it could be.
  const read = fields.flatMap((each) =>
    each.stored !== null
      ? each.stored.columns.map(({ name, of }) => `${of(each.cell)} AS ${name}`)
      : each.checked === null
        ? []
        : [`${typedColumns(each.field)[0]!.of(each.cell)} AS ${valueOf(each)}`],
  );
  const odd = (each: ReadField): string => `(${each.cell} IS NOT NULL AND ${valueOf(each)} IS NULL)`;
  const kept = fields.flatMap(({ stored }) => (stored?.columns ?? []).map(({ name }) => name));
  const texts = checked.map((each) => `CASE WHEN ${odd(each)} THEN ${each.cell} END`).join(", ");
  const cases = [
    ...(checked.length === 0 ? [] : [`WHEN ${checked.map(odd).join(" OR ")} THEN [${texts}]`]),
    ...(file.kind === "jsonl" ? ["WHEN kept IS NOT NULL AND id IS NULL THEN CAST([] AS VARCHAR[])"] : []),
  ];
  const oddTexts = cases.length === 0 ? "CAST(NULL AS VARCHAR[])" : `CASE ${cases.join(" ")} END`;
  const inner = [
    `${idOf(`c${idPosition}`)} AS id`,
    ...read,
    ...checked.map(({ cell }) => cell),
    ...(file.kind === "jsonl" ? ["kept"] : []),
  ];
  return `CREATE TABLE ${table.table} AS SELECT ${["id", ...kept].join(", ")}, ${oddTexts} AS odd FROM (SELECT ${inner.join(", ")} FROM ${file.relation})`;
};

/** The column that tells whether a cell could be read. */
const valueOf = ({ stored, cell }: ReadField): string => stored?.columns[0]?.name ?? `value_${cell}`;
