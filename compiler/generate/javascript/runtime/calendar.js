// @ts-check

/** The calendar repeats after 400 years, which are so many days. */
const DAYS_OF_400_YEARS = 146_097;
const MILLISECONDS_OF_A_DAY = 86_400_000;

/**
 * Days since 1970-01-01; a month counts from 0 and may lie outside its year.
 * @type {(year: number, month: number, day: number) => number}
 */
export const dayOf = (year, month, day) => {
  const rounds = Math.floor((year - 1970) / 400);
  return Date.UTC(year - rounds * 400, month, day) / MILLISECONDS_OF_A_DAY + rounds * DAYS_OF_400_YEARS;
};

/** Year, month counted from 0, and day. @type {(day: number) => readonly [number, number, number]} */
export const civilOf = (day) => {
  const rounds = Math.floor(day / DAYS_OF_400_YEARS);
  const date = new Date((day - rounds * DAYS_OF_400_YEARS) * MILLISECONDS_OF_A_DAY);
  return [date.getUTCFullYear() + rounds * 400, date.getUTCMonth(), date.getUTCDate()];
};

/** 2025-01-24; null for any other text and for a day that the calendar has not. @type {(text: string) => number | null} */
export const readDay = (text) => {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (match === null) return null;
  const [year, month, day] = [Number(match[1]), Number(match[2]) - 1, Number(match[3])];
  const found = dayOf(year, month, day);
  const again = civilOf(found);
  return again[0] === year && again[1] === month && again[2] === day ? found : null;
};

/** 2025年1月24日. @type {(day: number) => string} */
export const dayText = (day) => {
  const [year, month, date] = civilOf(day);
  return `${year}年${month + 1}月${date}日`;
};

/**
 * The corresponding day so many months later; where that month has none, its last day (民法典 第二百零二条).
 * @type {(from: number, months: number) => number}
 */
export const monthsLater = (from, months) => {
  const [year, month, day] = civilOf(from);
  const index = year * 12 + month + months;
  const target = Math.floor(index / 12);
  const targetMonth = index - target * 12;
  const first = dayOf(target, targetMonth, 1);
  const length = dayOf(targetMonth === 11 ? target + 1 : target, (targetMonth + 1) % 12, 1) - first;
  return first + Math.min(day, length) - 1;
};
