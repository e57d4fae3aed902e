import type { Origin } from "../../model/ir.ts";
import { times, wide } from "./arithmetic.ts";
import type { Block } from "./block.ts";
import type { Expr } from "./expr.ts";
import { Refused } from "./refused.ts";
import { wholeLiteral, type Val } from "./value.ts";

/** A column to order by; several of them order like the exact value. */
export interface OrderPart {
  readonly column: Expr;
  readonly descending: boolean;
}

/** So many digits of a quotient are told apart by one column. */
const DIGITS = 20;

/**
 * Columns that order like a number or a date, and are equal where it is. A quotient is laid out in digits: two quotients
 * of divisors below 10^18 differ within 36 digits.
 */
export const orderParts = (
  block: Block,
  value: Extract<Val, { kind: "number" | "date" }>,
  descending: boolean,
  origin: Origin,
): readonly OrderPart[] => {
  if (value.kind === "date") return [{ column: block.column(value.value), descending }];
  if (value.below === null) return [{ column: block.column(value.whole.expr), descending }];
  const { greatest, quotient, remainder } = block.script.dialect;
  if (greatest !== null && value.below.most > 10n ** 18n) {
    throw new Refused("排序的商的除数超过18位数", origin);
  }
  const below = block.column(wide(block, value.below));
  let rest = block.column(wide(block, times(block, value.whole, wholeLiteral(1n))));
  const count = Math.ceil((2 * value.below.most.toString().length) / DIGITS) + 1;
  const parts: OrderPart[] = [];
  for (let index = 0; index < count; index += 1) {
    const at = Math.max(rest.at, below.at);
    const digits = block.column({ sql: quotient(rest.sql, below.sql), at, known: false });
    parts.push({ column: digits, descending });
    const left = block.column({ sql: remainder(rest.sql, below.sql), at, known: false });
    rest = block.column({ sql: `(${left.sql} * ${10n ** BigInt(DIGITS)})`, at: left.at, known: false });
  }
  return parts;
};
