import {
  add,
  compare,
  divide,
  multiply,
  rational,
  subtract,
  unitOf,
  type Dimension,
  type Rational,
} from "../../../language/index.ts";
import type { Type } from "../../model/type.ts";
import type { Value } from "../../model/value.ts";

/** The values that a parameter can have, as points of a line; null for one with a few values only. */
export interface Line {
  /** Only whole steps: numbers of things, days. */
  readonly whole: boolean;
  /** One such step, in base units. */
  readonly step: Rational;
  /** Nothing lies below: no share, length or number of things is negative. */
  readonly lowest: Rational | null;
  readonly valueAt: (point: Rational) => Value;
}

/** Things and days that are counted come in whole numbers, unless something they are compared with does not. */
export const lineOf = (type: Type, breakpoints: readonly Rational[]): Line | null => {
  if (type.kind === "date")
    return {
      whole: true,
      step: rational(1n),
      lowest: null,
      valueAt: (point) => ({ kind: "date", value: Number(point.numerator / point.denominator) }),
    };
  if (type.kind !== "number") return null;
  const step = (type.unit === null ? null : unitOf(type.unit)?.factor) ?? rational(1n);
  const isCounted = COUNTED.has(type.dimension) && breakpoints.every((each) => isMultiple(each, step));
  return {
    whole: type.integer || isCounted,
    step,
    lowest: type.share || (type.unit !== null && type.dimension !== "money") ? rational(0n) : null,
    valueAt: (value) => ({ kind: "number", value }),
  };
};

const COUNTED: ReadonlySet<Dimension> = new Set(["count", "day", "workingDay", "month", "year"]);

const isMultiple = (point: Rational, step: Rational): boolean => divide(point, step)?.denominator === 1n;

/** All values of a type that has only a few. */
export const fewValues = (type: Type): readonly Value[] => {
  switch (type.kind) {
    case "boolean":
      return [false, true].map((value) => ({ kind: "boolean", value }));
    case "enumeration":
      return type.values.map((value) => ({ kind: "enumeration", value }));
    case "number":
    case "date":
    case "text":
    case "coordinate":
    case "reference":
      return [];
  }
};

export interface TriedPoint {
  readonly point: Rational;
  /** A breakpoint itself, and not a value beside or between. */
  readonly exact: boolean;
}

/**
 * Points such that between any two of them no result changes that does not change at one of the breakpoints: each
 * breakpoint, and one point on each side of it.
 */
export const pointsAround = (breakpoints: readonly Rational[], line: Line): readonly TriedPoint[] => {
  const { lowest, whole } = line;
  const sorted = distinct(breakpoints);
  const points = whole
    ? distinct(sorted.flatMap((each) => wholeAround(each, line))).map((point) => ({ point, exact: true }))
    : between(sorted);
  return lowest === null ? points : points.filter(({ point }) => compare(point, lowest) >= 0);
};

const wholeAround = (point: Rational, { step }: Line): readonly Rational[] => {
  const below = floorTo(point, step);
  return compare(below, point) === 0
    ? [subtract(point, step), point, add(point, step)]
    : [below, add(below, step)];
};

const between = (sorted: readonly Rational[]): readonly TriedPoint[] =>
  sorted.flatMap((point, at) => {
    const next = sorted[at + 1];
    const behind = next === undefined ? add(point, rational(1n)) : middle(point, next);
    return [
      ...(at === 0 ? [{ point: below(point), exact: false }] : []),
      { point, exact: true },
      { point: behind, exact: false },
    ];
  });

/** Under a positive point the half of it: shares and lengths have no negative values. */
const below = (point: Rational): Rational =>
  point.numerator > 0n ? multiply(point, HALF) : subtract(point, rational(1n));

const middle = (left: Rational, right: Rational): Rational => multiply(add(left, right), HALF);

const HALF = rational(1n, 2n);

const floorTo = (point: Rational, step: Rational): Rational => {
  const { numerator, denominator } = divide(point, step) ?? point;
  const cut = numerator / denominator;
  const floor = numerator < 0n && cut * denominator !== numerator ? cut - 1n : cut;
  return multiply(rational(floor), step);
};

export const distinct = (points: readonly Rational[]): readonly Rational[] =>
  points.toSorted(compare).filter((each, at, all) => at === 0 || compare(all[at - 1]!, each) !== 0);

/** At most so many of a sorted list, evenly spread, with the first and the last. */
export const spread = <Part>(sorted: readonly Part[], most: number): readonly Part[] =>
  sorted.length <= most
    ? sorted
    : Array.from({ length: most }, (_, at) => sorted[Math.round((at * (sorted.length - 1)) / (most - 1))]!);
