import { canonicalCell } from "../../compiler/data/canonical-record.ts";
import type { FactRecord } from "../../compiler/model/facts.ts";
import type { Field, ObjectType } from "../../compiler/model/type.ts";
import type { BatchColumn, BatchColumns } from "./javascript-module.ts";

/** The records of one object as columns, as they come out of a columnar file. */
export const columnsOf = (object: ObjectType, records: readonly FactRecord[]): BatchColumns => ({
  length: records.length,
  columns: Object.fromEntries([
    ["编号", texts(records.map(({ id }) => id))],
    ...[...object.fields.values()].map((field) => [field.name, columnOf(field, records)] as const),
  ]),
});

const columnOf = (field: Field, records: readonly FactRecord[]): BatchColumn => {
  const { type } = field;
  const values = records.map(({ facts }) => facts.get(field.name) ?? null);
  const nulls = bitmapOf(values.map((value) => value === null));
  switch (type.kind) {
    case "boolean":
      return withNulls(
        nulls,
        Uint8Array.from(values, (value) => (value?.kind === "boolean" && value.value ? 1 : 0)),
      );
    case "date":
      return withNulls(
        nulls,
        Int32Array.from(values, (value) => (value?.kind === "date" ? value.value : 0)),
      );
    case "number":
      return withNulls(
        nulls,
        // A missing number has any bits below its mark; a NaN without a mark is another file's way to say it.
        Float64Array.from(values, (value) =>
          value === null ? 7 : Number(canonicalCell(value, type, "number")),
        ),
      );
    case "text":
    case "enumeration":
    case "reference":
    case "coordinate":
      return texts(
        values.map((value) => (value === null ? null : String(canonicalCell(value, type, "number")))),
      );
  }
};

/** Codes into a dictionary that holds an entry which nothing uses, and not in the order of the declaration. */
const texts = (values: readonly (string | null)[]): BatchColumn => {
  const dictionary = ["没有使用", ...new Set(values.filter((value) => value !== null))].reverse();
  const codes = values.map((value) => (value === null ? 0 : dictionary.indexOf(value)));
  return {
    ...withNulls(bitmapOf(values.map((value) => value === null)), Uint16Array.from(codes)),
    dictionary,
  };
};

const withNulls = (nulls: Uint8Array | null, values: BatchColumn["values"]): BatchColumn =>
  nulls === null ? { values } : { values, nulls };

/** Bit set = missing; a column that misses nothing has none. */
const bitmapOf = (missing: readonly boolean[]): Uint8Array | null => {
  if (!missing.includes(true)) return null;
  const bitmap = new Uint8Array(Math.ceil(missing.length / 8));
  for (const [index, is] of missing.entries()) if (is) bitmap[index >> 3]! |= 1 << (index & 7);
  return bitmap;
};
