import {
  add,
  compare,
  divide,
  multiply,
  negate,
  rational,
  subtract,
  type Rational,
} from "../../language/index.ts";
import type { Term } from "../model/ir.ts";
import type { Reason } from "../model/outcome.ts";
import type { Value } from "../model/value.ts";
import { numberValue, open, type Result } from "./result.ts";
import { unreadable } from "./subject.ts";

type Arithmetic = Extract<Term, { kind: "arithmetic" }>;

/** Two known values; numbers are exact, and a date moves by days. */
export const calculate = (term: Arithmetic, left: Value, right: Value): Result => {
  if (left.kind === "number" && right.kind === "number") {
    const value = onNumbers(term.operator, left.value, right.value);
    return value === null
      ? open([{ kind: "除数为零", name: term.origin.words }])
      : limited(value, term.origin.words);
  }
  if (left.kind === "date" && right.kind === "date" && term.operator === "subtract") {
    return numberValue(left.value - right.value);
  }
  if (left.kind === "date" && right.kind === "number" && right.value.denominator === 1n) {
    const days = Number(right.value.numerator);
    if (term.operator === "add") return { kind: "date", value: left.value + days };
    if (term.operator === "subtract") return { kind: "date", value: left.value - days };
  }
  return unreadable(term.origin);
};

/** Numbers of 10^15 base units and more are 溢出: no figure of a policy is that large, and every engine stops there. */
export const limited = (value: Rational, name: string): Result => {
  const magnitude = value.numerator < 0n ? -value.numerator : value.numerator;
  const reason: Reason = { kind: "溢出", name };
  return magnitude >= LIMIT * value.denominator ? open([reason]) : { kind: "number", value };
};

const LIMIT = 10n ** 15n;

/**
 * Rounds to so many places after the point (negative: before it). 四舍五入 rounds a half away from zero,
 * 舍去 cuts, 进一 goes up in magnitude.
 */
export const roundTo = (value: Rational, digits: number, mode: "halfUp" | "down" | "up"): Rational => {
  const scale = digits >= 0 ? rational(10n ** BigInt(digits)) : rational(1n, 10n ** BigInt(-digits));
  const scaled = multiply(value, scale);
  const magnitude = scaled.numerator < 0n ? negate(scaled) : scaled;
  const whole = magnitude.numerator / magnitude.denominator;
  const rest = subtract(magnitude, rational(whole));
  const rounded = rational(whole + (goesUp(rest, mode) ? 1n : 0n));
  return divide(scaled.numerator < 0n ? negate(rounded) : rounded, scale)!;
};

const goesUp = (rest: Rational, mode: "halfUp" | "down" | "up"): boolean => {
  switch (mode) {
    case "halfUp":
      return compare(rest, HALF) >= 0;
    case "down":
      return false;
    case "up":
      return rest.numerator > 0n;
  }
};

const HALF = rational(1n, 2n);

const onNumbers = (operator: Arithmetic["operator"], left: Rational, right: Rational): Rational | null => {
  switch (operator) {
    case "add":
      return add(left, right);
    case "subtract":
      return subtract(left, right);
    case "multiply":
      return multiply(left, right);
    case "divide":
      return divide(left, right);
  }
};
