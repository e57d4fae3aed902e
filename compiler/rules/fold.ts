import {
  add,
  compare,
  divide,
  multiply,
  rational,
  subtract,
  type BoundOperator,
  type Rational,
} from "../../language/index.ts";
import type { Assertion, Term } from "../model/ir.ts";

/** The value of a term without records and parameters; null where it has none. */
export const foldTerm = (term: Term): Rational | null => {
  switch (term.kind) {
    case "literal":
      return term.value.kind === "number" ? term.value.value : null;
    case "arithmetic": {
      const left = foldTerm(term.left);
      const right = foldTerm(term.right);
      if (left === null || right === null) return null;
      switch (term.operator) {
        case "add":
          return add(left, right);
        case "subtract":
          return subtract(left, right);
        case "multiply":
          return multiply(left, right);
        case "divide":
          return divide(left, right);
      }
    }
    // Falls to the end only for an operator that the type does not have.
    case "rounded": {
      if (term.kind !== "rounded") return null;
      const operand = foldTerm(term.operand);
      return operand === null ? null : roundTo(operand, term.digits, term.mode);
    }
    case "field":
    case "record":
    case "parameter":
    case "aggregate":
    case "decision":
    case "referenceDate":
      return null;
  }
};

/** Whether a claim is true of its two values. */
export const claimHolds = (assertion: Assertion, left: Rational, right: Rational): boolean => {
  const order = compare(left, right);
  const holds = {
    atLeast: () => order >= 0,
    atMost: () => order <= 0,
    lessThan: () => order < 0,
    greaterThan: () => order > 0,
    equal: () => order === 0,
    notEqual: () => order !== 0,
    approximately: () => compare(inWrittenUnit(left, assertion), inWrittenUnit(right, assertion)) === 0,
  } as const satisfies Record<BoundOperator, () => boolean>;
  return holds[assertion.operator]();
};

/** A value rounded to the places that the claim was written with, in its unit. */
export const inWrittenUnit = (value: Rational, assertion: Assertion): Rational =>
  roundTo(divide(value, assertion.writtenUnit) ?? value, assertion.digits, "halfUp");

/** Rounds to places after the point (negative: before it), halves away from zero. */
export const roundTo = (value: Rational, digits: number, mode: "halfUp" | "down" | "up"): Rational => {
  const scale = 10n ** BigInt(Math.abs(digits));
  const shifted = digits >= 0 ? multiply(value, rational(scale)) : multiply(value, rational(1n, scale));
  const isNegative = shifted.numerator < 0n;
  const size = isNegative ? -shifted.numerator : shifted.numerator;
  const whole = size / shifted.denominator;
  const rest = size % shifted.denominator;
  const isUp = mode === "up" ? rest > 0n : mode === "halfUp" && rest * 2n >= shifted.denominator;
  const rounded = whole + (isUp ? 1n : 0n);
  const result = rational(isNegative ? -rounded : rounded);
  return digits >= 0 ? multiply(result, rational(1n, scale)) : multiply(result, rational(scale));
};
