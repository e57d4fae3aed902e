import { compare, multiply, rational, type Rational } from "../../../language/index.ts";
import type { ComparisonOperator } from "../../model/ir.ts";
import { compareRanges, matches } from "../comparison.ts";
import { TO_DECIDE, UNKNOWN } from "./level.ts";

/** A number that is not settled. A count keeps the bounds that are certain. */
export interface OpenNumber {
  readonly level: number;
  readonly bounds: { readonly low: Rational; readonly high: Rational } | null;
}

/** The slow and certain form of a number. */
export type Exact = Rational | OpenNumber;

export const isOpenNumber = (value: Exact): value is OpenNumber => "level" in value;

const OPEN_TO_DECIDE: OpenNumber = { level: TO_DECIDE, bounds: null };
const OPEN_UNKNOWN: OpenNumber = { level: UNKNOWN, bounds: null };

/** Open at a level. Shared, because missing facts are many. */
export const openAt = (level: number): OpenNumber => (level === UNKNOWN ? OPEN_UNKNOWN : OPEN_TO_DECIDE);

export const levelOf = (value: Exact): number => (isOpenNumber(value) ? value.level : 0);

/** 10^15 base units and more are 溢出. */
export const limited = (value: Rational): Exact => {
  const magnitude = value.numerator < 0n ? -value.numerator : value.numerator;
  return magnitude >= LIMIT * value.denominator ? OPEN_UNKNOWN : value;
};

export const LIMIT = 10n ** 15n;

export const compareExact = (operator: ComparisonOperator, left: Exact, right: Exact): number => {
  if (!isOpenNumber(left) && !isOpenNumber(right)) return matches(operator, compare(left, right)) ? 1 : 0;
  const [leftRange, rightRange] = [rangeOf(left), rangeOf(right)];
  const certain =
    leftRange !== null && rightRange !== null ? compareRanges(operator, leftRange, rightRange) : null;
  return certain === null ? Math.max(levelOf(left), levelOf(right)) : certain ? 1 : 0;
};

const rangeOf = (value: Exact): OpenNumber["bounds"] =>
  isOpenNumber(value) ? value.bounds : { low: value, high: value };

/** So many units. */
export const unscaled = (scaled: number, unit: Rational): Rational => multiply(rational(scaled), unit);

/** The greatest unit that both are whole numbers of. */
export const commonUnit = (left: Rational, right: Rational): Rational =>
  rational(
    greatestDivisor(left.numerator * right.denominator, right.numerator * left.denominator),
    left.denominator * right.denominator,
  );

export const greatestDivisor = (left: bigint, right: bigint): bigint => {
  let [a, b] = [left < 0n ? -left : left, right < 0n ? -right : right];
  while (b !== 0n) [a, b] = [b, a % b];
  return a;
};
