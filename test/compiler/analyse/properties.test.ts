import { describe, expect, test } from "vitest";
import { checkProperties, type PropertyResult } from "../../../compiler/analyse/index.ts";
import { violationOf } from "../../../compiler/analyse/law.ts";
import { smallWorld, startRun } from "../../../compiler/evaluate/index.ts";
import { compile, runCases, type Program } from "../../../compiler/index.ts";
import { cities, compileCity } from "../../support/city.ts";
import { chanceFrom } from "../../support/random-worlds.ts";
import { randomLaw, worldsOf } from "./properties-random.ts";

const AT = 20_089;

const checked = (program: Program, runs = 40): Promise<readonly PropertyResult[]> =>
  checkProperties(program, { seed: 1, runs, second: null, at: AT });

describe("性质 on random small programs", () => {
  test("what is proved holds in every world, and what is refuted is broken where it is said", async () => {
    const tally = { 已证明: 0, 抽样通过: 0, 反例: 0, 无法抽样: 0 };
    const wrong: string[] = [];
    for (let seed = 0; seed < 250; seed += 1) {
      const chance = chanceFrom(seed);
      const program = randomLaw(chance);
      const [result] = await checked(program);
      const [property] = program.properties;
      tally[result!.status] += 1;
      const broken = worldsOf(chance).some(
        (world) => violationOf(startRun(program, smallWorld(world), AT), property!) !== null,
      );
      if (broken && result!.status === "已证明") wrong.push(`${seed} ${property!.kind}: proved, but broken`);
      const shown = result!.counterexample;
      if (shown === null) continue;
      const run = startRun(program, smallWorld(shown.sample.world), shown.sample.at);
      // For 单调 the amount that breaks it need not be one that the law tries of itself.
      if (property!.kind !== "monotone" && violationOf(run, property!) === null)
        wrong.push(`${seed} ${property!.kind}: refuted, but not broken`);
    }
    expect(wrong).toEqual([]);
    // Both verdicts are common, so that neither is passed over.
    expect(tally.已证明).toBeGreaterThan(80);
    expect(tally.反例).toBeGreaterThan(80);
    expect(tally.抽样通过).toBeLessThan(20);
  }, 120_000);
});

describe("性质 of policies", () => {
  test("both cities: proved, but for means and what is known not to hold", async () => {
    const found: string[] = [];
    for (const city of cities) {
      const results = await checkProperties(compileCity(city).program!, { seed: 1, runs: 100, second: null });
      found.push(
        ...results.map(({ property, status, passed, why }) =>
          [status, passed ? "通过" : "未通过", property.kind, property.name, why ?? ""].join(" ").trim(),
        ),
      );
    }
    expect(found).toMatchSnapshot();
  });

  test("a counterexample is a case that can be pasted, and it passes", async () => {
    for (const city of cities) {
      const { program } = compileCity(city);
      for (const { counterexample } of await checkProperties(program!, { seed: 1, runs: 60, second: null })) {
        if (counterexample === null) continue;
        const text = `${city.policy.text.trimEnd()}\n\n${counterexample.cases.join("\n")}\n`;
        const pasted = compileCity(city, text);
        expect(pasted.diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
        const before = program!.cases.length;
        const added = runCases(pasted.program!).cases.slice(before);
        expect(added.map(({ passed }) => passed)).toEqual(counterexample.cases.map(() => true));
      }
    }
  });

  const shops = (rules: string): string => `【政策】
名称：示例办法
施行：2025年1月1日
【对象】街区
常住人口：整数（人）。
【对象】药店
业务量：整数（笔）；
等级：由高到低为三级、二级、一级；
复核日期：日期；
得分：数值（分）；
新设：是否；
所在街区：街区。
【措施】
限期整改、退出布点。
【完】
第一条　药店按照规定限期整改、退出布点。
${rules}
【完】
`;

  const resultOf = async (rules: string): Promise<PropertyResult> => {
    const { program, diagnostics } = compile({
      policy: { name: "示例.tiaowen", text: shops(rules) },
      vocabularies: [],
    });
    expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
    return (await checkProperties(program!, { seed: 1, runs: 200, second: null }))[0]!;
  };

  test("单调: an amount that also counts among those of other records is proved all the same", async () => {
    const result = await resultOf(`【规则】整改
所在街区内至少有2家业务量低于10笔的药店的药店，限期整改。
【性质】业务量
整改随业务量单调递减。`);
    expect([result.status, result.why]).toEqual(["已证明", null]);
  });

  test("单调: the two cases differ in the field alone", async () => {
    const result = await resultOf(`【规则】整改
业务量低于10笔或者业务量超过100笔的药店，限期整改。
【性质】业务量
整改随业务量单调递减。`);
    expect(result.status).toBe("反例");
    expect(result.counterexample!.cases).toMatchInlineSnapshot(`
      [
        "【用例】反例·业务量·增加前
      设基准日为2025年1月1日；
      设药店「甲」：业务量为10笔；
      则「甲」的整改不成立。
      【完】",
        "【用例】反例·业务量·增加后
      设基准日为2025年1月1日；
      设药店「甲」：业务量为101笔；
      则「甲」的整改成立。
      【完】",
      ]
    `);
  });

  test("单调 over an order", async () => {
    const rule = (words: string): string => `【规则】整改
等级${words}的药店，限期整改。
【性质】等级
整改随等级单调递增。`;
    expect((await resultOf(rule("二级以上"))).status).toBe("已证明");
    expect((await resultOf(rule("二级以下"))).status).toBe("反例");
  });

  test("what depends on the day is proved for one day only, and said so", async () => {
    const result = await resultOf(`【规则】整改
距复核日期已满2年的药店，限期整改。
【性质】复核日期
整改随复核日期单调递减。`);
    expect([result.status, result.why]).toEqual([
      "抽样通过",
      "结果随基准日变化，只证明了基准日为2025年1月1日的情形，其他日期只作抽样。",
    ]);
  });

  test("a ranking is not proved; samples with ten and more records find what breaks", async () => {
    const ranked = (law: string): string => `【排名】得分排名
同一所在街区的药店按照得分由高到低排名；仍相同的，并列；名次数舍去。
【规则】退出
得分排名位于后10％的药店，退出布点。
【性质】得分
${law}`;
    const holds = await resultOf(ranked("任一新设的药店，则退出不为成立。"));
    expect(holds.status).toBe("反例");
    expect(holds.counterexample!.others.length).toBeGreaterThanOrEqual(9);
    const open = await resultOf(ranked("退出随得分单调递减。"));
    expect(open).toMatchObject({ status: "抽样通过", why: "排名等需要比较全部记录的条件，尚不能证明。" });
  });

  test("one marked 已知不成立 that is proved asks for the mark to go", async () => {
    const result = await resultOf(`【规则】整改
业务量低于10笔的药店，限期整改。
【性质】业务量
整改随业务量单调递减，已知不成立，理由「业务量为零的另行规定」。`);
    expect(result).toMatchObject({ status: "已证明", passed: false });
  });
});
