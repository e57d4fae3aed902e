import { divide, multiply, rational, unitOf, type Rational } from "../../../language/index.ts";
import type { NumberType } from "../../model/type.ts";
import type { NumberRange } from "../formula.ts";

/** Days of the years 1 to 9999. */
export const DAYS: NumberRange = {
  step: rational(1n),
  lower: rational(-719_162n),
  upper: rational(2_932_896n),
};

export const ANY_NUMBER: NumberRange = { step: null, lower: null, upper: null };

export const ANY_DAY: NumberRange = { step: rational(1n), lower: null, upper: null };

/** Facts are written with so many places in the declared unit, below 10^15 in the last place. */
export const gridOf = (types: readonly NumberType[]): NumberRange => {
  const grids = types.map((type) => {
    const unit = type.share ? rational(1n, 100n) : (type.unit && unitOf(type.unit)?.factor) || rational(1n);
    const step = multiply(unit, rational(1n, 10n ** BigInt(type.integer ? 0 : type.scale)));
    return { step, most: multiply(step, rational(10n ** 15n - 1n)) };
  });
  const step = grids.map((grid) => grid.step).reduce(commonStep);
  const most = grids.map((grid) => grid.most).reduce((left, right) => (isMore(left, right) ? left : right));
  return { step, lower: multiply(most, rational(-1n)), upper: most };
};

const isMore = (left: Rational, right: Rational): boolean =>
  left.numerator * right.denominator > right.numerator * left.denominator;

/** The greatest step of which both are multiples. */
const commonStep = (left: Rational, right: Rational): Rational => {
  let [a, b] = [left, right];
  while (b.numerator !== 0n) {
    const times = divide(a, b)!;
    const rest = rational(times.numerator % times.denominator, times.denominator);
    [a, b] = [b, multiply(rest, b)];
  }
  return a;
};
