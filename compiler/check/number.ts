import type { Rational } from "../../language/index.ts";

/** The nearest double: for coordinates and distances, which are measured and not exact. */
export const toDouble = (value: Rational): number => {
  const whole = value.numerator / value.denominator;
  const rest = value.numerator - whole * value.denominator;
  const scaled = (rest * 1_000_000_000_000n) / value.denominator;
  return Number(whole) + Number(scaled) / 1e12;
};
