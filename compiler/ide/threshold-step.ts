import { divide, multiply, printRational, rational, unitOf, type Rational } from "../../language/index.ts";
import type { NumberType } from "../model/type.ts";
import type { Day } from "../model/value.ts";

/** How far beside a threshold a value is taken: one of a whole number, one digit of what is written otherwise. */
export const stepOf = (type: NumberType): Rational => {
  if (type.share) return rational(1n, 1_000n);
  const digits = type.integer ? 0 : Math.min(type.scale, 2);
  return inUnit(rational(1n, 10n ** BigInt(digits)), type);
};

/** A number in the declared unit, as it stands in base units. */
export const inUnit = (value: Rational, type: NumberType): Rational => multiply(value, factorOf(type));

/** 9笔, 79.9％, 1.5公里. */
export const printedNumber = (value: Rational, type: NumberType): string => {
  if (type.share) return `${printRational(multiply(value, rational(100n)))}％`;
  const written = divide(value, factorOf(type)) ?? value;
  return `${printRational(written)}${type.unit ?? ""}`;
};

const factorOf = (type: NumberType): Rational =>
  (type.unit === null ? null : unitOf(type.unit)?.factor) ?? rational(1n);

/** The day from which a period ends on `at`. */
export const dayBefore = (at: Day, amount: Rational, unit: "day" | "month" | "year"): Day => {
  const count = Number(amount.numerator / amount.denominator);
  if (unit === "day") return at - count;
  const date = new Date(at * MILLISECONDS);
  const months = unit === "year" ? count * 12 : count;
  const day = Date.UTC(date.getUTCFullYear(), date.getUTCMonth() - months, date.getUTCDate());
  return Math.round(day / MILLISECONDS);
};

const MILLISECONDS = 86_400_000;
