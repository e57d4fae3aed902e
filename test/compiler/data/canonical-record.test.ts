import { describe, expect, test } from "vitest";
import {
  canonicalCell,
  canonicalParameters,
  canonicalRegister,
  loadFacts,
  parseCell,
  type Decimals,
} from "../../../compiler/data/index.ts";
import type { Type } from "../../../compiler/model/type.ts";
import { file, level, number, objectType, schema, share } from "./schema.ts";

const written = (text: string, type: Type, decimals: Decimals): unknown => {
  const parsed = parseCell(text, { type });
  return parsed.kind === "value" ? canonicalCell(parsed.value, type, decimals) : parsed;
};

const acres = number({ dimension: "area", unit: "亩", scale: 1 });
const wan = number({ dimension: "money", unit: "万元", scale: 2 });
const kilometres = number({ dimension: "length", unit: "公里", scale: 0, integer: true });

describe("one spelling for one value", () => {
  test.each<readonly [string, Type, string | number | boolean, string | number | boolean]>([
    ["是", { kind: "boolean" }, true, true],
    [" 甲 ", { kind: "text" }, "甲", "甲"],
    ["12.50", number(), "12.5", 12.5],
    ["-0", number(), "0", 0],
    ["-0.30", number(), "-0.3", -0.3],
    ["999999999.999999", number(), "999999999.999999", 999_999_999.999_999],
    ["3.5亩", acres, "3.5", 3.5],
    ["200平方米", acres, "0.3", 0.3],
    ["12000元", wan, "1.2", 1.2],
    ["3000米", kilometres, 3, 3],
    ["百分之八十五", share, "85%", 85],
    ["85.25％", share, "85.25%", 85.25],
    ["０%", share, "0%", 0],
    ["三 级", level, "三级", "三级"],
    ["2025年1月4日", { kind: "date" }, "2025-01-04", "2025-01-04"],
    ["0001/1/1", { kind: "date" }, "0001-01-01", "0001-01-01"],
    ["9999-12-31", { kind: "date" }, "9999-12-31", "9999-12-31"],
    ["东经129.6180，北纬44.583", { kind: "coordinate", system: null }, "129.618,44.583", "129.618,44.583"],
    ["甲", { kind: "reference", object: "县区" }, "甲", "甲"],
  ])("%s", (text, type, inText, inNumbers) => {
    expect(written(text, type, "text")).toBe(inText);
    expect(written(text, type, "number")).toBe(inNumbers);
  });
});

describe("the whole of what was loaded", () => {
  const { facts } = loadFacts(schema, [
    file("机构.csv", "编号,业务量,床位利用率,所在县区\n乙,5笔,,东\n甲,,85%,东\n"),
    file("县区.csv", "编号\n东\n"),
    file(
      "参数.csv",
      "名称,地区,自,值,出处\n业务量极少标准,,,5,\n床位利用率标准,东,2025-01-01,80.5%,会议纪要\n",
    ),
  ]);

  test("records by object, without what is unknown", () => {
    expect(canonicalRegister(facts, schema, "text")).toEqual({
      机构: [
        { 编号: "乙", 业务量: 5, 所在县区: "东" },
        { 编号: "甲", 床位利用率: "85%", 所在县区: "东" },
      ],
      县区: [{ 编号: "东" }],
    });
  });

  test("parameters that were supplied", () => {
    expect(canonicalParameters(facts, schema, "number")).toEqual([
      { name: "业务量极少标准", from: null, region: null, value: 5, source: null },
      { name: "床位利用率标准", from: "2025-01-01", region: "东", value: 80.5, source: "会议纪要" },
    ]);
  });

  test("a field may be called like the prototype of an object", () => {
    const object = objectType("机构", {});
    const odd = {
      ...object,
      fields: new Map([
        ["__proto__", { ...schema.objects.get("机构")!.fields.get("名称")!, name: "__proto__" }],
      ]),
    };
    const program = { ...schema, objects: new Map([["机构", odd]]) };
    const { facts: read } = loadFacts(program, [file("机构.json", '[{"编号": "甲", "__proto__": "乙"}]')]);
    const [record] = canonicalRegister(read, program, "text")["机构"]!;
    expect(Object.entries(record!)).toEqual([
      ["编号", "甲"],
      ["__proto__", "乙"],
    ]);
  });
});
