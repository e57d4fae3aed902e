import { add, multiply, type Rational } from "../../../language/index.ts";
import type { Formula, Linear, Model } from "../formula.ts";
import { inOrder } from "./in-order.ts";

/** What the formula says of these values; every variable that it mentions must have one. Deep formulas are fine. */
export const holds = (formula: Formula, model: Model): boolean => {
  const known = new Map<Formula, boolean>();
  for (const part of inOrder(formula)) known.set(part, valueOf(part, known, model));
  return known.get(formula)!;
};

const valueOf = (formula: Formula, known: ReadonlyMap<Formula, boolean>, model: Model): boolean => {
  switch (formula.kind) {
    case "constant":
      return formula.value;
    case "not":
      return !known.get(formula.operand)!;
    case "and":
      return formula.operands.every((operand) => known.get(operand)!);
    case "or":
      return formula.operands.some((operand) => known.get(operand)!);
    case "choice":
      return formula.options.includes(given(model.choices, formula.variable));
    case "linear":
      return inRelation(formula, model);
  }
};

const inRelation = (linear: Linear, model: Model): boolean => {
  let sum: Rational = linear.constant;
  for (const { variable, coefficient } of linear.terms)
    sum = add(sum, multiply(coefficient, given(model.numbers, variable)));
  switch (linear.operator) {
    case "<":
      return sum.numerator < 0n;
    case "<=":
      return sum.numerator <= 0n;
    case "=":
      return sum.numerator === 0n;
  }
};

const given = <Value>(values: ReadonlyMap<string, Value>, variable: string): Value => {
  const value = values.get(variable);
  if (value === undefined) throw new RangeError(`no value for ${variable}`);
  return value;
};
