import { sameValue } from "../../evaluate/index.ts";
import type { ComparisonOperator, Condition } from "../../model/ir.ts";
import type { Value } from "../../model/value.ts";
import { matches } from "../../evaluate/comparison.ts";
import { openLevel, type Outcome } from "./cases.ts";
import { valued } from "./constant.ts";
import { related } from "./expression.ts";
import { constant, FALSE } from "./logic.ts";
import { any, decided, openAt, type Truth } from "./truth.ts";

/** Numbers with numbers, days with days; anything else cannot be read. */
export const compareOutcomes = (operator: ComparisonOperator, left: Outcome, right: Outcome): Truth => {
  const level = openLevel(left, right);
  if (level !== null) return openAt(level);
  if (left.kind === "number" && right.kind === "number")
    return decided(related(operator, left.sum, right.sum));
  if (left.kind === "date" && right.kind === "date") return decided(related(operator, left.sum, right.sum));
  return openAt(3);
};

/** One outside the order satisfies nothing, whatever the other is. */
export const compareOrder = (
  { operator, enumeration }: Extract<Condition, { kind: "compareOrder" }>,
  left: Outcome,
  right: Outcome,
): Truth => {
  const rank = (outcome: Outcome): number | null => {
    if (outcome.kind === "open") return null;
    return outcome.kind === "constant" && outcome.value.kind === "enumeration"
      ? (enumeration.ascending ?? []).indexOf(outcome.value.value)
      : -1;
  };
  const [low, high] = [rank(left), rank(right)];
  if (low === -1 || high === -1) return decided(FALSE);
  if (low === null || high === null) return openAt(openLevel(left, right)!);
  return decided(constant(matches(operator, low - high)));
};

export const equalOutcomes = (left: Outcome, right: Outcome): Truth => {
  const level = openLevel(left, right);
  if (level !== null) return openAt(level);
  if (left.kind === "constant" && right.kind === "constant")
    return decided(constant(sameValue(left.value, right.value)));
  return left.kind === "constant" || right.kind === "constant" || left.kind !== right.kind
    ? decided(FALSE)
    : compareOutcomes("=", left, right);
};

export const equalsAny = (outcome: Outcome, values: readonly Value[]): Truth =>
  outcome.kind === "open"
    ? openAt(outcome.level)
    : any(values.map((value) => equalOutcomes(outcome, valued(value))));
