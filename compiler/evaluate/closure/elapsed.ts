import { compare as compareRationals, rational, type Rational } from "../../../language/index.ts";
import type { Condition } from "../../model/ir.ts";
import { lastDayOf } from "../elapsed.ts";
import { openLevel } from "./date-arithmetic.ts";
import { isOpenNumber, levelOf } from "./exact.ts";
import type { Ask } from "./level.ts";
import { ACCEPTED } from "./number.ts";
import { compileNumber, compileTerm } from "./term.ts";
import { Unsupported } from "./unsupported.ts";
import type { Workshop } from "./workshop.ts";

type Elapsed = Extract<Condition, { kind: "elapsed" }>;

/** Compares a day with the last day of a period. */
export const compileElapsed = (workshop: Workshop, condition: Elapsed): Ask => {
  const from = compileTerm(workshop, condition.from);
  const to = compileTerm(workshop, condition.to);
  const amount = compileNumber(workshop, condition.amount);
  if (from.kind !== "date" || to.kind !== "date") throw new Unsupported();
  const accept = ACCEPTED[condition.operator];
  if (to.constant !== null && amount.constant !== null) {
    const [first, last] = daysThatEndOn(to.constant, amount.constant, condition.unit);
    return (rows) => {
      const day = from.day(rows);
      // A period that began earlier is over earlier.
      return day !== day ? from.level(rows) : accept[day > last ? 0 : day < first ? 2 : 1]!;
    };
  }
  return (rows) => {
    const [start, end, length] = [from.day(rows), to.day(rows), amount.exact(rows)];
    if (start !== start || end !== end || isOpenNumber(length))
      return Math.max(openLevel(from, rows), openLevel(to, rows), levelOf(length));
    return accept[1 + position(start, end, length, condition.unit)]!;
  };
};

const position = (from: number, to: number, amount: Rational, unit: Elapsed["unit"]): number =>
  unit === "day"
    ? compareRationals(rational(to - from), amount)
    : Math.sign(to - lastDayOf(from, amount, unit));

/** The first and the last beginning of a period that ends on this day; first after last, where there is none. */
const daysThatEndOn = (to: number, amount: Rational, unit: Elapsed["unit"]): readonly [number, number] => [
  firstDay((from) => position(from, to, amount, unit) <= 0),
  firstDay((from) => position(from, to, amount, unit) < 0) - 1,
];

/** Later beginnings end later, so that halving finds the border. */
const firstDay = (holds: (from: number) => boolean): number => {
  let [low, high] = [-FARTHEST_DAY, FARTHEST_DAY];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
};

const FARTHEST_DAY = 100_000_000;
