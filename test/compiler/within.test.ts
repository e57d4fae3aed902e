import { describe, expect, test } from "vitest";
import { compareWithParent, withinKinds } from "../../compiler/within.ts";
import { WITHIN_EXAMPLE, WITHIN_PARENT } from "../../compiler/within-example.ts";
import { compile } from "../../compiler/index.ts";
import { withEdits } from "../../compiler/tried-suggestions.ts";
import type { AnalysisFinding } from "../../compiler/model/analysis.ts";
import type { CompiledPolicy } from "../../compiler/pipeline.ts";

const AT = 20_454;

const compiled = (text: string): CompiledPolicy => {
  const policy = compile({ policy: { name: `${text.length}.tiaowen`, text }, vocabularies: [] });
  expect(policy.diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
  return policy;
};

const within = async (city: string, parent: string): Promise<readonly AnalysisFinding[]> => {
  const { findings } = await compareWithParent(compiled(city), compiled(parent), {
    at: AT,
    limits: { steps: 100_000, milliseconds: 2000 },
    second: null,
  });
  return findings;
};

const HEAD = (name: string): string => `【政策】
名称：${name}；
施行：2025年1月1日；
【对象】医药机构
业务量：整数（笔）；
开展急诊：是否。
【措施】
给予奖励、纳入退出。
【完】
`;

const policyOf = (name: string, rule: string): string => `${HEAD(name)}第一条　医药机构依照本条办理。
【规则】办理
${rule}
【完】
`;

/** Code and severity of the one rule against its counterpart. */
const verdictOn = async (city: string, parent: string): Promise<string> => {
  const [found] = await within(policyOf("某市细则", city), policyOf("某省办法", parent));
  return `${found!.code} ${found!.certainty}`;
};

describe("every kind has an example that shows it and one that is free of it", () => {
  test.each(Object.entries(withinKinds))("%s", async (code, { bad, good }) => {
    const codes = async (city: string): Promise<readonly string[]> =>
      (await within(city, WITHIN_PARENT)).map((found) => found.code);
    expect(await codes(bad)).toContain(code);
    expect(code === "not-wider-than-parent" ? await rulesOf(code, good) : await codes(good)).not.toContain(
      code === "not-wider-than-parent" ? "业务量退出" : code,
    );
  });
});

const rulesOf = async (code: string, city: string): Promise<readonly (string | null)[]> =>
  (await within(city, WITHIN_PARENT))
    .filter((found) => found.code === code)
    .map(({ places }) => places[0]!.rule);

test("where both hold, the modals that differ are told", async () => {
  const rule = (modal: string): string => `业务量10笔以上的医药机构，${modal}给予奖励。`;
  const told = async (city: string, parent: string): Promise<string> =>
    (await within(policyOf("某市细则", rule(city)), policyOf("某省办法", rule(parent))))[0]!.message;
  expect(await told("应当", "可以")).toContain(
    "上位政策为“成立”（情态为“可以”），本政策为“成立”（情态为“应当”）",
  );
  expect(await told("", "可以")).toContain("上位政策为“成立”（情态为“可以”），本政策为“成立”（直接规定）");
});

describe("who is wider", () => {
  const WIDER = "wider-than-parent shown";
  const WITHIN = "not-wider-than-parent proved";

  test.each([
    [
      "a permission that reaches more",
      "业务量10笔以上的医药机构，可以给予奖励。",
      "业务量20笔以上的医药机构，可以给予奖励。",
      WIDER,
    ],
    [
      "a permission that reaches fewer",
      "业务量20笔以上的医药机构，可以给予奖励。",
      "业务量10笔以上的医药机构，可以给予奖励。",
      WITHIN,
    ],
    [
      "encouragement that reaches more",
      "医药机构业务量10笔以上的，鼓励给予奖励。",
      "医药机构业务量20笔以上的，鼓励给予奖励。",
      WIDER,
    ],
    [
      "a prohibition that reaches fewer",
      "业务量10笔以下的医药机构，不得给予奖励。",
      "业务量20笔以下的医药机构，不得给予奖励。",
      WIDER,
    ],
    [
      "a prohibition that reaches more",
      "业务量20笔以下的医药机构，不得给予奖励。",
      "业务量10笔以下的医药机构，不得给予奖励。",
      WITHIN,
    ],
    [
      "a duty with an exception",
      "业务量10笔以下的医药机构，应当纳入退出，但开展急诊的除外。",
      "业务量10笔以下的医药机构，应当纳入退出。",
      WIDER,
    ],
    [
      "the same in other words",
      "业务量不足10笔的医药机构，应当纳入退出。",
      "业务量低于10笔的医药机构，应当纳入退出。",
      WITHIN,
    ],
    [
      "a boundary that moved",
      "业务量低于10笔的医药机构，应当纳入退出。",
      "业务量10笔以下的医药机构，应当纳入退出。",
      WIDER,
    ],
    [
      "both ways",
      "业务量10笔以上20笔以下的医药机构，不得给予奖励。",
      "业务量15笔以上30笔以下的医药机构，不得给予奖励。",
      WIDER,
    ],
  ])("%s", async (_name, city, parent, verdict) => {
    expect(await verdictOn(city, parent)).toBe(verdict);
  });

  test("the example of what is wider is a record that the city treats more gently", async () => {
    const [found] = await within(
      policyOf("某市细则", "业务量10笔以上20笔以下的医药机构，不得给予奖励。"),
      policyOf("某省办法", "业务量15笔以上30笔以下的医药机构，不得给予奖励。"),
    );
    expect(found!.witness!.results.map(({ rule, status }) => [rule, status])).toEqual([
      ["《某省办法》办理", "成立"],
      ["办理", "不成立"],
    ]);
    expect(found!.message).toContain("两者互有宽严");
    expect(found!.places.map(({ label }) => label)).toEqual(["第一条", "第一条"]);
  });

  test("a benefit that the parent does not have is a warning, a restriction is a hint", async () => {
    const parent = `${HEAD("某省办法")}第一条　业务量为0笔的医药机构，应当纳入退出。\n【规则】无业务退出\n业务量为0笔的医药机构，应当纳入退出。\n【完】\n`;
    const benefit = await within(policyOf("某市细则", "开展急诊的医药机构，可以给予奖励。"), parent);
    expect(benefit.at(-1)).toMatchObject({ code: "only-in-policy", severity: "warning", certainty: "shown" });
    const restriction = await within(policyOf("某市细则", "开展急诊的医药机构，不得给予奖励。"), parent);
    expect(restriction.at(-1)).toMatchObject({ code: "only-in-policy", severity: "info" });
  });

  test.each([
    [
      "a limit as the parent has it",
      "业务量10笔以上的医药机构，可以给予奖励。",
      "业务量20笔以上的医药机构，可以给予奖励。",
      "业务量20笔以上的医药机构，可以给予奖励。",
    ],
    [
      "an exception that the parent does not have",
      "业务量10笔以下的医药机构，应当纳入退出，但开展急诊的除外。",
      "业务量10笔以下的医药机构，应当纳入退出。",
      "业务量10笔以下的医药机构，应当纳入退出。",
    ],
    [
      "an exception that only the parent has",
      "业务量10笔以下的医药机构，可以给予奖励。",
      "业务量10笔以下的医药机构，可以给予奖励，但开展急诊的除外。",
      "业务量10笔以下的医药机构，可以给予奖励，但开展急诊的除外。",
    ],
    [
      "a requirement that is missing in a list",
      "医药机构应当同时符合下列条件：\n（一）业务量10笔以上；\n（二）开展急诊。",
      "医药机构应当同时符合下列条件：\n（一）业务量10笔以上；\n（二）业务量90笔以下；\n（三）开展急诊。",
      "医药机构应当同时符合下列条件：\n（一）业务量10笔以上；\n（二）开展急诊；\n（三）业务量90笔以下。",
    ],
    [
      "a case that is too much in a list",
      "医药机构有下列情形之一的，可以给予奖励：\n（一）业务量10笔以上；\n（二）业务量5笔以下；\n（三）开展急诊。",
      "医药机构有下列情形之一的，可以给予奖励：\n（一）业务量10笔以上；\n（二）开展急诊。",
      "医药机构有下列情形之一的，可以给予奖励：\n（一）业务量10笔以上；\n（二）开展急诊。",
    ],
    [
      "the whole sentence",
      "医药机构可以给予奖励。",
      "业务量10笔以上的医药机构，可以给予奖励。",
      "业务量10笔以上的医药机构，可以给予奖励。",
    ],
  ])("%s keeps a rule within it", async (_, city, parent, expected) => {
    const own = policyOf("某市细则", city);
    const above = policyOf("某省办法", parent);
    const [found] = await within(own, above);
    expect(found!.code).toBe("wider-than-parent");
    expect(found!.suggestions.length).toBeGreaterThan(0);
    for (const { title, edits } of found!.suggestions) {
      const after = withEdits(own, edits);
      expect(title).toMatch(/^与上位政策一致：.*并相应修改原文$/su);
      expect(after).toContain(`【规则】办理\n${expected}\n`);
      expect((await within(after, above)).map(({ code }) => code)).toEqual(["not-wider-than-parent"]);
    }
  });

  test("a class that is given on other conditions can be given as above", async () => {
    const found = (await within(WITHIN_EXAMPLE.otherClass, WITHIN_PARENT)).find(
      ({ code }) => code === "differs-from-parent",
    );
    const [suggestion] = found!.suggestions;
    const after = withEdits(WITHIN_EXAMPLE.otherClass, suggestion!.edits);
    expect(after).toContain("（一）业务量1000笔以上，为大型；");
    const codes = (await within(after, WITHIN_PARENT)).map(({ code }) => code);
    expect(new Set(codes)).toEqual(new Set(["not-wider-than-parent"]));
  });

  test("a benefit that the parent does not give can be taken out", async () => {
    const found = (await within(WITHIN_EXAMPLE.more, WITHIN_PARENT)).find(
      ({ code }) => code === "only-in-policy",
    );
    const after = withEdits(WITHIN_EXAMPLE.more, found!.suggestions[0]!.edits);
    const codes = (await within(after, WITHIN_PARENT)).map(({ code }) => code);
    expect(new Set(codes)).toEqual(new Set(["not-wider-than-parent"]));
  });

  test("examples are marked as made up", () => {
    for (const text of [WITHIN_PARENT, ...Object.values(WITHIN_EXAMPLE)]) expect(text).toContain("合成");
  });
});
