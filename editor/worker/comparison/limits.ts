import type { SolverLimits } from "../../../compiler/analyse/formula.ts";
import { DEFAULT_LIMITS } from "../../../compiler/compare.ts";

/** How long all questions together are asked in full, and how long one is put to the second solver. */
const IN_FULL = 15_000;
const ONE_QUESTION = 3000;
/** What is over quickly is still tried afterwards. */
const SHORT: SolverLimits = { steps: 2000, milliseconds: 200 };

/** Limits that become narrow when the time is over, so that a person at the page gets an answer. */
export interface TimedLimits extends SolverLimits {
  readonly isOver: () => boolean;
}

export const limitsFrom = (start: number, now: () => number = () => performance.now()): TimedLimits => {
  const isOver = (): boolean => now() - start > IN_FULL;
  return {
    get steps() {
      return isOver() ? SHORT.steps : DEFAULT_LIMITS.steps;
    },
    get milliseconds() {
      return isOver() ? SHORT.milliseconds : ONE_QUESTION;
    },
    isOver,
  };
};
