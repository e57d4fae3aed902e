import { describe, expect, test } from "vitest";
import { explain } from "../../../compiler/evaluate/explain/explain.ts";
import { smallWorld } from "../../../compiler/evaluate/small-world.ts";
import type { Value } from "../../../compiler/model/value.ts";
import {
  BOOLEAN,
  compareTerms,
  field,
  holds,
  measure,
  NUMBER,
  number,
  object,
  origin,
  parameter,
  program,
  read,
  record,
  self,
  some,
  truth,
  usedParameter,
} from "../../support/program-builder.ts";

const SHOP = "定点医药机构";
const shop = self(SHOP);
const COUNT = { ...NUMBER, dimension: "count", unit: "笔", integer: true, scale: 0 } as const;
const volume = read(shop, "年度医保业务量", COUNT);
const words = (text: string, item: string) => ({ words: text, item });

const exit = program({
  objects: [object(SHOP, [field("年度医保业务量", COUNT), field("主动申请解除协议", BOOLEAN)])],
  parameters: [parameter("业务量极少标准", { type: COUNT })],
  decisions: [
    measure(
      "自然退出",
      SHOP,
      some(
        compareTerms(
          volume,
          "<",
          usedParameter("业务量极少标准", COUNT),
          words("年度医保业务量低于业务量极少标准", "（一）"),
        ),
        holds(shop, "主动申请解除协议", words("主动申请解除协议", "（二）")),
      ),
      { origin: origin("自然退出", { provision: "16" }) },
    ),
  ],
});

const explained = (facts: Readonly<Record<string, Value>>, standard?: number) => {
  const values =
    standard === undefined
      ? []
      : [{ from: 19_000, region: null, value: number(standard), source: "医保发1号" }];
  const world = smallWorld({
    records: [record(SHOP, "甲", facts)],
    parameters: new Map([["业务量极少标准", values]]),
  });
  return explain(exit, world, { at: 20_000 }, { object: SHOP, id: "甲", decision: "自然退出" })!;
};

describe("explanations", () => {
  test("the tree has a step for each part, with the fact, the parameter and where they came from", () => {
    const { step, outcome } = explained({ 年度医保业务量: number(5), 主动申请解除协议: truth(false) }, 10);
    expect(step).toMatchObject({
      kind: "rule",
      value: outcome.status,
      truth: { kind: "true" },
      provision: "16",
    });
    const [list] = step.steps;
    expect(list).toMatchObject({
      kind: "group",
      truth: { kind: "true" },
      note: "符合其中一项即可：2项中符合1项，不符合1项。",
    });
    expect(list!.steps.map((each) => [each.kind, each.ruleItem, each.note])).toEqual([
      [
        "item",
        "规则条件（一）",
        "年度医保业务量为5笔，业务量极少标准为10笔，符合“年度医保业务量低于业务量极少标准”。",
      ],
      ["item", "规则条件（二）", "不符合“主动申请解除协议”。"],
    ]);
    expect(list!.steps[0]!.steps.map((each) => [each.kind, each.words, each.value, each.source])).toEqual([
      ["fact", "年度医保业务量", "5笔", "定点医药机构.csv"],
      ["parameter", "业务量极少标准", "10笔", "自2022年1月8日起，医保发1号"],
    ]);
  });

  test("the summary says what decided", () => {
    expect(explained({ 年度医保业务量: number(5), 主动申请解除协议: truth(false) }, 10).summary).toEqual([
      "定点医药机构“甲”的“自然退出”：成立。",
      "年度医保业务量为5笔，业务量极少标准为10笔，符合“年度医保业务量低于业务量极少标准”。",
    ]);
  });

  test("还缺什么 lists the fact and the decision that are open", () => {
    const { missing, outcome, nearest } = explained({ 主动申请解除协议: truth(false) });
    expect(outcome.status).toBe("未知");
    expect(missing.map((each) => each.request)).toEqual([
      "请补充“年度医保业务量”（定点医药机构“甲”）。",
      "请由统筹地区医疗保障部门确定“业务量极少标准”。",
    ]);
    expect(nearest).toBeNull();
  });

  test("nothing is missing that can no longer change the result", () => {
    expect(explained({ 主动申请解除协议: truth(true) }).missing).toEqual([]);
  });

  test("差多少 finds the limit exactly", () => {
    const { nearest } = explained({ 年度医保业务量: number(7), 主动申请解除协议: truth(false) }, 10);
    expect(nearest).toMatchObject({
      status: "不成立",
      changes: [{ field: "年度医保业务量", from: "7笔", to: "10笔" }],
    });
    const back = explained({ 年度医保业务量: number(12), 主动申请解除协议: truth(false) }, 10).nearest;
    expect(back).toMatchObject({
      status: "成立",
      changes: [{ field: "年度医保业务量", from: "12笔", to: "9笔" }],
    });
  });

  test("差多少 changes several facts where one is not enough", () => {
    const { nearest } = explained({ 年度医保业务量: number(7), 主动申请解除协议: truth(true) }, 10);
    expect(nearest?.status).toBe("不成立");
    expect(nearest?.changes.map((change) => [change.field, change.to])).toEqual([
      ["主动申请解除协议", "否"],
      ["年度医保业务量", "10笔"],
    ]);
  });
});
