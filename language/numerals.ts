import { multiply, parseDecimal, rational, type Rational } from "./rational.ts";

/** A number found in running text: its exact value and the offset after its last character. */
export interface ScannedQuantity {
  readonly value: Rational;
  readonly end: number;
}

/** Characters that Chinese numerals consist of, for use inside a character class. */
export const NUMERAL_CHARACTERS = "零〇○一二两三四五六七八九十百千万亿";

/** Reads 一百二十, 二〇二五, 120 or １２０ as a whole number; `null` for anything else. */
export const parseNumeral = (text: string): number | null => {
  const ascii = halfWidthDigits(text);
  if (/^\d{1,15}$/.test(ascii)) return Number(ascii);
  if (text === "" || text.length > LONGEST_NUMERAL) return null;
  const value = parsePositional(text) ?? parseWithUnits(text);
  return value !== null && Number.isSafeInteger(value) ? value : null;
};

/**
 * Writes a whole number the way laws write it: 120 → 一百二十, 1005 → 一千零五. What is not a
 * whole number from 0 to the largest safe integer is written in digits.
 */
export const printNumeral = (value: number): string => {
  if (!Number.isSafeInteger(value) || value < 0) return String(value);
  if (value === 0) return "零";
  const printed = printSections(value);
  return printed.startsWith("一十") ? printed.slice(1) : printed;
};

/** Reads one whole text as an exact quantity: 1,000、15％、百分之八十点五、三分之二、1.2亿、三成、1.5倍. */
export const parseQuantity = (text: string): Rational | null => {
  const scanned = scanQuantity(text, 0);
  return scanned !== null && scanned.end === text.length ? scanned.value : null;
};

/**
 * The longest quantity that starts exactly at `at`. It does not judge whether a number may stand
 * there (一 of 一般): the caller asks only where one may. `thousands: false` leaves the comma of
 * 1,000 alone, as between the arguments of a function.
 */
export const scanQuantity = (
  text: string,
  at: number,
  options: { readonly thousands?: boolean } = {},
): ScannedQuantity | null => {
  const thousands = options.thousands ?? true;
  return scanFraction(text, at, thousands) ?? scanFixed(text, at) ?? scanScaled(text, at, thousands);
};

const LONGEST_NUMERAL = 32;

const DIGITS: Readonly<Record<string, number>> = {
  零: 0,
  〇: 0,
  "○": 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
};
const SMALL_UNITS: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };
const LARGE_UNITS: readonly (readonly [string, number])[] = [
  ["亿", 1e8],
  ["万", 1e4],
];
const DIGIT_NAMES = "零一二三四五六七八九";
const SMALL_UNIT_NAMES = ["", "十", "百", "千"] as const;

/** Words that stand for one fixed amount. */
const FIXED: readonly (readonly [string, Rational])[] = [
  ["半数", rational(1, 2)],
  ["一半", rational(1, 2)],
];

/** What may follow a plain number and change its value. */
const SUFFIXES: readonly (readonly [string, Rational])[] = [
  ["%", rational(1, 100)],
  ["％", rational(1, 100)],
  ["﹪", rational(1, 100)],
  ["‰", rational(1, 1000)],
  ["倍", rational(1)],
];

const FRACTION_HEADS: readonly (readonly [string, number])[] = [
  ["百分之", 100],
  ["千分之", 1000],
  ["万分之", 10000],
];

/** 三成 is three tenths, but 三成为 and 一成员 are not. */
const NOT_TENTHS = new Set("为员立年果本交长就功分绩熟人都品型份套".split(""));

const halfWidthDigits = (text: string): string =>
  text.replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0));

/** 二〇二五: digits read by place; two plain digits (三四家) mean “three or four” and are refused. */
const parsePositional = (text: string): number | null => {
  if (!/^[零〇○一二三四五六七八九]+$/.test(text)) return null;
  if (text.length === 1) return DIGITS[text]!;
  if (text.length > 15 || (text.length < 3 && !/[零〇○]/.test(text))) return null;
  let value = 0;
  for (const character of text) value = value * 10 + DIGITS[character]!;
  return value;
};

