import { add, divide, multiply, ONE, rational, subtract, type Rational } from "../../../language/index.ts";
import type { ComparisonOperator, Term } from "../../model/ir.ts";
import { roundTo } from "../arithmetic.ts";
import type { NumberColumn } from "./column.ts";
import {
  commonUnit,
  compareExact,
  isOpenNumber,
  levelOf,
  LIMIT,
  limited,
  openAt,
  unscaled,
  type Exact,
} from "./exact.ts";
import { UNKNOWN, type Ask, type Rows } from "./level.ts";

/**
 * A number as `scaled` / `over` units. The quick form is NaN wherever a double might not hold it exactly, and where
 * the number is open; the exact form then decides.
 */
export interface NumberTerm {
  readonly kind: "number";
  readonly unit: Rational;
  readonly scaled: Ask;
  /** Above zero; null: 1. To be asked right after `scaled`, which may have found it on its way. */
  readonly over: Ask | null;
  readonly exact: (rows: Rows) => Exact;
  /** The value, where it is the same for every record. */
  readonly constant: Rational | null;
  /** A count: where it is open, its bounds may still decide a comparison. */
  readonly bounded?: boolean;
}

/** Beyond this a double no longer tells neighbouring whole numbers apart. */
export const GUARD = Number.MAX_SAFE_INTEGER;

export const isGuarded = (value: number): boolean => value <= GUARD && value >= -GUARD;

const NOT_TOLD: Ask = () => Number.NaN;

export const constantNumber = (value: Rational): NumberTerm => {
  const scaled = Number(value.numerator);
  return {
    kind: "number",
    unit: rational(1n, value.denominator),
    scaled: isGuarded(scaled) ? () => scaled : NOT_TOLD,
    over: null,
    exact: () => value,
    constant: value,
  };
};

export const numberOfColumn = (column: NumberColumn, subject: Ask): NumberTerm => {
  const { scaled, unit, others, missing } = column;
  const nothing = openAt(missing);
  return {
    kind: "number",
    unit,
    scaled: (rows) => {
      const row = subject(rows);
      return row < 0 ? Number.NaN : scaled[row]!;
    },
    over: null,
    exact: (rows) => {
      const row = subject(rows);
      if (row < 0) return openAt(-row);
      const value = scaled[row]!;
      return value === value ? unscaled(value, unit) : (others.get(row) ?? nothing);
    },
    constant: null,
  };
};

/** A whole number of ones; `level` tells why there is none. */
export const wholeNumber = (whole: Ask, level: Ask): NumberTerm => ({
  kind: "number",
  unit: ONE,
  scaled: whole,
  over: null,
  exact: (rows) => {
    const value = whole(rows);
    return value === value ? rational(value) : openAt(level(rows));
  },
  constant: null,
});

type Operator = Extract<Term, { kind: "arithmetic" }>["operator"];

export const calculateNumbers = (operator: Operator, left: NumberTerm, right: NumberTerm): NumberTerm => {
  const exact = (rows: Rows): Exact => {
    const [first, second] = [left.exact(rows), right.exact(rows)];
    if (isOpenNumber(first) || isOpenNumber(second)) return openAt(Math.max(levelOf(first), levelOf(second)));
    const value = EXACTLY[operator](first, second);
    return value === null ? openAt(UNKNOWN) : limited(value);
  };
  return { ...quickly(operator, left, right), kind: "number", exact, constant: null };
};

const EXACTLY = { add, subtract, multiply, divide } as const satisfies Record<
  Operator,
  (left: Rational, right: Rational) => Rational | null
>;

type Quick = Pick<NumberTerm, "unit" | "scaled" | "over">;

const quickly = (operator: Operator, left: NumberTerm, right: NumberTerm): Quick => {
  switch (operator) {
    case "add":
      return sum(left, right, 1);
    case "subtract":
      return sum(left, right, -1);
    case "multiply":
      return product(left, right);
    case "divide":
      return quotient(left, right);
  }
};

