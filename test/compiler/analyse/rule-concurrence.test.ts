import { describe, expect, test } from "vitest";
import { exampleFile } from "../../../compiler/resolve/example.ts";
import { findsAmong, findsIn, mended } from "./rule-finds.ts";

const MEASURES = "【措施】\n纳入定点评估、纳入自然退出、给予补贴、停止补贴。";

const RULES = (back: string, forward: string): string => `【规则】邻近
定点申请直线1公里内有医药机构的，${back}。
【规则】空白
定点申请所在县区内没有医药机构的，${forward}。`;

describe("rules that pull in different directions", () => {
  test.each([
    ["原则上不再新增定点", "可以纳入定点评估"],
    ["不得新增定点", "鼓励纳入定点评估"],
    ["不得新增定点", "支持纳入定点评估"],
    ["不得新增定点", "纳入定点评估"],
    ["不得新增定点", "应当纳入定点评估"],
    ["不得新增定点", "可以给予补贴"],
    ["停止补贴", "可以给予补贴"],
  ])("%s and %s", async (back, forward) => {
    const found = await findsAmong(RULES(back, forward), "rule-concurrence", MEASURES);
    expect(found.map(({ severity, certainty }) => [severity, certainty])).toEqual([["info", "shown"]]);
    expect(found[0]!.message).toContain(`“邻近”（${back}）与第一条“空白”（${forward}）`);
    expect(found[0]!.witness!.results.map(({ status }) => status)).toEqual(["成立", "成立"]);
  });

  test.each([
    ["应当新增定点", "可以纳入定点评估"],
    ["不得新增定点", "不得纳入定点评估"],
    ["不得新增定点", "应当纳入自然退出"],
    ["不得新增定点", "应当限期整改"],
    ["不得停止补贴", "可以给予补贴"],
    ["不得新增定点", "可以停止补贴"],
  ])("%s and %s pull the same way", async (back, forward) => {
    expect(await findsAmong(RULES(back, forward), "rule-concurrence", MEASURES)).toEqual([]);
  });

  const APART = (forward: string): string =>
    exampleFile(
      "【规则】邻近\n定点申请直线1公里内有医药机构的，不得新增定点。",
      MEASURES,
      `第二条　空白地区${forward}。\n【规则】空白\n定点申请所在县区内没有医药机构的，${forward}。\n【完】`,
    );

  test("in two articles only where they are about the same thing", async () => {
    expect(await findsIn(APART("可以纳入定点评估"), "rule-concurrence")).toHaveLength(1);
    expect(await findsIn(APART("可以给予补贴"), "rule-concurrence")).toEqual([]);
  });

  test("one rule against several is one finding, and either side can be put first", async () => {
    const text = exampleFile(
      `${RULES("不得新增定点", "可以纳入定点评估")}
【规则】公立
公立的定点申请，原则上不再新增定点。`,
      MEASURES,
    );
    const found = await findsIn(text, "rule-concurrence");
    expect(found.map(({ places }) => places.map(({ rule }) => rule))).toEqual([["邻近", "空白", "公立"]]);
    const after = mended(text, found[0]!);
    expect(after).toHaveLength(2);
    expect(after[0]).toContain(
      "【例外】空白的除外\n定点申请所在县区内没有医药机构的，不受邻近、公立限制。\n",
    );
    for (const each of after) expect(await findsIn(each, "rule-concurrence")).toEqual([]);
  });
});
