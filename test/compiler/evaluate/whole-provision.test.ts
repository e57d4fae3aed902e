import { expect, test } from "vitest";
import { evaluate, explain, smallWorld } from "../../../compiler/evaluate/index.ts";
import { compile } from "../../../compiler/pipeline.ts";
import { explainTree } from "../../../compiler/report/explain-tree.ts";
import { basisInWords } from "../../../compiler/report/result-words.ts";
import { record, truth } from "../../support/program-builder.ts";

const text = `【政策】
名称：示例市食堂管理办法；
地区：示例市；
制定机关：示例市民政局；
阶段：正式；
印发日期：2024年12月20日；
施行：2025年1月1日；
【完】
示例市食堂管理办法

第一条　食堂有下列情形之一的，应当限期
整改：
（一）证照不全；
（二）没有厨师。

【对象】食堂
证照齐全：是否；
配备厨师：是否。

【措施】
限期整改。

【规则】整改
食堂未证照齐全或者未配备厨师的，应当限期整改。
【完】
`;
const { program } = compile({ policy: { name: "办法.tiaowen", text }, vocabularies: [] });
const world = smallWorld({
  records: [record("食堂", "甲", { 证照齐全: truth(false), 配备厨师: truth(true) })],
});

test("a whole provision is quoted in its own words, and cut where there is little room", () => {
  const outcome = evaluate(program!, world, { at: 20_200 }).outcomes[0]!;
  const quote = "食堂有下列情形之一的，应当限期整改：（一）证照不全；（二）没有厨师。";
  expect(outcome.citations).toEqual([
    { path: "1", label: "第一条", quote, start: expect.any(Number), end: expect.any(Number), ruleItem: null },
  ]);
  expect(basisInWords(outcome, 12)).toMatch(/^第一条[“「]食堂有下列[^”」]*…[”」]$/);
  const told = explain(program!, world, { at: 20_200 }, { object: "食堂", id: "甲", decision: "整改" })!;
  expect(explainTree(program!.policy, told)).toContain("依据：第一条「食堂有下列情形之一的");
});