const sum = (left: NumberTerm, right: NumberTerm, sign: 1 | -1): Quick => {
  if (left.over !== null || right.over !== null) return { unit: ONE, scaled: NOT_TOLD, over: null };
  const unit = commonUnit(left.unit, right.unit);
  const [first, second] = [timesUnit(left.unit, unit), sign * timesUnit(right.unit, unit)];
  const limit = wholeLimit(unit);
  return {
    unit,
    scaled: (rows) => {
      const [one, other] = [left.scaled(rows) * first, right.scaled(rows) * second];
      if (!isGuarded(one) || !isGuarded(other)) return Number.NaN;
      const found = one + other;
      return found < limit && found > -limit ? found : Number.NaN;
    },
    over: null,
  };
};

const product = (left: NumberTerm, right: NumberTerm): Quick => {
  const unit = multiply(left.unit, right.unit);
  const size = Number(unit.numerator) / Number(unit.denominator);
  const isRatio = left.over !== null || right.over !== null;
  let below = 1;
  return {
    unit,
    scaled: (rows) => {
      const first = left.scaled(rows);
      const firstBelow = left.over === null ? 1 : left.over(rows);
      const second = right.scaled(rows);
      below = firstBelow * (right.over === null ? 1 : right.over(rows));
      return bounded(first * second, below, size);
    },
    over: isRatio ? () => below : null,
  };
};

const quotient = (left: NumberTerm, right: NumberTerm): Quick => {
  const unit = divide(left.unit, right.unit)!;
  const size = Number(unit.numerator) / Number(unit.denominator);
  let below = 1;
  return {
    unit,
    scaled: (rows) => {
      const first = left.scaled(rows);
      const firstBelow = left.over === null ? 1 : left.over(rows);
      const second = right.scaled(rows);
      const above = right.over === null ? first : first * right.over(rows);
      const divisor = second * firstBelow;
      below = divisor < 0 ? -divisor : divisor;
      return divisor === 0 ? Number.NaN : bounded(divisor < 0 ? -above : above, below, size);
    },
    over: () => below,
  };
};

/** NaN where a part is not exact, or where the value comes near the limit: the exact form decides there. */
const bounded = (above: number, below: number, size: number): number =>
  isGuarded(above) && isGuarded(below) && Math.abs(above / below) * size < NEAR_LIMIT ? above : Number.NaN;

const NEAR_LIMIT = 0.999_999 * Number(LIMIT);

/** How many of the smaller units are one of the greater; no exact number, where it is not safe. */
const timesUnit = (greater: Rational, smaller: Rational): number => {
  const times = Number((greater.numerator * smaller.denominator) / (greater.denominator * smaller.numerator));
  return isGuarded(times) ? times : Number.NaN;
};

/** The first whole number of units that is 溢出; never beyond what a double holds. */
export const wholeLimit = (unit: Rational): number => {
  const [dividend, divisor] = [LIMIT * unit.denominator, unit.numerator];
  return Math.min(Number((dividend + divisor - 1n) / divisor), GUARD);
};

export const roundNumber = (
  operand: NumberTerm,
  digits: number,
  mode: "halfUp" | "down" | "up",
): NumberTerm => {
  const unit = digits >= 0 ? rational(1n, 10n ** BigInt(digits)) : rational(10n ** BigInt(-digits));
  const step = divide(operand.unit, unit)!;
  const [above, below] = [Number(step.numerator), Number(step.denominator)];
  const limit = wholeLimit(unit);
  const scaled: Ask = (rows) => {
    const dividend = operand.scaled(rows) * above;
    const divisor = operand.over === null ? below : operand.over(rows) * below;
    if (!isGuarded(dividend) || !isGuarded(2 * divisor)) return Number.NaN;
    const magnitude = Math.abs(dividend);
    const rest = magnitude % divisor;
    const up = mode === "down" ? false : mode === "up" ? rest > 0 : 2 * rest >= divisor;
    const whole = (magnitude - rest) / divisor + (up ? 1 : 0);
    if (!(whole < limit)) return Number.NaN;
    return dividend < 0 ? -whole : whole;
  };
  const exact = (rows: Rows): Exact => {
    const value = operand.exact(rows);
    return isOpenNumber(value) ? openAt(value.level) : limited(roundTo(value, digits, mode));
  };
  return { kind: "number", unit, scaled, over: null, exact, constant: null };
};

