import type { ComparisonOperator, Condition } from "../../model/ir.ts";
import { aligned } from "./arithmetic.ts";
import type { Block } from "./block.ts";
import { and, FALSE, isFalse, isNull, isTrue, sql, TRUE, UNKNOWN, when, type Expr } from "./expr.ts";
import { decided, openTruth } from "./truth.ts";
import { factOf, openOf, text, type NumberVal, type Truth, type Val, type Whole } from "./value.ts";

/** Compares numbers, dates, and counts between bounds. */
export const compare = (block: Block, operator: ComparisonOperator, left: Val, right: Val): Truth => {
  if (left.kind === "date" && right.kind === "date") {
    return decided(
      sql`(${dated(left, right)} ${SIGNS[operator]} ${dated(right, left)})`,
      factOf(left, right),
    );
  }
  if (left.kind !== "number" || right.kind !== "number") return unreadable(left, right);
  if (left.range === null && right.range === null) {
    const [first, second] = aligned(block, left, right);
    return decided(onWholes(operator, first, second), factOf(left, right));
  }
  return { truth: block.column(compareRanges(block, operator, left, right)), fact: factOf(left, right) };
};

const SIGNS = { "=": "=", "!=": "<>", "<": "<", "<=": "<=", ">": ">", ">=": ">=" } as const;

const onWholes = (operator: ComparisonOperator, left: Whole, right: Whole): Expr =>
  sql`(${left.expr} ${SIGNS[operator]} ${right.expr})`;

/** Where both are DATE columns they need not be counted. */
const dated = (value: Extract<Val, { kind: "date" }>, other: Extract<Val, { kind: "date" }>): Expr =>
  value.date !== null && other.date !== null ? value.date : value.value;

/** A value of another kind than the rule reads is no value. */
export const unreadable = (...values: readonly Val[]): Truth => {
  const open = values.map(openOf);
  if (open.every(isFalse)) return openTruth(true);
  return {
    truth: UNKNOWN,
    fact: when([[and(...open.map((each) => sql`(NOT ${each})`)), TRUE]], factOf(...values)),
  };
};

const compareRanges = (
  block: Block,
  operator: ComparisonOperator,
  left: NumberVal,
  right: NumberVal,
): Expr => {
  const end = (value: NumberVal, which: "low" | "high"): NumberVal => ({
    ...value,
    range: null,
    whole: value.range === null ? value.whole : { ...value.whole, expr: value.range[which] },
  });
  const ask = (sign: ComparisonOperator, one: "low" | "high", other: "low" | "high"): Expr => {
    const [first, second] = aligned(block, end(left, one), end(right, other));
    return onWholes(sign, first, second);
  };
  switch (operator) {
    case "<":
      return when([
        [ask("<", "high", "low"), TRUE],
        [ask(">=", "low", "high"), FALSE],
      ]);
    case "<=":
      return when([
        [ask("<=", "high", "low"), TRUE],
        [ask(">", "low", "high"), FALSE],
      ]);
    case ">":
      return when([
        [ask(">", "low", "high"), TRUE],
        [ask("<=", "high", "low"), FALSE],
      ]);
    case ">=":
      return when([
        [ask(">=", "low", "high"), TRUE],
        [ask("<", "high", "low"), FALSE],
      ]);
    case "=":
    case "!=": {
      const apart = operator === "=" ? FALSE : TRUE;
      const alike = operator === "=" ? TRUE : FALSE;
      const settled = and(ask("=", "low", "high"), ask("=", "high", "low"));
      return when([
        [ask("<", "high", "low"), apart],
        [ask(">", "low", "high"), apart],
        [settled, alike],
      ]);
    }
  }
};

/** Values of one type that are equal; values of different types never are. */
export const same = (block: Block, left: Val, right: Val): Truth => {
  const fact = factOf(left, right);
  if (left.kind === "number" && right.kind === "number") {
    const [first, second] = aligned(block, left, right);
    return decided(onWholes("=", first, second), fact);
  }
  if (left.kind === "text" && right.kind === "text" && left.type === right.type) {
    return decided(sql`(${left.value} = ${right.value})`, fact);
  }
  if (
    (left.kind === "date" && right.kind === "date") ||
    (left.kind === "boolean" && right.kind === "boolean")
  ) {
    return decided(sql`(${left.value} = ${right.value})`, fact);
  }
  if (left.kind === "coordinate" && right.kind === "coordinate" && left.system === right.system) {
    const equal = sql`(${left.longitude} = ${right.longitude} AND ${left.latitude} = ${right.latitude})`;
    return decided(
      when(
        [
          [openOf(left), UNKNOWN],
          [openOf(right), UNKNOWN],
        ],
        equal,
      ),
      fact,
    );
  }
  const open = [openOf(left), openOf(right)];
  return decided(
    when(
      open.map((each) => [each, UNKNOWN] as const),
      FALSE,
    ),
    fact,
  );
};

/** Places in an order; a value outside it satisfies nothing. */
export const compareOrder = (
  block: Block,
  condition: Extract<Condition, { kind: "compareOrder" }>,
  left: Val,
  right: Val,
): Truth => {
  const ascending = condition.enumeration.ascending ?? [];
  const rank = (value: Val): Expr => block.column(rankIn(ascending, value));
  const [low, high] = [rank(left), rank(right)];
  const outside = (expr: Expr): Expr =>
    /^\d+$/.test(expr.sql) ? FALSE : expr.sql === "(-1)" ? TRUE : sql`(${expr} = -1)`;
  const truth = when(
    [
      [outside(low), FALSE],
      [outside(high), FALSE],
    ],
    sql`(${low} ${SIGNS[condition.operator]} ${high})`,
  );
  return { truth: isTrue(isNull(truth)) ? truth : block.short(truth), fact: factOf(left, right) };
};

/** Place from low to high, -1 outside; NULL where it is open. */
export const rankIn = (ascending: readonly string[], value: Val): Expr => {
  const outside: Expr = { sql: "(-1)", at: 0, known: true };
  if (value.kind !== "text" || value.type !== "enumeration") {
    return when([[openOf(value), { sql: "CAST(NULL AS INTEGER)", at: 0, known: false }]], outside);
  }
  const place = (index: number): Expr => ({ sql: String(index), at: 0, known: true });
  const literal = ascending.findIndex((each) => text(each).sql === value.value.sql);
  if (literal >= 0) return place(literal);
  if (value.value.sql.startsWith("'")) return outside;
  return when(
    [
      ...ascending.map((each, index) => [sql`${value.value} = ${text(each)}`, place(index)] as const),
      [openOf(value), { sql: "CAST(NULL AS INTEGER)", at: 0, known: false }],
    ],
    outside,
  );
};
