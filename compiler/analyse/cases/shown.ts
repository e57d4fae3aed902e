import type { Case, Decision, Program } from "../../model/ir.ts";
import type { FactRecord } from "../../model/facts.ts";
import { caseRun, judge, printDecided, type Run } from "../../evaluate/index.ts";
import type { SideResult } from "../difference-query.ts";
import { differs, readersOf, replaced, type Goal } from "./goal.ts";

/** What the cases that a policy has already show. */
export class ShownByCases {
  readonly #program: Program;
  readonly #asked: readonly Asked[];

  constructor(program: Program) {
    this.#program = program;
    this.#asked = program.cases.flatMap((each) => askedIn(program, each));
  }

  /** Whether the expectation of a case looks at what the goal is about: it would notice if the clause were another. */
  has(goal: Goal): boolean {
    const { asks } = goal;
    if (asks.kind === "result") {
      const { owner } = goal;
      return this.#asked.some(
        ({ decision, result }) =>
          owner.kind === "decision" && decision.id === owner.decision.id && asks.is(result),
      );
    }
    const variant = replaced(this.#program, goal.owner, asks.clause, asks.loosely);
    const runs = new Map<Case, Run | null>();
    const readers = new Set(readersOf(this.#program, goal.owner).map(({ id }) => id));
    return this.#asked.some(({ of, decision, record, result }) => {
      if (!readers.has(decision.id)) return false;
      if (!runs.has(of)) runs.set(of, caseRun(variant, of));
      const run = runs.get(of) ?? null;
      return run !== null && differs(result, resultIn(run, decision.id, record));
    });
  }
}

/** A record of a case of which a result is expected. */
interface Asked {
  readonly of: Case;
  readonly decision: Decision;
  readonly record: FactRecord;
  readonly result: SideResult;
}

const askedIn = (program: Program, each: Case): readonly Asked[] => {
  const run = caseRun(program, each);
  if (run === null) return [];
  return each.expectations.flatMap(({ id, about }) =>
    program.decisions
      .filter((decision) => decision.name === about || decision.id === about)
      .flatMap((decision): readonly Asked[] => {
        const record = run.facts.record(decision.object, id);
        return record === undefined
          ? []
          : [{ of: each, decision, record, result: resultIn(run, decision.id, record) }];
      }),
  );
};

/** What a decision of a run says of a record, in print. */
export const resultIn = (run: Run, id: string, record: FactRecord): SideResult => {
  const decision = run.decisions.get(id);
  if (decision === undefined) return { status: null, value: null };
  const { status, value } = judge(run, id, record);
  return { status, value: value === null ? null : printDecided(value, decision) };
};
