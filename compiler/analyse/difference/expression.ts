import { add, multiply, negate, rational, ZERO, type Rational } from "../../../language/index.ts";
import type { ComparisonOperator } from "../../model/ir.ts";
import type { Formula } from "../formula.ts";
import { constant, not } from "./logic.ts";

/** A sum of numbers with coefficients, and a constant. */
export interface Expression {
  readonly terms: ReadonlyMap<string, Rational>;
  readonly constant: Rational;
}

export const constantly = (value: Rational): Expression => ({ terms: new Map(), constant: value });

export const onlyVariable = (name: string): Expression => ({
  terms: new Map([[name, rational(1n)]]),
  constant: ZERO,
});

export const isConstant = ({ terms }: Expression): boolean => terms.size === 0;

export const plus = (left: Expression, right: Expression): Expression => {
  const terms = new Map(left.terms);
  for (const [name, coefficient] of right.terms) {
    const sum = add(terms.get(name) ?? ZERO, coefficient);
    if (sum.numerator === 0n) terms.delete(name);
    else terms.set(name, sum);
  }
  return { terms, constant: add(left.constant, right.constant) };
};

export const times = (left: Expression, factor: Rational): Expression =>
  factor.numerator === 0n
    ? constantly(ZERO)
    : {
        terms: new Map(
          Array.from(left.terms, ([name, coefficient]) => [name, multiply(coefficient, factor)]),
        ),
        constant: multiply(left.constant, factor),
      };

export const minus = (left: Expression, right: Expression): Expression =>
  plus(left, times(right, rational(-1n)));

/** Equal exactly where the sums are. */
export const expressionKey = ({ terms, constant: rest }: Expression): string =>
  JSON.stringify([
    ...[...terms]
      .map(([name, { numerator, denominator }]) => [name, `${numerator}/${denominator}`])
      .sort(([left], [right]) => (left! < right! ? -1 : 1)),
    `${rest.numerator}/${rest.denominator}`,
  ]);

/** Compares two sums. */
export const related = (operator: ComparisonOperator, left: Expression, right: Expression): Formula => {
  switch (operator) {
    case "<":
    case "<=":
    case "=":
      return toZero(operator, minus(left, right));
    case ">":
      return toZero("<", minus(right, left));
    case ">=":
      return toZero("<=", minus(right, left));
    case "!=":
      return not(toZero("=", minus(left, right)));
  }
};

const toZero = (operator: "<" | "<=" | "=", sum: Expression): Formula => {
  if (isConstant(sum)) {
    const { numerator } = sum.constant;
    return constant(
      operator === "<" ? numerator < 0n : operator === "<=" ? numerator <= 0n : numerator === 0n,
    );
  }
  const terms = Array.from(sum.terms, ([variable, coefficient]) => ({ variable, coefficient }));
  // One sign for one equation, so that both ways of writing it are one formula.
  const flip = operator === "=" && terms[0]!.coefficient.numerator < 0n;
  return {
    kind: "linear",
    operator,
    terms: flip
      ? terms.map(({ variable, coefficient }) => ({ variable, coefficient: negate(coefficient) }))
      : terms,
    constant: flip ? negate(sum.constant) : sum.constant,
  };
};
