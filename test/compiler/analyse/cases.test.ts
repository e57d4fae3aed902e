import { describe, expect, test } from "vitest";
import { generateCases, type Goal } from "../../../compiler/analyse/cases/index.ts";
import { replaced, showing } from "../../../compiler/analyse/cases/goal.ts";
import { judge, smallWorld, startRun } from "../../../compiler/evaluate/index.ts";
import { compile, runCases, type Program } from "../../../compiler/index.ts";
import { withCases } from "../../../compiler/insert-cases.ts";
import type { World } from "../../../compiler/model/facts.ts";
import { isUnconfirmed } from "../../../compiler/model/unconfirmed.ts";
import { cities, compileCity } from "../../support/city.ts";
import { chanceFrom } from "../../support/random-worlds.ts";
import { randomLaw, worldsOf } from "./properties-random.ts";

const AT = 20_454;
const OPEN: ReadonlySet<string> = new Set(["未知", "需裁量"]);

/** Whether a world shows a goal, by the definition and nothing else. */
const shows = (program: Program, goal: Goal, world: World): boolean => {
  const { asks, owner } = goal;
  const facts = smallWorld(world);
  const run = startRun(program, facts, AT);
  if (asks.kind === "result")
    return facts.records(owner.kind === "decision" ? owner.decision.object : "").some((record) => {
      const { status, value } = judge(run, owner.kind === "decision" ? owner.decision.id : "", record);
      return asks.is({ status, value: value?.kind === "enumeration" ? value.value : null });
    });
  const other = startRun(replaced(program, owner, asks.clause, asks.by), facts, AT);
  return showing(program, owner).some((decision) =>
    facts.records(decision.object).some((record) => {
      const [before, after] = [judge(run, decision.id, record), judge(other, decision.id, record)];
      if (OPEN.has(before.status) || OPEN.has(after.status)) return false;
      return (
        before.status !== after.status ||
        (before.value?.kind === "enumeration" &&
          after.value?.kind === "enumeration" &&
          before.value.value !== after.value.value)
      );
    }),
  );
};

describe("generated cases on random small programs", () => {
  test("what is said to be impossible is shown by no world, and nothing is left undecided", async () => {
    const tally = { made: 0, impossible: 0 };
    const wrong: string[] = [];
    for (let seed = 0; seed < 8; seed += 1) {
      const chance = chanceFrom(seed);
      const program = randomLaw(chance);
      const { cases, uncovered } = await generateCases(program, { second: null });
      tally.made += cases.length;
      const worlds = worldsOf(chance);
      for (const { goal, verdict } of uncovered) {
        tally.impossible += 1;
        const world = worlds.find((each) => shows(program, goal, each));
        // An exception that no rule is subject to shows itself nowhere.
        const isRead = showing(program, goal.owner).length > 0;
        if (verdict !== (isRead ? "不可能出现" : "用例写不出"))
          wrong.push(`${seed} ${goal.title}: ${verdict}`);
        if (world !== undefined) wrong.push(`${seed} ${goal.title}: said to be impossible`);
      }
    }
    expect(wrong).toEqual([]);
    expect(tally.made).toBeGreaterThan(40);
    expect(tally.impossible).toBeGreaterThan(5);
  }, 120_000);
});

