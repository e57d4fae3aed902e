import * as fc from "fast-check";
import { z } from "zod";
import { describe, expect, test } from "vitest";
import { readDay } from "../../../compiler/data/index.ts";
import { DATE_PATTERN } from "../../../compiler/generate/schema/patterns.ts";
import { cellText, cellTextOf, mutated, plainValue } from "./cell-text.ts";
import { ajvRecord, load, PROGRAM, SAMPLE, TYPES, zodSchemas, type JsonRecord } from "./schema-world.ts";

const normal = zodSchemas(PROGRAM, false).get("样本")!;
const jitless = zodSchemas(PROGRAM, true).get("样本")!;
const ajv = ajvRecord(PROGRAM, "样本");

/** Whether a record is accepted; the three must agree. */
const accepts = (record: JsonRecord): boolean => {
  const byZod = normal.safeParse(record).success;
  expect({ jitless: jitless.safeParse(record).success, ajv: ajv(record) }, JSON.stringify(record)).toEqual({
    jitless: byZod,
    ajv: byZod,
  });
  return byZod;
};

const fieldName = fc.constantFrom(...Object.keys(TYPES));

/** A field with a text that may be written in it. */
const fieldAndText = fieldName.chain((name) => fc.tuple(fc.constant(name), cellTextOf(TYPES[name]!)));

/** What the loader makes of the record comes back from what it writes. */
const comesBack = (record: JsonRecord): void => {
  const { errors, canonical } = load(PROGRAM, SAMPLE, [record]);
  expect(errors, JSON.stringify(record)).toEqual([]);
  expect(canonical.map(comparable)).toEqual([comparable(record)]);
};

/**
 * Without the nulls, which mean the same as nothing. A coordinate may be written with more digits than a number
 * keeps; it comes back as the shortest text of the same numbers.
 */
const comparable = (record: JsonRecord): unknown =>
  Object.fromEntries(
    Object.entries(JSON.parse(JSON.stringify(record)) as JsonRecord)
      .filter(([, value]) => value !== null)
      .map(([name, value]) => [
        name,
        name === "位置" ? String(value).split(",").map(Number).join(",") : value,
      ]),
  );

describe("schemas accept exactly the canonical records that the loader accepts", () => {
  test("what the loader reads from any cell is accepted in its canonical spelling", () => {
    const seen = new Map<string, number>();
    fc.assert(
      fc.property(fieldAndText, ([name, text]) => {
        const { errors, canonical } = load(PROGRAM, SAMPLE, [{ 编号: "甲", [name]: text }]);
        const [record] = canonical;
        if (errors.length > 0 || record === undefined || !(name in record)) return;
        seen.set(name, (seen.get(name) ?? 0) + 1);
        expect(accepts(record), JSON.stringify(record)).toBe(true);
        comesBack(record);
      }),
      { numRuns: 12_000 },
    );
    expect(Object.keys(TYPES).filter((name) => !seen.has(name))).toEqual([]);
  });

  test("what a schema accepts is loaded without an error and comes back the same", () => {
    const seen = new Map<string, number>();
    const fieldAndValue = fieldName.chain((name) => {
      const text = cellTextOf(TYPES[name]!);
      const value: fc.Arbitrary<unknown> = fc.oneof(
        { weight: 4, arbitrary: text },
        { weight: 3, arbitrary: mutated(text) },
        { weight: 2, arbitrary: plainValue },
      );
      return fc.tuple(fc.constant(name), value);
    });
    fc.assert(
      fc.property(fieldAndValue, ([name, written]) => {
        const record = { 编号: "甲", [name]: written };
        if (!accepts(record)) return;
        if (written !== null) seen.set(name, (seen.get(name) ?? 0) + 1);
        comesBack(record);
      }),
      { numRuns: 15_000 },
    );
    expect(Object.keys(TYPES).filter((name) => !seen.has(name))).toEqual([]);
  });

  test("one change of a canonical record is judged alike by all", () => {
    const changed = fieldAndText.chain(([name, text]) => {
      const [record] = load(PROGRAM, SAMPLE, [{ 编号: "甲", [name]: text }]).canonical;
      const canonical = record?.[name];
      return fc.tuple(
        fc.constant(name),
        mutated(fc.constant(typeof canonical === "string" ? canonical : text)),
      );
    });
    let accepted = 0;
    fc.assert(
      fc.property(changed, ([name, written]) => {
        const record = { 编号: "甲", [name]: written };
        if (!accepts(record)) return;
        accepted += 1;
        comesBack(record);
      }),
      { numRuns: 12_000 },
    );
    expect(accepted).toBeGreaterThan(100);
  });

  test("every day that there is, and no other", () => {
    const day = (year: number, month: number, date: number): string =>
      [String(year).padStart(4, "0"), String(month).padStart(2, "0"), String(date).padStart(2, "0")].join(
        "-",
      );
    const years = Array.from({ length: 10_000 }, (_, year) => [day(year, 2, 28), day(year, 2, 29)]).flat();
    const days = [0, 1, 1900, 2000, 2023, 2024].flatMap((year) =>
      Array.from({ length: 14 * 33 }, (_, at) => day(year, Math.floor(at / 33), at % 33)),
    );
    const pattern = new RegExp(DATE_PATTERN, "u");
    expect([...years, ...days].filter((text) => pattern.test(text) !== (readDay(text) !== null))).toEqual([]);
  });

  test("the 编号 is any text without white space at its ends, and needed", () => {
    fc.assert(
      fc.property(fc.oneof(cellText, plainValue), (id) => {
        const accepted = accepts({ 编号: id });
        expect(accepted).toBe(typeof id === "string" && id !== "" && id.trim() === id);
        if (accepted) comesBack({ 编号: id });
      }),
    );
    expect(accepts({})).toBe(false);
    expect(accepts({ 编号: null })).toBe(false);
  });

  test("whole records of many fields, and what is no record", () => {
    const record = fc.dictionary(fieldName, fc.oneof(cellText, plainValue), {
      maxKeys: 6,
      noNullPrototype: true,
    });
    fc.assert(
      fc.property(record, (fields) => {
        if (accepts({ 编号: "甲", ...fields })) comesBack({ 编号: "甲", ...fields });
      }),
      { numRuns: 2000 },
    );
    for (const value of [null, 1, "甲", [], [{ 编号: "甲" }], true]) {
      expect([normal.safeParse(value).success, jitless.safeParse(value).success, ajv(value)]).toEqual([
        false,
        false,
        false,
      ]);
    }
  });

  test.each([
    ["业务量", [999_999_999_999_999, -999_999_999_999_999, 0], [1e15, -1e15, 1.5, "5"]],
    [
      "系数",
      ["0", "-0.3", "999999999.999999", "7"],
      ["-0", "0.30", "07", ".5", "1000000000", "0.0000001", 7, "1e3"],
    ],
    ["比例", ["85.25%", "0%", "-3%"], ["85.25", "85.250%", "0.125%", "85％", "-0%"]],
    ["微量", ["0", "0.000999999999999999", "0.000000000000000001"], ["0.001", "1", "0.0000000000000000001"]],
    [
      "日期",
      ["2024-02-29", "2000-02-29", "0001-01-01", "9999-12-31"],
      ["2023-02-29", "1900-02-29", "0000-01-01", "2024-2-29", "2024-04-31"],
    ],
    [
      "位置",
      ["129.618,44.583", "73,3", "136,54"],
      ["44.583,129.618", "129.6180,44.583", "136.5,20", "129.618, 44.583", [1, 2]],
    ],
    ["等级", ["三级", "__proto__"], ["A级", "三 级", ""]],
    ["开通", [true, false], ["是", 1, "true"]],
    ["名称", ["甲 乙", "-", "\ud800"], ["", " 甲", "甲\u3000", 12]],
  ])("%s", (name, good, bad) => {
    for (const value of good) expect(accepts({ 编号: "甲", [name]: value }), String(value)).toBe(true);
    for (const value of bad) expect(accepts({ 编号: "甲", [name]: value }), String(value)).toBe(false);
  });
});

