import { compare, negate, rational, ZERO, type Rational } from "../../../language/index.ts";
import { ceiling } from "./point.ts";

export interface Interval {
  readonly lower: Edge | null;
  readonly upper: Edge | null;
}

export interface Edge {
  readonly value: Rational;
  /** Whether the edge itself lies outside. */
  readonly open: boolean;
}

/**
 * The most ordinary number of the interval: zero, else the whole number nearest to zero, else the shortest decimal.
 * On a grid, only its numbers; `null` where there is none.
 */
export const ordinaryIn = (interval: Interval, step: Rational | null): Rational | null => {
  if (isEmpty(interval)) return null;
  const { lower, upper } = interval;
  if (step === null) {
    if (lower !== null && upper !== null && compare(lower.value, upper.value) === 0) return lower.value;
    for (let power = 1n; ; power *= 10n) {
      const found = nearestMultiple(interval, rational(1n, power));
      if (found !== null) return found;
    }
  }
  for (const coarse of coarserSteps(step)) {
    const found = nearestMultiple(interval, coarse);
    if (found !== null) return found;
  }
  return null;
};

/** Whether left is the more ordinary number: fewer decimals, then nearer to zero, then positive. */
export const isMoreOrdinary = (left: Rational, right: Rational): boolean => {
  const length = digits(left.denominator) - digits(right.denominator);
  if (left.numerator === 0n || right.numerator === 0n) return left.numerator === 0n && right.numerator !== 0n;
  if (length !== 0) return length < 0;
  const size = compare(magnitude(left), magnitude(right));
  return size < 0 || (size === 0 && left.numerator > right.numerator);
};

const digits = (denominator: bigint): number => (denominator === 1n ? 0 : denominator.toString().length);

const magnitude = (value: Rational): Rational => (value.numerator < 0n ? negate(value) : value);

const isEmpty = ({ lower, upper }: Interval): boolean => {
  if (lower === null || upper === null) return false;
  const order = compare(lower.value, upper.value);
  return order > 0 || (order === 0 && (lower.open || upper.open));
};

/** The multiples of the step that are whole, then those with one decimal, and so on; the step at last. */
const coarserSteps = function* ({ numerator, denominator }: Rational): Iterable<Rational> {
  let power = 1n;
  let last = 0n;
  for (;;) {
    const shared = greatestCommonDivisor(denominator, power);
    if (shared === last) break;
    yield rational(numerator, shared);
    last = shared;
    power *= 10n;
  }
  if (last !== denominator) yield rational(numerator, denominator);
};

const nearestMultiple = (interval: Interval, step: Rational): Rational | null => {
  const { lower, upper } = interval;
  if (lower !== null && (lower.value.numerator > 0n || (lower.value.numerator === 0n && lower.open)))
    return firstAbove(lower, upper, step);
  if (upper !== null && (upper.value.numerator < 0n || (upper.value.numerator === 0n && upper.open))) {
    const mirrored = firstAbove(mirror(upper), lower && mirror(lower), step);
    return mirrored && negate(mirrored);
  }
  return ZERO;
};

const mirror = ({ value, open }: Edge): Edge => ({ value: negate(value), open });

const firstAbove = (lower: Edge, upper: Edge | null, step: Rational): Rational | null => {
  const times = rational(lower.value.numerator * step.denominator, lower.value.denominator * step.numerator);
  const whole = ceiling(times);
  const count = lower.open && times.denominator === 1n ? whole + 1n : whole;
  const found = rational(count * step.numerator, step.denominator);
  if (upper === null) return found;
  const order = compare(found, upper.value);
  return order < 0 || (order === 0 && !upper.open) ? found : null;
};

const greatestCommonDivisor = (left: bigint, right: bigint): bigint => {
  let [a, b] = [left, right];
  while (b !== 0n) [a, b] = [b, a % b];
  return a;
};
