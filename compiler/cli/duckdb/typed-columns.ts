import { sqlString } from "../../generate/names.ts";
import type { Field, NumberType } from "../../model/type.ts";

/** A column of the table that the views read, and how the text of a cell becomes its value. */
export interface TypedColumn {
  /** What the name of the column adds to the name of the field. */
  readonly part: "" | "·经度" | "·纬度";
  readonly type: string;
  /**
   * The value of a cell, or NULL. Takes only what is written in the canonical way or nearly so, and then means
   * exactly what the loader means; the rest is for the loader to read.
   */
  readonly of: (text: string) => string;
}

/** Names of a record: trimmed text. */
export const idOf = (text: string): string => trimmed(text);

/** Columns of one field; a coordinate has two. */
export const typedColumns = ({ type }: Pick<Field, "type">): readonly TypedColumn[] => {
  const column = (sqlType: string, of: TypedColumn["of"], part: TypedColumn["part"] = ""): TypedColumn => ({
    part,
    type: sqlType,
    of,
  });
  switch (type.kind) {
    case "boolean":
      return [column("BOOLEAN", readBoolean)];
    case "text":
    case "reference":
      return [column("TEXT", trimmed)];
    case "enumeration": {
      // One byte for each record instead of a text.
      const values = `ENUM(${type.values.map(sqlString).join(", ")})`;
      return [column(values, (text) => `TRY_CAST(${text} AS ${values})`)];
    }
    case "date":
      return [column("DATE", readDate)];
    case "number":
      return [numberColumn(type, column)];
    case "coordinate":
      return [
        column("DOUBLE", (text) => readDegrees(text, 1), "·经度"),
        column("DOUBLE", (text) => readDegrees(text, 2), "·纬度"),
      ];
  }
};

/** Whether a cell of this field can hold something that cannot be read. */
export const canBeBad = ({ type }: Field): boolean => type.kind !== "text" && type.kind !== "reference";

/** What `String.prototype.trim` takes away. */
const WHITE_SPACE =
  "\t\n\v\f\r \u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000\ufeff";

/** The same as a class of characters. Looking first is much quicker than taking away what is not there. */
const BLANK =
  "[\\t\\n\\x0b\\f\\r \\x{a0}\\x{1680}\\x{2000}-\\x{200a}\\x{2028}\\x{2029}\\x{202f}\\x{205f}\\x{3000}\\x{feff}]";

const trimmed = (text: string): string =>
  `nullif(CASE WHEN regexp_matches(${text}, '^${BLANK}|${BLANK}$') THEN trim(${text}, ${sqlString(WHITE_SPACE)}) ELSE ${text} END, '')`;

const readBoolean = (text: string): string =>
  `CASE ${text} WHEN '是' THEN true WHEN '否' THEN false WHEN 'true' THEN true WHEN 'false' THEN false WHEN '1' THEN true WHEN '0' THEN false END`;

/** A day that prints as it was written exists, and was written as 2025-01-24. */
const readDate = (text: string): string =>
  `CASE WHEN CAST(TRY_CAST(${text} AS DATE) AS VARCHAR) = ${text} AND strlen(${text}) = 10 THEN TRY_CAST(${text} AS DATE) END`;

const numberColumn = (
  type: NumberType,
  column: (sqlType: string, of: TypedColumn["of"]) => TypedColumn,
): TypedColumn => {
  if (type.integer && !type.share) return column("BIGINT", readInteger);
  const decimal = `DECIMAL(18, ${type.scale})`;
  const before = LONGEST_NUMBER - 1 - type.scale;
  const whole = before >= 0 ? `(0|[1-9][0-9]{0,${before}})` : "0";
  const pattern = `-?${whole}${type.scale === 0 ? "" : `(\\.[0-9]{1,${type.scale}})?`}`;
  if (!type.share) {
    return column(
      decimal,
      (text) => `CASE WHEN regexp_full_match(${text}, '${pattern}') THEN TRY_CAST(${text} AS ${decimal}) END`,
    );
  }
  return column(
    decimal,
    (text) =>
      `CASE WHEN regexp_full_match(${text}, '${pattern}%') THEN TRY_CAST(replace(${text}, '%', '') AS ${decimal}) END`,
  );
};

const readInteger = (text: string): string =>
  `CASE WHEN CAST(TRY_CAST(${text} AS BIGINT) AS VARCHAR) = ${text} AND TRY_CAST(${text} AS BIGINT) BETWEEN -${LARGEST} AND ${LARGEST} THEN TRY_CAST(${text} AS BIGINT) END`;

const LONGEST_NUMBER = 15;
const LARGEST = "9".repeat(LONGEST_NUMBER);

const readDegrees = (text: string, part: 1 | 2): string => {
  const degrees = (at: number): string => `TRY_CAST(split_part(${text}, ',', ${at}) AS DOUBLE)`;
  return `CASE WHEN regexp_full_match(${text}, '${DEGREES},${DEGREES}') AND ${degrees(1)} BETWEEN 73 AND 136 AND ${degrees(2)} BETWEEN 3 AND 54 THEN ${degrees(part)} END`;
};

const DEGREES = "[0-9]{1,3}(\\.[0-9]{1,15})?";
