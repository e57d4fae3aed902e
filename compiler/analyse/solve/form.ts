import {
  add,
  compare,
  divide,
  multiply,
  negate,
  rational,
  ZERO,
  type Rational,
} from "../../../language/index.ts";
import type { Linear } from "../formula.ts";
import { ceiling, floor } from "./point.ts";
import { onlyCount, type Quantity } from "./quantity.ts";

/** A sum over counts with whole coefficients without a common factor, the first of them positive. */
export interface Form {
  readonly key: string;
  readonly terms: readonly FormTerm[];
  /** Whether its value is always whole. */
  readonly whole: boolean;
  /** What the ranges of its quantities leave; `null` without limit. */
  readonly lower: Rational | null;
  readonly upper: Rational | null;
}

export interface FormTerm {
  readonly quantity: Quantity;
  readonly coefficient: Rational;
}

/** At most this, or less than it. On forms that are always whole never strict, and at a whole number. */
export interface Ceiling {
  readonly value: Rational;
  readonly strict: boolean;
}

export const compareCeilings = (left: Ceiling, right: Ceiling): number =>
  compare(left.value, right.value) || Number(right.strict) - Number(left.strict);

/** The left side as a form with a positive or negative factor, so that linear = factor × form + constant. */
export interface Scaled {
  readonly form: Form | null;
  readonly factor: Rational;
  readonly constant: Rational;
}

export const scaledForm = (linear: Linear, quantities: ReadonlyMap<string, Quantity>): Scaled => {
  const coefficients = new Map<Quantity, Rational>();
  let constant = linear.constant;
  for (const { variable, coefficient } of linear.terms) {
    const quantity = quantities.get(variable);
    if (quantity === undefined) throw new RangeError(`the question has no number ${variable}`);
    const perCount = multiply(coefficient, quantity.unit);
    const only = onlyCount(quantity);
    if (only === null) coefficients.set(quantity, add(coefficients.get(quantity) ?? ZERO, perCount));
    else constant = add(constant, multiply(perCount, only));
  }
  const terms = [...coefficients]
    .filter(([, coefficient]) => coefficient.numerator !== 0n)
    .sort(([left], [right]) => (left.name < right.name ? -1 : 1));
  if (terms.length === 0) return { form: null, factor: ZERO, constant };
  const factor = commonFactor(terms.map(([, coefficient]) => coefficient));
  const reduced = terms.map(([quantity, coefficient]) => ({
    quantity,
    coefficient: divide(coefficient, factor)!,
  }));
  return { form: formOf(reduced), factor, constant };
};

/** The tightest ceiling that says the same; whole forms reach no number between two whole ones. */
export const tightened = (form: Form, value: Rational, strict: boolean): Ceiling => {
  if (!form.whole) return { value, strict };
  return { value: rational(strict ? ceiling(value) - 1n : floor(value)), strict: false };
};

/** Above what the form is where it is not below this ceiling: the opposite, as a ceiling that is not reached. */
export const ceilingUnder = (form: Form, value: Rational, strict: boolean): Ceiling => {
  // form ≥ value is not (form < value); form > value is not (form ≤ value).
  return tightened(form, value, !strict);
};

/** Of terms that are in order, with coefficients as a form has them. */
export const formOf = (terms: readonly FormTerm[]): Form => ({
  key: terms.map(({ quantity, coefficient }) => `${coefficient.numerator} ${quantity.name}`).join("\n"),
  terms,
  whole: terms.every(({ quantity }) => quantity.whole),
  lower: extreme(terms, "lower"),
  upper: extreme(terms, "upper"),
});

const extreme = (terms: readonly FormTerm[], side: "lower" | "upper"): Rational | null => {
  const other = side === "lower" ? "upper" : "lower";
  let sum = ZERO;
  for (const { quantity, coefficient } of terms) {
    const limit = quantity[coefficient.numerator > 0n ? side : other];
    if (limit === null) return null;
    sum = add(sum, multiply(coefficient, limit));
  }
  return sum;
};

/** What to divide by, so that whole coefficients without a common factor are left, the first positive. */
const commonFactor = (coefficients: readonly Rational[]): Rational => {
  let above = 0n;
  let below = 1n;
  for (const { numerator, denominator } of coefficients) {
    above = greatestCommonDivisor(above, numerator < 0n ? -numerator : numerator);
    below = (below / greatestCommonDivisor(below, denominator)) * denominator;
  }
  // The numerators are in lowest terms, so their divisor over the multiple of the denominators divides them all.
  const factor = rational(above, below);
  return coefficients[0]!.numerator < 0n ? negate(factor) : factor;
};

const greatestCommonDivisor = (left: bigint, right: bigint): bigint => {
  let [a, b] = [left, right];
  while (b !== 0n) [a, b] = [b, a % b];
  return a;
};
