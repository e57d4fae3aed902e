import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { createProbe } from "../../../compiler/analyse/probe.ts";
import { discretionIndifferent, parameterSensitivity } from "../../../compiler/analyse/sensitivity/index.ts";
import { compile, loadFacts } from "../../../compiler/index.ts";
import { evaluate, withFacts, withRecord } from "../../../compiler/evaluate/index.ts";
import type { AnalysisFinding } from "../../../compiler/model/analysis.ts";
import type { Facts } from "../../../compiler/model/facts.ts";
import type { Program } from "../../../compiler/model/ir.ts";
import type { ParameterSensitivity, SensitivityStep } from "../../../compiler/model/sensitivity.ts";
import type { Day } from "../../../compiler/model/value.ts";

const AT: Day = 20_513;

const cityOf = (name: string): { readonly program: Program; readonly facts: Facts } => {
  const read = (path: string) => ({ name: path, text: readFileSync(path, "utf8") });
  const file = readdirSync(`policies/${name}`).find((each) => each.endsWith(".tiaowen"))!;
  const { program } = compile({
    policy: read(`policies/${name}/${file}`),
    vocabularies: readdirSync("policies/vocabulary").map((each) => read(`policies/vocabulary/${each}`)),
  });
  const data = readdirSync(`policies/${name}/data`, { withFileTypes: true })
    .filter((each) => each.name.endsWith(".csv"))
    .map((each) => ({ name: each.name, bytes: readFileSync(`policies/${name}/data/${each.name}`) }));
  // As if it were always in force, as every analysis does.
  const always = { ...program!, policy: { ...program!.policy, effectiveFrom: null, lastDay: null } };
  return { program: always, facts: loadFacts(program!, data).facts };
};

const findingsOf = (program: Program, facts: Facts | null): Promise<readonly AnalysisFinding[]> => {
  const probe = createProbe(program, AT, {
    limits: { steps: 1000, milliseconds: 100 },
    second: null,
    seed: 1,
  });
  return parameterSensitivity.find({ program: probe.program, probe, facts, files: [] });
};

/** The register with the parameter set as if by 参数.csv. */
const setTo = (program: Program, name: string, words: string): Facts => {
  const { facts } = registers.get(program)!;
  const parameter = program.parameters.get(name)!;
  const [set] = loadFacts(program, [
    {
      name: "参数.csv",
      bytes: new TextEncoder().encode(`名称,值\n${parameter.name},${words.replace("％", "%")}\n`),
    },
  ]).facts.parameterValues(name);
  expect(set, words).toBeDefined();
  return {
    ...withRecord(facts, withFacts(facts.records(facts.objects[0]!)[0]!, [])),
    parameterValues: (each) => (each === name ? [set!] : facts.parameterValues(each)),
  };
};

const registers = new Map<Program, { readonly facts: Facts }>();

/** A value of the step, in words: its limit where that is in it. */
const insideOf = ({ lower, lowerIncluded, upper, upperIncluded }: SensitivityStep): string | null =>
  lowerIncluded ? lower : upperIncluded ? upper : null;

const countsBy = (
  program: Program,
  facts: Facts,
  { rules }: ParameterSensitivity,
): ReadonlyMap<string, Record<string, number>> => {
  const counts = new Map<string, Record<string, number>>(rules.map((rule) => [rule, {}]));
  for (const { decision, status, value } of evaluate(program, facts, { at: AT, only: rules }).outcomes) {
    const own = counts.get(decision);
    if (own === undefined) continue;
    const result = value === null ? status : `${status}：${value}`;
    own[result] = (own[result] ?? 0) + 1;
  }
  return counts;
};

describe.each(["mudanjiang", "yangjiang"])("%s", (name) => {
  const city = cityOf(name);
  registers.set(city.program, city);

  test("what is told of a stretch of values is what an evaluation with one of them gives", async () => {
    let seen = 0;
    let compared = 0;
    for (const { sensitivity } of await findingsOf(city.program, city.facts)) {
      for (const step of sensitivity!.steps) {
        const value = insideOf(step);
        // Of a long table every third step.
        seen += 1;
        if (value === null || value.startsWith("约") || (sensitivity!.steps.length > 12 && seen % 3 !== 0))
          continue;
        compared += 1;
        const facts = setTo(city.program, sensitivity!.parameter, value);
        const counts = countsBy(city.program, facts, sensitivity!);
        for (const { rule, counts: told } of step.results) {
          expect({
            value,
            rule,
            counts: Object.fromEntries(told.map(({ result, count }) => [result, count])),
          }).toEqual({
            value,
            rule,
            counts: counts.get(rule),
          });
        }
      }
    }
    expect(compared).toBeGreaterThan(3);
  }, 60_000);

  test("stretches follow each other without a gap, and counts stay whole", async () => {
    for (const { sensitivity } of await findingsOf(city.program, city.facts)) {
      const { steps, complete } = sensitivity!;
      if (!complete || steps.length === 0) continue;
      expect([steps[0]!.lower, steps.at(-1)!.upper]).toEqual([null, null]);
      const totals = steps.map(({ results }) =>
        results.map(({ counts }) => counts.reduce((sum, { count }) => sum + count, 0)),
      );
      expect(new Set(totals.map((each) => each.join())).size).toBe(1);
      for (const [at, step] of steps.entries()) {
        const next = steps[at + 1];
        if (next === undefined) continue;
        // Whole numbers are told with both limits in them; else a limit is in one of the two.
        const limits = [step.upperIncluded, next.lowerIncluded].filter((included) => included).length;
        expect(limits).toBe(step.upper === next.lower ? 1 : 2);
        expect(next.moved).toBeGreaterThan(0);
      }
    }
  }, 60_000);

  test("discretion that is said to change nothing changes nothing, and the register is gone through in time", async () => {
    const probe = createProbe(city.program, AT, {
      limits: { steps: 1000, milliseconds: 100 },
      second: null,
      seed: 1,
    });
    const started = performance.now();
    const found = await discretionIndifferent.find({
      program: probe.program,
      probe,
      facts: city.facts,
      files: [],
    });
    expect(performance.now() - started).toBeLessThan(30_000);
    for (const { message } of found) expect(message).toMatch(/无论如何裁量(?:结果)?都相同/u);
  }, 60_000);
});
