import { divide, multiply, rational, type Rational } from "../../../language/index.ts";
import type { Origin } from "../../model/ir.ts";
import type { Block } from "./block.ts";
import {
  and,
  certain,
  FALSE,
  isKnown,
  isNull,
  isTrue,
  not,
  or,
  raw,
  sql,
  TRUE,
  when,
  type Expr,
} from "./expr.ts";
import { Refused } from "./refused.ts";
import { factOf, literalOf, settledOf, wholeLiteral, type NumberVal, type Whole } from "./value.ts";

/** Beyond this a whole number needs the wide type. */
const NARROW = 9_000_000_000_000_000_000n;
/** Numbers of so many base units are 溢出. */
const LIMIT = 10n ** 15n;

/** What happens where a product leaves the range of the engine. */
type Beyond =
  /** The value itself is 溢出 then, because the factor is not that small. */
  | "overflow"
  /** The row is marked: another engine has to decide it. */
  | "fail";

export const wide = (block: Block, { expr, most }: Whole): Expr =>
  most > NARROW ? expr : { ...sql`CAST(${expr} AS ${block.script.dialect.wide})`, known: expr.known };

export const times = (block: Block, left: Whole, right: Whole, beyond: Beyond = "fail"): Whole => {
  const [one, other] = [literalOf(left), literalOf(right)];
  if (one !== null && other !== null) return wholeLiteral(one * other);
  if (one === 1n) return right;
  if (other === 1n) return left;
  const most = left.most * right.most;
  if (most <= NARROW) return { expr: both(left.expr, "*", right.expr), most };
  return guarded(block, both(wide(block, left), "*", wide(block, right)), most, [left, right], beyond);
};

export const plus = (
  block: Block,
  left: Whole,
  operator: "+" | "-",
  right: Whole,
  beyond: Beyond = "fail",
): Whole => {
  const most = left.most + right.most;
  const [one, other] = [literalOf(left), literalOf(right)];
  if (one !== null && other !== null) return wholeLiteral(operator === "+" ? one + other : one - other);
  if (most <= NARROW) return { expr: both(left.expr, operator, right.expr), most };
  return guarded(block, both(wide(block, left), operator, wide(block, right)), most, [left, right], beyond);
};

const both = (left: Expr, operator: string, right: Expr): Expr => ({
  ...sql`(${left} ${operator} ${right})`,
  known: left.known && right.known,
});

/** In an engine with a greatest number a product beyond it is NULL, and never a rounded one. */
const guarded = (
  block: Block,
  expr: Expr,
  most: bigint,
  operands: readonly Whole[],
  beyond: Beyond,
): Whole => {
  const { greatest, attempt } = block.script.dialect;
  if (greatest === null || most <= greatest) return { expr, most };
  const tried = block.column({ sql: attempt(expr.sql), at: expr.at, known: false });
  if (beyond === "fail") {
    block.failures.push(
      block.column(and(isNull(tried), ...operands.map((operand) => isKnown(operand.expr)))),
    );
  }
  return { expr: tried, most: greatest };
};

/** Both numbers as whole numbers that stand to each other as they do. */
export const aligned = (block: Block, left: NumberVal, right: NumberVal): readonly [Whole, Whole] => {
  const ratio = divide(left.factor, right.factor)!;
  const one = wholeLiteral(1n);
  return [
    times(block, times(block, left.whole, wholeLiteral(ratio.numerator)), right.below ?? one),
    times(block, times(block, right.whole, wholeLiteral(ratio.denominator)), left.below ?? one),
  ];
};

export const negative = (whole: Whole): Whole => {
  const literal = literalOf(whole);
  return literal !== null
    ? wholeLiteral(-literal)
    : { expr: { ...sql`(- ${whole.expr})`, known: whole.expr.known }, most: whole.most };
};

const plain = (whole: Whole, factor: Rational, fact: Expr, below: Whole | null = null): NumberVal => ({
  kind: "number",
  whole,
  factor,
  below,
  range: null,
  fact,
});

