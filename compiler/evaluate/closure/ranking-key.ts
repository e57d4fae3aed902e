import { compare, type Rational } from "../../../language/index.ts";
import type { Ranking } from "../../model/ir.ts";
import { isOpenNumber } from "./exact.ts";
import type { Rows } from "./level.ts";
import type { NumberTerm } from "./number.ts";
import type { Table } from "./table.ts";
import { compileTerm } from "./term.ts";
import { Unsupported } from "./unsupported.ts";
import type { Workshop } from "./workshop.ts";

/** One key of all records, so turned that smaller stands before greater. */
export interface RankingKey {
  readonly values: Float64Array;
  /** 0 where the value is known. */
  readonly levels: Uint8Array;
}

/** Compiles a key; its values are found when they are first needed. */
export const compileKey = (
  workshop: Workshop,
  table: Table,
  { term, descending }: Ranking["keys"][number],
): (() => RankingKey) => {
  const compiled = compileTerm(workshop, term);
  const rows = workshop.rows();
  const sign = descending ? -1 : 1;
  const { length } = table;
  const fill = (valueAt: (rows: Rows) => number, levelAt: (rows: Rows) => number) => (): RankingKey => {
    const values = new Float64Array(length);
    const levels = new Uint8Array(length);
    for (let row = 0; row < length; row += 1) {
      rows[0] = row;
      levels[row] = levelAt(rows);
      values[row] = levels[row] === 0 ? valueAt(rows) : Number.NaN;
    }
    return { values, levels };
  };
  switch (compiled.kind) {
    case "number":
      return () => numberKey(compiled, rows, length, sign);
    case "date":
      return fill(
        (at) => sign * compiled.day(at),
        (at) => (Number.isNaN(compiled.day(at)) ? compiled.level(at) : 0),
      );
    case "boolean":
      // Values without an order tie.
      return fill(
        () => 0,
        (at) => (compiled.level(at) > 1 ? compiled.level(at) : 0),
      );
    case "code": {
      if ((compiled.space === "enumeration") !== (term.type.kind === "enumeration")) throw new Unsupported();
      const ascending = term.type.kind === "enumeration" ? (term.type.ascending ?? []) : null;
      const places = new Map((ascending ?? []).map((name, place) => [workshop.text(name), sign * place]));
      return fill(
        // A value outside the order stands behind all others, whatever the direction.
        (at) => (ascending === null ? 0 : (places.get(compiled.code(at)) ?? Infinity)),
        (at) => (compiled.code(at) < 0 ? -compiled.code(at) : 0),
      );
    }
  }
};

const numberKey = (term: NumberTerm, rows: Rows, length: number, sign: number): RankingKey => {
  const values = new Float64Array(length);
  const levels = new Uint8Array(length);
  let isQuick = term.over === null;
  for (let row = 0; row < length && isQuick; row += 1) {
    rows[0] = row;
    const value = term.scaled(rows);
    if (value === value) {
      values[row] = sign * value;
      continue;
    }
    const exact = term.exact(rows);
    if (isOpenNumber(exact)) levels[row] = exact.level;
    else isQuick = false;
  }
  if (!isQuick) orderExactly(term, rows, values, levels, sign);
  return { values, levels };
};

/** Where some value is no whole number of units, its place among all exact values stands for it. */
const orderExactly = (
  term: NumberTerm,
  rows: Rows,
  values: Float64Array,
  levels: Uint8Array,
  sign: number,
): void => {
  const found: { readonly row: number; readonly value: Rational }[] = [];
  for (let row = 0; row < values.length; row += 1) {
    rows[0] = row;
    const exact = term.exact(rows);
    levels[row] = isOpenNumber(exact) ? exact.level : 0;
    if (!isOpenNumber(exact)) found.push({ row, value: exact });
  }
  found.sort((left, right) => compare(left.value, right.value));
  let place = 0;
  for (const [index, { row, value }] of found.entries()) {
    if (index > 0 && compare(found[index - 1]!.value, value) !== 0) place += 1;
    values[row] = sign * place;
  }
};
