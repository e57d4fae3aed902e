import { describe, expect, test } from "vitest";
import { PATIENCE, TIMES } from "../../support/long-run.ts";
import { tryPrograms } from "./small-programs.ts";

const SOLVERS = {
  limits: { steps: 200_000, milliseconds: 2000 },
  second: null,
  asksFor: /^(?:class|item|band)-|^rule-gap/,
} as const;

const tally: Record<string, number> = {};

/** Ten programs for each seed: 120, in the long form 2,000. */
const SEEDS = Array.from({ length: TIMES === 1 ? 12 : 20 * TIMES }, (_, index) => index + 1);

describe(
  "what is told of the lists of a small program is what all its worlds show",
  { timeout: PATIENCE },
  () => {
    test.each(SEEDS)("%i", async (seed) => {
      expect(await tryPrograms(seed, SOLVERS, tally)).toEqual([]);
    });

    test("and everything that can be told is told of some", ({ task }) => {
      task.meta.tally = tally;
      for (const told of TOLD) expect([told, tally[told] ?? 0]).toEqual([told, expect.toSatisfy(isOften)]);
      expect(tally["undecided"]).toBeLessThan(tally["asked"]! / 100);
    });
  },
);

const TOLD = [
  "class-gap",
  "class-overlap",
  "item-masked",
  "item-never-true",
  "item-redundant",
  "band-both-include",
  "band-both-exclude",
  "rule-gap",
  "conflict",
  "equivalent",
  "stricter",
  "looser",
  "incomparable",
] as const;

const isOften = (count: unknown): boolean => typeof count === "number" && count >= 3;
