import type { FactRecord, Facts } from "../model/facts.ts";
import type { Candidates, Decision, ExceptionClause, Program, Term } from "../model/ir.ts";
import type { Reason, Status } from "../model/outcome.ts";
import type { Day, Value } from "../model/value.ts";
import type { Members } from "./members.ts";
import type { Possible } from "./possible.ts";
import type { Standings } from "./standing.ts";
import type { Result } from "./result.ts";

/** Everything one evaluation reads, and what it has found already. Results never depend on what is remembered. */
export interface Run {
  readonly program: Program;
  readonly facts: Facts;
  readonly at: Day;
  /** Options taken instead of the adopted ones. */
  readonly readings: ReadonlyMap<string, number>;
  readonly decisions: ReadonlyMap<string, Decision>;
  readonly judgements: Map<string, Map<string, Judgement>>;
  readonly standings: Map<string, Standings>;
  readonly members: Map<Candidates, Map<string, Members>>;
  /** Records that can be candidates wherever they are, by the facts that they are compared with. */
  readonly possible: Map<Candidates, Map<string, Possible>>;
  readonly aggregates: Map<Term, Map<string, Result>>;
  /** Counts of the record that is judged at the moment. */
  counted: { readonly record: FactRecord | null; readonly counts: Map<Candidates, Result> };
}

/** The record that is judged, then the candidates of the quantifiers around, from outside in. */
export type Environment = readonly FactRecord[];

/** What a decision says of one record, before it is put into words. */
export interface Judgement {
  readonly status: Status;
  /** Class, number or position. */
  readonly value: Value | null;
  /** Values still possible, or in conflict. */
  readonly candidates: readonly Value[];
  readonly reasons: readonly Reason[];
  readonly notApplicable: NotApplicable | null;
}

export type NotApplicable =
  | { readonly kind: "subject" }
  | { readonly kind: "applicability" }
  | { readonly kind: "exception"; readonly exception: ExceptionClause };

export const startRun = (
  program: Program,
  facts: Facts,
  at: Day,
  readings: ReadonlyMap<string, number> = new Map(),
): Run => ({
  program,
  facts,
  at,
  readings,
  decisions: decisionsOf(program),
  judgements: new Map(),
  standings: new Map(),
  members: new Map(),
  possible: new Map(),
  aggregates: new Map(),
  counted: { record: null, counts: new Map() },
});

/** Decisions by id, found once for a program. */
const decisionsOf = (program: Program): ReadonlyMap<string, Decision> => {
  const known = indexes.get(program) ?? new Map(program.decisions.map((decision) => [decision.id, decision]));
  indexes.set(program, known);
  return known;
};

const indexes = new WeakMap<Program, ReadonlyMap<string, Decision>>();

/** The option in effect; null where none is adopted. */
export const optionOf = (run: Run, reading: string): number | null =>
  run.readings.get(reading) ?? run.program.readings.get(reading)?.adopted ?? null;
