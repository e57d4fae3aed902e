import type { Day } from "../model/value.ts";
import { comparable } from "./width.ts";

/** 2025-01-24, 2025/1/24 or 2025年1月24日 as a day; null for anything else and for days that do not exist. */
export const readDay = (text: string): Day | null => {
  const match = DATE.exec(comparable(text));
  if (!match) return null;
  const year = Number(match[1] ?? match[4] ?? match[7]);
  const month = Number(match[2] ?? match[5] ?? match[8]);
  const day = Number(match[3] ?? match[6] ?? match[9]);
  return dayOf(year, month, day);
};

/** Days since 1970-01-01 of a Gregorian date; null where there is no such date. */
export const dayOf = (year: number, month: number, day: number): Day | null => {
  if (year < 1 || month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return null;
  // Counted from 1 March, so that the leap day ends the year.
  const shifted = month > 2 ? year : year - 1;
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1;
  const leapDays = Math.floor(shifted / 4) - Math.floor(shifted / 100) + Math.floor(shifted / 400);
  return shifted * 365 + leapDays + dayOfYear - DAYS_BEFORE_1970;
};

const DATE =
  /^(?:(\d{4})-(\d{1,2})-(\d{1,2})|(\d{4})\/(\d{1,2})\/(\d{1,2})|(\d{4})年(\d{1,2})月(\d{1,2})日)$/;

const DAYS_BEFORE_1970 = 719_468;

const daysInMonth = (year: number, month: number): number => {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
};
