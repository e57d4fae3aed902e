import type { Origin } from "../../model/ir.ts";
import type { Reason } from "../../model/outcome.ts";
import { sqlString } from "../names.ts";
import type { Block } from "./block.ts";
import { bring, type Compilation } from "./compilation.ts";
import { certain, isFalse, isTrue, raw, when, type Expr } from "./expr.ts";

/**
 * What stands in the table of causes. A row of a view tells its reasons as a text of items: the number of the cause and
 * the records that it concerns in hexadecimal digits, such as `7:E794B2;`.
 */
export interface Cause {
  readonly kind: Reason["kind"];
  readonly name: string;
  readonly object?: string;
  readonly owner?: string;
  readonly source?: string | null;
  readonly how?: string;
}

/** The causes of all views of a script, numbered. */
export class Causes {
  readonly #numbers = new Map<string, number>();

  number({ kind, name, object, owner, source, how }: Cause): number {
    const key = [kind, name, object, owner, source, how]
      .map((cell) => (cell === undefined || cell === null ? "NULL" : sqlString(cell)))
      .join(", ");
    const found = this.#numbers.get(key) ?? this.#numbers.size;
    this.#numbers.set(key, found);
    return found;
  }

  get rows(): readonly string[] {
    return Array.from(this.#numbers, ([cells, number]) => `  (${number}, ${cells})`);
  }
}

export const NO_REASON = raw("''", 0, true);

export const isNoReason = (why: Expr): boolean => why.sql === NO_REASON.sql;

/** One reason; the records that it concerns are known wherever it is told. */
export const cause = (compilation: Compilation, what: Cause, ...records: readonly Expr[]): Expr => {
  const number = compilation.whys?.causes.number(what) ?? 0;
  if (records.length === 0) return raw(`'${number};'`, 0, true);
  const { hex } = compilation.dialect;
  const digits = records.map(({ sql }) => hex(sql)).join(" || ',' || ");
  return {
    sql: `('${number}:' || ${digits} || ';')`,
    at: records.reduce((most, { at }) => Math.max(most, at), 0),
    known: true,
  };
};

/** A value of another kind than the rule reads is no value. */
export const unreadableWhy = (compilation: Compilation, origin: Origin): Expr =>
  cause(compilation, { kind: "缺少事实", name: origin.words, object: "" }, raw("''", 0, true));

/** All of these reasons. */
export const together = (...parts: readonly Expr[]): Expr => {
  const filled = [
    ...new Map(parts.filter((part) => !isNoReason(part)).map((part) => [part.sql, part])).values(),
  ];
  if (filled.length === 0) return NO_REASON;
  if (filled.length === 1) return filled[0]!;
  return {
    sql: `(${filled.map(({ sql }) => sql).join(" || ")})`,
    at: filled.reduce((most, { at }) => Math.max(most, at), 0),
    known: true,
  };
};

/** These reasons only where a condition holds. */
export const whyWhere = (condition: Expr, why: Expr): Expr => {
  if (isFalse(condition) || isNoReason(why)) return NO_REASON;
  if (isTrue(condition)) return why;
  const chosen = certain(when([[condition, why]], NO_REASON));
  return { ...chosen, sql: `(${chosen.sql})` };
};

/** Brings reasons into a block further in. */
export const bringWhy = (into: Block, from: Block, why: Expr): Expr =>
  into === from || /^'[^']*'$/.test(why.sql) ? why : bring(into, from, why);
