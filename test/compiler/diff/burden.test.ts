import { describe, expect, test } from "vitest";
import { toldByWord } from "../../../language/index.ts";
import { compareRules } from "../../../compiler/diff/rules/index.ts";
import type { Program } from "../../../compiler/model/ir.ts";
import { compileRules } from "./rule-policy.ts";
import { behaviourOf } from "./behaviour-pair.ts";

describe("words that grant or impose", () => {
  test.each([
    ["给予运营补助", "benefit", "补助"],
    ["发放一次性奖励", "benefit", "奖励"],
    ["减征企业所得税", "benefit", "减征"],
    ["准予许可", "benefit", "准予"],
    ["免予处罚", "benefit", "免予处罚"],
    ["减轻行政处罚", "benefit", "减轻行政处罚"],
    ["给予停业补助", "benefit", "补助"],
    ["发放征收补偿", "benefit", "补偿"],
    ["取消退出补偿", "burden", "取消"],
    ["取消补助", "burden", "取消"],
    ["追回已发放的补贴", "burden", "追回"],
    ["不予补助", "burden", "不予"],
    ["责令限期改正", "burden", "责令"],
    ["缴纳补偿金", "burden", "缴纳"],
  ] as const)("%s is a %s", (measure, kind, word) => {
    expect(toldByWord(measure)).toEqual({ kind, word });
  });

  test.each(["办理登记", "降低补助标准", "返还补助", "报送材料"])("%s is not told", (measure) => {
    expect(toldByWord(measure)).toBeNull();
  });
});

describe("a rule that states what it grants", () => {
  const stated = (limit: string, exception = ""): string =>
    `【规则】甲规则\n机构业务量${limit}的，补助${exception}。`;

  test.each([
    ["a raised limit", stated("20笔以上"), stated("30笔以上"), "stricter", "tightened"],
    ["a limit that no longer holds itself", stated("20笔以上"), stated("超过20笔"), "stricter", "tightened"],
    [
      "an exception that is added",
      stated("20笔以上"),
      stated("20笔以上", "，但违规的除外"),
      "stricter",
      "tightened",
    ],
    ["a lowered limit", stated("30笔以上"), stated("20笔以上"), "looser", "loosened"],
  ])("%s", async (_name, before, after, verdict, direction) => {
    const { rules, changes } = await behaviourOf(compileRules(before), compileRules(after));
    expect(changes.map((change) => change.verdict)).toEqual([verdict]);
    expect(rules.changes.map(({ change }) => change.direction)).toEqual([direction]);
    expect(changes[0]!.ground).toContain("属于授益");
  });

  test("a permission of the documents tells before the words do, and takes the same side", async () => {
    const granted = (limit: number): string => `【规则】甲规则\n机构业务量${limit}笔以上的，可以补助。`;
    const { changes } = await behaviourOf(compileRules(granted(20)), compileRules(granted(30)));
    expect(changes.map(({ verdict, ground }) => [verdict, ground])).toEqual([
      ["stricter", "“可以补助”是授益，适用面扩大即放宽。"],
    ]);
  });

  test("a permission to sanction is no benefit: neither side is told", async () => {
    const allowed = (limit: number): string => `【规则】甲规则\n机构业务量${limit}笔以上的，可以退出。`;
    const { rules, changes } = await behaviourOf(compileRules(allowed(20)), compileRules(allowed(10)));
    expect(changes.map(({ verdict }) => verdict)).toEqual(["incomparable"]);
    expect(rules.changes.map(({ change }) => change.direction)).toEqual([null]);
  });

  test("what no word and no modal tells is a burden, and the ground says so", async () => {
    const listed = (limit: number): string => `【规则】甲规则\n机构业务量${limit}笔以上的，新增定点。`;
    const { changes } = await behaviourOf(compileRules(listed(20)), compileRules(listed(30)));
    expect(changes.map(({ verdict, ground }) => [verdict, ground])).toEqual([
      ["looser", "“新增定点”是应当采取的措施，没有“可以”等情态词表明是授益，适用面扩大即收紧。"],
    ]);
  });
});

describe("an exception in words", () => {
  const PLAIN = "【规则】甲规则\n机构业务量20笔以上的，";
  const EXCEPTION = "，但违规的除外。";

  test.each([
    ["补助", "违规的，不适用“甲规则”。", "违规的，也适用“甲规则”。"],
    ["退出", "违规的，不受“甲规则”限制。", "违规的，不再免受“甲规则”限制。"],
  ])("of a rule that orders %s", (measure, added, removed) => {
    const [without, withIt] = [
      compileRules(`${PLAIN}${measure}。`),
      compileRules(`${PLAIN}${measure}${EXCEPTION}`),
    ];
    const message = (left: Program, right: Program): string =>
      compareRules(left, right, []).changes[0]!.change.message;
    expect(message(without, withIt)).toContain(`：${added}`);
    expect(message(withIt, without)).toContain(`：${removed}`);
  });
});
