import type { Term } from "../../model/ir.ts";
import { isOpenNumber, levelOf } from "./exact.ts";
import { UNKNOWN, type Rows } from "./level.ts";
import { wholeNumber } from "./number.ts";
import type { CompiledTerm } from "./term.ts";
import { Unsupported } from "./unsupported.ts";

type Operator = Extract<Term, { kind: "arithmetic" }>["operator"];

/** The days between two dates, or a date so many days away. */
export const calculateDates = (operator: Operator, left: CompiledTerm, right: CompiledTerm): CompiledTerm => {
  if (left.kind !== "date") throw new Unsupported();
  if (right.kind === "date" && operator === "subtract") {
    return wholeNumber(
      (rows) => left.day(rows) - right.day(rows),
      (rows) => Math.max(openLevel(left, rows), openLevel(right, rows)),
    );
  }
  if (right.kind !== "number" || (operator !== "add" && operator !== "subtract")) throw new Unsupported();
  const sign = operator === "add" ? 1 : -1;
  const daysOf = (rows: Rows): number => {
    const amount = right.exact(rows);
    return isOpenNumber(amount) || amount.denominator !== 1n ? Number.NaN : Number(amount.numerator);
  };
  const fixed = right.constant === null ? null : daysOf(new Int32Array(0));
  return {
    kind: "date",
    day: (rows) => left.day(rows) + sign * (fixed ?? daysOf(rows)),
    level: (rows) => {
      const amount = right.exact(rows);
      // A part of a day is no day.
      return Math.max(openLevel(left, rows), levelOf(amount)) || UNKNOWN;
    },
    constant: null,
  };
};

/** 0 where the day is known. */
export const openLevel = (term: Extract<CompiledTerm, { kind: "date" }>, rows: Rows): number => {
  const day = term.day(rows);
  return day === day ? 0 : term.level(rows);
};
