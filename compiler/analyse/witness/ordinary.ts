import {
  add,
  compare,
  multiply,
  rational,
  subtract,
  unitOf,
  ZERO,
  type Rational,
} from "../../../language/index.ts";
import type { NumberType, Type } from "../../model/type.ts";
import type { Day, Value } from "../../model/value.ts";
import { toCivil, toDay } from "../../evaluate/calendar.ts";
import { smallestStep } from "../boundary.ts";
import type { Limits } from "./limits.ts";

type Classes = readonly (readonly [field: string, value: string])[];

/** Where a value stands: the name of its field or parameter, the day of judgement, and the records there are. */
export interface Place {
  readonly name: string;
  readonly at: Day;
  /** 编号 by object. */
  readonly ids: ReadonlyMap<string, readonly string[]>;
  /** Classes of the records by field; without them every value is as likely as another. */
  readonly classes?: Classes;
  /** Those of the record itself, which tell more. */
  readonly own?: Classes;
}

/** Values that a reader finds ordinary, the plainest first; around the limits of the rules, else round. */
export const ordinaryValues = (type: Type, limits: Limits, place: Place): readonly Value[] => {
  switch (type.kind) {
    case "boolean":
      return [
        { kind: "boolean", value: true },
        { kind: "boolean", value: false },
      ];
    case "text":
      return [
        { kind: "text", value: "甲" },
        { kind: "text", value: "乙" },
      ];
    case "number":
      return ordinaryNumbers(type, limits.numbers.get(place.name) ?? [], place.name).map((value) => ({
        kind: "number",
        value,
      }));
    case "enumeration":
      return likeliest(type.values, place).map((value) => ({ kind: "enumeration", value }));
    case "date":
      return ordinaryDays(limits.days.get(place.name) ?? [], place.at).map((value) => ({
        kind: "date",
        value,
      }));
    case "coordinate":
      return COORDINATES.map(([longitude, latitude]) => ({
        kind: "coordinate",
        longitude,
        latitude,
        system: type.system,
      }));
    case "reference":
      return (place.ids.get(type.object) ?? []).map((id) => ({ kind: "reference", object: type.object, id }));
  }
};

/** Whole hundreds of metres around the limits, then round ones. */
export const ordinaryMetres = (limits: Limits): readonly number[] => {
  const metres = limits.metres.map(({ numerator, denominator }) => Number(numerator) / Number(denominator));
  const all = [
    ...metres,
    ...metres.flatMap((limit) => [limit - 100, limit + 100]),
    ...ROUND_METRES,
    ...metres.flatMap((limit) => [limit - 1, limit + 1]),
  ];
  return [...new Set(all.filter((each) => each >= 0))];
};

const ROUND_METRES = [1000, 500, 100, 5000] as const;

/** The limits themselves, one step beyond, round numbers; last the smallest steps. */
const ordinaryNumbers = (
  type: NumberType,
  limits: readonly Rational[],
  name: string,
): readonly Rational[] => {
  const unit = type.share
    ? rational(1n, 100n)
    : ((type.unit === null ? null : unitOf(type.unit))?.factor ?? rational(1n));
  const smallest = smallestStep(type);
  const around = (step: (limit: Rational) => Rational): readonly Rational[] =>
    limits.flatMap((limit) => [add(limit, step(limit)), subtract(limit, step(limit))]);
  const all = [
    ...limits,
    ...around((limit) => roundStep(type, limit, unit)),
    ...roundNumbers(type, name).map((value) => multiply(rational(value), unit)),
    ...around(() => smallest),
  ];
  const mayBeNegative = type.dimension === "money" || type.dimension === "pure";
  const byKey = new Map<string, Rational>();
  for (const value of all) {
    const key = `${value.numerator}/${value.denominator}`;
    if ((mayBeNegative || compare(value, ZERO) >= 0) && fitsGrid(value, unit, type) && !byKey.has(key))
      byKey.set(key, value);
  }
  const values = [...byKey.values()];
  // Where a rule asks about zero, zero is as plain as any limit.
  return limits.some(isZero) ? values : positiveFirst(values);
};

const isZero = (value: Rational): boolean => compare(value, ZERO) === 0;

/** Nobody sets a standard of zero or pays less than nothing: such values stand last. */
const positiveFirst = (values: readonly Rational[]): readonly Rational[] => [
  ...values.filter((value) => compare(value, ZERO) > 0),
  ...values.filter(isZero),
  ...values.filter((value) => compare(value, ZERO) < 0),
];

const ROUND_NUMBERS = [1, 2, 10, 100, 3, 0] as const;
const ROUND_SHARES = [80, 50, 20, 10, 1, 0] as const;
const ROUND_GROWTH = [10, 5, 0, 20, 1] as const;

/** What grows does so by a few per cent. */
const roundNumbers = (type: NumberType, name: string): readonly number[] =>
  type.share ? (/增长|增幅|涨|降/u.test(name) ? ROUND_GROWTH : ROUND_SHARES) : ROUND_NUMBERS;

/** 药店 where something is a 定点零售药店: values that share a word with another fact, then as declared. */
const likeliest = (values: readonly string[], { name, classes = [], own = [] }: Place): readonly string[] => {
  const fitting = (known: Classes, value: string): number =>
    known.some(([field, other]) => field !== name && shareWord(value, other)) ? 0 : 1;
  return values.toSorted(
    (one, other) =>
      fitting(own, one) - fitting(own, other) || fitting(classes, one) - fitting(classes, other),
  );
};

const shareWord = (first: string, second: string): boolean => {
  for (let at = 0; at + 2 <= first.length; at += 1) if (second.includes(first.slice(at, at + 2))) return true;
  return false;
};

/** One for whole numbers and from ten on, a tenth below: 1.5公里 → 1.6公里. */
const roundStep = (type: NumberType, limit: Rational, unit: Rational): Rational => {
  const isSmall =
    limit.numerator !== 0n &&
    compare(limit, multiply(unit, rational(10n))) < 0 &&
    compare(limit, multiply(unit, rational(-10n))) > 0;
  return isSmall && !type.integer && type.scale > 0 ? multiply(unit, rational(1n, 10n)) : unit;
};

const fitsGrid = (value: Rational, unit: Rational, type: NumberType): boolean => {
  const places = type.integer ? 0 : type.scale;
  const scaled = multiply(value, rational(10n ** BigInt(places) * unit.denominator, unit.numerator));
  return scaled.denominator === 1n;
};

/** The limits, the first of a year, the first of a month, then the days beside the limits. */
const ordinaryDays = (limits: readonly Day[], at: Day): readonly Day[] => {
  const { year, month } = toCivil(at);
  const years = [0, -1, -2, -3, -5, -10, 1].map((back) => toDay({ year: year + back, month: 1, day: 1 }));
  const months = Array.from({ length: 24 }, (_, back) => firstOfMonth(year, month - back));
  return [
    ...new Set([...limits, ...years, ...months, ...limits.flatMap((limit) => [limit - 1, limit + 1]), at]),
  ];
};

const firstOfMonth = (year: number, month: number): Day => {
  const index = year * 12 + month - 1;
  return toDay({ year: Math.floor(index / 12), month: (((index % 12) + 12) % 12) + 1, day: 1 });
};

/** The same place, one kilometre north, ten kilometres north, one kilometre east. */
const COORDINATES = [
  [112, 22],
  [112, 22.01],
  [112, 22.1],
  [112.01, 22],
  [112, 23],
] as const;
