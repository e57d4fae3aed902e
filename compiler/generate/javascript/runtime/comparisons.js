// @ts-check
/** @import { Fraction } from "./numbers.js" */
/** @import { Clause, Condition } from "./conditions.js" */
/** @import { Term } from "./terms.js" */
/** @import { Result } from "./values.js" */
/** @import { Truth } from "./truth.js" */
import { signOf } from "./numbers.js";
import { decided, FALSE, undecided, undecidedFor } from "./truth.js";
import { unreadable } from "./values.js";

/** @typedef {"=" | "!=" | "<" | "<=" | ">" | ">="} Operator */

/** For each operator: whether it holds of smaller, of equal and of greater. @type {Readonly<Record<Operator, readonly [boolean, boolean, boolean]>>} */
const SIGNS = {
  "=": [false, true, false],
  "!=": [true, false, true],
  "<": [true, false, false],
  "<=": [true, true, false],
  ">": [false, false, true],
  ">=": [false, true, true],
};

/** @type {(operator: Operator, sign: number) => boolean} */
export const satisfies = (operator, sign) => SIGNS[operator][sign < 0 ? 0 : sign > 0 ? 2 : 1];

/** Numbers, dates, and counts that are settled only between bounds. @type {(clause: Clause, operator: Operator, left: Term, right: Term) => Condition} */
export const compare = (clause, operator, left, right) => ({
  clause,
  truth: (context, environment) =>
    compared(clause.words, operator, left(context, environment), right(context, environment)),
});

/** @type {(words: string | undefined, operator: Operator, left: Result, right: Result) => Truth} */
export const compared = (words, operator, left, right) => {
  if (left.kind === "number" && right.kind === "number")
    return decided(satisfies(operator, signOf(left.value, right.value)));
  if (left.kind === "date" && right.kind === "date")
    return decided(satisfies(operator, left.value - right.value));
  if (left.kind !== "open" && right.kind !== "open") return undecided(unreadable(words).reasons);
  return betweenBounds(operator, left, right) ?? undecidedFor(left, right);
};

/**
 * Decided where every value between the bounds agrees: the operator then says the same of each sign that is possible.
 * @type {(operator: Operator, left: Result, right: Result) => Truth | null}
 */
const betweenBounds = (operator, left, right) => {
  const [first, second] = [boundsOf(left), boundsOf(right)];
  if (first === null || second === null) return null;
  const [smallest, greatest] = [signOf(first[0], second[1]), signOf(first[1], second[0])];
  const possible = [smallest < 0, smallest <= 0 && greatest >= 0, greatest > 0];
  const answers = SIGNS[operator].filter((_, sign) => possible[sign]);
  return answers.every((answer) => answer === answers[0]) ? decided(answers[0] ?? false) : null;
};

/** @type {(result: Result) => readonly [Fraction, Fraction] | null} */
const boundsOf = (result) => {
  if (result.kind === "number") return [result.value, result.value];
  return result.kind === "open" && result.low !== null && result.high !== null
    ? [result.low, result.high]
    : null;
};

/** Values of one order, low to high; one outside it satisfies nothing. @type {(clause: Clause, operator: Operator, left: Term, right: Term, ascending: readonly string[]) => Condition} */
export const compareOrder = (clause, operator, left, right, ascending) => ({
  clause,
  truth: (context, environment) => {
    const [first, second] = [left(context, environment), right(context, environment)];
    const [low, high] = [rankIn(ascending, first), rankIn(ascending, second)];
    if (low === -1 || high === -1) return FALSE;
    return low === null || high === null
      ? undecidedFor(first, second)
      : decided(satisfies(operator, low - high));
  },
});

/** @type {(ascending: readonly string[], result: Result) => number | null} */
const rankIn = (ascending, result) => {
  if (result.kind === "open") return null;
  return result.kind === "enumeration" ? ascending.indexOf(result.value) : -1;
};
