import type { Decision } from "../../model/ir.ts";
import { times } from "./arithmetic.ts";
import type { Block } from "./block.ts";
import type { Found } from "./compilation.ts";
import { raw, sql, when, type Expr } from "./expr.ts";
import { numberVal, text, wholeLiteral, type NumberVal, type Val } from "./value.ts";

/**
 * The value of a decision as text: a class, 是 or 否, a date as 2025-01-24, a place as a number. A number is the exact
 * fraction of base units in lowest terms, 3/2 or 12, which every reader can print in its own way.
 */
export const printedValue = (block: Block, decision: Decision, found: Found): Expr => {
  const none = raw("CAST(NULL AS TEXT)");
  if (found.value === null) return none;
  if (decision.kind === "ranking") return sql`CAST(${numberVal(found.value).whole.expr} AS TEXT)`;
  return printed(block, found.value);
};

const printed = (block: Block, value: Val): Expr => {
  switch (value.kind) {
    case "boolean":
      return when(
        [
          [value.value, text("是")],
          [sql`(NOT ${value.value})`, text("否")],
        ],
        raw("CAST(NULL AS TEXT)"),
      );
    case "text":
      return value.value;
    case "date":
      return sql`CAST(DATE '1970-01-01' + CAST(${value.value} AS INTEGER) AS TEXT)`;
    case "number":
      return fraction(block, value);
    case "coordinate":
      return sql`CAST(${value.longitude} AS TEXT) || ',' || CAST(${value.latitude} AS TEXT)`;
  }
};

const fraction = (block: Block, value: NumberVal): Expr => {
  const { dialect } = block.script;
  const wide = (expr: Expr): Expr => block.column(sql`CAST(${expr} AS ${dialect.wide})`);
  const above = wide(times(block, value.whole, wholeLiteral(value.factor.numerator)).expr);
  const below = wide(
    times(block, value.below ?? wholeLiteral(1n), wholeLiteral(value.factor.denominator)).expr,
  );
  const divisor = block.column(sql`CAST(gcd(${above}, ${below}) AS ${dialect.wide})`);
  const safe = block.column(sql`NULLIF(abs(${divisor}), 0)`);
  const cut = (expr: Expr): Expr =>
    block.column({ ...sql`${expr}${safe}`, sql: dialect.quotient(expr.sql, safe.sql) });
  const [numerator, denominator] = [cut(above), cut(below)];
  return when(
    [[sql`${denominator} = 1`, sql`CAST(${numerator} AS TEXT)`]],
    sql`CAST(${numerator} AS TEXT) || '/' || CAST(${denominator} AS TEXT)`,
  );
};
