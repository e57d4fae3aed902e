import { describe, expect, test } from "vitest";
import { analyse } from "../../../compiler/analyse/analyse.ts";
import { propertyLaws } from "../../../compiler/analyse/checks/property-laws.ts";
import { compile, runCases } from "../../../compiler/index.ts";
import type { AnalysisFinding } from "../../../compiler/model/analysis.ts";
import { exampleFile } from "../../../compiler/resolve/example.ts";
import { cities, compileCity } from "../../support/city.ts";

const AT = 20_300;

const findingsOf = async (text: string): Promise<readonly AnalysisFinding[]> => {
  const { program, diagnostics } = compile({ policy: { name: "示例.tiaowen", text }, vocabularies: [] });
  expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
  const analysis = await analyse(program!, {
    at: AT,
    limits: { steps: 200_000, milliseconds: 2000 },
    second: null,
    checks: [propertyLaws],
  });
  return analysis!.findings;
};

describe("性质 in the analysis", () => {
  for (const [code, { bad, good }] of Object.entries(propertyLaws.catalogue)) {
    test(`${code}: found in the bad example, not in the good one`, async () => {
      const found = await findingsOf(bad);
      expect(found.map((each) => each.code)).toEqual([code]);
      expect(await findingsOf(good)).toEqual([]);
    });
  }

  test("a refuted 性质 comes with cases that can be pasted and pass", async () => {
    const { bad } = propertyLaws.catalogue["property-refuted"]!;
    const [found] = await findingsOf(bad);
    expect(found!.witness!.caseText).toContain("增加前");
    const { program } = compile({
      policy: { name: "示例.tiaowen", text: `${bad}${found!.witness!.caseText}\n` },
      vocabularies: [],
    });
    const { cases } = runCases(program!);
    expect(cases.map(({ passed }) => passed)).toEqual([true, true]);
  });

  test("where one rule goes beyond another the example tells both", async () => {
    const rules = "【规则】甲\n民营的医药机构，应当限期整改。\n【规则】乙\n公立的医药机构，应当纳入退出。";
    const [found] = await findingsOf(exampleFile(`${rules}\n【性质】范围\n甲不宽于乙。`));
    expect(found!.witness!.results.map(({ rule, status }) => `${rule}${status}`)).toEqual([
      "甲成立",
      "乙不适用",
    ]);
  });

  test("the shipped policies have no 性质 that does not hold, and one that is not proved", async () => {
    const found: string[] = [];
    for (const city of cities) {
      const { program } = compileCity(city);
      const analysis = await analyse(program!, {
        at: program!.policy.effectiveFrom ?? AT,
        limits: { steps: 200_000, milliseconds: 2000 },
        second: null,
        checks: [propertyLaws],
      });
      found.push(...analysis!.findings.map(({ code, places }) => `${code} ${places[0]!.rule}`));
    }
    expect(found).toEqual(["property-unproved 增长越快控制越不放松"]);
  });
});