const parseWithUnits = (text: string): number | null => {
  for (const [name, size] of LARGE_UNITS) {
    const split = text.lastIndexOf(name);
    if (split < 0) continue;
    const above = parseWithUnits(text.slice(0, split));
    if (above === null || above === 0 || (name === "万" && above >= 10000)) return null;
    const rest = text.slice(split + 1);
    if (rest === "") return above * size;
    const filled = /^[零〇○]/.test(rest);
    const below = parseWithUnits(filled ? rest.slice(1) : rest);
    if (below === null || below === 0 || below >= size) return null;
    // A gap of a whole place must be filled: 一万零五, never 一万五.
    if (!filled && below < size / 10) return null;
    return above * size + below;
  }
  return parseSection(text);
};

/** One group below 万: 三千二百零五, 十五, 两百. */
const parseSection = (text: string): number | null => {
  let total = 0;
  let lastUnit = 10000;
  let at = 0;
  let filled = false;
  while (at < text.length) {
    const character = text[at]!;
    if (/[零〇○]/.test(character)) {
      if (filled || at === 0 || at === text.length - 1) return null;
      filled = true;
      at += 1;
      continue;
    }
    const unitFirst = SMALL_UNITS[character];
    const digit = unitFirst === undefined ? DIGITS[character] : 1;
    if (digit === undefined || (unitFirst !== undefined && (character !== "十" || at > 0))) return null;
    const unitName = unitFirst === undefined ? text[at + 1] : character;
    const unit = unitName === undefined ? 1 : (SMALL_UNITS[unitName] ?? 1);
    if (unit >= lastUnit) return null;
    if (at > 0 && unit * 10 < lastUnit !== filled) return null;
    total += digit * unit;
    lastUnit = unit;
    filled = false;
    at += unitFirst === undefined && unit > 1 ? 2 : 1;
  }
  return text === "" ? null : total;
};

const printSections = (value: number): string => {
  for (const [name, size] of LARGE_UNITS) {
    if (value < size) continue;
    const above = Math.floor(value / size);
    const below = value % size;
    const head = printSections(above) + name;
    if (below === 0) return head;
    return head + (below < size / 10 ? "零" : "") + printSections(below);
  }
  return printSection(value);
};

const printSection = (value: number): string => {
  let printed = "";
  let pendingZero = false;
  for (let place = 3; place >= 0; place -= 1) {
    const digit = Math.floor(value / 10 ** place) % 10;
    if (digit === 0) {
      pendingZero = printed !== "";
      continue;
    }
    printed += (pendingZero ? "零" : "") + DIGIT_NAMES[digit]! + SMALL_UNIT_NAMES[place]!;
    pendingZero = false;
  }
  return printed;
};

const scanFixed = (text: string, at: number): ScannedQuantity | null => {
  const found = FIXED.find(([word]) => text.startsWith(word, at));
  return found ? { value: found[1], end: at + found[0].length } : null;
};

/** 百分之八十点五, 千分之三, 三分之二. */
const scanFraction = (text: string, at: number, thousands: boolean): ScannedQuantity | null => {
  for (const [head, size] of FRACTION_HEADS) {
    if (!text.startsWith(head, at)) continue;
    const start = at + head.length;
    const above = text.startsWith("百", start)
      ? { value: rational(100), end: start + 1 }
      : scanPlain(text, start, thousands);
    return above && { value: multiply(above.value, rational(1, size)), end: above.end };
  }
  const below = scanWhole(text, at);
  if (below === null || !text.startsWith("分之", below.end)) return null;
  const above = scanPlain(text, below.end + 2, thousands);
  if (above === null || below.value.numerator === 0n) return null;
  return {
    value: multiply(above.value, { numerator: 1n, denominator: below.value.numerator }),
    end: above.end,
  };
};

