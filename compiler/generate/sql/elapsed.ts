import { rational } from "../../../language/index.ts";
import type { Condition } from "../../model/ir.ts";
import { aligned, asColumn, times, wide } from "./arithmetic.ts";
import type { Block } from "./block.ts";
import { unreadable } from "./comparison.ts";
import { raw, sql, when, type Expr } from "./expr.ts";
import { decided } from "./truth.ts";
import { factOf, literalOf, wholeLiteral, type NumberVal, type Truth, type Val } from "./value.ts";

type Elapsed = Extract<Condition, { kind: "elapsed" }>;
type DateVal = Extract<Val, { kind: "date" }>;

/** Compares `to` with the last day of a period that begins after `from` (民法典 第二百零一条、第二百零二条). */
export const compareElapsed = (block: Block, condition: Elapsed, from: Val, to: Val, amount: Val): Truth => {
  if (from.kind !== "date" || to.kind !== "date" || amount.kind !== "number") {
    return unreadable(from, to, amount);
  }
  const sign = condition.operator === "!=" ? "<>" : condition.operator;
  const fact = factOf(from, to, amount);
  if (condition.unit === "day") {
    const passed: NumberVal = {
      kind: "number",
      whole: { expr: sql`(${to.value} - ${from.value})`, most: 10n ** 16n },
      factor: rational(1n),
      below: null,
      range: null,
      fact,
    };
    const [left, right] = aligned(block, passed, amount);
    return decided(sql`(${left.expr} ${sign} ${right.expr})`, fact);
  }
  const [start, end] = [civilOf(block, from), civilOf(block, to)];
  const months = wholeMonths(block, amount, condition.unit === "year" ? 12n : 1n);
  // Months apart weigh more than days, so that one number tells before, on or after the last day.
  const position = sql`((${end.month} - ${start.month} - ${months}) * 100 + ${end.day} - LEAST(${start.day}, ${daysOfMonth(block, end)}))`;
  return decided(sql`(${position} ${sign} 0)`, fact);
};

interface Civil {
  /** Months since the year 0. */
  readonly month: Expr;
  readonly year: Expr;
  /** 1 to 12. */
  readonly ofYear: Expr;
  readonly day: Expr;
}

/** Parts of a month are left out, because the calendar has no such day. */
const wholeMonths = (block: Block, amount: NumberVal, perUnit: bigint): Expr => {
  const { factor } = amount;
  const above = times(block, amount.whole, wholeLiteral(factor.numerator * perUnit));
  const below = times(block, amount.below ?? wholeLiteral(1n), wholeLiteral(factor.denominator));
  const [one, other] = [literalOf(above), literalOf(below)];
  if (one !== null && other !== null) return wholeLiteral(one / other).expr;
  if (other === 1n) return above.most > 10n ** 16n ? wide(block, above) : above.expr;
  const magnitude = block.column(sql`abs(${wide(block, asColumn(block, above))})`);
  const divisor = block.column(wide(block, below));
  const whole = {
    ...sql`${magnitude}${divisor}`,
    sql: block.script.dialect.quotient(magnitude.sql, divisor.sql),
  };
  return block.column(when([[sql`${above.expr} < 0`, sql`(- ${whole})`]], whole));
};

/** Counted in eras of 400 years from the day number, so that no calendar of an engine is asked. */
const civilOf = (block: Block, { value }: DateVal): Civil => {
  const number = (expr: Expr): Expr => block.column(expr);
  const shifted = number(sql`(CAST(${value} AS BIGINT) + 719468)`);
  const rest = number(sql`(((${shifted} % 146097) + 146097) % 146097)`);
  const divided = (above: Expr, below: number): Expr =>
    sql`((${above} - (${above} % ${below})) ${INTEGER_DIVISION(block)} ${below})`;
  const era = number(divided(sql`(${shifted} - ${rest})`, 146_097));
  const yearOfEra = number(
    divided(
      number(sql`(${rest} - ${divided(rest, 1460)} + ${divided(rest, 36_524)} - ${divided(rest, 146_096)})`),
      365,
    ),
  );
  const dayOfYear = number(
    sql`(${rest} - (365 * ${yearOfEra} + ${divided(yearOfEra, 4)} - ${divided(yearOfEra, 100)}))`,
  );
  const fromMarch = number(divided(number(sql`(5 * ${dayOfYear} + 2)`), 153));
  const day = number(sql`(${dayOfYear} - ${divided(number(sql`(153 * ${fromMarch} + 2)`), 5)} + 1)`);
  const ofYear = number(when([[sql`${fromMarch} < 10`, sql`(${fromMarch} + 3)`]], sql`(${fromMarch} - 9)`));
  const year = number(
    sql`(${yearOfEra} + ${era} * 400 + ${when([[sql`${ofYear} <= 2`, raw("1")]], raw("0"))})`,
  );
  return { month: number(sql`(${year} * 12 + ${ofYear} - 1)`), year, ofYear, day };
};

/** `/` of DuckDB divides with a fraction, `//` of PostgreSQL is no operator. */
const INTEGER_DIVISION = (block: Block): string => (block.script.dialect.name === "duckdb" ? "//" : "/");

const daysOfMonth = (block: Block, { year, ofYear }: Civil): Expr =>
  block.column(
    when(
      [
        [
          sql`${ofYear} = 2`,
          when([[sql`${year} % 4 = 0 AND (${year} % 100 <> 0 OR ${year} % 400 = 0)`, raw("29")]], raw("28")),
        ],
        [sql`${ofYear} IN (4, 6, 9, 11)`, raw("30")],
      ],
      raw("31"),
    ),
  );
