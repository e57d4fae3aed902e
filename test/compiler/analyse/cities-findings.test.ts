import { beforeAll, describe, expect, test } from "vitest";
import { CHECKS } from "../../../compiler/analyse/checks/index.ts";
import { createProbeMemo } from "../../../compiler/analyse/probe.ts";
import { analysePolicy } from "../../../compiler/analyse-policy.ts";
import { compile, createWorkspaceMemo, runCases, type CompiledPolicy } from "../../../compiler/index.ts";
import type { AnalysisFinding } from "../../../compiler/model/analysis.ts";
import { withEdits } from "../../../compiler/tried-suggestions.ts";
import { compileCity, mudanjiang, yangjiang, type City } from "../../support/city.ts";

const OPTIONS = { at: 20_513, limits: { steps: 100_000, milliseconds: 2000 }, second: null } as const;

const [memo, workspace] = [createProbeMemo(), createWorkspaceMemo()];

const vocabularies = compileCity(mudanjiang).vocabularies.map(({ source }) => source);

const compiledWith = (city: City, text: string): CompiledPolicy =>
  compile({ policy: { ...city.policy, text }, vocabularies }, workspace);

const findsIn = async (
  city: City,
  text: string,
  code: string | null,
): Promise<readonly AnalysisFinding[]> => {
  const compiled = compiledWith(city, text);
  expect(compiled.program).not.toBeNull();
  const checks = code === null ? CHECKS : CHECKS.filter(({ catalogue }) => code in catalogue);
  return (await analysePolicy(compiled, { ...OPTIONS, memo, checks }))!.findings;
};

/** Code, how sure it is, and where; wording is free to change. */
const inOneLine = ({ code, severity, certainty, places }: AnalysisFinding): string =>
  `${severity} ${code} ${certainty}: ${places.map(({ label, rule }) => `${label} ${rule ?? "原文"}`).join(" | ")}`;

/** What is told of 用例 and 性质 changes with them. */
const RESTING_ON_CASES = /^(?:discretion-indifferent|property-)/u;

describe.each([mudanjiang, yangjiang])("$folder", (city) => {
  let findings: readonly AnalysisFinding[] = [];
  beforeAll(async () => {
    findings = await findsIn(city, city.policy.text, null);
  });

  test("what a careful colleague would find is found, and nothing else", async () => {
    const told = findings.filter(({ code }) => !RESTING_ON_CASES.test(code)).map(inOneLine);
    await expect(`${told.join("\n")}\n`).toMatchFileSnapshot(`../../golden/analysis/${city.folder}.txt`);
  });

  test("every witness with a 用例 passes it", () => {
    for (const { witness } of findings) {
      if (witness === null || witness.caseText === null) continue;
      const text = `${city.policy.text.trimEnd()}\n${witness.caseText}\n`;
      expect(runCases(compiledWith(city, text).program!).cases.at(-1)!.passed).toBe(true);
    }
  });

  test("rules that meet, and what is left between them, go away with each proposed edit", async () => {
    const mendable = findings.filter(({ code }) => MENDABLE.has(code));
    expect(mendable.length).toBeGreaterThan(1);
    for (const finding of mendable) {
      expect(finding.suggestions.length).toBeGreaterThan(0);
      for (const { edits } of finding.suggestions) {
        const after = await findsIn(city, withEdits(city.policy.text, edits), finding.code);
        expect(after.map(inOneLine)).not.toContain(inOneLine(finding));
        expect(after.length).toBeLessThan(findings.filter(({ code }) => code === finding.code).length);
      }
    }
  });
});

const MENDABLE: ReadonlySet<string> = new Set(["rule-concurrence", "unprovided"]);

describe("what the two texts leave open", () => {
  const worldOf = (finding: AnalysisFinding): string => finding.witness!.facts.join("；");
  const only = (findings: readonly AnalysisFinding[], article: string): AnalysisFinding => {
    const found = findings.filter(({ places }) => places.some(({ label }) => label === article));
    expect(found).toHaveLength(1);
    return found[0]!;
  };

  test("第十三条: areas that are neither short of shops nor full of them", async () => {
    const finding = only(await findsIn(mudanjiang, mudanjiang.policy.text, "unprovided"), "第十三条第三款");
    expect(finding.places.map(({ label }) => label)).toEqual(["第十三条第二款", "第十三条第三款"]);
    expect(worldOf(finding)).toContain("定点零售药店相对不足为否，定点零售药店相对饱和为否");
  });

  test("四（二）: areas with a shop, none of them within fifteen minutes, and not full", async () => {
    const finding = only(await findsIn(yangjiang, yangjiang.policy.text, "unprovided"), "四（二）三是");
    expect(finding.places.map(({ label }) => label)).toEqual([
      "四（二）一是",
      "四（二）二是",
      "四（二）三是",
    ]);
    expect(worldOf(finding)).toMatch(/定点零售药店相对饱和为否/u);
    expect(worldOf(finding)).toMatch(/「乙」：机构类别为定点零售药店，所在区域为「丙」/u);
    expect(worldOf(finding)).toMatch(/「甲」至「乙」步行距离为1\.6公里/u);
    expect(finding.suggestions).toHaveLength(2);
  });

  test("四（二）一是 and 二是 stand side by side on one application", async () => {
    const finding = only(await findsIn(yangjiang, yangjiang.policy.text, "rule-concurrence"), "四（二）一是");
    expect(finding.places.map(({ label }) => label)).toEqual(["四（二）一是", "四（二）二是", "四、首段"]);
    expect(finding.witness!.results.map(({ rule, status }) => `${rule}${status}`)).toEqual([
      "药店服务圈成立",
      "无药店区域成立",
    ]);
    expect(worldOf(finding)).toMatch(/所在区域为「丙」.*机构类别为定点零售药店.*所在区域为「(?!丙)/u);
  });
});
