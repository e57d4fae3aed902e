import { describe, expect, test } from "vitest";
import { laterDays } from "../../../compiler/analyse/later-days.ts";
import { analysePolicy } from "../../../compiler/analyse-policy.ts";
import { compile } from "../../../compiler/index.ts";
import { toDay } from "../../../compiler/evaluate/calendar.ts";
import { runCases } from "../../../compiler/evaluate/index.ts";
import type { Program } from "../../../compiler/model/ir.ts";
import { exampleFile } from "../../../compiler/resolve/example.ts";
import { compareWithParent } from "../../../compiler/within.ts";

const day = (year: number, month = 1, of = 1): number => toDay({ year, month, day: of });

const AT = day(2025);

const DATED = `【参数】低量标准
单位为笔，由市医疗保障局确定。
自2025年1月1日起为0笔；
自2027年1月1日起为100笔。`;

const programOf = (text: string): Program => {
  const { program, diagnostics } = compile({ policy: { name: "示例.tiaowen", text }, vocabularies: [] });
  if (program === null) throw new Error(diagnostics.map(({ message }) => message).join("\n"));
  return program;
};

const findingsIn = async (text: string, lastDay: number | null = null) => {
  const compiled = compile({ policy: { name: "示例.tiaowen", text }, vocabularies: [] });
  const program = programOf(text);
  const analysis = await analysePolicy(
    { ...compiled, program: { ...program, policy: { ...program.policy, lastDay } } },
    { at: AT, limits: { steps: 100_000, milliseconds: 5000 }, second: null },
  );
  return analysis!.findings;
};

const codesIn = async (text: string, lastDay: number | null = null): Promise<readonly string[]> =>
  (await findingsIn(text, lastDay)).map(({ code }) => code);

const RULE = (condition: string): string =>
  exampleFile(`【规则】甲\n医药机构${condition}的，应当限期整改。`, DATED);

const LATER = [
  ["a period that nothing can have lasted yet", "复核日期不早于2025年1月1日且距复核日期已满2年"],
  ["a value that begins later", "业务量低于低量标准"],
  [
    "a period that begins on a day to come",
    "复核日期不早于2030年3月1日且复核日期早于2030年4月1日且距复核日期已满1年且距复核日期未满2年",
  ],
] as const;

describe("what cannot come about yet is no clause without effect", () => {
  test.each(LATER)("%s", async (_, condition) => {
    expect(await codesIn(RULE(condition))).not.toContain("condition-never");
  });

  test.each(LATER)("%s: but it is one where the policy ends before", async (_, condition) => {
    expect(await codesIn(RULE(condition), day(2025, 12, 31))).toContain("condition-never");
  });

  test("what never comes about is told as before", async () => {
    expect(await codesIn(RULE("业务量低于低量标准且业务量超过200笔"))).toContain("condition-never");
  });
});

test("what comes about only later is told with its day, and its 用例 holds there", async () => {
  const text = exampleFile(
    `【认定】规模
医药机构的规模，按照下列规定认定：
（一）业务量低于低量标准，为小型；
（二）业务量50笔以上，为大型；
（三）业务量低于50笔，为中型。`,
    DATED,
  );
  const overlap = (await findingsIn(text)).find(({ code }) => code === "class-overlap");
  const witness = overlap!.witness!;
  expect(witness.at).toBe(day(2027));
  expect(witness.results.map(({ status }) => status)).toEqual(["冲突"]);
  const at = text.lastIndexOf("【完】");
  const pasted = programOf(`${text.slice(0, at)}${witness.caseText!}\n${text.slice(at + "【完】\n".length)}`);
  expect(runCases(pasted).cases.map(({ passed }) => passed)).toEqual([true]);
});

test("that a city is not wider on the day is told with the day, where another value begins later", async () => {
  const policy = (condition: string) =>
    compile({ policy: { name: "示例.tiaowen", text: RULE(condition) }, vocabularies: [] });
  const messages = async (parent: string, city: string) =>
    (
      await compareWithParent(policy(city), policy(parent), {
        at: AT,
        limits: { steps: 100_000, milliseconds: 5000 },
        second: null,
      })
    ).findings.map(({ code, message }) => [code, message.includes("基准日为2025年1月1日的情形")]);
  expect(await messages("业务量低于低量标准", "业务量低于低量标准或者业务量低于5笔")).toEqual([
    ["not-wider-than-parent", true],
  ]);
  expect(await messages("业务量低于3笔", "业务量低于5笔")).toEqual([["not-wider-than-parent", false]]);
});

describe("the days on which decisions may come out otherwise", () => {
  const daysOf = (condition: string): readonly number[] => {
    const program = programOf(RULE(condition));
    return laterDays(AT, [{ program, decision: program.decisions[0]! }], null);
  };

  test("none where every day is like the other", () => {
    expect(daysOf("业务量低于10笔且复核日期早于2030年1月1日")).toEqual([]);
  });

  test("where another value begins", () => {
    expect(daysOf("业务量低于低量标准")).toEqual([day(2027)]);
  });

  test("when periods have ended that begin then or on a day that is named", () => {
    const days = daysOf("复核日期早于2030年5月1日且距复核日期已满2年");
    expect(days).toEqual(days.toSorted((first, second) => first - second));
    expect(days).toEqual(
      expect.arrayContaining([day(2030, 5, 1), day(2032, 5, 1), day(2027), day(2027, 1, 2)]),
    );
  });
});
