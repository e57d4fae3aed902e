/**
 * Regular expressions of canonical texts, in the part of the language that all engines share: no look-ahead, no
 * classes of Unicode. They decide alone; a validator needs no code beside them.
 */

/** Facts stay below 10^15 in their last decimal place, so that each is exact as a binary number. */
const DIGITS = 15;

/** All numbers of a data file are shorter, and the reader does not look at longer ones. */
export const LONGEST_NUMBER = 60;

/** Shortest decimal text with at most `scale` places: `0`, `12.5`, `-0.3`; never `-0`, `1.50` or `007`. */
export const decimalPattern = (scale: number, suffix = ""): string => {
  const places = Math.min(scale, DIGITS);
  const zeros = "0".repeat(scale - places);
  const fraction = places === 0 ? null : String.raw`\.${zeros}${upTo(places - 1)}[1-9]`;
  const whole = DIGITS - scale > 0 ? `[1-9]${upTo(DIGITS - scale - 1)}` : null;
  const amounts = [
    ...(whole === null ? [] : [fraction === null ? whole : `${whole}(?:${fraction})?`]),
    ...(fraction === null ? [] : [`0${fraction}`]),
  ];
  return `^(?:0|-?(?:${amounts.join("|")}))${suffix}$`;
};

const upTo = (count: number): string => (count === 0 ? "" : `[0-9]{0,${count}}`);

const YEAR = "(?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])";
const DIVISIBLE = "(?:0[48]|[2468][048]|[13579][26])";
/** Divisible by 4 and not by 100, or by 400. */
const LEAP_YEAR = `(?:[0-9]{2}${DIVISIBLE}|${DIVISIBLE}00)`;
const MONTH_AND_DAY = [
  "(?:0[13578]|1[02])-(?:0[1-9]|[12][0-9]|3[01])",
  "(?:0[469]|11)-(?:0[1-9]|[12][0-9]|30)",
  "02-(?:0[1-9]|1[0-9]|2[0-8])",
].join("|");

/** `2025-01-24`; only days that exist, from the year 1 to the year 9999. */
export const DATE_PATTERN = `^(?:${YEAR}-(?:${MONTH_AND_DAY})|${LEAP_YEAR}-02-29)$`;

const PLACES = String.raw`(?:\.[0-9]{0,14}[1-9])?`;
const LONGITUDE = `(?:(?:7[3-9]|[89][0-9]|1[0-2][0-9]|13[0-5])${PLACES}|136)`;
const LATITUDE = `(?:(?:[3-9]|[1-4][0-9]|5[0-3])${PLACES}|54)`;

/** `129.618,44.583`: degrees in China, longitude first. */
export const COORDINATE_PATTERN = `^${LONGITUDE},${LATITUDE}$`;

/** Any text that neither begins nor ends with white space. */
export const TEXT_PATTERN = String.raw`^\S(?:[\s\S]*\S)?$`;
