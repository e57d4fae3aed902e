import { compare, multiply, rational, type Rational } from "../../language/index.ts";
import type { Condition } from "../model/ir.ts";
import type { Truth } from "../model/outcome.ts";
import type { Day } from "../model/value.ts";
import { addMonths } from "./calendar.ts";
import { matches } from "./comparison.ts";
import { union } from "./reason.ts";
import { isOpen, openReasons, type Result } from "./result.ts";
import { unreadable } from "./subject.ts";
import { decided, indeterminate } from "./truth.ts";

type Elapsed = Extract<Condition, { kind: "elapsed" }>;

/** Compares `to` with the last day of a period that begins after `from` (民法典 第二百零一条、第二百零二条). */
export const compareElapsed = (condition: Elapsed, from: Result, to: Result, amount: Result): Truth => {
  if (isOpen(from) || isOpen(to) || isOpen(amount)) {
    return indeterminate(union(openReasons(from), openReasons(to), openReasons(amount)));
  }
  if (from.kind !== "date" || to.kind !== "date" || amount.kind !== "number") {
    return indeterminate(unreadable(condition.origin).reasons);
  }
  return decided(matches(condition.operator, position(from.value, to.value, amount.value, condition.unit)));
};

/** The last day of the period; parts of a month are left out, because the calendar has no such day. */
export const lastDayOf = (from: Day, amount: Rational, unit: "month" | "year"): Day => {
  const months = unit === "year" ? multiply(amount, MONTHS_OF_A_YEAR) : amount;
  return addMonths(from, Number(months.numerator / months.denominator));
};

const MONTHS_OF_A_YEAR = rational(12n);

/** Negative, zero or positive as `to` is before, on or after the last day. */
const position = (from: Day, to: Day, amount: Rational, unit: Elapsed["unit"]): number => {
  switch (unit) {
    case "day":
      return compare(rational(to - from), amount);
    case "month":
    case "year":
      return to - lastDayOf(from, amount, unit);
  }
};
