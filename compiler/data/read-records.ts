import type { FactRecord } from "../model/facts.ts";
import type { Field, ObjectType } from "../model/type.ts";
import type { Value } from "../model/value.ts";
import { canonicalValue } from "./canonical.ts";
import { Findings, type DataRow, type DataTable } from "./model.ts";
import { didYouMean } from "./nearest.ts";
import { parseTableCell } from "./parse-cell.ts";
import { comparable } from "./width.ts";

/** A reference as it was read, to be looked up when every file is read. */
export interface ReadReference {
  readonly file: string;
  readonly row: number;
  readonly column: string;
  readonly object: string;
  readonly id: string;
}

export interface ReadRecords {
  readonly records: readonly FactRecord[];
  readonly references: readonly ReadReference[];
  readonly findings: Findings;
}

/** Heading of the column that names a record. */
export const ID_COLUMN = "编号";

/**
 * The records of one object in one file. A row without 编号 stays a record, named after its line; rows that share
 * an 编号 become one record that keeps only what all of them say, because no row is more right than another.
 */
export const readRecords = (table: DataTable, object: ObjectType): ReadRecords => {
  const findings = new Findings(table.file);
  const columns = matchColumns(table, object, findings);
  if (!columns.has(ID_COLUMN) && table.rows.length > 0) {
    findings.error(1, ID_COLUMN, "", `“${ID_COLUMN}”一列（各行暂以行号代替）`);
  }
  const records = new Map<string, FactRecord>();
  const firstLines = new Map<string, number>();
  const references: ReadReference[] = [];
  for (const row of table.rows) {
    const id = readId(row, columns.get(ID_COLUMN)?.heading ?? null, findings);
    const facts = readFacts(row, columns, findings, references);
    const source = `${table.file} 第${row.line}行`;
    const earlier = records.get(id);
    if (earlier === undefined) {
      records.set(id, { object: object.name, id, facts, source });
      firstLines.set(id, row.line);
      continue;
    }
    const expected = `不重复的编号（第${firstLines.get(id)}行已有；各行不一致的字段按未知处理）`;
    findings.error(row.line, ID_COLUMN, id, expected);
    const merged = {
      ...earlier,
      facts: agreed(earlier.facts, facts),
      source: `${earlier.source}、第${row.line}行`,
    };
    records.set(id, merged);
  }
  return { records: [...records.values()], references, findings };
};

/** What both records say, with the same value. */
export const agreed = (
  left: ReadonlyMap<string, Value>,
  right: ReadonlyMap<string, Value>,
): ReadonlyMap<string, Value> =>
  new Map(
    [...left].filter(([name, value]) => {
      const other = right.get(name);
      return other !== undefined && canonicalValue(other) === canonicalValue(value);
    }),
  );

/** Names the places of one record; a list that grows long ends in 等. */
export const joinedSource = (earlier: string, next: string): string =>
  earlier.endsWith("等") ? earlier : earlier.length > LONGEST_SOURCE ? `${earlier}等` : `${earlier}、${next}`;

const LONGEST_SOURCE = 60;

export interface Column {
  readonly heading: string;
  /** Null for the 编号 of an object that declares no such field. */
  readonly field: Field | null;
}

/** Columns by field name. Headings that nothing declares are said once, not once for each row. */
export const matchColumns = (
  table: DataTable,
  object: ObjectType,
  findings: Findings,
): ReadonlyMap<string, Column> => {
  const names = new Map([...object.fields.keys(), ID_COLUMN].map((name) => [comparable(name), name]));
  const columns = new Map<string, Column>();
  for (const heading of table.columns) {
    const { name, wrongUnit } = readHeading(heading, names, object);
    if (wrongUnit !== null) {
      findings.error(1, heading, heading, `${wrongUnit}（这一列未读取）`);
    } else if (name === undefined) {
      const hint =
        didYouMean(heading, names.values()) || didYouMean(withoutBracket(heading), names.values()) || "。";
      findings.note(`“${heading}”不是“${object.name}”的字段，这一列未读取${hint}`, null, heading);
    } else if (columns.has(name)) {
      findings.note(`“${heading}”与“${columns.get(name)!.heading}”是同一字段，这一列未读取。`, null, heading);
    } else {
      columns.set(name, { heading, field: object.fields.get(name) ?? null });
    }
  }
  return columns;
};

/** 面积（平方米） names the field 面积 where 平方米 is its unit; with another unit its numbers would be misread. */
const readHeading = (
  heading: string,
  names: ReadonlyMap<string, string>,
  object: ObjectType,
): { readonly name: string | undefined; readonly wrongUnit: string | null } => {
  const name = names.get(comparable(heading));
  if (name !== undefined) return { name, wrongUnit: null };
  const match = UNIT_IN_HEADING.exec(comparable(heading));
  const known = match === null ? undefined : names.get(match[1]!);
  const type = known === undefined ? undefined : object.fields.get(known)?.type;
  if (match === null || type?.kind !== "number") return { name: undefined, wrongUnit: null };
  const unit = type.share ? "%" : type.unit;
  if (match[2] === comparable(unit ?? "")) return { name: known, wrongUnit: null };
  const expected = unit === null ? "没有单位" : `以${type.share ? "％" : unit}为单位`;
  return { name: undefined, wrongUnit: `“${known}”，${expected}` };
};

const UNIT_IN_HEADING = /^(.+)\(([^()]+)\)$/;

const withoutBracket = (heading: string): string => heading.replace(/[（(][^（）()]*[）)]$/, "");

const readId = (row: DataRow, heading: string | null, findings: Findings): string => {
  const cell = heading === null ? undefined : row.cells.get(heading);
  if (cell?.plain) return cell.text;
  const substitute = `（第${row.line}行）`;
  if (heading !== null) {
    findings.error(row.line, heading, cell?.text ?? "", `编号（不得空缺，暂以“${substitute}”代替）`);
  }
  return substitute;
};

const readFacts = (
  row: DataRow,
  columns: ReadonlyMap<string, Column>,
  findings: Findings,
  references: ReadReference[],
): ReadonlyMap<string, Value> => {
  const facts = new Map<string, Value>();
  for (const [name, { heading, field }] of columns) {
    if (field === null) continue;
    const cell = row.cells.get(heading);
    const parsed = parseTableCell(cell, field);
    if (parsed.kind === "bad") findings.error(row.line, heading, cell?.text ?? "", parsed.expected);
    if (parsed.kind !== "value") continue;
    facts.set(name, parsed.value);
    if (parsed.value.kind === "reference") {
      const { object, id } = parsed.value;
      references.push({ file: findings.file, row: row.line, column: heading, object, id });
    }
  }
  return facts;
};