/** A plain number with what may follow it: 3万, 1.2亿, 15％, 三成, 1.5倍. */
const scanScaled = (text: string, at: number, thousands: boolean): ScannedQuantity | null => {
  const plain = scanPlain(text, at, thousands);
  if (plain === null) return null;
  let { value, end } = plain;
  // Chinese numerals have already taken their 万 and 亿; digits have not.
  for (const [name, size] of [["万亿", 1e12], ...LARGE_UNITS] as const) {
    if (!text.startsWith(name, end)) continue;
    value = multiply(value, rational(size));
    end += name.length;
    break;
  }
  const suffix = SUFFIXES.find(([word]) => text.startsWith(word, end));
  if (suffix) return { value: multiply(value, suffix[1]), end: end + suffix[0].length };
  if (
    text[end] === "成" &&
    !NOT_TENTHS.has(text[end + 1] ?? "") &&
    value.numerator <= 10n * value.denominator
  ) {
    return { value: multiply(value, rational(1, 10)), end: end + 1 };
  }
  return { value, end };
};

/** Digits with thousands commas and a decimal point, or a Chinese numeral with 点. */
const scanPlain = (text: string, at: number, thousands: boolean): ScannedQuantity | null =>
  scanDigits(text, at, thousands) ?? scanChinese(text, at);

const scanWhole = (text: string, at: number): ScannedQuantity | null => {
  WHOLE_DIGITS.lastIndex = at;
  const digits = WHOLE_DIGITS.exec(text)?.[0];
  if (digits === undefined) return scanChineseWhole(text, at);
  return { value: rational(BigInt(halfWidthDigits(digits))), end: at + digits.length };
};

const WHOLE_DIGITS = /[0-9０-９]{1,1000}/y;
const GROUPED = /[0-9]{1,3}(?:,[0-9]{3}){1,100}(?![0-9])(?:\.[0-9]{1,1000})?/y;
const UNGROUPED = /[0-9０-９]{1,1000}(?:[.．][0-9０-９]{1,1000})?/y;

const scanDigits = (text: string, at: number, thousands: boolean): ScannedQuantity | null => {
  const matched = (thousands ? matchAt(GROUPED, text, at) : null) ?? matchAt(UNGROUPED, text, at);
  if (matched === null) return null;
  const decimal = parseDecimal(halfWidthDigits(matched).replaceAll(",", "").replace("．", "."));
  return decimal && { value: decimal, end: at + matched.length };
};

const scanChinese = (text: string, at: number): ScannedQuantity | null => {
  const whole = scanChineseWhole(text, at);
  if (whole === null) return null;
  const fraction = text[whole.end] === "点" ? matchAt(CHINESE_FRACTION, text, whole.end + 1) : null;
  if (fraction === null) return whole;
  const digits = fraction.replace(/./g, (character) => String(DIGITS[character]));
  const value = parseDecimal(`${whole.value.numerator}.${digits}`);
  return value && { value, end: whole.end + 1 + fraction.length };
};

const CHINESE_FRACTION = /[零〇○一二三四五六七八九]{1,30}/y;
const CHINESE_RUN = new RegExp(`[${NUMERAL_CHARACTERS}]{1,${LONGEST_NUMERAL}}`, "y");

/** The longest beginning of the run of numeral characters that is a number by itself. */
const scanChineseWhole = (text: string, at: number): ScannedQuantity | null => {
  const run = matchAt(CHINESE_RUN, text, at);
  if (run === null) return null;
  for (let length = run.length; length > 0; length -= 1) {
    const value = parseNumeral(run.slice(0, length));
    if (value !== null) return { value: rational(value), end: at + length };
  }
  return null;
};

const matchAt = (pattern: RegExp, text: string, at: number): string | null => {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? null;
};
