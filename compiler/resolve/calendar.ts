import type { Day } from "../model/value.ts";

const MILLISECONDS_PER_DAY = 86_400_000;

/** Days since 1970-01-01 of a calendar date; null where the calendar has no such day. */
export const dayOf = (year: number, month: number, day: number): Day | null => {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  const exists =
    date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return exists ? date.getTime() / MILLISECONDS_PER_DAY : null;
};

/** Reads 2025年1月24日, 2025-01-24 or 2025/1/24 at the beginning of a text. */
export const readDay = (text: string): Day | null => {
  const match = /^(\d{4})(?:年|[-/.])(\d{1,2})(?:月|[-/.])(\d{1,2})日?/.exec(text.trim());
  return match === null ? null : dayOf(Number(match[1]), Number(match[2]), Number(match[3]));
};

/**
 * The last day of a period of `months` that counts its first day: the day before the anniversary, or
 * the last day of the month where that month has no such day.
 */
export const lastDayOfPeriod = (first: Day, months: number): Day => {
  const start = new Date(first * MILLISECONDS_PER_DAY);
  const target = start.getUTCFullYear() * 12 + start.getUTCMonth() + months;
  const year = Math.floor(target / 12);
  const month = (target % 12) + 1;
  const anniversary = dayOf(year, month, start.getUTCDate());
  if (anniversary !== null) return anniversary - 1;
  return month === 12 ? dayOf(year, 12, 31)! : dayOf(year, month + 1, 1)! - 1;
};

/** 2025年1月24日. */
export const printDay = (day: Day): string => {
  const date = new Date(day * MILLISECONDS_PER_DAY);
  return `${date.getUTCFullYear()}年${date.getUTCMonth() + 1}月${date.getUTCDate()}日`;
};
