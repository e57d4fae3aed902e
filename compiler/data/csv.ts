import { cutCsv, type CsvLine } from "./csv-lines.ts";
import { Findings, type DataCell, type DataRow, type DataTable } from "./model.ts";

/**
 * Comma-separated text with a row of headings. A row that cannot be cut into the columns of the
 * headings is reported and keeps at most its 编号; the next rows are read.
 */
export const readCsv = (file: string, text: string): DataTable => tableOf(file, cutCsv(text));

/** Lines of cells, the first of which are the headings, as a table. */
export const tableOf = (file: string, all: readonly CsvLine[]): DataTable => {
  const findings = new Findings(file);
  const lines = all.filter((line) => line.cells === null || !line.cells.every(isBlank));
  const [heading, ...body] = lines;
  if (heading === undefined || heading.cells === null) {
    findings.error(heading?.line ?? 1, "", heading?.written ?? "", "标题行（第一行，各列为字段名称）");
    return { file, columns: [], rows: [], errors: findings.errors, notes: findings.notes };
  }
  const delimiter = otherDelimiter(heading.cells);
  if (delimiter !== null) {
    const expected = `用英文逗号“,”分隔的各列（这个文件用${delimiter}分隔，未读取；请另存为逗号分隔的 CSV）`;
    findings.error(heading.line, "", heading.cells[0]!, expected);
    return { file, columns: [], rows: [], errors: findings.errors, notes: findings.notes };
  }
  const columns = readHeadings(heading.line, heading.cells, findings);
  const rows: DataRow[] = [];
  for (const line of body) {
    if (line.cells === null) findings.error(line.line, "", line.written.trim(), PAIRED_QUOTES);
    else rows.push(readRow({ ...line, cells: line.cells }, columns, findings));
  }
  for (const [at, name] of heading.cells.entries()) {
    const first = isBlank(name) ? body.find((line) => !isBlank(line.cells?.[at] ?? "")) : undefined;
    if (first) findings.note(`第${at + 1}列没有标题，未读取。`, first.line);
  }
  return {
    file,
    columns: columns.filter((column) => column !== null),
    rows,
    errors: findings.errors,
    notes: findings.notes,
  };
};

/** A row of headings that a comma does not cut, but another common delimiter would. */
const otherDelimiter = (headings: readonly string[]): string | null => {
  if (headings.length > 1) return null;
  return OTHER_DELIMITERS.find(([mark]) => headings[0]!.trim().includes(mark))?.[1] ?? null;
};

const OTHER_DELIMITERS = [
  [";", "分号“;”"],
  ["\t", "制表符"],
  ["，", "中文逗号“，”"],
  ["；", "中文分号“；”"],
  ["|", "竖线“|”"],
] as const;

const PAIRED_QUOTES = "引号成对的一行（单元格内的引号应当写成两个引号；这一行未读取）";

/** Names of the columns; null for a column that cannot be used, because it has no name or shares one. */
const readHeadings = (
  line: number,
  cells: readonly string[],
  findings: Findings,
): readonly (string | null)[] => {
  const names = cells.map((cell) => cell.trim());
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  for (const [name, count] of counts) {
    if (name === "" || count === 1) continue;
    findings.error(line, name, name, `不重复的标题（“${name}”出现${count}次，这几列均未读取）`);
  }
  return names.map((name) => (name === "" || counts.get(name)! > 1 ? null : name));
};

const readRow = (
  row: CsvLine & { readonly cells: readonly string[] },
  columns: readonly (string | null)[],
  findings: Findings,
): DataRow => {
  const surplus = row.cells.slice(columns.length).filter((cell) => !isBlank(cell));
  if (surplus.length > 0) {
    const expected = `与标题行相同的${columns.length}列（这一行有${row.cells.length}列，可能错位，除编号外按未知处理）`;
    findings.error(row.line, "", surplus.join(","), expected);
  }
  const cells = new Map<string, DataCell>();
  for (const [at, column] of columns.entries()) {
    const text = row.cells[at]?.trim() ?? "";
    // Cells of a row that is too long may stand under the wrong headings; only a first 编号 surely does not.
    const certain = surplus.length === 0 || (at === 0 && column === "编号");
    if (column !== null && text !== "" && certain) cells.set(column, { text, plain: true });
  }
  return { line: row.line, cells };
};

const isBlank = (cell: string): boolean => cell.trim() === "";
