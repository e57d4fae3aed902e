import {
  add,
  compare,
  divide,
  multiply,
  ONE,
  parseDecimal,
  printRational,
  rational,
  subtract,
  type Rational,
} from "../../rational.ts";
import { amountAt, type Amount } from "./amounts.ts";
import type { Passage, PassageRange } from "./passages.ts";

/** Words up to 。 or ；, with the amounts among them. Places count from the start of the sentence. */
export interface Sentence {
  readonly passage: Passage;
  readonly start: number;
  readonly text: string;
  readonly amounts: readonly Amount[];
}

export const sentencesOf = (passage: Passage): Sentence[] =>
  [...passage.text.matchAll(/[^。；]+/g)].map((match) => ({
    passage,
    start: match.index,
    text: match[0],
    amounts: amountsIn(match[0]),
  }));

/** Some words of a sentence. */
export const rangeIn = ({ passage, start }: Sentence, from: number, to: number): PassageRange => ({
  passage,
  from: start + from,
  to: start + to,
});

/** Every amount that is written in digits; 一 and 百 are too often parts of words. */
export const amountsIn = (text: string): Amount[] => {
  const amounts: Amount[] = [];
  DIGITS.lastIndex = 0;
  for (let match = DIGITS.exec(text); match !== null; match = DIGITS.exec(text)) {
    const amount = amountAt(text, match.index);
    if (amount === null) continue;
    amounts.push(amount);
    DIGITS.lastIndex = Math.max(amount.end, DIGITS.lastIndex);
  }
  return amounts;
};

const DIGITS = /[0-9０-９]+|百分之|千分之/g;

/**
 * Whether a written figure can be this value, rounded or cut off at its last place: 6.306% may be
 * written 6.3%, 6.31% or 6%.
 */
export const isCloseTo = (computed: Rational, written: Rational, words: string): boolean => {
  const tolerance = multiply(lastPlace(words), rational(1001n, 1000n));
  const difference = subtract(computed, written);
  const size = difference.numerator < 0n ? { ...difference, numerator: -difference.numerator } : difference;
  return size.numerator * tolerance.denominator <= tolerance.numerator * size.denominator;
};

/** A quotient with what the rounding of its two numbers leaves open. */
export interface QuotientRange {
  readonly low: Rational;
  readonly middle: Rational;
  readonly high: Rational;
}

/** 1.2亿 and 1200万 are rounded at their last place, plain counts are exact; `null` where nothing can be divided. */
export const quotientRange = (
  words: string,
  numerator: Amount,
  denominator: Amount,
): QuotientRange | null => {
  const middle = divide(numerator.base, denominator.base);
  const [above, below] = [roundingOf(words, numerator), roundingOf(words, denominator)];
  if (middle === null || compare(below, ONE) >= 0) return null;
  const low = multiply(middle, divide(subtract(ONE, above), add(ONE, below))!);
  const high = multiply(middle, divide(add(ONE, above), subtract(ONE, below))!);
  return { low, middle, high };
};

/** Whether a written figure can stand for a value of the range, rounded or cut off at its own last place. */
export const isWithin = (
  { low, high }: Pick<QuotientRange, "low" | "high">,
  written: Rational,
  words: string,
): boolean =>
  isCloseTo(low, written, words) ||
  isCloseTo(high, written, words) ||
  (compare(low, written) <= 0 && compare(written, high) <= 0);

/** By what part of itself an amount may be wrong. */
const roundingOf = (words: string, { start, end, value }: Amount): Rational => {
  const written = words.slice(start, end);
  const isRounded = /[.．万亿]/.test(written) && value.numerator !== 0n;
  return isRounded ? divide(multiply(lastPlace(written), rational(1n, 2n)), value)! : rational(0n);
};

/** Two decimals at most, for messages. */
export const printShort = (value: Rational): string => {
  const hundredths = (value.numerator * 100n * 2n + value.denominator) / (value.denominator * 2n);
  return printRational(rational(hundredths, 100n));
};

/** What one unit of the last written digit is worth: 2.32万 → 100, 6.3% → 0.1%. */
const lastPlace = (words: string): Rational => {
  const decimals = /[.．]([0-9０-９]+)/.exec(words)?.[1]?.length ?? 0;
  const place = parseDecimal(decimals === 0 ? "1" : `0.${"0".repeat(decimals - 1)}1`)!;
  const scale = SCALES.find(([word]) => words.includes(word));
  return scale === undefined ? place : multiply(place, scale[1]);
};

const SCALES: readonly (readonly [string, Rational])[] = [
  ["%", rational(1n, 100n)],
  ["％", rational(1n, 100n)],
  ["百分之", rational(1n, 100n)],
  ["‰", rational(1n, 1000n)],
  ["千分之", rational(1n, 1000n)],
  ["亿", rational(100_000_000n)],
  ["万", rational(10_000n)],
];
