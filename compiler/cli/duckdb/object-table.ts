import { canonicalRecord } from "../../data/index.ts";
import { sqlInputColumns } from "../../generate/sql/index.ts";
import type { FactRecord } from "../../model/facts.ts";
import type { Field, ObjectType } from "../../model/type.ts";
import type { Session } from "./session.ts";
import { typedColumns, type TypedColumn } from "./typed-columns.ts";

/** One stored column: a field, or a half of a coordinate. */
export interface StoredColumn extends TypedColumn {
  readonly name: string;
}

/** A field with the columns that hold it. */
export interface StoredField {
  readonly field: Field;
  readonly columns: readonly StoredColumn[];
}

/** The records of one object in the database. Columns have names of our own, which no field can take. */
export interface ObjectTable {
  readonly object: ObjectType;
  readonly table: string;
  readonly fields: readonly StoredField[];
}

export const objectTable = (object: ObjectType, number: number, fields: Iterable<Field>): ObjectTable => ({
  object,
  table: `register_${number}`,
  fields: Array.from(fields, (field, at) => ({
    field,
    columns: typedColumns(field).map((column, half) => ({ ...column, name: `v${at}_${half}` })),
  })),
});

/** Adds records that the loader has read. */
export const insertRecords = async (
  session: Session,
  { object, table, fields }: ObjectTable,
  records: readonly FactRecord[],
): Promise<void> => {
  if (records.length === 0) return;
  const cells = fields.map((_, at) => `c${at}`);
  await session.run(
    `CREATE OR REPLACE TABLE incoming (id VARCHAR${cells.map((cell) => `, ${cell} VARCHAR`).join("")})`,
  );
  await session.append("incoming", rowsOf(records, object, fields));
  const names = fields.flatMap(({ columns }) => columns.map(({ name }) => name));
  const values = fields.flatMap(({ columns }, at) => columns.map(({ of }) => of(cells[at]!)));
  await session.run(
    `INSERT INTO ${table} (${["id", ...names].join(", ")}) SELECT ${["id", ...values].join(", ")} FROM incoming; DROP TABLE incoming;`,
  );
};

function* rowsOf(
  records: readonly FactRecord[],
  object: ObjectType,
  fields: readonly StoredField[],
): Generator<readonly (string | null)[]> {
  for (const record of records) {
    const canonical = canonicalRecord(record, object, "text");
    yield [
      record.id,
      ...fields.map(({ field: { name } }) =>
        Object.hasOwn(canonical, name) ? String(canonical[name]) : null,
      ),
    ];
  }
}

/** An empty table for an object whose files the loader has read. */
export const createTable = ({ table, fields }: ObjectTable): string =>
  `CREATE TABLE ${table} (id VARCHAR${fields.flatMap(({ columns }) => columns.map(({ name, type }) => `, ${name} ${type}`)).join("")})`;

/** The table as the views read it: every field of the object under the name it has there, absent ones as NULL. */
export const objectView = ({ object, table, fields }: ObjectTable, view: string): string => {
  const stored = new Map(
    fields.flatMap(({ field, columns }) =>
      columns.map((column) => [field.name + column.part, column] as const),
    ),
  );
  const columns = sqlInputColumns(object, "duckdb").map(({ field, part, name, sqlType }) => {
    if (field === null) return `id AS ${name}`;
    const column = stored.get(field + (part === null ? "" : PARTS[part]));
    if (column === undefined) return `CAST(NULL AS ${sqlType}) AS ${name}`;
    return column.type === sqlType
      ? `${column.name} AS ${name}`
      : `CAST(${column.name} AS ${sqlType}) AS ${name}`;
  });
  return `CREATE VIEW ${view} AS SELECT ${columns.join(", ")} FROM ${table}`;
};

const PARTS = { longitude: "·经度", latitude: "·纬度" } as const;
