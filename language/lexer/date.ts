import { parseNumeral } from "../numerals.ts";

export interface ScannedDate {
  readonly end: number;
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly valid: boolean;
}

const DIGITS =
  /([0-9０-９]{4})\s*(?:年\s*([0-9０-９]{1,2})\s*月\s*([0-9０-９]{1,2})\s*日|[-－/／]([0-9０-９]{1,2})[-－/／]([0-9０-９]{1,2})(?![0-9０-９]))/y;
const HAN = /([零〇○一二三四五六七八九]{4})年([一二三四五六七八九十]{1,3})月([一二三四五六七八九十]{1,3})日/y;

/** 2025-01-24, 2025/1/24, 2025年1月24日 or 二〇二五年一月二十四日 exactly at `at`. */
export const scanDate = (text: string, at: number): ScannedDate | null => {
  // One cheap look spares most numbers the patterns.
  const fifth = text[at + 4];
  if (fifth === undefined || !/[年\-－/／\s]/.test(fifth)) return null;
  const match = matchAt(DIGITS, text, at) ?? matchAt(HAN, text, at);
  if (match === null) return null;
  const [year, month, day] = [match[1], match[2] ?? match[4], match[3] ?? match[5]].map((part) =>
    parseNumeral(part ?? ""),
  );
  if (year == null || month == null || day == null) return null;
  return { end: at + match[0].length, year, month, day, valid: isDay(year, month, day) };
};

const matchAt = (pattern: RegExp, text: string, at: number): RegExpExecArray | null => {
  pattern.lastIndex = at;
  return pattern.exec(text);
};

const isDay = (year: number, month: number, day: number): boolean =>
  month >= 1 && month <= 12 && day >= 1 && day <= new Date(Date.UTC(year, month, 0)).getUTCDate();
