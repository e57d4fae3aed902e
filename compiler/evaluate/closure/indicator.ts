import { divide, rational, type Rational } from "../../../language/index.ts";
import type { Indicator } from "../../model/ir.ts";
import type { Compiled } from "./decision.ts";
import { isOpenNumber, unscaled } from "./exact.ts";
import { CODES, openCode } from "./level.ts";
import type { NumberTerm } from "./number.ts";
import { compileTerm } from "./term.ts";
import { Unsupported } from "./unsupported.ts";
import type { Workshop } from "./workshop.ts";

/** A number or a date of each record, kept in columns. */
export const compileIndicator = (workshop: Workshop, rule: Indicator): Compiled => {
  const term = compileTerm(workshop, rule.value);
  const { length } = workshop.table(rule.object);
  switch (term.kind) {
    case "number":
      return numberIndicator(term, length);
    case "date": {
      const days = new Float64Array(length);
      return {
        decide: (rows) => {
          const day = term.day(rows);
          if (day !== day) return openCode(term.level(rows));
          days[rows[0]!] = day;
          return CODES.已认定;
        },
        held: { kind: "date", day: (row) => days[row]! },
        value: (row) => ({ kind: "date", value: days[row]! }),
      };
    }
    case "boolean":
    case "code":
      throw new Unsupported();
  }
};

const numberIndicator = (term: NumberTerm, length: number): Compiled => {
  const scaled = new Float64Array(length).fill(Number.NaN);
  const overs = term.over === null ? null : new Float64Array(length);
  /** Values without a quick form. */
  const others = new Map<number, Rational>();
  const exact = (row: number): Rational => {
    const above = scaled[row]!;
    if (above !== above) return others.get(row)!;
    const value = unscaled(above, term.unit);
    return overs === null ? value : divide(value, rational(overs[row]!))!;
  };
  return {
    decide: (rows) => {
      const row = rows[0]!;
      const above = term.scaled(rows);
      if (above === above) {
        scaled[row] = above;
        if (overs !== null) overs[row] = term.over!(rows);
        return CODES.已认定;
      }
      const value = term.exact(rows);
      if (isOpenNumber(value)) return openCode(value.level);
      others.set(row, value);
      return CODES.已认定;
    },
    held: {
      kind: "number",
      unit: term.unit,
      scaled: (row) => scaled[row]!,
      over: overs === null ? null : (row) => overs[row]!,
      exact,
    },
    value: (row) => ({ kind: "number", value: exact(row) }),
  };
};
