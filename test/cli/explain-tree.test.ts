import { expect, test } from "vitest";
import { explain, smallWorld } from "../../compiler/evaluate/index.ts";
import type { Value } from "../../compiler/model/value.ts";
import { explainJson } from "../../compiler/report/explain-json.ts";
import { explainTree } from "../../compiler/report/explain-tree.ts";
import { displayWidth } from "../../compiler/report/width.ts";
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
} from "../support/program-builder.ts";

const SHOP = "定点医药机构";
const shop = self(SHOP);
const COUNT = { ...NUMBER, dimension: "count", unit: "笔", integer: true, scale: 0 } as const;

const exit = program({
  objects: [object(SHOP, [field("年度医保业务量", COUNT), field("主动申请解除协议", BOOLEAN)])],
  parameters: [parameter("业务量极少标准", { type: COUNT })],
  decisions: [
    measure(
      "自然退出",
      SHOP,
      some(
        compareTerms(read(shop, "年度医保业务量", COUNT), "<", usedParameter("业务量极少标准", COUNT), {
          words: "年度医保业务量低于业务量极少标准",
          item: "（一）",
        }),
        holds(shop, "主动申请解除协议", { words: "主动申请解除协议", item: "（二）" }),
      ),
      { origin: origin("自然退出", { provision: "16" }) },
    ),
  ],
});

const explained = (facts: Readonly<Record<string, Value>>, standard?: number) => {
  const values =
    standard === undefined
      ? []
      : [{ from: null, region: null, value: number(standard), source: "医保发1号" }];
  const world = smallWorld({
    records: [record(SHOP, "甲", facts)],
    parameters: new Map([["业务量极少标准", values]]),
  });
  return explain(exit, world, { at: 20_000 }, { object: SHOP, id: "甲", decision: "自然退出" })!;
};

test("the tree shows each step under the one that it decides", () => {
  const tree = explainTree(
    exit.policy,
    explained({ 年度医保业务量: number(5), 主动申请解除协议: truth(false) }, 10),
    { all: true },
  );
  expect(tree).toMatchInlineSnapshot(`
    "自然退出（16）　成立　措施自然退出
    为什么
      定点医药机构“甲”的“自然退出”：成立。
      年度医保业务量为5笔，业务量极少标准为10笔，符合“年度医保业务量低于业务量极少标准”。
    推理过程
    真　自然退出：成立（定点医药机构.csv）
    └ 真　有下列情形之一
      │   符合其中一项即可：2项中符合1项，不符合1项。
      ├ 真　规则条件（一）　年度医保业务量低于业务量极少标准
      │ │   年度医保业务量为5笔，业务量极少标准为10笔，符合“年度医保业务量低于业务量极少标准”。
      │ ├ 年度医保业务量：5笔（定点医药机构.csv）
      │ └ 业务量极少标准：10笔（医保发1号）
      └ 假　规则条件（二）　主动申请解除协议
        │   不符合“主动申请解除协议”。
        └ 主动申请解除协议：否（定点医药机构.csv）
    还缺什么
      不缺事实，也没有待定事项。
    差多少
      定点医药机构 甲的“年度医保业务量”由5笔变为10笔，结果即为不成立。"
  `);
});

test("what is missing is asked for", () => {
  const tree = explainTree(exit.policy, explained({ 主动申请解除协议: truth(false) }), { all: true });
  expect(tree).toMatchInlineSnapshot(`
    "自然退出（16）　未知
    为什么不能判定
      定点医药机构“甲”的“自然退出”：未知。
      缺少定点医药机构“甲”的“年度医保业务量”。
      “业务量极少标准”尚未确定，由统筹地区医疗保障部门确定（第十六条）。
    推理过程
    不定　自然退出：未知（定点医药机构.csv）
    └ 不定　有下列情形之一
      │   符合其中一项即可：2项中不符合1项，不能判定1项。
      ├ 不定　规则条件（一）　年度医保业务量低于业务量极少标准
      │ │   不能判定是否符合“年度医保业务量低于业务量极少标准”：缺少定点医药机构“甲”的“年度医保业务量”；
      │ │   “业务量极少标准”尚未确定，由统筹地区医疗保障部门确定（第十六条）。
      │ ├ 年度医保业务量：未填（定点医药机构.csv）
      │ └ 业务量极少标准：未确定
      └ 假　规则条件（二）　主动申请解除协议
        │   不符合“主动申请解除协议”。
        └ 主动申请解除协议：否（定点医药机构.csv）
    还缺什么
      请补充“年度医保业务量”（定点医药机构“甲”）。
      请由统筹地区医疗保障部门确定“业务量极少标准”。
    差多少
      未能判定：结果尚不确定，补齐上列事项后再作计算。"
  `);
});

test("without all, the parts that decide nothing are named in one line", () => {
  const tree = explainTree(
    exit.policy,
    explained({ 年度医保业务量: number(5), 主动申请解除协议: truth(false) }, 10),
  );
  expect(tree).toContain("  ├ 真　规则条件（一）　年度医保业务量低于业务量极少标准");
  expect(tree).toContain("  └ 其余1项：不符合（二）");
  expect(tree).not.toContain("主动申请解除协议");
});

test("few requests and candidates are listed, with the count of the rest", () => {
  const explanation = explained({});
  const [request] = explanation.missing;
  const [list] = explanation.step.steps;
  const candidate = (id: string) => ({ ...list!, kind: "candidate" as const, value: id, steps: [] });
  const many = {
    ...explanation,
    missing: Array.from({ length: 9 }, () => request!),
    step: {
      ...explanation.step,
      steps: [{ ...list!, steps: ["甲", "乙", "丙", "丁", "戊"].map(candidate) }],
    },
  };
  const tree = explainTree(exit.policy, many);
  expect(tree.match(/请补充/g)).toHaveLength(5);
  expect(tree).toContain("等9项，加 --all 全部列出。");
  expect(tree).toContain("其余记录（丁、戊等）从略");
  expect(explainTree(exit.policy, many, { all: true }).match(/请补充/g)).toHaveLength(9);
});

test("a computed distance is told to the metre", () => {
  const explanation = explained({});
  const [list] = explanation.step.steps;
  const noted = (note: string) => ({ ...list!, steps: [], kind: "candidate" as const, note });
  const steps = [noted("乙，直线距离945.682米，符合条件。"), noted("丙，直线距离1.2918003公里，符合条件。")];
  const tree = explainTree(exit.policy, { ...explanation, step: { ...explanation.step, steps } });
  expect(tree).toContain("直线距离约946米");
  expect(tree).toContain("直线距离约1.292公里");
});

test("a narrow terminal is respected", () => {
  const tree = explainTree(exit.policy, explained({ 年度医保业务量: number(5) }, 10), { width: 60 });
  for (const line of tree.split("\n")) expect(displayWidth(line)).toBeLessThanOrEqual(60);
});

test("as data it holds the same, without anything that JSON cannot say", () => {
  const json = JSON.stringify(
    explainJson(exit.policy, 20_000, [explained({ 年度医保业务量: number(5) }, 10)]),
  );
  expect(JSON.parse(json)).toMatchObject({
    at: "2024-10-04",
    explanations: [{ result: { status: "成立" }, step: { kind: "rule", truth: "真" }, missing: [] }],
  });
});
