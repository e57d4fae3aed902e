import type { PolicyInfo } from "../../model/policy.ts";
import type { Day } from "../../model/value.ts";
import { toCivil, toDay } from "../../evaluate/calendar.ts";

/**
 * The day on which two documents are compared: the given one, else a day on which both are in force, the first of a
 * year where there is one. A draft without a day follows the other document.
 */
export const comparisonDay = (left: PolicyInfo, right: PolicyInfo, at: Day | null): Day => {
  if (at !== null) return at;
  const begins = [left, right].flatMap(({ effectiveFrom, issuedOn }) => effectiveFrom ?? issuedOn ?? []);
  const ends = [left, right].flatMap(({ lastDay }) => lastDay ?? []);
  if (begins.length === 0 && ends.length === 0) return ANY_DAY;
  const last = Math.min(...ends);
  const first = begins.length === 0 ? last : Math.max(...begins);
  const { year, month } = toCivil(first);
  const plain = [
    { year, month: 1, day: 1 },
    { year: year + 1, month: 1, day: 1 },
    { year, month, day: 1 },
    { year: month === 12 ? year + 1 : year, month: (month % 12) + 1, day: 1 },
  ].map(toDay);
  return plain.find((day) => day >= first && day <= last) ?? first;
};

/** 2026年1月1日, where neither document names a day. */
const ANY_DAY: Day = 20_454;
