import { multiply, rational, scanQuantity, unitOf, type Rational } from "../../language/index.ts";
import type { NumberType } from "../model/type.ts";
import { comparable } from "./width.ts";

/** A number in the base unit of its dimension, exact, or what the column holds instead. */
export type NumberReading =
  | { readonly kind: "value"; readonly value: Rational }
  | { readonly kind: "bad"; readonly expected: string };

/**
 * Reads a number of this type. Nothing is rounded: another unit, more decimal places than declared, an amount that no
 * engine computes exactly, or a bare number where a share must show its ％ is refused.
 */
export const readNumber = (text: string, type: NumberType): NumberReading => {
  const written = scanWritten(comparable(text));
  if (written === null || written.share !== type.share) return bad(describe(type));
  const factors = type.share ? shareFactors(written) : factorsOf(written, type);
  if (factors === null) return bad(describe(type));
  const value = multiply(written.amount, factors.toBase);
  const declared = multiply(value, factors.toDeclared);
  const scale = type.integer ? 0 : type.scale;
  const scaled = declared.numerator * 10n ** BigInt(scale);
  if (scaled % declared.denominator !== 0n) return bad(describe(type));
  const magnitude = scaled / declared.denominator;
  if (magnitude < BOUND && magnitude > -BOUND) return { kind: "value", value };
  return bad(`${describe(type)}，绝对值小于${BOUND / 10n ** BigInt(scale)}${type.share ? "％" : ""}`);
};

const bad = (expected: string): NumberReading => ({ kind: "bad", expected });

/** 整数（笔）, 数值（分，至多2位小数）, 百分比（应写明％，如85％，至多6位小数）. */
const describe = (type: NumberType): string => {
  if (type.share) return `百分比（应写明％，如85％，至多${type.scale}位小数）`;
  if (type.integer) return type.unit === null ? "整数" : `整数（${type.unit}）`;
  return `数值（${type.unit === null ? "" : `${type.unit}，`}至多${type.scale}位小数）`;
};

interface WrittenNumber {
  readonly amount: Rational;
  readonly unit: string;
  readonly share: boolean;
  /** Written with 万 or 亿. */
  readonly magnified: boolean;
}

const scanWritten = (text: string): WrittenNumber | null => {
  if (text.length > LONGEST) return null;
  const sign = /^[+\-−负]/.exec(text)?.[0] ?? "";
  const found = scanQuantity(text, sign.length);
  if (found === null) return null;
  const digits = text.slice(sign.length, found.end);
  // 1,00 reads as 1 with a rest, which no unit matches; 倍 has been read as a part of the number.
  return {
    amount: sign === "" || sign === "+" ? found.value : multiply(found.value, MINUS_ONE),
    unit: digits.endsWith("倍") ? "倍" : text.slice(found.end),
    share: /[%‰﹪]|分之|成$|半/.test(digits),
    magnified: /[万亿]$/.test(digits),
  };
};

/** From the written unit to the base unit, and from there to the declared unit, whose decimal places count. */
interface Factors {
  readonly toBase: Rational;
  readonly toDeclared: Rational;
}

const factorsOf = (written: WrittenNumber, type: NumberType): Factors | null => {
  const declared = type.unit === null ? null : unitOf(type.unit);
  const declaredFactor = declared?.factor ?? ONE;
  const toDeclared = rational(declaredFactor.denominator, declaredFactor.numerator);
  // 3万 in a column of 万元: three of them, or thirty thousand? Only the writer knows.
  if (written.unit === "" && written.magnified && /^[万亿]/.test(type.unit ?? "")) return null;
  if (written.unit === "" || written.unit === type.unit) return { toBase: declaredFactor, toDeclared };
  const unit = unitOf(written.unit);
  if (unit === null || declared === null || unit.dimension !== declared.dimension) return null;
  // Counting units are labels: five 家 are not five 笔.
  return unit.dimension === "count" ? null : { toBase: unit.factor, toDeclared };
};

/** A share's decimal places are those of the percentage as written: 85.25％ has two. */
const shareFactors = (written: WrittenNumber): Factors | null =>
  written.unit === "" ? { toBase: ONE, toDeclared: HUNDRED } : null;

const ONE = rational(1n);
const HUNDRED = rational(100n);
const MINUS_ONE = rational(-1n);
const LONGEST = 60;
/** Engines compute with scaled integers that stay exact below this. */
const BOUND = 10n ** 15n;
