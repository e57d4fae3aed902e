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

/** What is no fault of the words: there is nothing to edit, and the message says who decides what. */
const WITHOUT_EDIT: Readonly<Record<string, RegExp>> = {
  "property-unproved": /请人工核对/u,
  "parameter-sensitivity": /由市医疗保障局确定/u,
  "discretion-indifferent": /不必等待裁量即可办理/u,
};

describe("what is suggested for an example takes the finding away, and nothing worse comes of it", () => {
  const edited = Object.entries(analysisKinds).filter(([code]) => !Object.hasOwn(WITHOUT_EDIT, code));
  test.each(edited)("%s", async (code, { bad }) => {
    const found = await findingsOf(bad, code);
    const suggested = found.flatMap(({ suggestions }) => suggestions);
    expect(suggested.length).toBeGreaterThan(0);
    const before = await weightyIn(bad);
    for (const { title, edits } of suggested) {
      const after = withEdits(bad, edits);
      expect((await findingsOf(after, code)).length, title).toBeLessThan(found.length);
      expect(
        (await weightyIn(after)).filter((each) => !before.includes(each)),
        title,
      ).toEqual([]);
    }
  });
});

describe("where nothing is to be edited, the message says who decides what", () => {
  test.each(Object.entries(WITHOUT_EDIT))("%s", async (code, decided) => {
    const found = await findingsOf(analysisKinds[code]!.bad, code);
    expect(found.flatMap(({ suggestions }) => suggestions)).toEqual([]);
    for (const { message } of found) expect(message).toMatch(decided);
  });
});

/** Errors and warnings of all checks together, by code. */
const weightyIn = async (text: string): Promise<readonly string[]> => {
  const compiled = compile({ policy: { name: "示例.tiaowen", text }, vocabularies: [] });
  const analysis = await analysePolicy(compiled, { at: AT, limits: LIMITS, second: null });
  return [
    ...compiled.diagnostics.map(({ severity, code }) => ({ severity, code })),
    ...analysis!.findings,
  ].flatMap(({ severity, code }) => (severity === "info" ? [] : [code]));
};
