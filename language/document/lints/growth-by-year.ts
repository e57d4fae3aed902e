import { multiply, ONE, rational, subtract } from "../../rational.ts";
import { amountAt, areComparable, type Amount } from "./amounts.ts";
import { isWithin, printShort, quotientRange, type Sentence } from "./figures.ts";

/** A rate of growth that is not what the two amounts beside it give. */
export interface WrongGrowth {
  readonly from: number;
  readonly to: number;
  /** In words, 下降 included where the amounts go the other way. */
  readonly expected: string;
}

/** 2024年1200万元，2023年1000万元，同比增长30%; 1200万元，比上年1000万元增长30%. */
export const growthByYear = (sentence: Sentence): WrongGrowth[] => {
  if (!/\d年|上年|去年/.test(sentence.text)) return [];
  return sentence.amounts.flatMap((first, order) => {
    const second = sentence.amounts.slice(order + 1).find(({ unit }) => unit !== "年");
    if (second === undefined || !areComparable(first, second) || first.dimension === "share") return [];
    const pair = inOrderOfTime(sentence.text, first, second);
    const rate = pair === null ? null : rateBehind(sentence.text, second);
    return pair === null || rate === null ? [] : wrongGrowth(sentence.text, pair, rate);
  });
};

interface Pair {
  /** Where the first of them begins, its year included. */
  readonly from: number;
  readonly earlier: Amount;
  readonly later: Amount;
}

const inOrderOfTime = (words: string, first: Amount, second: Amount): Pair | null => {
  const between = words.slice(first.end, second.start);
  if (/^[，,、]?(?:比|较)(?:上年|去年|上一年)(?:同期)?的?$/.test(between))
    return { from: first.start, earlier: second, later: first };
  const year = YEAR_BEFORE.exec(words.slice(Math.max(0, first.start - 24), first.start));
  const other = YEAR_BETWEEN.exec(between);
  if (year === null || other === null || year[2] !== other[2] || year[1] === other[1]) return null;
  const from = first.start - year[0].length;
  return Number(year[1]) > Number(other[1])
    ? { from, earlier: second, later: first }
    : { from, earlier: first, later: second };
};

const YEAR_BEFORE = /((?:19|20)\d\d)年度?([^，。；：、0-9]{0,16})$/;
const YEAR_BETWEEN = /^[，,、；]?(?:比|较|而)?((?:19|20)\d\d)年度?的?([^，。；：、0-9]{0,16})$/;

interface Rate {
  readonly amount: Amount;
  readonly falls: boolean;
}

const rateBehind = (words: string, second: Amount): Rate | null => {
  const match = RATE.exec(words.slice(second.end, second.end + 16));
  const amount = match === null ? null : amountAt(words, second.end + match[0].length);
  return amount?.dimension === "share" ? { amount, falls: FALLS.test(match![0]) } : null;
};

/** 年均增长 is another number. */
const RATE =
  /^[，,]?(?:同比|比上年|较上年)?(?:增长|增加|提高|上升|提升|增幅|下降|减少|降低|降幅|缩减)(?:了|达|为|约)?(?=[0-9０-９百])/;
const FALLS = /下降|减少|降/;

const wrongGrowth = (
  words: string,
  { from, earlier, later }: Pair,
  { amount, falls }: Rate,
): WrongGrowth[] => {
  const ratio = quotientRange(words, later, earlier);
  if (ratio === null) return [];
  const change = subtract(ratio.middle, ONE);
  const hasFallen = change.numerator < 0n;
  const size = hasFallen ? { ...change, numerator: -change.numerator } : change;
  const range = falls
    ? { low: subtract(ONE, ratio.high), high: subtract(ONE, ratio.low) }
    : { low: subtract(ratio.low, ONE), high: subtract(ratio.high, ONE) };
  if (isWithin(range, amount.value, words.slice(amount.start, amount.end))) return [];
  const direction = falls === hasFallen ? "" : hasFallen ? "下降" : "增长";
  return [{ from, to: amount.end, expected: `${direction}${printShort(multiply(size, rational(100n)))}` }];
};
