import { compare, type Rational } from "../../../language/index.ts";
import type { Model } from "../formula.ts";
import { isMoreOrdinary, ordinaryIn, type Edge } from "./ordinary.ts";
import type { Problem } from "./problem.ts";
import { rangeOf, type Quantity } from "./quantity.ts";
import { Trial } from "./trial.ts";

/**
 * Makes a model ordinary: first options and numbers near zero wherever the formula holds with them as well, one
 * value after the other. How much is tried is bounded; the model stays one.
 */
export const polish = (problem: Problem, model: Model): Model => {
  const trial = new Trial(problem, model);
  let tries = Math.ceil(WORK / (trial.size + 1));
  const attempt = (once: () => boolean): boolean => tries-- > 0 && once();
  for (let round = 0; round < ROUNDS; round++) {
    let changed = false;
    for (const [choice, { first }] of problem.choices) {
      const earlier = first.filter((option) => option < trial.option(choice)).slice(0, TRIES);
      if (earlier.some((option) => attempt(() => trial.tryOption(choice, option)))) changed = true;
    }
    for (const quantity of problem.quantities.values()) {
      const better = candidates(trial, quantity).slice(0, TRIES);
      if (better.some((number) => attempt(() => trial.tryNumber(quantity, number)))) changed = true;
    }
    if (!changed) break;
  }
  return trial.model;
};

const ROUNDS = 3;
const TRIES = 16;
/** How many conjunctions are judged at most, all tries together. */
const WORK = 2_000_000;

/** Numbers more ordinary than the present one, the most ordinary first: one of every stretch between thresholds. */
const candidates = (trial: Trial, quantity: Quantity): readonly Rational[] => {
  const present = trial.number(quantity);
  if (present.numerator === 0n) return [];
  const { lower, upper } = rangeOf(quantity);
  const inside = trial
    .thresholds(quantity)
    .filter((at) => (lower === null || compare(at, lower) > 0) && (upper === null || compare(at, upper) < 0))
    .sort(compare);
  const step = quantity.whole ? quantity.unit : null;
  const found = new Map<string, Rational>();
  const note = (from: Edge | null, to: Edge | null): void => {
    const number = ordinaryIn({ lower: from, upper: to }, step);
    if (number !== null && isMoreOrdinary(number, present))
      found.set(`${number.numerator}/${number.denominator}`, number);
  };
  let from = lower && closed(lower);
  for (const at of inside) {
    note(from, open(at));
    note(closed(at), closed(at));
    from = open(at);
  }
  note(from, upper && closed(upper));
  return [...found.values()].sort((left, right) => (isMoreOrdinary(left, right) ? -1 : 1));
};

const closed = (value: Rational): Edge => ({ value, open: false });
const open = (value: Rational): Edge => ({ value, open: true });
