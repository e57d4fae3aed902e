import { compare } from "../../../language/index.ts";
import type { Model, NumberRange, Variables } from "../formula.ts";
import type { Rational } from "../../../language/index.ts";

/** Whether the model gives every variable one of its values. */
export const isPossible = (variables: Variables, model: Model): boolean =>
  [...variables.choices].every(([name, count]) => {
    const option = model.choices.get(name);
    return option !== undefined && option >= 0 && option < count;
  }) &&
  [...variables.numbers].every(([name, range]) => {
    const value = model.numbers.get(name);
    return value !== undefined && isIn(range, value);
  });

const isIn = ({ step, lower, upper }: NumberRange, value: Rational): boolean =>
  (lower === null || compare(value, lower) >= 0) &&
  (upper === null || compare(value, upper) <= 0) &&
  (step === null || isMultiple(value, step));

const isMultiple = (value: Rational, step: Rational): boolean =>
  step.numerator === 0n
    ? value.numerator === 0n
    : (value.numerator * step.denominator) % (value.denominator * step.numerator) === 0n;
