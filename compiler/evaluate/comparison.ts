import { compare as compareNumbers, type Rational } from "../../language/index.ts";
import type { ComparisonOperator, Condition, Origin } from "../model/ir.ts";
import type { Truth } from "../model/outcome.ts";
import type { Value } from "../model/value.ts";
import { union } from "./reason.ts";
import { isOpen, openReasons, sameValue, type Result } from "./result.ts";
import { unreadable } from "./subject.ts";
import { decided, FALSE, indeterminate } from "./truth.ts";

/** Compares numbers, dates and bounds of counts that are not settled yet. */
export const compareResults = (
  operator: ComparisonOperator,
  left: Result,
  right: Result,
  origin: Origin,
): Truth => {
  if (!isOpen(left) && !isOpen(right)) {
    const sign = order(left, right);
    return sign === null ? indeterminate(unreadable(origin).reasons) : decided(matches(operator, sign));
  }
  const leftRange = rangeOf(left);
  const rightRange = rangeOf(right);
  const certain = leftRange && rightRange ? compareRanges(operator, leftRange, rightRange) : null;
  return certain === null ? undecided(left, right) : decided(certain);
};

/** Values of one order. One outside the order satisfies nothing, whatever the other is. */
export const compareOrder = (
  condition: Extract<Condition, { kind: "compareOrder" }>,
  left: Result,
  right: Result,
): Truth => {
  const ascending = condition.enumeration.ascending ?? [];
  const rank = (result: Result): number | null =>
    isOpen(result) ? null : result.kind === "enumeration" ? ascending.indexOf(result.value) : -1;
  const [low, high] = [rank(left), rank(right)];
  if (low === -1 || high === -1) return FALSE;
  return low === null || high === null
    ? undecided(left, right)
    : decided(matches(condition.operator, low - high));
};

/** Equal values of one type. */
export const same = (left: Result, right: Result): Truth =>
  isOpen(left) || isOpen(right) ? undecided(left, right) : decided(sameValue(left, right));

export const matches = (operator: ComparisonOperator, sign: number): boolean => {
  switch (operator) {
    case "=":
      return sign === 0;
    case "!=":
      return sign !== 0;
    case "<":
      return sign < 0;
    case "<=":
      return sign <= 0;
    case ">":
      return sign > 0;
    case ">=":
      return sign >= 0;
  }
};

const order = (left: Value, right: Value): number | null => {
  if (left.kind === "number" && right.kind === "number") return compareNumbers(left.value, right.value);
  if (left.kind === "date" && right.kind === "date") return left.value - right.value;
  return null;
};

const undecided = (left: Result, right: Result): Truth =>
  indeterminate(union(openReasons(left), openReasons(right)));

interface Range {
  readonly low: Rational;
  readonly high: Rational;
}

const rangeOf = (result: Result): Range | null => {
  if (isOpen(result)) return result.bounds;
  return result.kind === "number" ? { low: result.value, high: result.value } : null;
};

/** True or false where every value in the ranges agrees; else null. */
export const compareRanges = (operator: ComparisonOperator, left: Range, right: Range): boolean | null => {
  const below = compareNumbers(left.high, right.low);
  const above = compareNumbers(left.low, right.high);
  switch (operator) {
    case "<":
      return below < 0 ? true : above >= 0 ? false : null;
    case "<=":
      return below <= 0 ? true : above > 0 ? false : null;
    case ">":
      return above > 0 ? true : below <= 0 ? false : null;
    case ">=":
      return above >= 0 ? true : below < 0 ? false : null;
    case "=":
      return below < 0 || above > 0 ? false : null;
    case "!=":
      return below < 0 || above > 0 ? true : null;
  }
};
