import { describe, expect, test } from "vitest";
import { compile } from "../../../compiler/index.ts";
import { scoreOf, type MutationReport } from "../../../compiler/model/mutation.ts";
import { DEFAULT_LIMITS, mutate, type MutateOptions } from "../../../compiler/mutate/index.ts";
import { exampleFile } from "../../../compiler/resolve/example.ts";

const mutated = async (
  blocks: string,
  { declarations = "", ...options }: Partial<MutateOptions> & { readonly declarations?: string } = {},
): Promise<MutationReport> => {
  const compiled = compile({
    policy: { name: "示例.tiaowen", text: exampleFile(blocks, declarations) },
    vocabularies: [],
  });
  return mutate(
    { ...compiled, program: compiled.program! },
    { limits: DEFAULT_LIMITS, second: null, ...options },
  );
};

const RULE = "【规则】甲\n业务量低于10笔的医药机构，应当纳入退出。\n";
const caseOf = (name: string, amount: string, result: string): string =>
  `【用例】${name}\n设基准日为2025年1月1日；\n设医药机构「某院」：业务量为${amount}；\n则「某院」的甲${result}。\n`;

const after = ({ survivors }: MutationReport): readonly string[] => survivors.map((each) => each.after);

describe("what notices a change", () => {
  test("nothing, where nothing is said", async () => {
    const report = await mutated(RULE);
    expect([report.total, report.noticed.length, scoreOf(report)]).toEqual([5, 0, 0]);
    expect(after(report)).toEqual([
      "业务量不高于10笔的医药机构，应当纳入退出",
      "业务量不低于10笔的医药机构，应当纳入退出",
      "业务量低于11笔的医药机构，应当纳入退出",
      "业务量低于9笔的医药机构，应当纳入退出",
      "业务量低于10笔的医药机构，可以纳入退出",
    ]);
    expect(report.survivors[0]).toMatchObject({
      provision: "第一条",
      rule: "甲",
      operator: "bound",
      reason: null,
    });
  });

  test("a count below zero, which no register has, tells nothing apart", async () => {
    const report = await mutated("【规则】甲\n业务量不低于0笔且民营的医药机构，应当纳入退出。\n");
    for (const { witness } of report.survivors) expect(witness).not.toContain("-1笔");
    expect(report.equivalent.length).toBeGreaterThan(0);
  });

  test("cases on both sides of the border, and one that says the modality", async () => {
    const below = caseOf("不足", "9笔", "成立");
    const border = caseOf("恰好", "10笔", "不成立");
    expect(after(await mutated(`${RULE}${below}${border}`))).toEqual([
      "业务量低于10笔的医药机构，可以纳入退出",
    ]);
    const report = await mutated(`${RULE}${caseOf("不足", "9笔", "成立，情态为应当")}${border}`);
    expect([report.survivors, scoreOf(report)]).toEqual([[], 100]);
    expect(report.noticed.map(({ by, name }) => `${by}${name}`)).toEqual([
      "用例恰好",
      "用例不足",
      "用例恰好",
      "用例不足",
      "用例不足",
    ]);
  });

  test("a property", async () => {
    const report = await mutated(`${RULE}【性质】越少越退\n甲随业务量单调递减。\n`);
    expect(report.noticed.map((each) => [each.by, each.name, each.after])).toEqual([
      ["性质", "越少越退", "业务量不低于10笔的医药机构，应当纳入退出"],
    ]);
  });

  test("nothing that nobody has confirmed, and nothing that fails already", async () => {
    const report = await mutated(
      `${RULE}${caseOf("待确认·不足", "9笔", "成立")}${caseOf("写错的", "10笔", "成立")}`,
    );
    expect([report.noticed, report.failing]).toEqual([[], ["写错的"]]);
  });
});

