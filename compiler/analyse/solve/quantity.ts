import { compare, divide, multiply, negate, ONE, rational, type Rational } from "../../../language/index.ts";
import type { NumberRange } from "../formula.ts";
import { ceiling, floor } from "./point.ts";

/** A number as a count of its unit: counts are whole where the numbers stand on a grid. */
export interface Quantity {
  readonly name: string;
  readonly unit: Rational;
  readonly whole: boolean;
  readonly lower: Rational | null;
  readonly upper: Rational | null;
}

/** `null` where no number lies in the range. */
export const quantityOf = (name: string, range: NumberRange): Quantity | null => {
  const quantity = isGrid(range.step) ? onGrid(name, range, range.step) : anywhere(name, range);
  const { lower, upper } = quantity;
  return lower !== null && upper !== null && compare(lower, upper) > 0 ? null : quantity;
};

export const numberOf = (quantity: Quantity, count: Rational): Rational => multiply(quantity.unit, count);

/** The numbers between which the quantity lies, both included. */
export const rangeOf = ({
  unit,
  lower,
  upper,
}: Quantity): { readonly lower: Rational | null; readonly upper: Rational | null } => ({
  lower: lower && multiply(unit, lower),
  upper: upper && multiply(unit, upper),
});

/** The only count that the quantity can have, where there is only one. */
export const onlyCount = ({ lower, upper }: Quantity): Rational | null =>
  lower !== null && upper !== null && compare(lower, upper) === 0 ? lower : null;

const isGrid = (step: Rational | null): step is Rational => step !== null && step.numerator !== 0n;

const onGrid = (name: string, range: NumberRange, step: Rational): Quantity => {
  const unit = step.numerator < 0n ? negate(step) : step;
  return {
    name,
    unit,
    whole: true,
    lower: range.lower && rational(ceiling(divide(range.lower, unit)!)),
    upper: range.upper && rational(floor(divide(range.upper, unit)!)),
  };
};

// The only multiple of zero is zero; a grid of step zero is that one point.
const anywhere = (name: string, { step, lower, upper }: NumberRange): Quantity => ({
  name,
  unit: ONE,
  whole: false,
  lower: step === null ? lower : lower && lower.numerator > 0n ? lower : step,
  upper: step === null ? upper : upper && upper.numerator < 0n ? upper : step,
});
