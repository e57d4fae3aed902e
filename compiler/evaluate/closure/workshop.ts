import type { Facts } from "../../model/facts.ts";
import type { Decision, Program } from "../../model/ir.ts";
import type { Day } from "../../model/value.ts";
import { visitDecision } from "../../model/walk.ts";
import type { Run } from "../run.ts";
import { referenceSpace, type Coding } from "./column.ts";
import type { Decided } from "./decided.ts";
import type { Rows } from "./level.ts";
import type { Placements } from "./placement.ts";
import { Table } from "./table.ts";
import { Unsupported } from "./unsupported.ts";

/** What closures are made from: the tables, and what has been made already. */
export class Workshop {
  readonly run: Run;
  readonly #decided = new Map<string, Decided>();
  readonly #compile: (workshop: Workshop, decision: Decision) => Decided;
  readonly placements = new Map<string, Placements>();
  readonly #depth: number;
  readonly #tables = new Map<string, Table>();
  readonly #texts = new Map<string, number>();
  readonly #systems = new Map<string | null, number>();
  readonly #dangling = new Map<string, Map<string, number>>();
  readonly #coding: Coding;

  constructor(run: Run, compile: (workshop: Workshop, decision: Decision) => Decided) {
    this.run = run;
    this.#compile = compile;
    this.#depth = deepest(run.program) + 1;
    this.#coding = {
      text: (text) => this.text(text),
      system: (system) => numberedBy(this.#systems, system),
      reference: (object, id) => this.reference(object, id),
    };
  }

  get program(): Program {
    return this.run.program;
  }

  get facts(): Facts {
    return this.run.facts;
  }

  get at(): Day {
    return this.run.at;
  }

  get coding(): Coding {
    return this.#coding;
  }

  table(object: string): Table {
    const known = this.#tables.get(object) ?? new Table(this.program, this.facts, object, this.#coding);
    this.#tables.set(object, known);
    return known;
  }

  /** A decision as closures, compiled when it is first named: each only reads decisions before it. */
  decision(id: string): Decided {
    const known = this.#decided.get(id);
    if (known !== undefined) return known;
    const decision = this.run.decisions.get(id);
    if (decision === undefined) throw new Unsupported();
    const made = this.#compile(this, decision);
    this.#decided.set(id, made);
    return made;
  }

  /** Room for the rows of as many records as a clause can speak of. */
  rows(): Rows {
    return new Int32Array(this.#depth);
  }

  text(text: string): number {
    return numberedBy(this.#texts, text);
  }

  /** The row of the record, or a number beyond the rows where there is none. */
  reference(object: string, id: string): number {
    const table = this.table(object);
    const row = table.rowOf(id);
    if (row !== undefined) return row;
    const known = this.#dangling.get(object) ?? new Map<string, number>();
    this.#dangling.set(object, known);
    return table.length + numberedBy(known, id);
  }

  /** A code as the value that it stands for: the text, or the 编号. */
  textOf(space: string, code: number): string {
    if (!space.startsWith(referenceSpace(""))) return keyAt(this.#texts, code);
    const object = space.slice(referenceSpace("").length);
    const table = this.table(object);
    return code < table.length
      ? table.records[code]!.id
      : keyAt(this.#dangling.get(object) ?? new Map<string, number>(), code - table.length);
  }
}

const numberedBy = <Key>(numbers: Map<Key, number>, key: Key): number => {
  const known = numbers.get(key) ?? numbers.size;
  numbers.set(key, known);
  return known;
};

const keyAt = <Key extends string>(numbers: ReadonlyMap<Key, number>, wanted: number): string => {
  for (const [key, number] of numbers) if (number === wanted) return key;
  return "";
};

const deepest = (program: Program): number => {
  let highest = 0;
  for (const decision of program.decisions) {
    visitDecision(program, decision, {
      candidates: ({ variable }) => {
        highest = Math.max(highest, variable);
      },
    });
  }
  return highest;
};
