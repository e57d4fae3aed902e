// @ts-check
/** @import { Context } from "./context.js" */
/** @import { Condition } from "./conditions.js" */
/** @import { FactRecord } from "./objects.js" */
/** @import { Term } from "./terms.js" */
/** @import { Result } from "./values.js" */
import { civilOf, monthsLater } from "./calendar.js";
import { judge } from "./judging.js";
import { level } from "./truth.js";

/** The names of the status codes. */
export const STATUSES = [
  "不适用",
  "成立",
  "不成立",
  "符合",
  "不符合",
  "已认定",
  "未认定",
  "冲突",
  "需裁量",
  "未知",
];

/** Whole numbers below this are exact in a double. */
export const EXACT = 2 ** 53;

/** A number in the declared unit, NaN where it is missing. @type {(given: unknown) => number} */
export const numberOf = (given) => (typeof given === "number" ? given : numberFromText(given));

/** Decimal text, with % for a share. @type {(given: unknown) => number} */
export const numberFromText = (given) =>
  typeof given === "string" && DECIMAL.test(given) ? Number.parseFloat(given) : NaN;

const DECIMAL = /^[+-]?\d+(?:\.\d+)?(?:e[+-]?\d{1,3})?%?$/;

/** A fact whose name every object answers to. @type {(record: Readonly<Record<string, unknown>>, field: string) => any} */
export const ownValue = (record, field) => (Object.hasOwn(record, field) ? record[field] : undefined);

/** The record that a reference leads to, as it was given. @type {(context: Context, object: string, id: unknown) => any} */
export const recordBehind = (context, object, id) =>
  typeof id === "string" ? context.register.record(object, id)?.given : undefined;

/** 0 假, 1 真, 2 and 3 不定, for what only the explaining half decides. @type {(node: Condition | Term, object: string, given: any, context: Context) => number} */
export const levelOf = (node, object, given, context) =>
  levelFor(node, context.recordOf(object, given), context);

/** The same for a record that is ready to be judged; a term is 1 where it has a value. @type {(node: Condition | Term, record: FactRecord, context: Context) => number} */
export const levelFor = (node, record, context) => {
  if (typeof node !== "function") return level(node.truth(context, [record]));
  const result = node(context, [record]);
  return result.kind === "open" ? openLevel(result, "") : 1;
};

/** The status code that the explaining half finds. @type {(decision: string, record: FactRecord, context: Context) => number} */
export const codeFor = (decision, record, context) =>
  STATUSES.indexOf(judge(context, decision, record).status);

/** Below 10 the status code, from there on the place of the class. @type {(decision: string, classes: readonly string[], record: FactRecord, context: Context) => number} */
export const classFor = (decision, classes, record, context) => {
  const { status, value } = judge(context, decision, record);
  if (status !== "已认定" || value === null) return STATUSES.indexOf(status);
  return 10 + classes.indexOf("value" in value && typeof value.value === "string" ? value.value : "");
};

/** 2 or 3 where there is no value, 0 where there is one of that kind. @type {(result: Result, kind: string) => number} */
const openLevel = (result, kind) => {
  if (result.kind === "open") return result.level === 3 ? 3 : 2;
  return result.kind === kind ? 0 : 3;
};

/**
 * Limits half way between decimals around a number: below `Low` are those that are less, above `High` those that are more.
 * One step is `above` ÷ `below` base units; facts stand in units of `steps` steps.
 * @type {(result: Result, above: bigint, below: bigint, steps: number) => { Low: number, High: number, Level: number }}
 */
export const limitsAround = (result, above, below, steps) => {
  if (result.kind !== "number") return { Low: NaN, High: NaN, Level: openLevel(result, "number") };
  const [whole, part] = [result.value.above * below, result.value.below * above];
  const floor = whole >= 0n ? whole / part : -((part - 1n - whole) / part);
  const ceiling = floor * part === whole ? floor : floor + 1n;
  const halfWay = (/** @type {bigint} */ twice) => Number(twice) / (2 * steps);
  return { Low: halfWay(2n * ceiling - 1n), High: halfWay(2n * floor + 1n), Level: 0 };
};

/**
 * A number as so many steps; infinite where no double is exactly that, so that nobody takes it for exact.
 * @type {(result: Result, above: bigint, below: bigint) => { Scaled: number, Level: number }}
 */
export const inSteps = (result, above, below) => {
  if (result.kind !== "number") return { Scaled: NaN, Level: openLevel(result, "number") };
  const [whole, part] = [result.value.above * below, result.value.below * above];
  const steps = Number(whole / part);
  return { Scaled: whole % part === 0n && Math.abs(steps) < EXACT ? steps : Infinity, Level: 0 };
};

/** @type {(result: Result) => { Day: number, Text: string | undefined, Level: number }} */
export const dayValue = (result) =>
  result.kind === "date"
    ? { Day: result.value, Text: isoText(result.value), Level: 0 }
    : { Day: NaN, Text: undefined, Level: openLevel(result, "date") };

/** A text that compares with ISO dates as the day does with their days. @type {(day: number) => string} */
const isoText = (day) => {
  const [year, month, date] = civilOf(day);
  if (year < 0) return "";
  if (year > 9999) return "~";
  const digits = (/** @type {number} */ number, /** @type {number} */ length) =>
    String(number).padStart(length, "0");
  return `${digits(year, 4)}-${digits(month + 1, 2)}-${digits(date, 2)}`;
};

/**
 * For periods of one length: the first day of beginning with which they end on the day `to` or later, and the first with
 * which they end after it.
 * @type {(to: Result, amount: Result, unit: "day" | "month" | "year") => { EndingDay: number, EndingText: string | undefined, LaterDay: number, LaterText: string | undefined, Level: number }}
 */
export const beginnings = (to, amount, unit) => {
  const Level = openLevel(to, "date") | openLevel(amount, "number");
  if (to.kind !== "date" || amount.kind !== "number")
    return { EndingDay: NaN, EndingText: undefined, LaterDay: NaN, LaterText: undefined, Level };
  const { above, below } = amount.value;
  const [ending, later] =
    unit === "day"
      ? daysBefore(to.value, above, below)
      : monthsBefore(to.value, Number(((unit === "year" ? 12n : 1n) * above) / below));
  return {
    EndingDay: ending,
    EndingText: isoText(ending),
    LaterDay: later,
    LaterText: isoText(later),
    Level: 0,
  };
};

/** @type {(to: number, above: bigint, below: bigint) => readonly [number, number]} */
const daysBefore = (to, above, below) => {
  const whole = above >= 0n ? above / below : -((below - 1n - above) / below);
  const exact = whole * below === above;
  return [to - Number(whole), to - Number(whole) + (exact ? 1 : 0)];
};

/** @type {(to: number, months: number) => readonly [number, number]} */
const monthsBefore = (to, months) => {
  let ending = monthsLater(to, -months) - 4;
  while (monthsLater(ending, months) < to) ending += 1;
  let later = ending;
  while (monthsLater(later, months) <= to) later += 1;
  return [ending, later];
};