describe("what counts", () => {
  test("a change that changes nothing is proved so and left out", async () => {
    const report = await mutated(
      "【规则】甲\n医药机构有下列情形之一的，应当纳入退出：\n（一）业务量低于10笔；\n（二）业务量低于5笔。",
    );
    expect(report.equivalent.map((each) => [each.before, each.after])).toEqual([
      ["（二）业务量低于5笔", "（删去）"],
      ["（二）业务量低于5笔", "（二）业务量不高于5笔"],
      ["（二）业务量低于5笔", "（二）业务量低于6笔"],
      ["（二）业务量低于5笔", "（二）业务量低于4笔"],
    ]);
    expect(report.total).toBe(report.survivors.length);
  });

  test("a value of a parameter is seen on the days on which it counts", async () => {
    const declarations =
      "【参数】退出标准\n单位为笔，由市医疗保障局确定。\n自2020年1月1日起为5笔。\n自2025年1月1日起为20笔。";
    const report = await mutated("【规则】甲\n业务量低于退出标准的医药机构，纳入退出。", { declarations });
    const days = report.survivors
      .slice(0, 4)
      .map(({ witness }) => /基准日为(.*)；/u.exec(witness ?? "")?.[1]);
    expect(report.equivalent).toEqual([]);
    expect(new Set(days).size).toBeGreaterThan(1);
  });

  test("only the rule that was named, only the share that was asked for", async () => {
    const two = `${RULE}【规则】乙\n使用率低于80％的医药机构，限期整改。\n`;
    const only = await mutated(two, { rule: "乙" });
    expect(only.survivors.map(({ rule }) => rule)).toEqual(["乙", "乙", "乙", "乙"]);
    const [even, odd] = [
      await mutated(two, { share: { every: 2, rest: 0 } }),
      await mutated(two, { share: { every: 2, rest: 1 } }),
    ];
    expect(even.total + odd.total).toBe((await mutated(two)).total);
  });

  test("the same text gives the same report", async () => {
    expect(await mutated(RULE)).toEqual(await mutated(RULE));
  });
});

describe("a witness", () => {
  test("is a case on the border", async () => {
    const [first] = (await mutated(RULE)).survivors;
    expect(first!.witness).toBe(
      "【用例】甲：由低于改为不高于时结果不同\n设基准日为2026年1月1日；\n设医药机构「甲」：业务量为10笔；\n则「甲」的甲不成立。\n【完】",
    );
  });

  test("takes a reading otherwise where only then a difference shows", async () => {
    const report = await mutated(
      "【理解】「业务量过少」\n读法一：甲说；读法二：乙说。采读法一，状态为暂拟。\n【规则】甲\n医药机构有下列情形之一的，应当纳入退出：\n（一）业务量低于10笔，限「业务量过少」读法一；\n（二）业务量低于20笔，限「业务量过少」读法二。",
    );
    const survivor = report.survivors.find((each) => each.after.startsWith("（二）业务量低于21笔"));
    expect(survivor!.witness).toContain("设「业务量过少」采读法二；\n");
  });

  test("stands on a later day where only then a difference shows", async () => {
    const report = await mutated(
      "【规则】甲\n复核日期不早于2026年6月1日且距复核日期已满2年的医药机构，应当纳入退出。\n",
    );
    expect(report.equivalent).toEqual([]);
    const survivor = report.survivors.find((each) => each.after.includes("复核日期晚于2026年6月1日"));
    expect(survivor!.witness).toContain(
      "设基准日为2028年6月1日；\n设医药机构「甲」：复核日期为2026年6月1日；\n则「甲」的甲成立。",
    );
  });

  test("says the modality where nothing else differs", async () => {
    const survivor = (await mutated(RULE)).survivors.at(-1);
    expect(survivor!.witness).toContain("则「甲」的甲成立，情态为应当。");
  });

  test("is named by what it would notice, the same case always alike and different ones apart", async () => {
    const rules = `【规则】乙\n医药机构有下列情形之一的，应当纳入退出：\n（一）公立；\n（二）业务量低于10笔且使用率低于80％。`;
    const witnesses = (await mutated(rules)).survivors.map(({ witness }) => witness!);
    const bodyOf = (witness: string): string => witness.slice(witness.indexOf("\n"));
    expect(witnesses.map(nameOf)).toContain("乙：删去规则条件（二）时结果不同");
    expect(new Set(witnesses.map(bodyOf)).size).toBeLessThan(witnesses.length);
    expect(new Set(witnesses).size).toBe(new Set(witnesses.map(bodyOf)).size);
    expect(new Set(witnesses.map(nameOf)).size).toBe(new Set(witnesses).size);
  });

  test("sets an open standard and what it measures to ordinary amounts", async () => {
    const declarations = "【参数】使用率标准\n类型为百分比，由市医疗保障局确定。";
    const report = await mutated("【规则】甲\n使用率低于使用率标准的医药机构，纳入退出。\n", {
      declarations,
    });
    expect(report.survivors[0]!.witness).toContain(
      "设使用率标准为80％；\n设医药机构「甲」：使用率为80％；\n则「甲」的甲不成立。",
    );
    for (const { witness } of report.survivors) expect(witness).not.toMatch(/为-?0(?:\.\d+)?％/u);
  });

  test("does not take a name that the policy already has", async () => {
    const taken = "甲：由低于改为不高于时结果不同";
    const [first] = (await mutated(`${RULE}${caseOf(taken, "2笔", "成立")}`)).survivors;
    expect(nameOf(first!.witness!)).toBe(`${taken}（另例2）`);
  });
});

const nameOf = (witness: string): string => witness.split("\n")[0]!.replace("【用例】", "");
