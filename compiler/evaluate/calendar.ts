import type { Day } from "../model/value.ts";

/** A day of the Gregorian calendar. */
export interface CivilDate {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** Days since 1970-01-01, counted in eras of 400 years so that no table of months is needed. */
export const toDay = ({ year, month, day }: CivilDate): Day => {
  const shifted = month <= 2 ? year - 1 : year;
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
};

export const toCivil = (value: Day): CivilDate => {
  const shifted = value + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1;
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
  return { year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day };
};

/**
 * The corresponding day so many months later; where that month has none, its last day
 * (民法典 第二百零二条). The first day itself is not counted (第二百零一条), so one month after 1月31日 ends on 2月28日.
 */
export const addMonths = (from: Day, months: number): Day => {
  const { year, month, day } = toCivil(from);
  const index = year * 12 + (month - 1) + months;
  const target = { year: Math.floor(index / 12), month: (((index % 12) + 12) % 12) + 1 };
  return toDay({ ...target, day: Math.min(day, daysInMonth(target.year, target.month)) });
};

const daysInMonth = (year: number, month: number): number => {
  const next = month === 12 ? { year: year + 1, month: 1 } : { year, month: month + 1 };
  return toDay({ ...next, day: 1 }) - toDay({ year, month, day: 1 });
};
