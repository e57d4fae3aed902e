import { add, compare, divide, ONE, rational, ZERO, type Rational } from "../../../language/index.ts";
import type { Candidates, Term } from "../../model/ir.ts";
import { compileCandidates, type Counted } from "./candidates.ts";
import { isOpenNumber, levelOf, limited, openAt, type Exact, type OpenNumber } from "./exact.ts";
import { TO_DECIDE, UNKNOWN, type Rows } from "./level.ts";
import { GUARD, isGuarded, wholeLimit, wholeNumber, type NumberTerm } from "./number.ts";
import { compileTerm, type CompiledTerm } from "./term.ts";
import { Unsupported } from "./unsupported.ts";
import type { Workshop } from "./workshop.ts";

type Aggregate = Extract<Term, { kind: "aggregate" }>;

/** 数量 合计 平均 最大 最小. */
export const compileAggregate = (workshop: Workshop, term: Aggregate): CompiledTerm => {
  if (term.of === null) return countNumber(workshop, term.candidates);
  const of = compileTerm(workshop, term.of);
  if (of.kind === "number") return summarise(workshop, term, of);
  if (of.kind !== "date" || term.function === "sum" || term.function === "mean") throw new Unsupported();
  const found = summarise(workshop, term, wholeNumber(of.day, of.level));
  return term.function === "count" ? found : asDate(found);
};

/** Days are whole numbers; what the quick form leaves open, the exact one may still find. */
const asDate = ({ scaled, exact }: NumberTerm): CompiledTerm => ({
  kind: "date",
  day: (rows) => {
    const day = scaled(rows);
    if (day === day) return day;
    const found = exact(rows);
    return isOpenNumber(found) ? Number.NaN : Number(found.numerator);
  },
  level: (rows) => levelOf(exact(rows)),
  constant: null,
});

/** How many candidates there are; where some are undecided, between which numbers. */
export const countNumber = (workshop: Workshop, candidates: Candidates): NumberTerm => {
  const { gather, tallied } = compileCandidates(workshop, candidates, null, noneYet, null);
  return {
    kind: "number",
    unit: ONE,
    bounded: true,
    scaled: (rows) => {
      const { certain, more } = tallied(rows, gather(rows));
      return more === 0 ? certain : Number.NaN;
    },
    over: null,
    exact: (rows) => {
      const { certain, more, level } = tallied(rows, gather(rows));
      if (more === 0) return rational(certain);
      return { level, bounds: { low: rational(certain), high: rational(certain + more) } };
    },
    constant: null,
  };
};

const noneYet = (): Counted => ({ certain: 0, toDecide: 0, unknown: 0, unasked: null });

/** What is kept of the certain candidates' values. */
interface Sums extends Counted {
  sum: number;
  /** Values that are open, by level. */
  missingToDecide: number;
  missingUnknown: number;
  /** Some value has no quick form. */
  slow: boolean;
  highest: number;
  highestTimes: number;
  nextHighest: number;
  lowest: number;
  lowestTimes: number;
  nextLowest: number;
  exact: Exact | null;
}

const noSums = (): Sums => ({
  ...noneYet(),
  sum: 0,
  missingToDecide: 0,
  missingUnknown: 0,
  slow: false,
  highest: -Infinity,
  highestTimes: 0,
  nextHighest: -Infinity,
  lowest: Infinity,
  lowestTimes: 0,
  nextLowest: Infinity,
  exact: null,
});

