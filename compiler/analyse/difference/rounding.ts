import { rational, type Rational } from "../../../language/index.ts";
import { roundTo } from "../../evaluate/arithmetic.ts";
import type { Term } from "../../model/ir.ts";
import type { Formula } from "../formula.ts";
import { withinLimits } from "./arithmetic.ts";
import { merged, nested, open, when, type Cases } from "./cases.ts";
import {
  constantly,
  expressionKey,
  isConstant,
  onlyVariable,
  plus,
  related,
  type Expression,
} from "./expression.ts";
import { and, or, TRUE } from "./logic.ts";
import { declare, numberOf, type View } from "./stage.ts";

type Rounded = Extract<Term, { kind: "rounded" }>;

/** A rounded number is a number of its own, on the grid that it is rounded to, and near what is rounded. */
export const rounded = (view: View, term: Rounded, operand: Cases): Cases =>
  nested(
    merged(operand).map(({ guard, outcome }) => {
      if (outcome.kind === "open") return { guard, cases: [when(TRUE, outcome)] };
      if (outcome.kind !== "number") return { guard, cases: [when(TRUE, open(3))] };
      return { guard, cases: withinLimits(roundedSum(view, term, outcome.sum)) };
    }),
  );

const roundedSum = ({ stage }: View, { mode, digits }: Rounded, operand: Expression): Expression => {
  if (isConstant(operand)) return constantly(roundTo(operand.constant, digits, mode));
  const variable = JSON.stringify(["rounded", mode, digits, expressionKey(operand)]);
  const result = onlyVariable(numberOf(variable));
  if (stage.meanings.has(variable)) return result;
  const step = digits >= 0 ? rational(1n, 10n ** BigInt(digits)) : rational(10n ** BigInt(-digits));
  const meaning = { kind: "rounded", variable, value: { operand, digits, mode } } as const;
  declare(stage, meaning, null, { step, lower: null, upper: null });
  stage.facts.push(near(mode, operand, result, step));
  return result;
};

/** What is rounded lies so near the result; a half goes away from zero. */
const near = (mode: Rounded["mode"], operand: Expression, result: Expression, step: Rational): Formula => {
  const beside = (numerator: bigint, denominator: bigint): Expression =>
    plus(result, constantly(rational(step.numerator * numerator, step.denominator * denominator)));
  const zero = constantly(rational(0n));
  const above = (low: Expression, strict: boolean): Formula => related(strict ? ">" : ">=", operand, low);
  const below = (high: Expression, strict: boolean): Formula => related(strict ? "<" : "<=", operand, high);
  const positive = related(">=", operand, zero);
  const negative = related("<", operand, zero);
  switch (mode) {
    case "halfUp":
      return or(
        and(positive, above(beside(-1n, 2n), false), below(beside(1n, 2n), true)),
        and(negative, above(beside(-1n, 2n), true), below(beside(1n, 2n), false)),
      );
    case "down":
      return or(
        and(positive, above(result, false), below(beside(1n, 1n), true)),
        and(negative, above(beside(-1n, 1n), true), below(result, false)),
      );
    case "up":
      return or(
        and(positive, above(beside(-1n, 1n), true), below(result, false)),
        and(negative, above(result, false), below(beside(1n, 1n), true)),
      );
  }
};