/** Two numbers that may be open; without a result for known ones it is 溢出 or a division by zero, which is 未知. */
export const calculate = (
  block: Block,
  operator: "add" | "subtract" | "multiply" | "divide",
  first: NumberVal,
  second: NumberVal,
  origin: Origin,
): NumberVal => {
  const left = asColumns(block, first);
  const right = asColumns(block, second);
  const raw = onNumbers(block, operator, left, right, origin);
  const limited = limit(block, raw);
  const operands = factOf(left, right);
  const never = limited === raw && operator !== "divide";
  const fact = never
    ? operands
    : isTrue(operands)
      ? TRUE
      : or(operands, and(settledOf(left), settledOf(right)));
  return { ...limited, fact: block.column(fact) };
};

const onNumbers = (
  block: Block,
  operator: "add" | "subtract" | "multiply" | "divide",
  left: NumberVal,
  right: NumberVal,
  origin: Origin,
): NumberVal => {
  const one = wholeLiteral(1n);
  switch (operator) {
    case "multiply": {
      const factor = multiply(left.factor, right.factor);
      const below =
        left.below === null && right.below === null
          ? null
          : times(block, left.below ?? one, right.below ?? one);
      return plain(times(block, left.whole, right.whole, beyondOf(factor, below)), factor, FALSE, below);
    }
    case "divide": {
      const factor = divide(left.factor, right.factor)!;
      const above = asColumn(block, times(block, left.whole, right.below ?? one));
      const divisor = asColumn(block, times(block, right.whole, left.below ?? one));
      const literal = literalOf(divisor);
      if (literal !== null && literal !== 0n && left.below === null) {
        const exact = multiply(factor, rational(1n, literal < 0n ? -literal : literal));
        return plain(literal < 0n ? negative(above) : above, exact, FALSE);
      }
      const isNegative = sql`${divisor.expr} < 0`;
      const zero = certain(sql`(${divisor.expr} = 0)`);
      const signed = when(
        [
          [zero, nullWhole(block, above)],
          [isNegative, negative(above).expr],
        ],
        above.expr,
      );
      const below = when(
        [
          [zero, nullWhole(block, divisor)],
          [isNegative, negative(divisor).expr],
        ],
        divisor.expr,
      );
      return plain({ expr: block.column(signed), most: above.most }, factor, FALSE, {
        expr: block.column({ ...below, known: false }),
        most: divisor.most,
      });
    }
    case "add":
    case "subtract": {
      const sign = operator === "add" ? "+" : "-";
      const { unit, above, beneath } = commonFactor(left.factor, right.factor);
      const below =
        left.below === null && right.below === null
          ? null
          : times(block, left.below ?? one, right.below ?? one);
      const beyond = beyondOf(unit, below);
      const one_ = times(
        block,
        times(block, left.whole, wholeLiteral(above), beyond),
        right.below ?? one,
        beyond,
      );
      const other = times(
        block,
        times(block, right.whole, wholeLiteral(beneath), beyond),
        left.below ?? one,
        beyond,
      );
      if (block.script.dialect.greatest !== null && unit.numerator * LIMIT < unit.denominator / 10n ** 23n)
        throw new Refused("两个数的单位相差过大，超出本引擎的精度", origin);
      return plain(plus(block, one_, sign, other, beyond), unit, FALSE, below);
    }
  }
};

/** The greatest factor that both are whole multiples of. */
const commonFactor = (
  left: Rational,
  right: Rational,
): { readonly unit: Rational; readonly above: bigint; readonly beneath: bigint } => {
  const ratio = divide(left, right)!;
  const unit = divide(left, rational(ratio.numerator))!;
  return { unit, above: ratio.numerator, beneath: ratio.denominator };
};

/** A product out of range is 溢出 only where the value itself must be: 10^38 of its units are 10^15 or more. */
const beyondOf = (factor: Rational, below: Whole | null): Beyond =>
  below === null && factor.numerator * 10n ** 23n >= factor.denominator ? "overflow" : "fail";

const nullWhole = (block: Block, like: Whole): Expr =>
  raw(`CAST(NULL AS ${like.most > NARROW ? block.script.dialect.wide : "BIGINT"})`);

