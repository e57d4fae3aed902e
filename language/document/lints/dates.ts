import { parseNumeral } from "../../numerals.ts";

/** A date as it is written; parts that are not written are `null`. */
export interface WrittenDate {
  readonly start: number;
  readonly end: number;
  readonly year: number | null;
  readonly month: number;
  readonly day: number | null;
  /** Why there is no such day, or `null`. */
  readonly problem: string | null;
}

/** 2025年3月1日, 二〇二五年三月一日, 2025年3月, 3月1日. */
export const datesIn = (text: string): WrittenDate[] => {
  const found: WrittenDate[] = [];
  for (const match of text.matchAll(DATE)) {
    const [words, yearText, monthText, dayText] = match;
    if (yearText === undefined && dayText === undefined) continue;
    const year = yearText === undefined ? null : readNumber(yearText);
    const month = readNumber(monthText!);
    const day = dayText === undefined ? null : readNumber(dayText);
    if (month === null || (yearText !== undefined && year === null)) continue;
    // 3年6月 and 一年三月 are lengths of time.
    if (year !== null && year < 100) continue;
    const start = match.index;
    const isLunar = LUNAR.test(text.slice(Math.max(0, start - 6), start));
    const problem = isLunar ? null : problemOf(year, month, day);
    found.push({ start, end: start + words.length, year, month, day, problem });
  }
  return found;
};

export const isBefore = (left: WrittenDate, right: WrittenDate): boolean => ordinal(left) < ordinal(right);

export const printDate = ({ year, month, day }: WrittenDate): string =>
  `${year === null ? "" : `${year}年`}${month}月${day === null ? "" : `${day}日`}`;

const DIGIT = "[0-9０-９]";
const CHINESE = "[一二三四五六七八九十]";
const DATE = new RegExp(
  `(?:(${DIGIT}{1,6}|[一二三][〇○零ＯO0一二三四五六七八九]{2,5})\\s?年\\s?)?(${DIGIT}{1,3}|${CHINESE}{1,3})\\s?月(?:\\s?(${DIGIT}{1,3}|${CHINESE}{1,3})\\s?日)?`,
  "g",
);

const readNumber = (words: string): number | null =>
  parseNumeral(words.replace(/[ＯO]/g, "〇").replace(/^(?=.*[〇零○一二三四五六七八九])(.*)0/g, "$1〇"));

/** 农历二月三十日 is a day. */
const LUNAR = /[农夏阴旧]历/;

const DAYS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

const problemOf = (year: number | null, month: number, day: number | null): string | null => {
  if (year !== null && (year > 2999 || year < 1000)) return `年份“${year}”不是四位年份`;
  if (month < 1 || month > 12) return `没有${month}月`;
  if (day === null) return null;
  const last = month === 2 && year !== null && !isLeap(year) ? 28 : DAYS[month - 1]!;
  return day < 1 || day > last ? `${month}月没有${day}日` : null;
};

const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

const ordinal = ({ year, month, day }: WrittenDate): number => (year ?? 0) * 10000 + month * 100 + (day ?? 0);
