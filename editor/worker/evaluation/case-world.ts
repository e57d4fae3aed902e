import { judge, printDecided, smallWorld, startRun } from "../../../compiler/evaluate/index.ts";
import type { IndexedFacts } from "../../../compiler/data/index.ts";
import type { FactRecord, Facts, World } from "../../../compiler/model/facts.ts";
import type { Decision, Program } from "../../../compiler/model/ir.ts";
import type { Day } from "../../../compiler/model/value.ts";

/** What has to stay the same while a world is made small. */
export interface Kept {
  readonly program: Program;
  readonly decision: Decision;
  readonly at: Day;
  readonly record: FactRecord;
  /** Fields of the record that are written though the result does without them: somebody tried them. */
  readonly tried: ReadonlySet<string>;
}

/** Facts with what was supplied beside the records; the records are those that the facts answer with. */
export interface SuppliedFacts extends Facts {
  readonly tables: Pick<IndexedFacts["tables"], "distances" | "parameters">;
}

/**
 * The few records, with the few facts, that a result and its reasons need; every value is that of the register. Null
 * where so many are needed that nobody would read the case.
 */
export const neededWorld = (kept: Kept, facts: SuppliedFacts): World | null => {
  const { record } = kept;
  const wanted = resultIn(kept, record, facts);
  const others = recordsAsked(kept, facts).filter((each) => each !== record);
  if (others.length > MOST_ASKED) return null;
  const trial = new Trial(kept, wanted, besideRecords(kept, facts, [record, ...others]));
  const few = trial.fewest(record, others);
  if (few === null || few.length > MOST_RECORDS) return null;
  const [judged = record, ...rest] = trial.barest([record, ...few]);
  return trial.world([judged, ...(trial.fewest(judged, rest) ?? rest)]);
};

const MOST_ASKED = 20_000;
const MOST_TRIALS = 3000;
const MOST_RECORDS = 60;

/** Tries smaller worlds, as long as the result stays and as the patience lasts. */
class Trial {
  readonly #kept: Kept;
  readonly #wanted: string;
  readonly #beside: Required<Pick<World, "distances" | "parameters">>;
  #left = MOST_TRIALS;

  constructor(kept: Kept, wanted: string, beside: Required<Pick<World, "distances" | "parameters">>) {
    this.#kept = kept;
    this.#wanted = wanted;
    this.#beside = beside;
  }

  /** Whole halves are taken away, then ever smaller parts; null where even all of them do not give the result. */
  fewest(judged: FactRecord, all: readonly FactRecord[]): readonly FactRecord[] | null {
    let others = all;
    if (!this.#stays([judged, ...others])) return null;
    for (let size = Math.ceil(others.length / 2); size >= 1; size = size === 1 ? 0 : Math.ceil(size / 2)) {
      for (let start = 0; start < others.length;) {
        const fewer = [...others.slice(0, start), ...others.slice(start + size)];
        if (this.#stays([judged, ...fewer])) others = fewer;
        else start += size;
      }
    }
    return others;
  }

  /** Each fact is left out in turn, where the result does without it. */
  barest(all: readonly FactRecord[]): readonly FactRecord[] {
    const records = [...all];
    for (const [at, record] of records.entries()) {
      for (const field of record.facts.keys()) {
        if (at === 0 && this.#kept.tried.has(field)) continue;
        const before = records[at]!;
        const facts = new Map(before.facts);
        facts.delete(field);
        records[at] = { ...before, facts };
        if (!this.#stays(records)) records[at] = before;
      }
    }
    return records;
  }

  world(records: readonly FactRecord[]): World {
    const ids = new Set(records.map(({ id }) => id));
    const { distances, parameters } = this.#beside;
    return {
      records,
      parameters,
      distances: distances.filter(({ from, to }) => ids.has(from) && ids.has(to)),
    };
  }

  #stays(records: readonly FactRecord[]): boolean {
    if (this.#left <= 0) return false;
    this.#left -= 1;
    return resultIn(this.#kept, records[0]!, smallWorld(this.world(records))) === this.#wanted;
  }
}

/** What was supplied about these records, beside them. */
const besideRecords = (
  { program }: Kept,
  { tables }: SuppliedFacts,
  records: readonly FactRecord[],
): Required<Pick<World, "distances" | "parameters">> => {
  const ids = new Set(records.map(({ id }) => id));
  return {
    distances: tables.distances.filter(({ from, to }) => ids.has(from) && ids.has(to)),
    parameters: new Map(
      [...program.parameters.keys()].flatMap((name) => {
        const values = tables.parameters.filter((each) => each.name === name);
        return values.length === 0 ? [] : [[name, values] as const];
      }),
    ),
  };
};

/** Result, value and reasons as one word, to be compared. */
const resultIn = ({ program, decision, at }: Kept, record: FactRecord, facts: Facts): string => {
  const { status, value, candidates, reasons, notApplicable } = judge(
    startRun(program, facts, at),
    decision.id,
    record,
  );
  return JSON.stringify([
    status,
    value === null ? null : printDecided(value, decision),
    candidates.map((each) => printDecided(each, decision)),
    [...new Set(reasons.map(({ kind, name }) => `${kind} ${name}`))].sort(),
    notApplicable?.kind === "exception" ? notApplicable.exception.id : (notApplicable?.kind ?? null),
  ]);
};

/** Every record that judging the result looks at. */
const recordsAsked = (kept: Kept, facts: Facts): readonly FactRecord[] => {
  const asked = new Set<FactRecord>();
  const note = (records: readonly FactRecord[]): readonly FactRecord[] => {
    for (const record of records) asked.add(record);
    return records;
  };
  const watching: Facts = {
    ...facts,
    records: (object) => note(facts.records(object)),
    record: (object, id) => {
      const found = facts.record(object, id);
      if (found !== undefined) asked.add(found);
      return found;
    },
    inRegion: (object, field, region) => note(facts.inRegion(object, field, region)),
    near: (object, field, of, metres, from) => note(facts.near(object, field, of, metres, from)),
  };
  judge(startRun(kept.program, watching, kept.at), kept.decision.id, kept.record);
  return [...asked];
};
