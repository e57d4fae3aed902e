import { multiply, rational, unitOf, type Rational } from "../../../language/index.ts";
import type { NumberType, ObjectType, Type } from "../../model/type.ts";
import type { Dialect } from "../target.ts";
import { SqlIdentifiers } from "../names.ts";

/** A column of a table that the script reads. */
export interface InputColumn {
  /** Field of the object; null for 编号. */
  readonly field: string | null;
  /** Which of the two columns of a coordinate. */
  readonly part: "longitude" | "latitude" | null;
  /** As written in the script, quoted. */
  readonly name: string;
  readonly sqlType: string;
  readonly type: Type | null;
}

/** Name and columns of the table of an object. */
export const sqlInputColumns = (object: ObjectType, dialect: Dialect = "duckdb"): readonly InputColumn[] => {
  const names = new SqlIdentifiers();
  const columns: InputColumn[] = [
    { field: null, part: null, name: names.of("编号"), sqlType: "TEXT", type: null },
  ];
  for (const { name: field, type } of object.fields.values()) {
    if (type.kind === "coordinate") {
      const sqlType = dialect === "duckdb" ? "DOUBLE" : "DOUBLE PRECISION";
      columns.push({ field, part: "longitude", name: names.of(`${field}·经度`), sqlType, type });
      columns.push({ field, part: "latitude", name: names.of(`${field}·纬度`), sqlType, type });
    } else columns.push({ field, part: null, name: names.of(field), sqlType: sqlTypeOf(type), type });
  }
  return columns;
};

const sqlTypeOf = (type: Exclude<Type, { kind: "coordinate" }>): string => {
  switch (type.kind) {
    case "boolean":
      return "BOOLEAN";
    case "text":
    case "enumeration":
    case "reference":
      return "TEXT";
    case "date":
      return "DATE";
    case "number":
      return scaleOf(type) === 0 ? "BIGINT" : `DECIMAL(18, ${scaleOf(type)})`;
  }
};

/** Decimal places in the declared unit. */
export const scaleOf = (type: NumberType): number => (type.integer ? 0 : Math.min(type.scale, 18));

/** How many base units one of the declared unit is; of a share one percent. */
export const unitFactor = (type: NumberType): Rational =>
  type.share ? rational(1n, 100n) : ((type.unit === null ? null : unitOf(type.unit)?.factor) ?? rational(1n));

/** How many base units one is in the column inside the script, where decimal places are scaled away. */
export const factorOf = (type: NumberType): Rational =>
  multiply(unitFactor(type), rational(1n, 10n ** BigInt(scaleOf(type))));
