import { dayOf } from "../support/day.ts";
import type { Institution } from "./register.ts";

/** One column as generated batch functions take it. */
export interface Column {
  readonly values: Uint8Array | Int32Array | Float64Array;
  /** A set bit is a missing fact. */
  readonly nulls?: Uint8Array;
  readonly dictionary?: readonly string[];
}

export interface Columns {
  readonly length: number;
  readonly columns: Readonly<Record<string, Column>>;
}

/** The register as typed arrays: dates as days, texts as codes of a dictionary, one bit for each missing fact. */
export const toColumns = (records: readonly Institution[]): Columns => {
  const first = records[0]!;
  const names = Object.keys(first).filter((name) => name !== "编号") as (keyof Institution)[];
  return {
    length: records.length,
    columns: Object.fromEntries(names.map((name) => [name, toColumn(records, name)])),
  };
};

const toColumn = (records: readonly Institution[], name: keyof Institution): Column => {
  const known = records.find((record) => record[name] !== null)?.[name];
  const dictionary: string[] = [];
  const codes = new Map<string, number>();
  const isDate = typeof known === "string" && /^\d{4}-\d\d-\d\d$/.test(known);
  const values =
    typeof known === "number"
      ? new Float64Array(records.length)
      : isDate
        ? new Int32Array(records.length)
        : new Uint8Array(records.length);
  let nulls: Uint8Array | undefined;
  const days = new Map<string, number>();
  for (let index = 0; index < records.length; index += 1) {
    const value = records[index]![name];
    if (value === null) {
      nulls ??= new Uint8Array((records.length + 7) >> 3);
      nulls[index >> 3]! |= 1 << (index & 7);
    } else if (typeof value === "string") {
      if (isDate) {
        let day = days.get(value);
        if (day === undefined) days.set(value, (day = dayOf(value)));
        values[index] = day;
      } else {
        let code = codes.get(value);
        if (code === undefined) {
          code = dictionary.length;
          codes.set(value, code);
          dictionary.push(value);
        }
        values[index] = code;
      }
    } else values[index] = Number(value);
  }
  return {
    values,
    ...(nulls === undefined ? {} : { nulls }),
    ...(dictionary.length === 0 ? {} : { dictionary }),
  };
};
