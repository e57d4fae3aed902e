import { divide, multiply, rational, type Rational } from "../../rational.ts";
import { amountAt, type Amount } from "./amounts.ts";
import { amountsIn, isCloseTo, isWithin, printShort, quotientRange } from "./figures.ts";

/** An average that is not what its own total and count give. */
export interface WrongAverage {
  readonly from: number;
  readonly to: number;
  readonly total: string;
  readonly count: string;
  readonly expected: string;
}

/**
 * 平均每家定点医疗机构服务常住人口2.32万人: the count is the one amount in 家 before it whose name ends in
 * 定点医疗机构, the total the one in 人 whose name ends in 常住人口. Where either is not exactly one,
 * nothing is computed.
 */
export const averagesIn = (text: string): WrongAverage[] => {
  if (!text.includes("平均每")) return [];
  return [...evenAverages(text), ...namedAverages(text)];
};

/** 3个县区共90所，平均每个县区25所: total and count stand just before. */
const evenAverages = (text: string): WrongAverage[] =>
  [...text.matchAll(EVEN)].slice(0, MOST).flatMap((match) => {
    const count = amountAt(text, match.index);
    const average = amountAt(text, match.index + match[0].length);
    const total = amountsIn(match[0]).findLast(({ unit }) => unit !== null && unit === average?.unit);
    if (count === null || average === null || total === undefined || total.start === 0) return [];
    const range = quotientRange(match[0], total, { ...count, base: count.value, start: 0, end: 0 });
    const written = text.slice(average.start, average.end);
    if (range === null || isWithin(range, average.base, written)) return [];
    const expected = range.middle;
    return [
      {
        from: match.index,
        to: average.end,
        total: match[0].slice(total.start, total.end),
        count: text.slice(count.start, count.end),
        expected: printLike(expected, written, average.unit!),
      },
    ];
  });

const EVEN =
  /[0-9]{1,6}(家|个|所|户|名|人|张|座|处)([^，。；0-9共]{0,10})[，,]?(?:共|合计|总计|一共)[^，。；0-9]{0,10}[0-9.]+万?[^，。；0-9]{1,12}[，,；]平均每\1(?:\2)?[^，。；0-9]{0,6}(?=[0-9])/g;

const namedAverages = (text: string): WrongAverage[] => {
  return [...text.matchAll(AVERAGE)].slice(0, MOST).flatMap((match) => {
    const [, counter, subject, object] = match as unknown as readonly [string, string, string, string];
    const average = amountAt(text, match.index + match[0].length);
    if (average === null || average.unit === null) return [];
    const before = text.slice(Math.max(0, match.index - FURTHEST), match.index);
    const amounts = amountsIn(before);
    const count = onlyOne(before, amounts, counter, subject);
    const total = onlyOne(before, amounts, average.unit, object);
    if (count === null || total === null || count === total) return [];
    const expected = divide(total.base, count.base);
    const written = text.slice(average.start, average.end);
    if (expected === null || isCloseTo(expected, average.base, written)) return [];
    return [
      {
        from: match.index,
        to: average.end,
        total: before.slice(total.start, total.end),
        count: before.slice(count.start, count.end),
        expected: printLike(expected, written, average.unit),
      },
    ];
  });
};

const AVERAGE =
  /平均每(家|人|户|名|所|个|亩|张|辆|台)([^，。；0-9]{0,20}?)(?:服务|拥有|覆盖|承担|负责|占有|配备|接诊|救治)([^，。；0-9]{0,20})(?=[0-9])/g;

/** No paragraph that somebody wrote has more. */
const MOST = 50;

/** Total and count stand in the same paragraph, not far before. */
const FURTHEST = 600;

/** The amount of this unit with the name; without a name, the only one of the unit. */
const onlyOne = (text: string, amounts: readonly Amount[], unit: string, name: string): Amount | null => {
  const ofUnit = amounts.filter((amount) => amount.unit === unit);
  const named =
    name === ""
      ? ofUnit
      : ofUnit.filter(({ start }) => start >= name.length && text.startsWith(name, start - name.length));
  return named.length === 1 ? named[0]! : null;
};

const printLike = (value: Rational, written: string, unit: string): string =>
  written.includes("万")
    ? `${printShort(multiply(value, rational(1n, 10_000n)))}万${unit}`
    : `${printShort(value)}${unit}`;