describe("messages", () => {
  const messages = (record: unknown): readonly string[] =>
    jitless.safeParse(record).error?.issues.map(({ message }) => message) ?? [];

  test("say where, what was found and what was expected", () => {
    expect(messages({ 编号: "甲", 业务量: "5", 比例: "85", 等级: "四级", 日期: "2023-02-29", 名次: 1 }))
      .toMatchInlineSnapshot(`
        [
          "“业务量”应为整数（绝对值小于1000万亿，单位为笔），现为文字“5”。",
          "“比例”应为百分比的文字（至多2位小数，不写多余的零，绝对值小于10万亿%），如“12.5%”，现为文字“85”。",
          "“等级”应为“三级”、“二级”、“Ａ 级”、“null”、“1”、“__proto__”之一，现为文字“四级”。",
          "“日期”应为确有其日的日期文字，如“2025-01-24”，现为文字“2023-02-29”。",
          "“样本”中没有“名次”，请核对名称或者删去。",
        ]
      `);
    expect(messages([])).toMatchInlineSnapshot(`
      [
        "“样本”应为对象（{…}），现为列表。",
      ]
    `);
    expect(messages({ 编号: " " })).toMatchInlineSnapshot(`
      [
        "“编号”应为首尾没有空白的非空文字，现为文字“ ”。",
      ]
    `);
  });

  test("are one for each failure, in Chinese, with the name of the field", () => {
    fc.assert(
      fc.property(fieldName, fc.oneof(cellText, plainValue), (name, written) => {
        const found = messages({ 编号: "甲", [name]: written });
        expect(found.length).toBe(accepts({ 编号: "甲", [name]: written }) ? 0 : 1);
        for (const message of found) expect(message).toMatch(new RegExp(`^“${name}”应为.*，现为.*。$`, "s"));
      }),
      { numRuns: 3000 },
    );
  });

  test("titles and descriptions are in the schemas", () => {
    const schema = z.toJSONSchema(zodSchemas(PROGRAM, false).get("样本")!) as {
      readonly properties: Readonly<Record<string, { readonly title: string; readonly description: string }>>;
    };
    expect(Object.entries(schema.properties).map(([name, { title }]) => [name, title])).toEqual(
      ["编号", ...Object.keys(TYPES)].map((name) => [name, name]),
    );
    expect(schema.properties["预算"]!.description).toMatchInlineSnapshot(
      `"数值，单位为万元，以文字表示，至多2位小数，绝对值小于10万亿；不知道的可以不填。"`,
    );
  });
});
