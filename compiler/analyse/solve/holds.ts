import { add, multiply, ZERO, type Rational } from "../../../language/index.ts";
import type { Formula, Linear, Model } from "../formula.ts";

/** What the formula says of these values; every variable that it mentions must have one. Deep formulas are fine. */
export const holds = (formula: Formula, model: Model): boolean => {
  const known = new Map<Formula, boolean>();
  // A stack of its own, because formulas can be nested deeper than calls can.
  const open: Formula[] = [formula];
  while (open.length > 0) {
    const current = open.at(-1)!;
    if (known.has(current)) {
      open.pop();
      continue;
    }
    const missing = operandsOf(current).filter((operand) => !known.has(operand));
    if (missing.length > 0) {
      for (const operand of missing) open.push(operand);
      continue;
    }
    known.set(current, valueOf(current, known, model));
    open.pop();
  }
  return known.get(formula)!;
};

export const operandsOf = (formula: Formula): readonly Formula[] => {
  switch (formula.kind) {
    case "not":
      return [formula.operand];
    case "and":
    case "or":
      return formula.operands;
    case "constant":
    case "choice":
    case "linear":
      return [];
  }
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
      return sum.numerator < ZERO.numerator;
    case "<=":
      return sum.numerator <= ZERO.numerator;
    case "=":
      return sum.numerator === ZERO.numerator;
  }
};

const given = <Value>(values: ReadonlyMap<string, Value>, variable: string): Value => {
  const value = values.get(variable);
  if (value === undefined) throw new RangeError(`no value for ${variable}`);
  return value;
};
