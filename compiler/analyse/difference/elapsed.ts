import { add, compare, multiply, rational, type Rational } from "../../../language/index.ts";
import { lastDayOf } from "../../evaluate/elapsed.ts";
import type { ComparisonOperator, Condition } from "../../model/ir.ts";
import type { Day } from "../../model/value.ts";
import type { Formula, Model } from "../formula.ts";
import { openLevel, type Outcome } from "./cases.ts";
import {
  constantly,
  expressionKey,
  isConstant,
  minus,
  onlyVariable,
  plus,
  related,
  type Expression,
} from "./expression.ts";
import { ANY_DAY, DAYS } from "./grid.ts";
import { and, FALSE, not, or } from "./logic.ts";
import { declare, numberOf, type Places, type Stage, type View } from "./stage.ts";
import { casesOf } from "./term.ts";
import { decided, oneOf, openAt, type Truth } from "./truth.ts";
import { WHY } from "./why.ts";

type Elapsed = Extract<Condition, { kind: "elapsed" }>;

/** Periods as the interpreter counts them; null where they are not taken apart. */
export const elapsed = (view: View, condition: Elapsed, places: Places): Truth | null => {
  const [from, to, amount] = [condition.from, condition.to, condition.amount].map((term) =>
    casesOf(view, term, places),
  );
  if (!from || !to || !amount || from.length * to.length * amount.length > MOST_TRIPLES) return null;
  const cases: { guard: Formula; truth: Truth }[] = [];
  for (const begin of from) {
    for (const end of to) {
      for (const period of amount) {
        const guard = and(begin.guard, end.guard, period.guard);
        if (guard === FALSE) continue;
        const truth = compared(view, condition, begin.outcome, end.outcome, period.outcome);
        if (truth === null) return null;
        cases.push({ guard, truth });
      }
    }
  }
  return oneOf(cases);
};

const MOST_TRIPLES = 400;

const compared = (
  view: View,
  { operator, unit }: Elapsed,
  from: Outcome,
  to: Outcome,
  amount: Outcome,
): Truth | null => {
  const level = openLevel(from, to, amount);
  if (level !== null) return openAt(level);
  if (from.kind !== "date" || to.kind !== "date" || amount.kind !== "number") return openAt(3);
  if (unit === "day") return decided(related(operator, minus(to.sum, from.sum), amount.sum));
  if (!isConstant(amount.sum)) return null;
  const months = amount.sum.constant;
  if (isConstant(from.sum)) {
    const last = lastDayOf(dayOf(from.sum), months, unit);
    return decided(related(operator, to.sum, constantly(rational(last))));
  }
  if (isConstant(to.sum)) return decided(beganBy(operator, from.sum, dayOf(to.sum), months, unit));
  return decided(related(operator, to.sum, openPeriod(view, from.sum, months, unit)));
};

const dayOf = ({ constant }: Expression): Day => Number(constant.numerator);

/** A period that begins later ends no sooner, so that each last day is one of a stretch of first days. */
const beganBy = (
  operator: ComparisonOperator,
  from: Expression,
  to: Day,
  amount: Rational,
  unit: "month" | "year",
): Formula => {
  const endsBy = (day: Day): Formula =>
    related("<=", from, constantly(rational(latestBegin(day, amount, unit))));
  const endsAfter = (day: Day): Formula =>
    related(">", from, constantly(rational(latestBegin(day, amount, unit))));
  switch (operator) {
    case ">=":
      return endsBy(to);
    case ">":
      return endsBy(to - 1);
    case "<":
      return endsAfter(to);
    case "<=":
      return endsAfter(to - 1);
    case "=":
      return and(endsBy(to), endsAfter(to - 1));
    case "!=":
      return or(endsBy(to - 1), endsAfter(to));
  }
};

/** The latest first day of a period that ends by then. */
const latestBegin = (end: Day, amount: Rational, unit: "month" | "year"): Day => {
  let [low, high] = [Number(DAYS.lower!.numerator) - FAR, Number(DAYS.upper!.numerator) + FAR];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (lastDayOf(middle, amount, unit) <= end) low = middle;
    else high = middle;
  }
  return low;
};

/** Beyond every date, and every period that a text writes. */
const FAR = 4_000_000;

/** From 28 to 31 days a month; exactly which, only the calendar of a known day tells. */
const openPeriod = (
  { stage }: View,
  from: Expression,
  amount: Rational,
  unit: "month" | "year",
): Expression => {
  const { numerator, denominator } = unit === "year" ? multiply(amount, rational(12n)) : amount;
  const months = numerator / denominator;
  const variable = JSON.stringify(["period", months.toString(), expressionKey(from)]);
  const last = onlyVariable(numberOf(variable));
  if (stage.meanings.has(variable)) return last;
  declare(stage, { kind: "period", variable, from, months: Number(months) }, null, ANY_DAY);
  stage.opaque.add(WHY.period);
  const [least, most] = months >= 0n ? [28n, 31n] : [31n, 28n];
  const after = (days: bigint): Expression => plus(from, constantly(rational(months * days)));
  stage.facts.push(related(">=", last, after(least)), related("<=", last, after(most)));
  return last;
};

/** What the calendar says of the days of a model that does not keep to it: true of all days. */
export const calendarFacts = ({ meanings }: Stage, model: Model): readonly Formula[] =>
  [...meanings.values()].flatMap((meaning): readonly Formula[] => {
    if (meaning.kind !== "period") return [];
    const { from, months, variable } = meaning;
    const begin = valueIn(from, model);
    const end = rational(lastDayOf(Number(begin.numerator), rational(months), "month"));
    const last = onlyVariable(numberOf(variable));
    if (compare(valueIn(last, model), end) === 0) return [];
    // A period that begins later ends no sooner.
    const beginsBy = related("<=", from, constantly(begin));
    const beginsFrom = related(">=", from, constantly(begin));
    return [
      or(not(beginsBy), related("<=", last, constantly(end))),
      or(not(beginsFrom), related(">=", last, constantly(end))),
    ];
  });

const valueIn = ({ terms, constant }: Expression, { numbers }: Model): Rational =>
  [...terms].reduce((sum, [name, factor]) => add(sum, multiply(factor, numbers.get(name)!)), constant);
