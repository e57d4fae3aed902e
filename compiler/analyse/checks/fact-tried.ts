import { judge, printDecided, smallWorld, startRun, type Run } from "../../evaluate/index.ts";
import type { World } from "../../model/facts.ts";
import type { Decision } from "../../model/ir.ts";
import type { Value } from "../../model/value.ts";
import { withAdopted } from "../probe.ts";
import type { CheckContext } from "./check.ts";
import { otherThanAdopted } from "./condition-readings.ts";
import { samplesOf, type Samples } from "./condition-samples.ts";
import type { Input } from "./fact-inputs.ts";

/** Whether on some sample another value, of one record or parameter, or another reading, gives another result. */
export const matters = ({ program, probe }: CheckContext, input: Input): boolean => {
  const samples = samplesOf(probe);
  let tries = 0;
  const ways = input.ways.map((way) => otherThanAdopted(program, way));
  for (const index of samples.worlds.keys()) {
    for (const readings of ways) {
      const run = samples.runs(readings)[index]!;
      for (const changed of changesOf(samples, input, index)) {
        tries += 1;
        if (tries > MOST_TRIES) return false;
        const other = startRun(
          withAdopted(program, new Map([...readings, ...changed.readings])),
          smallWorld(changed.world),
          probe.at,
        );
        if (input.readers.some((reader) => differs(reader, run, other))) return true;
      }
    }
  }
  return false;
};

/** A proof takes no longer than so many tries. */
const MOST_TRIES = 100;

interface Changed {
  readonly world: World;
  readonly readings: ReadonlyMap<string, number>;
}

/** A sample with values taken from the next samples: a fact of all records at once, since none of it is to matter. */
function* changesOf({ worlds, runs }: Samples, input: Input, index: number): Iterable<Changed> {
  const world = worlds[index]!;
  switch (input.kind) {
    case "fact": {
      const values = othersOf(worlds, index, input);
      const records = world.records.map((record) => {
        const now = record.object === input.object ? record.facts.get(input.field) : undefined;
        const value = now && values.find((each) => keyOf(each) !== keyOf(now));
        return value === undefined
          ? record
          : { ...record, facts: new Map(record.facts).set(input.field, value) };
      });
      if (records.some((record, place) => record !== world.records[place]))
        yield { world: { ...world, records }, readings: NONE };
      return;
    }
    case "parameter": {
      for (const step of [1, 2, 3]) {
        const values = worlds[(index + step) % worlds.length]!.parameters?.get(input.name);
        if (values === undefined) continue;
        yield {
          world: { ...world, parameters: new Map(world.parameters).set(input.name, values) },
          readings: NONE,
        };
      }
      return;
    }
    case "reading": {
      const options = runs(NONE)[0]?.program.readings.get(input.name)?.options ?? [];
      for (const { number } of options) yield { world, readings: new Map([[input.name, number]]) };
      return;
    }
  }
}

const NONE: ReadonlyMap<string, number> = new Map();

const othersOf = (
  worlds: readonly World[],
  index: number,
  { object, field }: { readonly object: string; readonly field: string },
): readonly Value[] =>
  [1, 2, 3, 4].flatMap((step) =>
    worlds[(index + step) % worlds.length]!.records.flatMap((record) => {
      const value = record.object === object ? record.facts.get(field) : undefined;
      return value === undefined ? [] : [value];
    }),
  );

const keyOf = (value: Value): string =>
  JSON.stringify(value, (_key, part: unknown) => (typeof part === "bigint" ? `${part}` : part));

const differs = (decision: Decision, left: Run, right: Run): boolean =>
  left.facts.records(decision.object).some((record) => {
    const other = right.facts.record(record.object, record.id);
    if (other === undefined) return false;
    const [before, after] = [judge(left, decision.id, record), judge(right, decision.id, other)];
    if (before.reasons.length > 0 || after.reasons.length > 0) return false;
    if (before.status !== after.status) return true;
    if (before.value === null || after.value === null) return before.value !== after.value;
    return printDecided(before.value, decision) !== printDecided(after.value, decision);
  });