describe("generated cases of the cities", () => {
  test.each(cities)("$folder: each case would notice what it is said to cover", async (city) => {
    const compiled = compileCity(city);
    const program = compiled.program!;
    const generated = await generateCases(program, { second: null });
    const written = compileCity(city, withCases(compiled.file, generated.cases));
    expect(written.diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
    const byName = new Map(written.program!.cases.filter(isUnconfirmed).map((each) => [each.name, each]));
    expect(byName.size).toBe(generated.cases.length);
    const blind: string[] = [];
    for (const { name, covers } of generated.cases) {
      const one = byName.get(name.replaceAll("％", "%"))!;
      expect(runCases({ ...program, cases: [one] }).cases[0]!.passed).toBe(true);
      for (const goal of covers) {
        if (goal.asks.kind === "result" || goal.kind === "items") continue;
        const variant = replaced(program, goal.owner, goal.asks.clause, goal.asks.by);
        if (runCases({ ...variant, cases: [one] }).cases[0]!.passed) blind.push(`${name}: ${goal.title}`);
      }
    }
    expect(blind).toEqual([]);
    expect(generated.uncovered.filter(({ verdict }) => verdict !== "不可能出现")).toEqual([]);
  });
});

describe("limits", () => {
  const policyWith = (rules: string): string => `【政策】
名称：示例办法
施行：2025年1月1日
【对象】药店
业务量：整数（笔）；
复核日期：日期；
评级：由高到低为甲级、乙级、丙级；
新设：是否；
重点：是否。
【参数】业务量标准
单位为笔，由市医疗保障局确定。
【措施】
限期整改。
【完】
第一条　药店按照规定限期整改。
${rules}
【完】
`;

  const namesOf = async (rules: string): Promise<readonly string[]> => {
    const { program, diagnostics } = compile({
      policy: { name: "示例.tiaowen", text: policyWith(rules) },
      vocabularies: [],
    });
    expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
    const { cases } = await generateCases(program!, { second: null, kinds: ["boundaries"] });
    return cases.map(({ name, text }) => `${name} → ${text.split("\n").at(-1)}`);
  };

  test("a period: the day before it ends, the day, the day after", async () => {
    expect(
      await namesOf(`【规则】整改
距复核日期已满2年的药店，限期整改。`),
    ).toMatchInlineSnapshot(`
      [
        "待确认·整改：略低于「距复核日期已满2年」的界限 → 则「甲」的整改不成立。",
        "待确认·整改：恰在「距复核日期已满2年」的界限 → 则「甲」的整改成立。",
        "待确认·整改：略高于「距复核日期已满2年」的界限 → 则「甲」的整改成立。",
      ]
    `);
  });

  test("a period that can only end later: on the days on which it can", async () => {
    expect(
      await namesOf(`【规则】整改
复核日期不早于2026年1月1日且距复核日期已满2年的药店，限期整改。`),
    ).toMatchInlineSnapshot(`
      [
        "待确认·整改：复核日期2025年12月31日（略低于界限） → 则「甲」的整改不成立。",
        "待确认·整改：复核日期2026年1月1日（恰在界限）、恰在「距复核日期已满2年」的界限 → 则「甲」的整改成立。",
        "待确认·整改：复核日期2026年1月2日（略高于界限） → 则「甲」的整改成立。",
        "待确认·整改：略低于「距复核日期已满2年」的界限 → 则「甲」的整改不成立。",
        "待确认·整改：略高于「距复核日期已满2年」的界限 → 则「甲」的整改成立。",
      ]
    `);
  });

  test("an open parameter gets an ordinary amount, and an equality its neighbours", async () => {
    expect(
      await namesOf(`【规则】整改
业务量低于业务量标准的药店，限期整改。`),
    ).toMatchInlineSnapshot(`
      [
        "待确认·整改：业务量9笔（略低于界限） → 则「甲」的整改成立。",
        "待确认·整改：业务量10笔（恰在界限） → 则「甲」的整改不成立。",
        "待确认·整改：业务量11笔（略高于界限） → 则「甲」的整改不成立。",
      ]
    `);
  });

  test("an order: below, at, above", async () => {
    expect(
      await namesOf(`【规则】整改
评级乙级以上的药店，限期整改。`),
    ).toMatchInlineSnapshot(`
      [
        "待确认·整改：略低于「评级乙级以上」的界限 → 则「甲」的整改不成立。",
        "待确认·整改：恰在「评级乙级以上」的界限 → 则「甲」的整改成立。",
        "待确认·整改：略高于「评级乙级以上」的界限 → 则「甲」的整改成立。",
      ]
    `);
  });

  test("an exception, and a neighbour within a distance", async () => {
    expect(
      await namesOf(`【规则】整改
步行1.5公里内有新设的药店的药店，限期整改。
【例外】重点
重点的药店，不受整改限制。`),
    ).toMatchInlineSnapshot(`
      [
        "待确认·整改：略低于「步行1.5公里内有新设的药店」的界限 → 则「甲」的整改成立。",
        "待确认·整改：恰在「步行1.5公里内有新设的药店」的界限 → 则「甲」的整改成立。",
        "待确认·整改：略高于「步行1.5公里内有新设的药店」的界限 → 则「甲」的整改不成立。",
      ]
    `);
  });
});
