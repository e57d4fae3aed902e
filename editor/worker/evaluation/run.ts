import { createClosureEngine, type ClosureEngine } from "../../../compiler/evaluate/index.ts";
import { STATUSES, CODES } from "../../../compiler/evaluate/closure/level.ts";
import { noticeOf } from "../../../compiler/evaluate/interval.ts";
import { recordNames } from "../../../compiler/receipt.ts";
import { measureOf, modalityOf } from "../../../compiler/model/norm-words.ts";
import type { LoadedFacts } from "../../../compiler/data/index.ts";
import type { FactRecord } from "../../../compiler/model/facts.ts";
import type { Decision } from "../../../compiler/model/ir.ts";
import type { Status } from "../../../compiler/model/outcome.ts";
import type { Day } from "../../../compiler/model/value.ts";
import { isoDay } from "../../../compiler/report/day.ts";
import type { Progress, RunResults } from "../worker-api.ts";
import { conflictsIn } from "./conflicts.ts";
import type { LoadedPolicy } from "./loaded-policy.ts";
import { regionsOf } from "./regions.ts";
import type { Register } from "./register.ts";
import type { Results } from "./results.ts";
import { urgencyOfRows } from "./urgency.ts";

export interface RunInput {
  readonly policy: LoadedPolicy;
  readonly register: Register;
  readonly loaded: LoadedFacts;
  readonly at: Day;
  readonly only: readonly string[] | null;
}

/** Asked between two steps; when it says so, the run ends with null. */
export type IsCancelled = () => boolean;

/** Judges every record by every rule, a slice at a time, so that a cancellation can be heard in between. */
export const runRules = async (
  input: RunInput,
  progress: Progress,
  isCancelled: IsCancelled,
): Promise<Results | null> => {
  const started = performance.now();
  const { program } = input.policy;
  const { facts } = input.loaded;
  const engine = createClosureEngine(program, facts, {
    at: input.at,
    ...(input.only === null ? {} : { only: input.only }),
  });
  const { decisions } = engine;
  const records = recordTable(input, decisions, engine);
  const total = decisions.reduce((sum, { object }) => sum + engine.ids(object).length, 0);
  const columns = {
    decision: new Uint16Array(total),
    record: new Uint32Array(total),
    status: new Uint8Array(total),
  };
  const values = new Map<number, string>();
  const counts: Partial<Record<Status, number>>[] = [];
  const firstRows: number[] = [];
  let row = 0;
  for (const [at, decision] of decisions.entries()) {
    const ids = engine.ids(decision.object);
    const first = records.firsts.get(decision.object)!;
    firstRows.push(row);
    if (!(await decideAll(engine, decision, row, total, progress, isCancelled))) return null;
    const codes = engine.statuses(decision.id);
    const counted: Partial<Record<Status, number>> = {};
    for (const [offset, id] of ids.entries()) {
      const code = codes[offset]!;
      columns.decision[row] = at;
      columns.record[row] = first + offset;
      columns.status[row] = code;
      const status = STATUSES[code]!;
      counted[status] = (counted[status] ?? 0) + 1;
      if (code === CODES.已认定) {
        const value = engine.value(decision.id, id);
        if (value !== null) values.set(row, value);
      }
      row += 1;
    }
    counts.push(counted);
  }
  progress(total, total, "整理结果");
  const conflicts = conflictsIn(decisions, engine, firstRows);
  const results: RunResults = {
    at: isoDay(input.at),
    trial: program.policy.trial,
    notice: noticeOf(program.policy, input.at),
    policyVersion: String(input.policy.version),
    decisions: decisions.map((decision, at) => ({
      id: decision.id,
      rule: decision.name,
      object: decision.object,
      provision: decision.origin.provision,
      label:
        decision.origin.provision === null
          ? null
          : (program.policy.provisions.get(decision.origin.provision)?.label ?? null),
      modality: modalityOf(decision),
      measure: measureOf(decision),
      counts: counts[at]!,
    })),
    records: records.cards,
    statuses: STATUSES,
    ...columns,
    values,
    conflicts: conflicts.map(({ shown }) => shown),
    milliseconds: Math.round(performance.now() - started),
  };
  return {
    policy: input.policy,
    register: input.register,
    loaded: input.loaded,
    at: input.at,
    shown: results,
    decisions,
    conflicts: conflicts.map(({ told }) => told),
    urgency: urgencyOfRows(results, decisions, facts),
  };
};

/** How long a slice may take, in milliseconds. */
const SLICE = 30;
const ROWS_BETWEEN_LOOKS = 64;

/** Decides the rows one by one; false when it was cancelled. */
const decideAll = async (
  engine: ClosureEngine,
  decision: Decision,
  done: number,
  total: number,
  progress: Progress,
  isCancelled: IsCancelled,
): Promise<boolean> => {
  const ids = engine.ids(decision.object);
  let since = performance.now();
  for (const [at, id] of ids.entries()) {
    engine.status(decision.id, id);
    if (at % ROWS_BETWEEN_LOOKS !== 0 || performance.now() - since < SLICE) continue;
    progress(done + at, total, decision.name);
    await nextTurn();
    if (isCancelled()) return false;
    since = performance.now();
  }
  progress(done + ids.length, total, decision.name);
  await nextTurn();
  return !isCancelled();
};

/** Lets messages in that wait, such as the one that cancels. */
const nextTurn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));

interface RecordTable {
  readonly cards: RunResults["records"];
  /** Where the records of each object begin. */
  readonly firsts: ReadonlyMap<string, number>;
}

const recordTable = (
  { policy, loaded: { facts } }: RunInput,
  decisions: readonly Decision[],
  engine: ClosureEngine,
): RecordTable => {
  const nameOf = recordNames(facts);
  const regionOf = regionsOf(policy.program, facts);
  const cards: { object: string; id: string; name: string | null; region: string | null }[] = [];
  const firsts = new Map<string, number>();
  for (const { object } of decisions) {
    if (firsts.has(object)) continue;
    firsts.set(object, cards.length);
    for (const id of engine.ids(object)) {
      const record: FactRecord | undefined = facts.record(object, id);
      const region = record === undefined ? null : regionOf(record);
      cards.push({ object, id, name: nameOf(object, id), region });
    }
  }
  return { cards, firsts };
};