/** NULL from 10^15 base units on. */
export const limit = (block: Block, value: NumberVal): NumberVal => {
  const { factor, below, whole } = value;
  if (below === null && whole.most * factor.numerator < LIMIT * factor.denominator) return value;
  const column = asColumn(block, whole);
  if (below === null) {
    // The smallest whole number that is too large.
    const bound = (LIMIT * factor.denominator + factor.numerator - 1n) / factor.numerator;
    const inside = and(sql`${column.expr} < ${bound}`, sql`${column.expr} > ${-bound}`);
    return {
      ...value,
      whole: {
        expr: block.column(when([[inside, column.expr]], nullWhole(block, column))),
        most: column.most < bound ? column.most : keepType(column, bound),
      },
    };
  }
  // The other way round: whole × numerator against 10^15 × denominator × below.
  const { greatest } = block.script.dialect;
  const factorBound = LIMIT * factor.denominator;
  const most = times(block, below, wholeLiteral(factorBound), greatest === null ? "fail" : "overflow");
  const least = times(block, column, wholeLiteral(factor.numerator));
  const bound = block.column(most.expr);
  const within = block.column(least.expr);
  const inside = or(
    and(sql`${within} < ${bound}`, sql`${within} > - ${bound}`),
    // The bound itself is out of range, and the number is not.
    greatest !== null && below.most * factorBound > greatest
      ? and(isNull(bound), isKnown(below.expr), isKnown(within))
      : FALSE,
  );
  const kept = block.column(when([[inside, column.expr]], nullWhole(block, column)));
  return { ...value, whole: { expr: kept, most: column.most } };
};

/** A wide column stays wide although its values are small now. */
const keepType = (whole: Whole, bound: bigint): bigint =>
  whole.most > NARROW && bound <= NARROW ? NARROW + 1n : bound;

export const asColumn = (block: Block, whole: Whole): Whole => ({ ...whole, expr: block.column(whole.expr) });

export const asColumns = (block: Block, value: NumberVal): NumberVal => ({
  ...value,
  whole: asColumn(block, value.whole),
  below: value.below === null ? null : asColumn(block, value.below),
  fact: block.short(value.fact),
});

/** Rounds a magnitude to so many places; a half goes away from zero. */
export const roundTo = (
  block: Block,
  value: NumberVal,
  digits: number,
  mode: "halfUp" | "down" | "up",
): NumberVal => {
  const scale = digits >= 0 ? rational(10n ** BigInt(digits)) : rational(1n, 10n ** BigInt(-digits));
  const scaled = multiply(value.factor, scale);
  const one = wholeLiteral(1n);
  const above = asColumn(block, times(block, value.whole, wholeLiteral(scaled.numerator)));
  const below = asColumn(block, times(block, value.below ?? one, wholeLiteral(scaled.denominator)));
  const result = { numerator: scale.denominator, denominator: scale.numerator };
  if (literalOf(below) === 1n) return { ...value, whole: above, factor: result, below: null, range: null };
  const { quotient, remainder } = block.script.dialect;
  const magnitude = block.column(sql`abs(${wide(block, above)})`);
  const divisor = block.column(wide(block, below));
  const whole = block.column({
    ...magnitude,
    sql: quotient(magnitude.sql, divisor.sql),
    at: Math.max(magnitude.at, divisor.at),
    known: false,
  });
  const rest = block.column({
    ...magnitude,
    sql: remainder(magnitude.sql, divisor.sql),
    at: Math.max(magnitude.at, divisor.at),
    known: false,
  });
  const goesUp = {
    halfUp: not(sql`(${rest} < ${divisor} - ${rest})`),
    down: FALSE,
    up: sql`(${rest} > 0)`,
  }[mode];
  const rounded = block.column(
    isTrue(not(goesUp)) ? whole : sql`(${whole} + ${when([[goesUp, raw("1")]], raw("0"))})`,
  );
  const signed = block.column(when([[sql`${above.expr} < 0`, sql`(- ${rounded})`]], rounded));
  const most = above.most + 1n;
  return {
    ...value,
    whole: { expr: signed, most: most > NARROW ? most : NARROW + 1n },
    factor: result,
    below: null,
    range: null,
  };
};
