import { describe, expect, test } from "vitest";
import { compile } from "../../../compiler/pipeline.ts";
import { toColumns, type Column } from "../../bench/rules/columns.ts";
import { benchPolicy } from "../../bench/rules/policy.ts";
import { AT, makeRegister, type Institution } from "../../bench/rules/register.ts";
import {
  asGenerated,
  loadValidator,
  type BatchColumn,
  type BatchColumns,
  type Change,
} from "../../differential/javascript-module.ts";

const OBJECT = "定点医药机构";
/** No multiple of four or of eight, which is how many rows are judged at a time. */
const ROWS = 1003;

const { program } = compile({ policy: { name: "基准.tiaowen", text: benchPolicy }, vocabularies: [] });
const records = makeRegister(ROWS, "everyRecord");

/** Judges a short register by the states of its facts too, which only pays for a long one. */
const byStates: Change = (text) => {
  const changed = text.replace("total * 4 > this.length", "this.length < 0");
  if (changed === text) throw new Error("the test changes nothing");
  return changed;
};

/** Other arrays that hold the same facts. */
const FORMS: Readonly<Record<string, (column: Column) => BatchColumn>> = {
  "as they are": (column) => column,
  "amid other bytes": ({ values, nulls, ...rest }) => ({
    ...rest,
    values: amid(values),
    ...(nulls === undefined ? {} : { nulls: amid(nulls) as Uint8Array }),
  }),
  "with more rows than are asked for": ({ values, nulls, ...rest }) => ({
    ...rest,
    values: longer(values),
    ...(nulls === undefined ? {} : { nulls: Uint8Array.from([...nulls, 255, 255]) }),
  }),
  "with any bits where a fact is missing": ({ values, nulls, ...rest }) => {
    const changed = values.slice();
    for (let row = 0; row < ROWS; row += 1) {
      if (isMissing(nulls, row)) changed[row] = changed instanceof Float64Array ? 1e300 : 201 + (row % 50);
    }
    return { ...rest, values: changed, ...(nulls === undefined ? {} : { nulls }) };
  },
  "with NaN for missing numbers": ({ values, nulls, ...rest }) => ({
    ...rest,
    values:
      values instanceof Float64Array
        ? values.map((value, row) => (isMissing(nulls, row) ? NaN : value))
        : values,
    ...(nulls === undefined || values instanceof Float64Array ? {} : { nulls }),
  }),
  "with texts that nobody uses": ({ values, dictionary, ...rest }) =>
    dictionary === undefined
      ? { ...rest, values }
      : {
          ...rest,
          values: values.map((code) => code + 1),
          dictionary: ["没有使用", ...dictionary, "也没有使用", dictionary[0]!, "还是没有使用"],
        },
  "in wider numbers": ({ values, ...rest }) => ({
    ...rest,
    values: values instanceof Uint8Array ? Uint16Array.from(values) : Float64Array.from(values),
  }),
};

describe.each([
  ["row by row", asGenerated],
  ["by states", byStates],
] as const)("columns that are judged %s", (_, change) => {
  test.each(Object.keys(FORMS))("%s", async (form) => {
    const columns = Object.entries(toColumns(records).columns);
    expect(
      await differences(change, records, {
        length: ROWS,
        columns: Object.fromEntries(columns.map(([field, column]) => [field, FORMS[form]!(column)])),
      }),
    ).toEqual([]);
  });

  test.each(["机构类别", "存在欺诈骗保行为", "上次复核日期", "年度医保业务量", "年度医保费用"] as const)(
    "without the column %s",
    async (field) => {
      const without = records.map((record) => ({ ...record, [field]: null }));
      const { [field]: _left, ...columns } = toColumns(records).columns;
      expect(await differences(change, without, { length: ROWS, columns })).toEqual([]);
    },
  );

  test("without any column, and without any row", async () => {
    const unknown = records.map(({ 编号 }) => ({ 编号 }) as Institution);
    expect(await differences(change, unknown, { length: ROWS, columns: {} })).toEqual([]);
    expect(await differences(change, [], { length: 0, columns: {} })).toEqual([]);
    expect(await differences(change, [], toColumns(records.slice(0, 1)), 0)).toEqual([]);
  });

  test("codes that lead out of the dictionary are none of the values", async () => {
    const { columns } = toColumns(records);
    const codes = columns["经营性质"]!;
    const strange: BatchColumn = { ...codes, values: codes.values.map(() => 77) };
    const other: BatchColumn = { values: new Uint8Array(ROWS), dictionary: ["其他"], ...nullsOf(codes) };
    const judged = await batchWith(change);
    const [found, expected] = [strange, other].map((column) =>
      judged({ length: ROWS, columns: { ...columns, 经营性质: column } }),
    );
    expect(found).toEqual(expected);
  });
});

const nullsOf = ({ nulls }: Column): { readonly nulls?: Uint8Array } =>
  nulls === undefined ? {} : { nulls };

const isMissing = (nulls: Uint8Array | undefined, row: number): boolean =>
  (((nulls?.[row >> 3] ?? 0) >> (row & 7)) & 1) === 1;

/** The same values from the middle of a buffer; bytes from where no word begins. */
const amid = (values: Column["values"]): Column["values"] => {
  const bytes = values.BYTES_PER_ELEMENT;
  const room = new Uint8Array(bytes * (values.length + 6)).fill(255);
  room.set(new Uint8Array(values.buffer, values.byteOffset, values.byteLength), 3 * bytes);
  if (values instanceof Uint8Array) return new Uint8Array(room.buffer, 3, values.length);
  if (values instanceof Int32Array) return new Int32Array(room.buffer, 3 * bytes, values.length);
  return new Float64Array(room.buffer, 3 * bytes, values.length);
};

const longer = (values: Column["values"]): Column["values"] => {
  if (values instanceof Uint8Array) return Uint8Array.from([...values, 9, 9, 9]);
  if (values instanceof Int32Array) return Int32Array.from([...values, 9, 9, 9]);
  return Float64Array.from([...values, 9, 9, 9]);
};

const batchWith = async (
  change: Change,
): Promise<(columns: BatchColumns) => Readonly<Record<string, Uint8Array>>> => {
  const validator = await loadValidator(program!, change);
  const context = validator.createContext({ at: AT });
  return (columns) => validator.of(OBJECT).batch(columns, context).statuses;
};

/** Where a batch finds something else than `check` does for the record itself. */
const differences = async (
  change: Change,
  expected: readonly Institution[],
  columns: BatchColumns,
  length = columns.length,
): Promise<readonly string[]> => {
  const validator = await loadValidator(program!, asGenerated);
  const context = validator.createContext({ at: AT });
  const statuses = (await batchWith(change))({ ...columns, length });
  expect(Object.values(statuses).map((codes) => codes.length)).toEqual(
    Object.values(statuses).map(() => expected.length),
  );
  return expected.flatMap((record, row) =>
    Object.entries(validator.of(OBJECT).check({ ...record }, context)).flatMap(([id, status]) => {
      const found = validator.statuses[statuses[id]![row]!];
      return found === status ? [] : [`${id} of row ${row}: ${found}, not ${status}`];
    }),
  );
};
