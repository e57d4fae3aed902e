import type { Program } from "../../model/ir.ts";
import type { Day, Value } from "../../model/value.ts";
import { sqlString } from "../names.ts";
import type { Dialect } from "../target.ts";
import { sqlInputColumns, type InputColumn } from "./field-type.ts";
import { isoDate, parameterText } from "./parameter.ts";
import { tableIdentifiers, tableName } from "./script.ts";

/** A canonical record: 编号 and per field a plain value; absent or null is unknown. */
export type CanonicalRecord = Readonly<Record<string, string | number | boolean | null | undefined>>;

/** What stands beside the records. */
export interface SqlExtras {
  readonly at?: Day;
  readonly parameters?: readonly {
    readonly name: string;
    readonly from: Day | null;
    readonly region: string | null;
    readonly value: Value;
    readonly source?: string | null;
  }[];
  readonly readings?: ReadonlyMap<string, number>;
  readonly distances?: readonly { readonly from: string; readonly to: string; readonly metres: number }[];
  readonly reasons?: readonly {
    readonly object: string;
    readonly id: string;
    readonly rule: string;
    readonly reason: string;
  }[];
}

/** INSERT statements with literals for canonical records and for what stands beside them. */
export const sqlInserts = (
  program: Program,
  dialect: Dialect,
  records: Readonly<Record<string, readonly CanonicalRecord[]>>,
  extras: SqlExtras = {},
): readonly string[] => {
  const identifiers = tableIdentifiers(program);
  const statements: string[] = [];
  for (const [object, rows] of Object.entries(records)) {
    const type = program.objects.get(object);
    if (type === undefined) continue;
    const columns = sqlInputColumns(type, dialect);
    for (let start = 0; start < rows.length; start += ROWS_AT_ONCE) {
      const values = rows
        .slice(start, start + ROWS_AT_ONCE)
        .map((row) => `(${columns.map((each) => literal(each, row)).join(", ")})`);
      statements.push(`INSERT INTO ${tableName(identifiers, object)} VALUES ${values.join(", ")}`);
    }
  }
  return [...statements, ...extraInserts(program, extras)];
};

const ROWS_AT_ONCE = 500;

const literal = ({ field, part, type }: InputColumn, row: CanonicalRecord): string => {
  const value = row[field ?? "编号"];
  if (value === null || value === undefined) return "NULL";
  if (type === null) return sqlString(String(value));
  switch (type.kind) {
    case "boolean":
      return value === true ? "TRUE" : "FALSE";
    case "text":
    case "enumeration":
    case "reference":
      return sqlString(String(value));
    case "date":
      return `DATE ${sqlString(String(value))}`;
    case "coordinate": {
      const [longitude = "", latitude = ""] = String(value).split(",");
      return `CAST(${sqlString(part === "longitude" ? longitude : latitude)} AS DOUBLE PRECISION)`;
    }
    case "number":
      // Digits, so that nothing is read as a binary fraction on the way.
      return `CAST(${sqlString(String(value).replace("%", ""))} AS DECIMAL(18, ${type.integer ? 0 : Math.min(type.scale, 18)}))`;
  }
};

const extraInserts = (program: Program, extras: SqlExtras): readonly string[] => {
  const statements: string[] = [];
  if (extras.at !== undefined) {
    statements.push(`DELETE FROM "基准日"`, `INSERT INTO "基准日" VALUES (DATE '${isoDate(extras.at)}')`);
  }
  for (const [index, value] of (extras.parameters ?? []).entries()) {
    const parameter = program.parameters.get(value.name);
    if (parameter === undefined) continue;
    const cells = [
      sqlString(value.name),
      value.from === null ? "NULL" : `DATE '${isoDate(value.from)}'`,
      value.region === null ? "NULL" : sqlString(value.region),
      sqlString(parameterText(value.value, parameter.type)),
      value.source === null || value.source === undefined ? "NULL" : sqlString(value.source),
      1_000_000 + index,
    ];
    statements.push(`INSERT INTO "参数" VALUES (${cells.join(", ")})`);
  }
  for (const [name, option] of extras.readings ?? []) {
    statements.push(`DELETE FROM "读法" WHERE "读法" = ${sqlString(name)}`);
    statements.push(`INSERT INTO "读法" VALUES (${sqlString(name)}, ${option})`);
  }
  // Of two rows for one pair the last stands.
  const pairs = new Map((extras.distances ?? []).map((each) => [JSON.stringify([each.from, each.to]), each]));
  for (const { from, to, metres } of pairs.values()) {
    statements.push(
      `INSERT INTO "步行距离" VALUES (${sqlString(from)}, ${sqlString(to)}, CAST('${metres}' AS DOUBLE PRECISION))`,
    );
  }
  for (const { object, id, rule, reason } of extras.reasons ?? []) {
    statements.push(`INSERT INTO "理由" VALUES (${[object, id, rule, reason].map(sqlString).join(", ")})`);
  }
  return statements;
};
