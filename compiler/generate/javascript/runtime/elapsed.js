// @ts-check
/** @import { Clause, Condition } from "./conditions.js" */
/** @import { Operator } from "./comparisons.js" */
/** @import { Term } from "./terms.js" */
import { monthsLater } from "./calendar.js";
import { satisfies } from "./comparisons.js";
import { signOf, wholeNumber } from "./numbers.js";
import { decided, undecided, undecidedFor } from "./truth.js";
import { unreadable } from "./values.js";

/**
 * Compares `to` with the last day of a period that begins after `from` (民法典 第二百零一条、第二百零二条); parts of a month
 * are left out, because the calendar has no such day.
 * @type {(clause: Clause, operator: Operator, from: Term, to: Term, amount: Term, unit: "day" | "month" | "year") => Condition}
 */
export const elapsed = (clause, operator, from, to, amount, unit) => ({
  clause,
  truth: (context, environment) => {
    const begun = from(context, environment);
    const asked = to(context, environment);
    const period = amount(context, environment);
    if (begun.kind === "open" || asked.kind === "open" || period.kind === "open")
      return undecidedFor(begun, asked, period);
    if (begun.kind !== "date" || asked.kind !== "date" || period.kind !== "number")
      return undecided(unreadable(clause.words).reasons);
    const { value } = period;
    const sign =
      unit === "day"
        ? signOf(wholeNumber(asked.value - begun.value), value)
        : asked.value -
          monthsLater(begun.value, Number((value.above * (unit === "year" ? 12n : 1n)) / value.below));
    return decided(satisfies(operator, sign));
  },
});
