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
}

/**
 * The records that a result was asked from, made few: whole halves are taken away as long as the result stays, then
 * ever smaller parts. Null where so many are needed that nobody would read the case.
 */
export const neededWorld = (kept: Kept, facts: IndexedFacts): World | null => {
  const wanted = resultIn(kept, facts);
  const asked = recordsAsked(kept, facts);
  let others = asked.filter((record) => record !== kept.record);
  if (others.length > MOST_ASKED) return null;
  const stays = (fewer: readonly FactRecord[]): boolean =>
    resultIn(kept, smallWorld(worldOf(kept, fewer, facts))) === wanted;
  if (!stays(others)) return null;
  let budget = MOST_TRIALS;
  for (
    let size = Math.ceil(others.length / 2);
    size >= 1 && budget > 0;
    size = size === 1 ? 0 : Math.ceil(size / 2)
  ) {
    for (let start = 0; start < others.length && budget > 0;) {
      const fewer = [...others.slice(0, start), ...others.slice(start + size)];
      budget -= 1;
      if (stays(fewer)) others = fewer;
      else start += size;
    }
  }
  return others.length > MOST_RECORDS ? null : worldOf(kept, others, facts);
};

const MOST_ASKED = 20_000;
const MOST_TRIALS = 3000;
const MOST_RECORDS = 60;

/** Status and value as one word, to be compared. */
const resultIn = ({ program, decision, at, record }: Kept, facts: Facts): string => {
  const { status, value } = judge(startRun(program, facts, at), decision.id, record);
  return `${status} ${value === null ? "" : printDecided(value, decision)}`;
};

const worldOf = ({ program, record }: Kept, others: readonly FactRecord[], facts: IndexedFacts): World => {
  const records = [record, ...others];
  const ids = new Set(records.map(({ id }) => id));
  const { distances, parameters } = facts.tables;
  return {
    records,
    distances: distances.filter(({ from, to }) => ids.has(from) && ids.has(to)),
    parameters: new Map(
      [...program.parameters.keys()].flatMap((name) => {
        const values = parameters.filter((each) => each.name === name);
        return values.length === 0 ? [] : [[name, values] as const];
      }),
    ),
  };
};

/** Every record that judging the result looks at, and what those that are kept refer to. */
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
