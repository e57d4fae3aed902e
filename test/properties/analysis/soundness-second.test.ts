import { afterAll, describe, expect, test } from "vitest";
import type { SecondSolver } from "../../../compiler/analyse/formula.ts";
import { createSecondSolver } from "../../../compiler/analyse/solve/z3.ts";
import { PATIENCE, TIMES } from "../../support/long-run.ts";
import { tryPrograms } from "./small-programs.ts";

const z3 = createSecondSolver();
afterAll(() => z3.end());

const tally: Record<string, number> = { answered: 0 };

const second: SecondSolver = {
  solve: async (question, limits) => {
    const answer = await z3.solve(question, limits);
    if (answer.kind !== "undecided") tally["answered"]! += 1;
    return answer;
  },
};

/** The own procedure may take no step, so that every question goes on. */
const SOLVERS = {
  limits: { steps: 0, milliseconds: 5000 },
  second,
} as const;

/** What is asked of every program. */
const ALWAYS = /^(?:class|band)-|^item-masked/;
/** What takes many questions for each list, or table, is asked of fewer of them; in the long form of all. */
const EVERYTHING = /^(?:class|item|band)-|^rule-gap/;
const EVERY = TIMES === 1 ? 5 : 1;

/** The programs of the first procedure: 150 of them, in the long form all. */
const SEEDS = Array.from({ length: TIMES === 1 ? 15 : 20 * TIMES }, (_, index) => index + 1);

describe("the second solver tells what all worlds of a small program show", { timeout: PATIENCE }, () => {
  test.each(SEEDS)("%i", async (seed) => {
    const asksFor = seed % EVERY === 0 ? EVERYTHING : ALWAYS;
    expect(await tryPrograms(seed, { ...SOLVERS, asksFor }, tally)).toEqual([]);
  });

  test("and it is the second solver that was asked", ({ task }) => {
    task.meta.tally = tally;
    expect(tally["answered"]).toBeGreaterThan(tally["programs"]! * 5);
    expect(tally["undecided"]).toBeLessThan(tally["asked"]! / 100);
    for (const code of TOLD) expect([code, tally[code]]).toEqual([code, expect.any(Number)]);
  });
});

const TOLD = ["class-gap", "class-overlap", "item-never-true", "item-redundant", "rule-gap"] as const;
