import type { DataFile } from "../../data/index.ts";
import { cellAt, cellsOf, csvRows, excerpt, type WrittenRow } from "./csv-rows.ts";
import { excerptOfJsonLines } from "./excerpt-json-lines.ts";
import type { LargeFile, LargeTable } from "./large-file.ts";
import type { Session } from "./session.ts";
import { idOf } from "./typed-columns.ts";
import type { Unusual } from "./unusual-rows.ts";

/** The headings and the unusual rows of a large file as a file for the loader, each row on its own line. */
export const excerptOf = (session: Session, table: LargeTable, unusual: Unusual): Promise<DataFile> => {
  switch (table.file.kind) {
    case "csv":
      return excerptOfCsv(session, table, unusual);
    case "jsonl":
      return excerptOfJsonLines(session, table);
    case "parquet":
      return excerptOfParquet(session, table, unusual);
  }
};

/** The loader knows this file by another name, because it reads no Parquet. */
export const excerptName = (file: LargeFile): string => file.name.replace(/\.parquet$/i, ".csv");

const excerptOfCsv = async (
  session: Session,
  { file, table, idPosition, unnamed }: LargeTable,
  { ids, withoutId }: Unusual,
): Promise<DataFile> => {
  const also: string[] = [];
  const rows: WrittenRow[] = [];
  const waiting = new Set(unnamed);
  const searching = ids.size > 0 || withoutId || waiting.size > 0;
  const isWanted = ({ text }: WrittenRow): boolean => {
    const id = cellAt(text, idPosition);
    const wanted = id === "" ? withoutId : ids.has(id);
    if (waiting.size === 0) return wanted;
    const filled = unnamedCells(text, waiting);
    for (const position of filled) waiting.delete(position);
    if (!wanted && filled.length > 0) also.push(id);
    return wanted || filled.length > 0;
  };
  for await (const piece of csvRows(file.path)) {
    session.checkpoint();
    if (rows.length === 0 && piece.length > 0) rows.push(piece[0]!);
    if (!searching) break;
    for (const row of piece) if (row.line > 1 && isWanted(row)) rows.push(row);
  }
  if (also.length > 0)
    await session.append(
      `unusual_${table.table}`,
      also.map((id) => [id]),
    );
  return { name: file.name, bytes: new TextEncoder().encode(excerpt(rows)) };
};

/** Rows are counted as if the names of the columns were the first. */
const excerptOfParquet = async (
  session: Session,
  { file, table, idPosition }: LargeTable,
  { ids, withoutId }: Unusual,
): Promise<DataFile> => {
  const id = idOf(`c${idPosition}`);
  const unusual = [
    ...(ids.size > 0 ? [`${id} IN (SELECT id FROM unusual_${table.table})`] : []),
    ...(withoutId ? [`${id} IS NULL`] : []),
  ];
  const found =
    unusual.length === 0
      ? []
      : await session.rows(
          `SELECT row, COLUMNS('^c[0-9]+$') FROM ${file.relation} WHERE ${unusual.join(" OR ")} ORDER BY row`,
        );
  const rows: WrittenRow[] = [
    { line: 1, lines: 1, text: csvRow(file.headings) },
    ...found.map(([row, ...cells]) => {
      const texts = cells.map((cell) => (cell === null ? "" : String(cell)));
      return {
        line: Number(row) + 2,
        lines: 1,
        text: csvRow(texts.map((text) => text.replaceAll(/[\r\n]+/g, " "))),
      };
    }),
  ];
  return { name: excerptName(file), bytes: new TextEncoder().encode(excerpt(rows)) };
};

const csvRow = (cells: readonly string[]): string =>
  cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(",");

/** Columns without a heading in which this row is the first to hold something. */
const unnamedCells = (text: string, waiting: ReadonlySet<number>): readonly number[] => {
  const cells = cellsOf(text);
  return [...waiting].filter((position) => (cells[position] ?? "").trim() !== "");
};
