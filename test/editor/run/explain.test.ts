import { describe, expect, test } from "vitest";
import { placeOfCase, suggestedName } from "../../../editor/components/explain/case-place.ts";
import { exampleOf, optionsOf } from "../../../editor/components/explain/field-input.ts";
import { placeNow, placesOfStep } from "../../../editor/components/explain/places.ts";
import { nearestInWords, ordinal } from "../../../editor/components/explain/sentences.ts";
import { firstOpen, listSteps, parentOf, stepWords } from "../../../editor/components/explain/steps.ts";
import type { Explanation, FieldCard } from "../../../editor/worker/worker-api.ts";

type Step = Explanation["step"];

const step = (words: string, kind: "true" | "false" | null = null, steps: readonly Step[] = []): Step => ({
  kind: "condition",
  truth: kind === null ? null : { kind },
  value: null,
  setAside: false,
  absent: null,
  words,
  ruleItem: null,
  provision: null,
  label: null,
  quote: null,
  span: null,
  source: null,
  note: null,
  steps,
});

describe("the tree", () => {
  const root = step("规则", "true", [
    step("甲", "true", [step("事实")]),
    step("乙", "false", [step("不相干")]),
  ]);

  test("opens what decided and leaves the rest closed", () => {
    const open = firstOpen(root);
    expect(listSteps(root, open).map(({ key }) => key)).toEqual(["0", "0.0", "0.0.0", "0.1"]);
    expect(listSteps(root, new Set()).map(({ key }) => key)).toEqual(["0"]);
    expect(parentOf("0.1.2")).toBe("0.1");
    expect(parentOf("0")).toBe("0");
  });

  test("says once what a step has in common with the one above", () => {
    const above = { ...step("甲"), label: "第一条", quote: "原文" };
    const own = { ...step("业务量低于10笔，依据「原文」；"), label: "第一条", quote: "原文", value: "5笔" };
    expect(stepWords(own, above)).toEqual({ headline: "业务量低于10笔：5笔", below: [] });
    expect(stepWords({ ...own, source: "机构.csv 第2行" }, null).below).toEqual([
      "依据第一条「原文」",
      "来源：机构.csv 第2行",
    ]);
  });
});

describe("places of the words", () => {
  const citation = { path: "p", label: "第一条", quote: "应当退出", start: 2, end: 6, ruleItem: null };
  const cited = { ...step("规则"), label: "第一条", quote: "应当退出", span: { start: 8, end: 10 } };

  test("are the quoted words first and then those of the rule", () => {
    const text = "前文应当退出。规则文字";
    expect(placesOfStep(cited, [citation], { ranWith: text, now: text })).toEqual([
      { start: 2, end: 6 },
      { start: 8, end: 10 },
    ]);
  });

  test("are sought nearest to where they stood in a text that was changed", () => {
    const ranWith = "前文应当退出。";
    expect(placeNow(citation, { ranWith, now: "新的前文应当退出。应当退出" })).toEqual({ start: 4, end: 8 });
    expect(placeNow(citation, { ranWith, now: "别的文字" })).toBeNull();
  });
});

test("a case stands after the blocks of its rule and has a name of its own", () => {
  const text = "原文\n【规则】甲\n。\n【完】\n后文";
  const block = text.indexOf("【规则】");
  const end = text.indexOf("后文");
  const layout = [
    { kind: "official", span: { start: 0, end: block }, keyword: null, name: null },
    { kind: "block", span: { start: block, end }, keyword: "规则", name: "甲" },
    { kind: "official", span: { start: end, end: text.length }, keyword: null, name: null },
  ] as const;
  expect(text.slice(0, placeOfCase(layout, "甲", text))).toBe("原文\n【规则】甲\n。\n【完】");
  expect(placeOfCase(layout, "乙", text)).toBe(text.length);
  const outcome = { rule: "甲", id: "M1", status: "成立" } as const;
  expect(suggestedName(outcome, ["甲成立（M1）", "甲成立（M1）之2"])).toBe("甲成立（M1）之3");
});

test("fields are chosen where they have few values and typed otherwise", () => {
  const card = (
    kind: FieldCard["kind"],
    values: readonly string[] = [],
    unit: string | null = null,
  ): FieldCard => ({
    name: "字段",
    type: "",
    kind,
    values,
    unit,
  });
  expect(optionsOf(card("boolean"), "是")?.map(([value]) => value)).toEqual(["", "是", "否"]);
  expect(optionsOf(card("enumeration", ["一级", "二级"]), "九级")?.map(([, words]) => words)).toEqual([
    "未填",
    "九级",
    "一级",
    "二级",
  ]);
  expect(optionsOf(card("number"), "5")).toBeNull();
  expect(exampleOf(card("number", [], "元"))).toBe("未填，例如 12元");
});

test("sentences", () => {
  const nearest = {
    changes: [{ object: "机构", id: "M1", field: "业务量", from: "5笔", to: "10笔" }],
    status: "不成立",
    value: null,
  };
  expect(nearestInWords({ nearest, missing: [] } as unknown as Explanation)).toBe(
    "机构 M1的“业务量”由5笔变为10笔，结果就变为不成立。",
  );
  expect([1, 10, 11, 20, 99].map(ordinal)).toEqual(["一", "十", "十一", "二十", "九十九"]);
});
