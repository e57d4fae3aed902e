import { add, compare, multiply, negate, rational, ZERO, type Rational } from "../../../language/index.ts";

/** A number with a multiple of something smaller than every positive number: strict bounds without rounding. */
export interface Point {
  readonly value: Rational;
  readonly nudge: Rational;
}

export const ORIGIN: Point = { value: ZERO, nudge: ZERO };

export const pointAt = (value: Rational, nudge: -1 | 0 | 1 = 0): Point => ({ value, nudge: rational(nudge) });

export const comparePoints = (left: Point, right: Point): number =>
  compare(left.value, right.value) || compare(left.nudge, right.nudge);

/** Left plus factor times right. */
export const addScaled = (left: Point, factor: Rational, right: Point): Point => ({
  value: add(left.value, multiply(factor, right.value)),
  nudge: right.nudge.numerator === 0n ? left.nudge : add(left.nudge, multiply(factor, right.nudge)),
});

export const difference = (left: Point, right: Point): Point => addScaled(left, MINUS_ONE, right);

export const isWhole = (point: Point): boolean =>
  point.nudge.numerator === 0n && point.value.denominator === 1n;

/** The greatest whole number not above the point. */
export const floorOf = ({ value, nudge }: Point): bigint => {
  const whole = floor(value);
  return value.denominator === 1n && nudge.numerator < 0n ? whole - 1n : whole;
};

export const floor = ({ numerator, denominator }: Rational): bigint => {
  const towardsZero = numerator / denominator;
  return numerator < 0n && numerator % denominator !== 0n ? towardsZero - 1n : towardsZero;
};

export const ceiling = (value: Rational): bigint => -floor(negate(value));

const MINUS_ONE = rational(-1n);
