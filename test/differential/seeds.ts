import * as fc from "fast-check";
import { arbitraryScenario, type Scenario } from "../generators/program.ts";

/** Of every three registers one lacks nothing, one lacks a fact here and there, and one lacks many. */
const MISSING = [0, 0.2, 2] as const;

/** Seeds of programs that read a class which is in conflict, or which nobody has; one in seventy does. */
export const RARE = [128, 202] as const;

/** The scenario of a seed, the same at all times; `size` records, or a few. */
export const scenarioOf = (seed: number, size: number | null): Scenario => {
  const [scenario] = fc.sample(arbitraryScenario(MISSING[seed % MISSING.length], size), {
    seed,
    numRuns: 1,
  });
  return withForce(scenario!, seed);
};

/** Every eighth policy is in force from, or up to, a day near the day of judging. */
const withForce = (scenario: Scenario, seed: number): Scenario => {
  if (seed % 8 !== 7) return scenario;
  const { program, at } = scenario;
  const near = at + (Math.floor(seed / 8) % 3) - 1;
  const force = Math.floor(seed / 24) % 2 === 0 ? { effectiveFrom: near } : { lastDay: near };
  return { ...scenario, program: { ...program, policy: { ...program.policy, ...force } } };
};
