import { divide, rational, type Rational } from "../../../language/index.ts";
import type { Term } from "../../model/ir.ts";
import type { Formula } from "../formula.ts";
import { merged, open, openLevel, when, type Cases, type Outcome } from "./cases.ts";
import { settledNumber } from "./constant.ts";
import { isConstant, minus, plus, related, times, constantly, type Expression } from "./expression.ts";
import { and, FALSE, not, TRUE } from "./logic.ts";

type Operator = Extract<Term, { kind: "arithmetic" }>["operator"];

/** Sums, differences and multiples; null where something is multiplied with or divided by an unknown number. */
export const calculated = (operator: Operator, left: Cases, right: Cases): Cases | null => {
  const found: { guard: Formula; outcome: Outcome }[] = [];
  for (const first of left) {
    for (const second of right) {
      const guard = and(first.guard, second.guard);
      if (guard === FALSE) continue;
      const cases = calculate(operator, first.outcome, second.outcome);
      if (cases === null) return null;
      for (const each of cases) found.push(when(and(guard, each.guard), each.outcome));
    }
  }
  return merged(found);
};

/** A number of 10^15 or more is 溢出: facts can still show that it is wrong. */
export const withinLimits = (sum: Expression): Cases => {
  const inside = and(related("<", sum, LIMIT), related(">", sum, times(LIMIT, rational(-1n))));
  return merged([when(inside, { kind: "number", sum }), when(not(inside), open(3))]);
};

const LIMIT = constantly(rational(10n ** 15n));

const calculate = (operator: Operator, left: Outcome, right: Outcome): Cases | null => {
  const level = openLevel(left, right);
  if (level !== null) return [when(TRUE, open(level))];
  if (left.kind === "number" && right.kind === "number") {
    const sum = onNumbers(operator, left.sum, right.sum, settledNumber(left), settledNumber(right));
    return sum === "nothing" ? [when(TRUE, open(3))] : sum && withinLimits(sum);
  }
  if (left.kind === "date" && right.kind === "date" && operator === "subtract")
    return [when(TRUE, { kind: "number", sum: minus(left.sum, right.sum) })];
  if (left.kind === "date" && right.kind === "number" && (operator === "add" || operator === "subtract")) {
    // Only whole days move a date; of an unknown number that is not told.
    if (!isConstant(right.sum)) return null;
    if (right.sum.constant.denominator !== 1n) return [when(TRUE, open(3))];
    const sum = operator === "add" ? plus(left.sum, right.sum) : minus(left.sum, right.sum);
    return [when(TRUE, { kind: "date", sum })];
  }
  return [when(TRUE, open(3))];
};

const onNumbers = (
  operator: Operator,
  left: Expression,
  right: Expression,
  leftValue: Rational | null,
  rightValue: Rational | null,
): Expression | "nothing" | null => {
  switch (operator) {
    case "add":
      return plus(left, right);
    case "subtract":
      return minus(left, right);
    case "multiply":
      if (rightValue !== null) return times(left, rightValue);
      return leftValue === null ? null : times(right, leftValue);
    case "divide": {
      if (rightValue === null) return null;
      const factor = divide(rational(1n), rightValue);
      return factor === null ? "nothing" : times(left, factor);
    }
  }
};
