import { describe, expect, test } from "vitest";
import { compile, runCases } from "../../../compiler/index.ts";
import { exampleFile } from "../../../compiler/resolve/example.ts";
import { findsAmong, findsIn, mended, told } from "./rule-finds.ts";

const RULES = (first: string, second: string): string => `【规则】民营
民营的医药机构，${first}限期整改。
【规则】药店
药店，${second}限期整改。`;

describe("two norms on one measure", () => {
  test.each([
    ["应当", "不得", "rule-conflict", "error"],
    ["必须", "严禁", "rule-conflict", "error"],
    ["可以", "不再", "rule-conflict", "error"],
    ["", "不得", "rule-conflict", "error"],
    ["原则上应当", "不得", "rule-conflict-in-principle", "warning"],
    ["应当", "原则上不得", "rule-conflict-in-principle", "warning"],
    ["可以", "原则上不得", "rule-conflict-in-principle", "warning"],
    ["鼓励", "不得", "rule-conflict-in-principle", "warning"],
  ])("%s against %s is %s", async (first, second, code, severity) => {
    const found = await findsAmong(RULES(first, second), "rule-conflict");
    expect(found.map((each) => [each.code, each.severity, each.certainty])).toEqual([
      [code, severity, "shown"],
    ]);
  });

  test.each([
    ["应当", "无法同时执行"],
    ["可以", "一条允许，另一条禁止"],
    ["鼓励", "留有余地"],
  ])("%s against 不得: %s", async (first, words) => {
    const [finding] = await findsAmong(RULES(first, "不得"), "rule-conflict");
    expect(finding!.message).toContain(words);
  });

  test.each([
    ["应当", "应当"],
    ["不得", "不得"],
    ["应当", "鼓励"],
    ["不得", "原则上不得"],
  ])("%s and %s go together", async (first, second) => {
    expect(told(await findsAmong(RULES(first, second), "rule-conflict"))).toEqual([]);
  });

  test("the witness is the smallest, replays as a case, and both rules hold on it", async () => {
    const text = exampleFile(RULES("应当", "不得"));
    const [finding] = await findsIn(text, "rule-conflict");
    const { witness } = finding!;
    expect(witness!.facts).toEqual(["医药机构「甲」：机构类别为药店，经营性质为民营"]);
    expect(witness!.results.map(({ rule, status }) => `${rule}${status}`)).toEqual(["民营成立", "药店成立"]);
    const compiled = compile({
      policy: { name: "示例.tiaowen", text: `${text}\n${witness!.caseText}` },
      vocabularies: [],
    });
    expect(runCases(compiled.program!).cases.map(({ passed }) => passed)).toEqual([true]);
    expect(compiled.program!.cases[0]!.expectations).toHaveLength(2);
  });

  test("either rule can be taken out of the other, and the finding is gone", async () => {
    const text = exampleFile(RULES("应当", "不得"));
    const [finding] = await findsIn(text, "rule-conflict");
    const after = mended(text, finding!);
    expect(after).toHaveLength(2);
    expect(after[0]).toContain("【例外】民营的除外\n民营的医药机构，不受药店限制。\n");
    expect(after[1]).toContain("【例外】药店的除外\n药店，不受民营限制。\n");
    for (const each of after) expect(await findsIn(each, "rule-conflict")).toEqual([]);
  });

  test("a rule that lies wholly within the other is not taken away by it", async () => {
    const text = exampleFile(`【规则】民营
民营的医药机构，应当限期整改。
【规则】民营药店
民营的药店，不得限期整改。`);
    const [finding] = await findsIn(text, "rule-conflict");
    const after = mended(text, finding!);
    expect(after).toHaveLength(1);
    expect(after[0]).toContain("【例外】民营药店的除外\n民营的药店，不受民营限制。\n");
    expect(await findsIn(after[0]!, "exception-swallows")).toEqual([]);
  });

  test("across articles both provisions are named", async () => {
    const found = await findsAmong(
      RULES("应当", "应当"),
      "rule-conflict",
      "",
      "第二条　乡村的机构不得整改。\n【规则】公立药店\n公立药店，不得限期整改。\n【完】",
    );
    expect(found.map(({ places }) => places.map(({ label, rule }) => `${label}${rule}`))).toEqual([
      ["第一条药店", "第二条公立药店"],
    ]);
  });

  test("rules that cannot meet are not in conflict: disjoint, excepted, or under two readings of the same words", async () => {
    const disjoint = `【规则】少
医药机构业务量低于100笔的，应当限期整改。
【规则】多
医药机构业务量100笔以上的，不得限期整改。`;
    expect(await findsAmong(disjoint, "rule-conflict")).toEqual([]);
    const excepted = `【规则】民营
民营的医药机构，应当限期整改，但机构类别为药店的除外。
【规则】药店
药店，不得限期整改。`;
    expect(await findsAmong(excepted, "rule-conflict")).toEqual([]);
    const readings = `【规则】民营
民营的医药机构，应当限期整改，限「业务量过少」读法一。
【规则】药店
药店，不得限期整改，限「业务量过少」读法二。
【理解】「业务量过少」
读法一：不足百笔；读法二：不足千笔。采读法一，状态为暂拟。`;
    expect(await findsAmong(readings, "rule-conflict")).toEqual([]);
  });

  test("a conflict under a reading that is not adopted is found under it", async () => {
    const blocks = `【规则】民营
民营的医药机构，应当限期整改。
【规则】药店
药店，不得限期整改，限「业务量过少」读法二。
【理解】「业务量过少」
读法一：不足百笔；读法二：不足千笔。采读法一，状态为暂拟。`;
    const [finding] = await findsAmong(blocks, "rule-conflict");
    expect([...finding!.witness!.readings]).toEqual([["业务量过少", 2]]);
  });

  test("more than can be looked at is said, not passed over", async () => {
    const many = Array.from(
      { length: 30 },
      (_, index) => `【规则】应当${index}号
医药机构业务量超过${index}笔的，应当限期整改。
【规则】不得${index}号
医药机构结算额超过${index}元的，不得限期整改。`,
    ).join("\n");
    const found = await findsAmong(many, "rule-conflict");
    const open = found.filter(({ certainty }) => certainty === "undecided");
    expect(found.length - open.length).toBe(40);
    expect(open.map(({ reason }) => reason)).toEqual(["规则较多，另有860对规则没有逐对核对。"]);
  });
});
