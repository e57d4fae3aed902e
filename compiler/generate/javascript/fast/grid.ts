import { multiply, ONE, printRational, rational, unitOf, type Rational } from "../../../../language/index.ts";
import type { ComparisonOperator } from "../../../model/ir.ts";
import type { NumberType } from "../../../model/type.ts";

/**
 * The decimals that a fact of a type can be: whole multiples of a step. A fact stands in a record in the declared unit, a
 * share as a percentage.
 */
export interface Grid {
  readonly scale: number;
  /** Base units in one declared unit. */
  readonly factor: Rational;
  readonly whole: boolean;
}

export const gridOf = (type: NumberType): Grid => ({
  scale: type.integer ? 0 : type.scale,
  factor: type.share ? rational(1n, 100n) : ((type.unit === null ? null : unitOf(type.unit))?.factor ?? ONE),
  whole: type.integer && !type.share,
});

/** Base units in one step. */
export const stepOf = ({ scale, factor }: Grid): Rational =>
  multiply(factor, rational(1n, 10n ** BigInt(scale)));

/**
 * Two limits half way between decimals around a constant: every decimal below the constant is below `low`, every one
 * above it is above `high`, and one that equals it lies between. So no rounding of a binary fraction decides.
 */
export interface Limits {
  readonly low: string;
  readonly high: string;
}

export const limitsAround = (constant: Rational, grid: Grid): Limits => {
  const step = stepOf(grid);
  const above = constant.numerator * step.denominator;
  const below = constant.denominator * step.numerator;
  const floor = above >= 0n ? above / below : -((-above + below - 1n) / below);
  const ceiling = floor * below === above ? floor : floor + 1n;
  const halfWay = (twice: bigint): string => numberLiteral(rational(twice, 2n * 10n ** BigInt(grid.scale)));
  return { low: halfWay(2n * ceiling - 1n), high: halfWay(2n * floor + 1n) };
};

/** The same number as a plain literal, where a whole fact is compared with a whole constant. */
export const wholeConstant = (constant: Rational, grid: Grid): string | null => {
  const step = stepOf(grid);
  const above = constant.numerator * step.denominator;
  const below = constant.denominator * step.numerator;
  return grid.whole && above % below === 0n ? numberLiteral(rational(above / below)) : null;
};

/** Compares `fact` with the constant that the limits surround; both are false where the fact is missing. */
export const againstLimits = (
  fact: string,
  operator: ComparisonOperator,
  { low, high }: Limits,
): { readonly holds: string; readonly fails: string } => {
  switch (operator) {
    case "<":
      return { holds: `${fact} < ${low}`, fails: `${fact} > ${low}` };
    case "<=":
      return { holds: `${fact} < ${high}`, fails: `${fact} > ${high}` };
    case ">":
      return { holds: `${fact} > ${high}`, fails: `${fact} < ${high}` };
    case ">=":
      return { holds: `${fact} > ${low}`, fails: `${fact} < ${low}` };
    case "=":
      return {
        holds: `${fact} > ${low} && ${fact} < ${high}`,
        fails: `${fact} < ${low} || ${fact} > ${high}`,
      };
    case "!=":
      return {
        holds: `${fact} < ${low} || ${fact} > ${high}`,
        fails: `${fact} > ${low} && ${fact} < ${high}`,
      };
  }
};

/** The operator as JavaScript writes it. */
export const OPERATORS = {
  "=": "===",
  "!=": "!==",
  "<": "<",
  "<=": "<=",
  ">": ">",
  ">=": ">=",
} as const satisfies Record<ComparisonOperator, string>;

/** True exactly where the other is false. */
export const CONTRARY = {
  "=": "!=",
  "!=": "=",
  "<": ">=",
  "<=": ">",
  ">": "<=",
  ">=": "<",
} as const satisfies Record<ComparisonOperator, ComparisonOperator>;

/** The same with the sides exchanged. */
export const MIRRORED = {
  "=": "=",
  "!=": "!=",
  "<": ">",
  "<=": ">=",
  ">": "<",
  ">=": "<=",
} as const satisfies Record<ComparisonOperator, ComparisonOperator>;

/** The nearest double, in its shortest form. */
export const numberLiteral = (value: Rational): string => {
  const text = printRational(value);
  const nearest = text.includes("/") ? Number(value.numerator) / Number(value.denominator) : Number(text);
  return nearest === 0 ? "0" : String(nearest);
};
