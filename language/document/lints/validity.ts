import { rational, type Rational } from "../../rational.ts";
import { amountAt } from "./amounts.ts";
import { datesIn, type WrittenDate } from "./dates.ts";
import type { Passage, PassageRange } from "./passages.ts";

/** How long a document is in force by its own words. */
export interface Validity extends PassageRange {
  readonly months: Rational;
  readonly written: string;
  /** Months between the day of effect and the last day, where both are written beside the length. */
  readonly between: number | null;
}

/** Only the period of this document; a licence has one of its own. */
export const validityOf = (passages: readonly Passage[]): Validity | null => {
  for (const passage of passages) {
    if (!/有效期|试行期/.test(passage.text)) continue;
    const match = OWN.exec(passage.text);
    const found = match === null ? null : readValidity(passage, match.index, match.index + match[0].length);
    if (found !== null) return found;
  }
  return null;
};

/** 24 for two years; `null` for days, which no cycle of a policy is counted in. */
export const monthsOf = (value: Rational, unit: string | null): Rational | null => {
  if (unit === "年" || unit === "周年") return rational(value.numerator * 12n, value.denominator);
  return unit === "个月" ? value : null;
};

/** 自…起施行，有效期2年; 本办法有效期为2年. */
const OWN =
  /自[^，。；]{2,24}起?(?:施行|实施|执行|生效|试行)[^。；]{0,24}?(?:有效期|试行期)限?(?:为|是)?|本[\u4e00-\u9fff]{0,8}(?:法|条例|办法|细则|指引|规定|规则|方案|意见|通知)(?:（[^（）]{0,8}）)?(?:的?有效期|试行期)限?(?:为|是)?/;

const readValidity = (passage: Passage, from: number, begin: number): Validity | null => {
  const { text } = passage;
  const first = wholeDate(text.slice(from, begin));
  const length = amountAt(text, begin);
  const months = length === null ? null : monthsOf(length.value, length.unit);
  if (length !== null && months !== null) {
    const until = /^[，,（(]?(?:有效期)?(?:截?至|到)/.exec(text.slice(length.end, length.end + 8));
    const last = until === null ? null : wholeDate(text.slice(length.end, length.end + 24));
    const written = text.slice(begin, length.end);
    const to = last === null ? length.end : length.end + last.end;
    const between = first === null || last === null ? null : monthsBetween(first, last);
    return { passage, from, to, months, written, between };
  }
  const last = /^(?:截?至|到)/.test(text.slice(begin, begin + 2))
    ? wholeDate(text.slice(begin, begin + 20))
    : null;
  if (first === null || last === null) return null;
  const between = monthsBetween(first, last);
  if (between <= 0) return null;
  const written = text.slice(begin, begin + last.end);
  return { passage, from, to: begin + last.end, months: rational(between), written, between: null };
};

const wholeDate = (words: string): WrittenDate | null => {
  const date = datesIn(words)[0];
  return date === undefined || date.year === null || date.problem !== null ? null : date;
};

/** Whole months, the last day counted: 1月1日 to 31.12. of the next year are 24. */
const monthsBetween = (first: WrittenDate, last: WrittenDate): number => {
  const days = (last.day ?? 31) - (first.day ?? 1) + 1;
  return (last.year! - first.year!) * 12 + last.month - first.month + (days > 15 ? 1 : 0);
};