/** How two numbers stand to each other. */
export const compareNumbers = (operator: ComparisonOperator, left: NumberTerm, right: NumberTerm): Ask => {
  if (left.constant !== null && right.constant === null) return compareNumbers(TURNED[operator], right, left);
  const slowly = (rows: Rows): number => {
    const first = left.exact(rows);
    if (isOpenNumber(first) && first.bounds === null) {
      const quick = right.scaled(rows);
      if (quick === quick) return first.level;
    }
    return compareExact(operator, first, right.exact(rows));
  };
  const accept = ACCEPTED[operator];
  if (right.constant !== null && left.over === null)
    return compareWithConstant(accept, operator, left, right.constant, slowly);
  const unit = commonUnit(left.unit, right.unit);
  const [times, otherTimes] = [timesUnit(left.unit, unit), timesUnit(right.unit, unit)];
  return (rows) => {
    let first = left.scaled(rows) * times;
    const below = left.over === null ? 1 : left.over(rows);
    let second = right.scaled(rows) * otherTimes;
    if (right.over !== null) first *= right.over(rows);
    second *= below;
    if (!isGuarded(first) || !isGuarded(second)) return slowly(rows);
    return accept[first < second ? 0 : first > second ? 2 : 1]!;
  };
};

/** A whole number of units against the limits between which a constant lies. */
const compareWithConstant = (
  accept: Uint8Array,
  operator: ComparisonOperator,
  left: NumberTerm,
  constant: Rational,
  slowly: Ask,
): Ask => {
  const limit = divide(constant, left.unit)!;
  const cut = limit.numerator / limit.denominator;
  const isWhole = limit.denominator === 1n;
  const floor = Number(limit.numerator < 0n && !isWhole ? cut - 1n : cut);
  if (!isGuarded(floor) || !isGuarded(floor + 1)) return slowly;
  const ceiling = isWhole ? floor : floor + 1;
  const { scaled } = left;
  switch (operator) {
    case "<":
    case "<=": {
      const last = operator === "<" && isWhole ? floor - 1 : floor;
      return (rows) => {
        const value = scaled(rows);
        return value <= last ? 1 : value === value ? 0 : slowly(rows);
      };
    }
    case ">":
    case ">=": {
      const first = operator === ">" && isWhole ? ceiling + 1 : ceiling;
      return (rows) => {
        const value = scaled(rows);
        return value >= first ? 1 : value === value ? 0 : slowly(rows);
      };
    }
    case "=":
    case "!=":
      return (rows) => {
        const value = scaled(rows);
        return value === value ? accept[isWhole && value === floor ? 1 : 0]! : slowly(rows);
      };
  }
};

/** Whether less, equal and greater satisfy an operator. */
export const ACCEPTED = {
  "=": Uint8Array.of(0, 1, 0),
  "!=": Uint8Array.of(1, 0, 1),
  "<": Uint8Array.of(1, 0, 0),
  "<=": Uint8Array.of(1, 1, 0),
  ">": Uint8Array.of(0, 0, 1),
  ">=": Uint8Array.of(0, 1, 1),
} as const satisfies Record<ComparisonOperator, Uint8Array>;

const TURNED = { "=": "=", "!=": "!=", "<": ">", "<=": ">=", ">": "<", ">=": "<=" } as const satisfies Record<
  ComparisonOperator,
  ComparisonOperator
>;
