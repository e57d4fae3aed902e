import { describe, expect, test } from "vitest";
import { analysisKinds, CHECKS } from "../../../compiler/analyse/checks/index.ts";
import { analysePolicy } from "../../../compiler/analyse-policy.ts";
import { compile } from "../../../compiler/index.ts";
import type { AnalysisFinding } from "../../../compiler/model/analysis.ts";
import { withEdits } from "../../../compiler/tried-suggestions.ts";

const AT = 20_454;
const LIMITS = { steps: 100_000, milliseconds: 2000 } as const;

const findingsOf = async (text: string, code: string): Promise<readonly AnalysisFinding[]> => {
  const policy = { name: "示例.tiaowen", text };
  const compiled = compile({ policy, vocabularies: [] });
  const errors = compiled.diagnostics.filter(({ severity }) => severity === "error");
  expect(errors.map(({ message }) => message)).toEqual([]);
  const checks = CHECKS.filter(({ catalogue }) => code in catalogue);
  const sources = { policy, vocabularies: [] };
  const analysis = await analysePolicy(compiled, { at: AT, limits: LIMITS, second: null, checks, sources });
  return analysis!.findings.filter((found) => found.code === code && found.certainty !== "undecided");
};

describe("every kind of finding has an example that shows it and one that is free of it", () => {
  test.each(Object.entries(analysisKinds))("%s", async (code, { bad, good }) => {
    expect(await findingsOf(bad, code)).not.toEqual([]);
    expect(await findingsOf(good, code)).toEqual([]);
  });
});

describe("what is suggested for an example takes the finding away", () => {
  test.each(Object.entries(analysisKinds))("%s", async (code, { bad }) => {
    const found = await findingsOf(bad, code);
    for (const { suggestions } of found) {
      for (const { edits } of suggestions) {
        const after = await findingsOf(withEdits(bad, edits), code);
        expect(after.length).toBeLessThan(found.length);
      }
    }
  });
});