const summarise = (workshop: Workshop, term: Aggregate, of: NumberTerm): NumberTerm => {
  const { candidates } = term;
  const keep = (rows: Rows, kept: Sums): void => {
    const value = of.over === null ? of.scaled(rows) : Number.NaN;
    if (value !== value) keepSlow(of.exact(rows), kept);
    else keepValue(value, kept);
  };
  const compiled = compileCandidates(workshop, candidates, term.of, noSums, keep);
  const { gather, excepted, standing, tallied, each } = compiled;

  /** The value of the excepted record, where it is among the certain ones; else null. */
  const left = (rows: Rows): Exact | null => {
    const row = excepted(rows);
    if (row < 0 || standing(rows, row) !== 1) return null;
    const outer = rows[candidates.variable]!;
    rows[candidates.variable] = row;
    const value = of.exact(rows);
    rows[candidates.variable] = outer;
    return value;
  };

  const leftScaled = (rows: Rows): number => {
    const row = excepted(rows);
    if (row < 0 || standing(rows, row) !== 1) return Number.NaN;
    const outer = rows[candidates.variable]!;
    rows[candidates.variable] = row;
    const value = of.scaled(rows);
    rows[candidates.variable] = outer;
    return value;
  };

  const openness = (rows: Rows, kept: Sums, without: Exact | null): OpenNumber | null => {
    const { level } = tallied(rows, kept);
    const own = without !== null && isOpenNumber(without) ? without.level : 0;
    const unknown = kept.missingUnknown - (own === UNKNOWN ? 1 : 0);
    const toDecide = kept.missingToDecide - (own === TO_DECIDE ? 1 : 0);
    const highest = Math.max(level, unknown > 0 ? UNKNOWN : toDecide > 0 ? TO_DECIDE : 0);
    return highest === 0 ? null : openAt(highest);
  };

  const exact = (rows: Rows): Exact => {
    const kept = gather(rows);
    const isShared = candidates.except === null;
    if (isShared && kept.exact !== null) return kept.exact;
    const found = openness(rows, kept, left(rows)) ?? walk(rows);
    if (isShared) kept.exact = found;
    return found;
  };

  /** Each value once more, exactly. */
  const walk = (rows: Rows): Exact => {
    const values: Rational[] = [];
    each(rows, () => {
      const value = of.exact(rows);
      if (!isOpenNumber(value)) values.push(value);
    });
    return combine(term.function, values);
  };

  const limit = wholeLimit(of.unit);
  const size = Number(of.unit.numerator) / Number(of.unit.denominator);
  let number = 0;
  const scaled = (rows: Rows): number => {
    const kept = gather(rows);
    if (kept.slow || kept.missingToDecide > 0 || kept.missingUnknown > 0 || tallied(rows, kept).more > 0)
      return Number.NaN;
    const own = leftScaled(rows);
    const isLeft = own === own;
    number = kept.certain - (isLeft ? 1 : 0);
    switch (term.function) {
      case "count":
        return number;
      case "sum":
      case "mean": {
        const sum = kept.sum - (isLeft ? own : 0);
        if (term.function === "sum") return sum < limit && sum > -limit ? sum : Number.NaN;
        return number > 0 && (Math.abs(sum) / number) * size < NEAR_LIMIT ? sum : Number.NaN;
      }
      case "maximum":
        return finite(
          isLeft && own === kept.highest && kept.highestTimes === 1 ? kept.nextHighest : kept.highest,
        );
      case "minimum":
        return finite(
          isLeft && own === kept.lowest && kept.lowestTimes === 1 ? kept.nextLowest : kept.lowest,
        );
    }
  };
  return {
    kind: "number",
    unit: term.function === "count" ? ONE : of.unit,
    scaled,
    over: term.function === "mean" ? () => number : null,
    exact,
    constant: null,
  };
};

const NEAR_LIMIT = 999_999_000_000_000;

/** Nothing has no greatest and no smallest. */
const finite = (value: number): number => (Math.abs(value) <= GUARD ? value : Number.NaN);

const keepSlow = (value: Exact, kept: Sums): void => {
  if (!isOpenNumber(value)) kept.slow = true;
  else if (value.level === UNKNOWN) kept.missingUnknown += 1;
  else kept.missingToDecide += 1;
};

const keepValue = (value: number, kept: Sums): void => {
  kept.sum += value;
  if (!isGuarded(kept.sum)) kept.slow = true;
  if (value > kept.highest) {
    kept.nextHighest = kept.highest;
    kept.highest = value;
    kept.highestTimes = 1;
  } else if (value === kept.highest) kept.highestTimes += 1;
  else if (value > kept.nextHighest) kept.nextHighest = value;
  if (value < kept.lowest) {
    kept.nextLowest = kept.lowest;
    kept.lowest = value;
    kept.lowestTimes = 1;
  } else if (value === kept.lowest) kept.lowestTimes += 1;
  else if (value < kept.nextLowest) kept.nextLowest = value;
};

const combine = (name: Aggregate["function"], numbers: readonly Rational[]): Exact => {
  const total = (): Rational => numbers.reduce(add, ZERO);
  const [first] = numbers;
  switch (name) {
    case "count":
      return rational(numbers.length);
    case "sum":
      return limited(total());
    case "mean":
      return first === undefined ? openAt(UNKNOWN) : limited(divide(total(), rational(numbers.length))!);
    case "maximum":
      return first === undefined
        ? openAt(UNKNOWN)
        : numbers.reduce((best, each) => (compare(each, best) > 0 ? each : best), first);
    case "minimum":
      return first === undefined
        ? openAt(UNKNOWN)
        : numbers.reduce((best, each) => (compare(each, best) < 0 ? each : best), first);
  }
};
