import type { FactRecord, Facts } from "../../model/facts.ts";
import type { Program } from "../../model/ir.ts";
import type { Type } from "../../model/type.ts";
import type { Value } from "../../model/value.ts";
import { byId } from "../by-id.ts";
import { columnBuilder, type Builder, type Coding, type Column } from "./column.ts";
import { TO_DECIDE, UNKNOWN } from "./level.ts";
import { Unsupported } from "./unsupported.ts";

/** The records of one object as rows, by 编号, and their fields as columns. */
export class Table {
  readonly object: string;
  readonly records: readonly FactRecord[];
  /** Null: the facts fit no column. */
  readonly #columns = new Map<string, Column | null>();
  readonly #regions = new Map<string, RowsByCode>();
  #rows: Map<string, number> | null = null;
  readonly #program: Program;
  readonly #coding: Coding;

  constructor(program: Program, facts: Facts, object: string, coding: Coding) {
    this.object = object;
    this.records = byId(facts.records(object));
    this.#program = program;
    this.#coding = coding;
  }

  get length(): number {
    return this.records.length;
  }

  /** The row of a 编号, or undefined. */
  rowOf(id: string): number | undefined {
    this.#rows ??= new Map(this.records.map((record, row) => [record.id, row]));
    return this.#rows.get(id);
  }

  /**
   * Makes the columns of several fields in one walk over the records, because a record's facts lie together. A field
   * that cannot be a column fails when it is asked for.
   */
  prepare(names: Iterable<string>): void {
    const made = [...new Set(names)].flatMap((name) => {
      const type = this.#typeOf(name);
      if (type === null || this.#columns.has(name)) return [];
      return [{ name, builder: this.#builder(name, type), fits: true }];
    });
    for (const [row, { facts }] of this.records.entries()) {
      for (const each of made) {
        const value = facts.get(each.name);
        if (value !== undefined && each.fits) each.fits = putInto(each.builder, row, value);
      }
    }
    for (const { name, builder, fits } of made) this.#columns.set(name, fits ? builder.finish() : null);
  }

  /** `undeclared` is the type that a field is read as where the object declares none of that name. */
  column(name: string, undeclared: Type | null = null): Column {
    const known = this.#columns.get(name);
    if (known !== undefined) return known ?? unsupported();
    const type = this.#typeOf(name) ?? undeclared ?? unsupported();
    const builder = this.#builder(name, type);
    for (const [row, { facts }] of this.records.entries()) {
      const value = facts.get(name);
      if (value !== undefined) builder.put(row, value);
    }
    const made = builder.finish();
    this.#columns.set(name, made);
    return made;
  }

  #typeOf(name: string): Type | null {
    return this.#program.objects.get(this.object)?.fields.get(name)?.type ?? null;
  }

  #builder(name: string, type: Type): Builder {
    const judgedBy = this.#program.objects.get(this.object)?.fields.get(name)?.judgedBy ?? null;
    return columnBuilder(type, this.length, judgedBy === null ? UNKNOWN : TO_DECIDE, this.#coding);
  }

  /** Rows by the code of a field, and those without one. */
  byCode(name: string): RowsByCode {
    const column = this.column(name);
    if (column.kind !== "code") throw new Unsupported();
    const known = this.#regions.get(name) ?? rowsByCode(column.codes);
    this.#regions.set(name, known);
    return known;
  }
}

const putInto = (builder: Builder, row: number, value: Value): boolean => {
  try {
    builder.put(row, value);
    return true;
  } catch (error) {
    if (error instanceof Unsupported) return false;
    throw error;
  }
};

const unsupported = (): never => {
  throw new Unsupported();
};

/** Rows sorted by code, by counting. */
export interface RowsByCode {
  /** Where the rows of a code begin; one more entry for the end. */
  readonly starts: Int32Array;
  readonly rows: Int32Array;
  readonly missing: Int32Array;
}

const rowsByCode = (codes: Int32Array): RowsByCode => {
  let highest = -1;
  let missing = 0;
  for (const code of codes) {
    if (code > highest) highest = code;
    if (code < 0) missing += 1;
  }
  const starts = new Int32Array(highest + 2);
  for (const code of codes) if (code >= 0) starts[code + 1]! += 1;
  for (let code = 1; code < starts.length; code += 1) starts[code]! += starts[code - 1]!;
  const next = starts.slice();
  const rows = new Int32Array(codes.length - missing);
  const without = new Int32Array(missing);
  for (let row = 0, gap = 0; row < codes.length; row += 1) {
    const code = codes[row]!;
    if (code < 0) {
      without[gap] = row;
      gap += 1;
    } else {
      rows[next[code]!] = row;
      next[code]! += 1;
    }
  }
  return { starts, rows, missing: without };
};
