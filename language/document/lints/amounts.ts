import { scanQuantity } from "../../numerals.ts";
import type { Rational } from "../../rational.ts";
import { inBaseUnit, unitOf, type Dimension } from "../../units.ts";

/** A number with its unit, as it stands in running text: 3万元, 百分之五, 12家. */
export interface Amount {
  readonly start: number;
  readonly end: number;
  /** As the number is written, unit left out: 2.32万 is 23200. */
  readonly value: Rational;
  /** The same in the base unit of its dimension, to be compared with others of that dimension. */
  readonly base: Rational;
  readonly unit: string | null;
  /** `share` for 百分之五 and 5%; those compare only with each other. */
  readonly dimension: Dimension | "share";
}

/** Characters that a number may consist of, for use inside a character class. */
export const NUMBER_CHARACTERS = "0-9０-９零〇一二两三四五六七八九十百千万亿点.．,%％‰分之半倍";

/** Reads the number that begins at `at`, with the unit behind it. */
export const amountAt = (text: string, at: number): Amount | null => {
  RUN.lastIndex = at;
  const run = RUN.exec(text)?.[0];
  if (run === undefined) return null;
  // 三年以上 stands in a law a thousand times, and is read once.
  const key = run + text.slice(at + run.length, at + run.length + LONGEST_UNIT);
  if (run.length === LONGEST_RUN) return withStart(readAmount(text, at), at);
  let read = known.get(key);
  if (read === undefined) {
    if (known.size >= MOST_KNOWN) known.clear();
    read = readAmount(key, 0);
    known.set(key, read);
  }
  return withStart(read, at);
};

type ReadAmount = Omit<Amount, "start" | "end"> & { readonly length: number };

const withStart = (read: ReadAmount | null, start: number): Amount | null =>
  read === null
    ? null
    : {
        start,
        end: start + read.length,
        value: read.value,
        base: read.base,
        unit: read.unit,
        dimension: read.dimension,
      };

const readAmount = (text: string, at: number): ReadAmount | null => {
  const scanned = scanQuantity(text, at);
  if (scanned === null) return null;
  const last = text[scanned.end - 1]!;
  const isShare = /[%％‰]/.test(last) || text.slice(at, scanned.end).includes("分之");
  const unit = isShare ? null : unitAt(text, scanned.end);
  return {
    length: scanned.end - at + (unit?.length ?? 0),
    value: scanned.value,
    base: inBaseUnit(scanned.value, unit),
    unit,
    dimension: isShare ? "share" : unit === null ? "pure" : unitOf(unit)!.dimension,
  };
};

/** Reads the number that ends, unit included, exactly at `end`. */
export const amountBefore = (text: string, end: number): Amount | null => {
  const from = Math.max(0, end - LONGEST_AMOUNT);
  const match = ENDING.exec(text.slice(from, end));
  if (match === null) return null;
  for (let start = from + match.index; start < end; start += 1) {
    const amount = amountAt(text, start);
    if (amount !== null) return amount.end === end ? amount : null;
  }
  return null;
};

/** Whether two amounts measure the same thing and may be compared. */
export const areComparable = (left: Amount, right: Amount): boolean =>
  left.dimension === right.dimension && (left.dimension !== "count" || sameCount(left.unit!, right.unit!));

const LONGEST_AMOUNT = 24;
const LONGEST_RUN = 24;
const RUN = new RegExp(`[${NUMBER_CHARACTERS}]{1,${LONGEST_RUN}}`, "y");

/** Amounts by the words that they were read from; what a document repeats is read once. */
const known = new Map<string, ReadAmount | null>();
const MOST_KNOWN = 2000;
const ENDING = new RegExp(`[${NUMBER_CHARACTERS}]{1,16}[^${NUMBER_CHARACTERS}，。；：、（）\\s]{0,4}$`);

/** 个 and 家 count shops alike, 人 and 名 persons; 人 and 户 do not compare. */
const sameCount = (left: string, right: string): boolean =>
  left === right || (PERSONS.has(left) && PERSONS.has(right));

const PERSONS: ReadonlySet<string> = new Set(["人", "名", "位"]);

const LONGEST_UNIT = 4;

const unitAt = (text: string, at: number): string | null => {
  for (let length = LONGEST_UNIT; length > 0; length -= 1) {
    const word = text.slice(at, at + length);
    if (word.length === length && unitOf(word) !== null) return word;
  }
  return null;
};
