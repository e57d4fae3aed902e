import * as fc from "fast-check";
import { boundariesOf } from "../../compiler/analyse/boundary.ts";
import { readsOf, type Reads } from "../../compiler/analyse/fields-read.ts";
import { arbitrarySample } from "../../compiler/analyse/sample-world.ts";
import { decisionsBehind } from "../../compiler/evaluate/index.ts";
import type { RuleComparison } from "../../compiler/diff/found-change.ts";
import type { Day, Decision, FactRecord, Program, Value, World } from "../../compiler/index.ts";

/** Chance that can be repeated. */
export const chanceFrom = (seed: number): ((bound: number) => number) => {
  let state = (seed * 2_654_435_761 + 1) >>> 0;
  return (bound) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * bound);
  };
};

type Both<Part> = { readonly left: Part; readonly right: Part };

/**
 * Small registers around the limits of two rules, made without anything that the comparison itself uses: those of
 * either side in turn, most of them full, in some many facts missing and open limits left open.
 */
export const randomWorlds = (
  programs: Both<Program>,
  decisions: Both<Decision | null>,
  at: Day,
  count: number,
  seed: number,
): readonly World[] => {
  const reads = bothReads(programs, decisions);
  const chance = chanceFrom(seed);
  return (["left", "right"] as const).flatMap((side) => {
    const decision = decisions[side] ?? decisions[side === "left" ? "right" : "left"]!;
    const program = decisions[side] === null ? programs[side === "left" ? "right" : "left"] : programs[side];
    const sample = arbitrarySample(
      inForceOn(program, at),
      reads,
      boundariesOf(program, decisionsBehind(program, decision.id)),
    );
    return fc
      .sample(sample, { seed, numRuns: Math.ceil(count / 2) })
      .map(({ world }, index) => (index % 3 === 0 ? thinned(world, chance) : world));
  });
};

/** Samples are drawn for the day on which both are compared. */
const inForceOn = (program: Program, at: Day): Program => ({
  ...program,
  policy: { ...program.policy, effectiveFrom: at, lastDay: at },
});

const bothReads = (programs: Both<Program>, decisions: Both<Decision | null>): Reads => {
  const [left, right] = (["left", "right"] as const).map((side) => {
    const decision = decisions[side];
    return readsOf(programs[side], decision === null ? [] : decisionsBehind(programs[side], decision.id));
  });
  const fields = new Map(
    [...new Set([...left!.fields.keys(), ...right!.fields.keys()])].map((object) => [
      object,
      new Set([...(left!.fields.get(object) ?? []), ...(right!.fields.get(object) ?? [])]),
    ]),
  );
  return {
    fields,
    several: new Set([...left!.several, ...right!.several]),
    // Of names that only the other side declares nothing can be drawn.
    openParameters: new Set(
      [...left!.openParameters, ...right!.openParameters].filter(
        (name) => programs.left.parameters.has(name) && programs.right.parameters.has(name),
      ),
    ),
    walking: left!.walking || right!.walking,
  };
};

/** The same world with facts missing here and there. */
const thinned = (world: World, chance: (bound: number) => number): World => ({
  ...world,
  records: world.records.map((record) => ({
    ...record,
    facts: new Map([...record.facts].filter(() => chance(3) > 0)),
  })),
  parameters: new Map([...(world.parameters ?? [])].filter(() => chance(2) > 0)),
});

/** What is only called otherwise on the right side has there the value that it has on the left one. */
export const withBothNames = (world: World, { renamed }: RuleComparison): World => {
  const fields = (renamed?.fields ?? []).map(([left, right]) => [left.split("."), right.split(".")] as const);
  const parameters = renamed?.parameters ?? [];
  if (fields.length === 0 && parameters.length === 0) return world;
  return {
    ...world,
    records: world.records.map((record) => ({
      ...record,
      facts: fields.reduce(
        (facts, [[object, left], [, right]]) =>
          record.object === object ? copied(facts, left!, right!) : facts,
        record.facts,
      ),
    })),
    parameters: parameters.reduce(
      (values, [left, right]) => copied(values, left, right),
      world.parameters ?? new Map<string, never>(),
    ),
  };
};

const copied = <Item>(
  items: ReadonlyMap<string, Item>,
  from: string,
  to: string,
): ReadonlyMap<string, Item> => {
  const found = new Map(items);
  const item = items.get(from) ?? items.get(to);
  for (const name of [from, to]) {
    if (item === undefined) found.delete(name);
    else found.set(name, item);
  }
  return found;
};

/** Many small registers side by side; each keeps to itself but for searches through everything. */
export const joinedWorld = (worlds: readonly World[]): World => {
  const named = (id: string, index: number): string => `${String(index).padStart(3, "0")}-${id}`;
  const movedValue = (value: Value, index: number): Value =>
    value.kind === "reference" ? { ...value, id: named(value.id, index) } : value;
  return {
    records: worlds.flatMap(({ records }, index) =>
      records.map((record): FactRecord => ({
        ...record,
        id: named(record.id, index),
        facts: new Map([...record.facts].map(([name, value]) => [name, movedValue(value, index)])),
      })),
    ),
    distances: worlds.flatMap(({ distances = [] }, index) =>
      distances.map(({ from, to, metres }) => ({ from: named(from, index), to: named(to, index), metres })),
    ),
    parameters: worlds[0]?.parameters ?? new Map(),
  };
};
