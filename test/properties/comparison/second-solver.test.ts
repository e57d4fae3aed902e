import * as fc from "fast-check";
import { afterAll, describe, expect, test } from "vitest";
import { wantedFormula } from "../../../compiler/analyse/difference/ask.ts";
import { findDifference } from "../../../compiler/analyse/difference/index.ts";
import { prepare } from "../../../compiler/analyse/difference/prepare.ts";
import type { Question } from "../../../compiler/analyse/formula.ts";
import { solve } from "../../../compiler/analyse/solve/index.ts";
import { createSecondSolver } from "../../../compiler/analyse/solve/z3.ts";
import type { FindDifference } from "../../../compiler/diff/behaviour/index.ts";
import { comparedTexts, LIMITS } from "../../support/behaviour-laws.ts";
import { cityPolicies, type ComparedPolicy } from "../../support/compared-policies.ts";
import { PATIENCE, oneIn, seedsFrom } from "../../support/long-run.ts";
import { labelOf, mutatedPairs } from "../../support/mutated-pairs.ts";
import { writtenPolicies } from "../../support/written-policies.ts";
import { generatedPolicy } from "./generated-policy.ts";

const second = createSecondSolver();
afterAll(() => second.end());

/** The questions that a comparison asks of a solver. */
const recording =
  (questions: Map<string, Question>): FindDifference =>
  (query, options) => {
    for (const prepared of prepare(query, true)) {
      const formula = wantedFormula(query, prepared);
      if (formula === null) continue;
      const question = { variables: prepared.stage, formula };
      questions.set(
        JSON.stringify(formula, (_key, value: unknown) => (typeof value === "bigint" ? `${value}` : value)),
        question,
      );
    }
    return findDifference(query, options);
  };

const tally = { satisfiable: 0, unsatisfiable: 0, undecided: 0 };

const expectAgreement = async (questions: Iterable<Question>, most: number): Promise<void> => {
  const all = [...questions];
  for (const question of oneIn(Math.ceil(all.length / most), all, 0)) {
    const own = solve(question, LIMITS);
    const other = await second.solve(question, LIMITS);
    tally[own.kind] += 1;
    if (own.kind !== "undecided" && other.kind !== "undecided") expect(own.kind).toBe(other.kind);
  }
};

const questionsOf = async (
  policy: ComparedPolicy,
  turn: number,
  share: number,
): Promise<readonly Question[]> => {
  const questions = new Map<string, Question>();
  for (const pair of mutatedPairs(policy, 1, turn, share).pairs) {
    const left = { policy, text: policy.text };
    const right = { policy, text: pair.way.text };
    await comparedTexts(labelOf(pair), left, right, recording(questions));
  }
  return [...questions.values()];
};

describe("both solvers agree on what real comparisons ask", { timeout: PATIENCE }, () => {
  test("of two cities", async () => {
    const [left, right] = cityPolicies;
    const questions = new Map<string, Question>();
    await comparedTexts(
      "cities",
      { policy: left!, text: left!.text },
      { policy: right!, text: right!.text },
      recording(questions),
    );
    await expectAgreement(questions.values(), 10);
  });

  test.each(writtenPolicies.map((policy) => [policy.name, policy] as const))(
    "of %s with one thing changed",
    async (_, policy) => expectAgreement(await questionsOf(policy, 1, 4), 30),
  );

  test.each(seedsFrom(10, 1))(
    "of a policy put together at random with one thing changed: %i",
    async (seed) => {
      const [policy] = fc.sample(generatedPolicy, { seed, numRuns: 1 });
      await expectAgreement(await questionsOf(policy!, seed, 5), 30);
    },
  );

  test("and some questions have an answer, and some have none", ({ task }) => {
    task.meta.tally = tally;
    expect(Math.min(tally.satisfiable, tally.unsatisfiable)).toBeGreaterThan(10);
    expect(tally.undecided).toBeLessThan((tally.satisfiable + tally.unsatisfiable) / 20);
  });
});
