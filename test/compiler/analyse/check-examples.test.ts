import { describe, expect, test } from "vitest";
import { analysisKinds, CHECKS } from "../../../compiler/analyse/checks/index.ts";
import { analysePolicy } from "../../../compiler/analyse-policy.ts";
import { compile } from "../../../compiler/index.ts";

const AT = 20_454;
const LIMITS = { steps: 100_000, milliseconds: 2000 } as const;

const codesOf = async (text: string, code: string): Promise<readonly string[]> => {
  const compiled = compile({ policy: { name: "示例.tiaowen", text }, vocabularies: [] });
  const errors = compiled.diagnostics.filter(({ severity }) => severity === "error");
  expect(errors.map(({ message }) => message)).toEqual([]);
  const checks = CHECKS.filter(({ catalogue }) => code in catalogue);
  const analysis = await analysePolicy(compiled, { at: AT, limits: LIMITS, second: null, checks });
  return analysis!.findings.filter(({ certainty }) => certainty !== "undecided").map((found) => found.code);
};

describe("every kind of finding has an example that shows it and one that is free of it", () => {
  test.each(Object.entries(analysisKinds))("%s", async (code, { bad, good }) => {
    expect(await codesOf(bad, code)).toContain(code);
    expect(await codesOf(good, code)).not.toContain(code);
  });
});
