import type { FactRecord, World } from "../../model/facts.ts";
import type { DatedValue } from "../../model/ir.ts";
import type { DifferenceAnswer, DifferenceQuery } from "../difference-query.ts";
import type { Reads } from "../fields-read.ts";
import { limitsOf, type Limits } from "./limits.ts";
import { ordinaryMetres, ordinaryValues } from "./ordinary.ts";
import { always, judgedObject, replayWanted, type Also } from "./replay.ts";
import { seeded } from "./seeded.ts";
import { decisionsOfSide, readsOfBoth, sharedSchema, type Schema } from "./shared-schema.ts";

/**
 * Looks for a difference in random small registers with values around the limits of both sides. It can only find;
 * that it found nothing proves nothing.
 */
export const sampleDifference = (
  query: DifferenceQuery,
  seed: number,
  tries: number,
  also: Also = always,
  until = Infinity,
): DifferenceAnswer => {
  const object = judgedObject(query);
  if (object === null) return { kind: "undecided", reason: "两份文件都没有可以比较的规则。" };
  const ground: Ground = {
    query,
    object,
    reads: readsOfBoth(query),
    schema: sharedSchema(query.left.program, query.right.program),
    limits: limitsOf(query),
    ranked: rankedIn(query),
    pick: seeded(seed),
  };
  let tried = 0;
  for (let count = 0; count < tries && (count < FEWEST || performance.now() < until); count += 1) {
    tried += 1;
    const world = randomWorld(ground, count);
    for (const { id } of world.records.filter((each) => each.object === object)) {
      const found = replayWanted(query, world, { object, id });
      if (found !== null && also(world, { object, id }))
        return { kind: "found", world, record: { object, id }, left: found.left, right: found.right };
    }
  }
  return { kind: "undecided", reason: `抽样${tried}次（种子${seed}）没有找到结果不同的情形，抽样不是证明。` };
};

/** So many are tried whatever the time. */
const FEWEST = 20;

interface Ground {
  readonly query: DifferenceQuery;
  readonly object: string;
  readonly reads: Reads;
  readonly schema: Schema;
  readonly limits: Limits;
  /** Objects that are ranked: a share of the places shows itself among some ten only. */
  readonly ranked: ReadonlySet<string>;
  readonly pick: (bound: number) => number;
}

const RANKED = 10;

const rankedIn = ({ left, right }: DifferenceQuery): ReadonlySet<string> =>
  new Set(
    [left, right].flatMap((side) =>
      decisionsOfSide(side).flatMap((decision) => (decision.kind === "ranking" ? [decision.object] : [])),
    ),
  );

const randomWorld = (ground: Ground, turn: number): World => {
  const { reads, object, pick, query } = ground;
  const ids = new Map<string, readonly string[]>();
  for (const name of objectsOf(ground)) {
    const most = ground.ranked.has(name) && turn % 4 === 3 ? RANKED : reads.several.has(name) ? 3 : 1;
    const least = name === object ? 1 : 0;
    ids.set(name, numbered(name, least + pick(most - least + 1)));
  }
  const kind = kindOf(pick, turn);
  const records = [...ids].flatMap(([name, each]) =>
    each.map((id) => randomRecord(ground, ids, name, id, kind)),
  );
  return {
    records,
    distances: reads.walking ? randomDistances(ground, records) : [],
    parameters: query.keepParameters ? new Map() : randomParameters(ground, ids),
  };
};

/** The objects that are read, and those that their references lead to. */
const objectsOf = ({ reads, schema }: Ground): readonly string[] => {
  const names = new Set<string>();
  for (const [object, fields] of reads.fields) {
    const declared = schema.objects.get(object)?.fields;
    if (declared === undefined) continue;
    names.add(object);
    for (const field of fields) {
      const type = declared.get(field)?.type;
      if (type?.kind === "reference" && schema.objects.has(type.object)) names.add(type.object);
    }
  }
  return [...names].sort();
};

const numbered = (object: string, count: number): readonly string[] =>
  Array.from({ length: count }, (_, index) => `${object}${index + 1}`);

const randomRecord = (
  { reads, schema, limits, query, pick }: Ground,
  ids: ReadonlyMap<string, readonly string[]>,
  object: string,
  id: string,
  { missing, place }: WorldKind,
): FactRecord => {
  const facts: FactRecord["facts"] = new Map(
    [...(reads.fields.get(object) ?? [])].sort().flatMap((name) => {
      const type = schema.objects.get(object)!.fields.get(name)?.type;
      if (type === undefined || pick(missing) === 0) return [];
      const values = ordinaryValues(type, limits, { name, at: query.at, ids });
      return values.length === 0 ? [] : [[name, values[place(values.length)]!] as const];
    }),
  );
  return { object, id, facts, source: "抽样" };
};

/** What the records of one world have in common, so that worlds differ more than chance would have it. */
interface WorldKind {
  /** One of so many facts is missing. */
  readonly missing: number;
  /** A place in a list of values, the plainest first. */
  readonly place: (length: number) => number;
}

/** Most worlds are full; in some most answers are 是, in others 否; in some the records agree more often. */
const kindOf = (pick: Ground["pick"], turn: number): WorldKind => {
  const [answers, agree] = [Math.floor(turn / 3) % 3, turn % 2 === 0];
  return {
    missing: turn % 3 === 2 ? 4 : 24,
    place: (length) => {
      if (length === 2 && answers !== 0) return pick(6) === 0 ? answers % 2 : (answers + 1) % 2;
      return agree && length > 2 ? Math.min(pick(length), pick(length)) : pick(length);
    },
  };
};

const randomDistances = (
  { limits, object, pick }: Ground,
  records: readonly FactRecord[],
): NonNullable<World["distances"]> => {
  const metres = ordinaryMetres(limits);
  const judged = records.filter((record) => record.object === object);
  return judged.flatMap((from) =>
    records.flatMap((to) =>
      to === from || pick(8) === 0
        ? []
        : [{ from: from.id, to: to.id, metres: metres[pick(metres.length)]! }],
    ),
  );
};

const randomParameters = (
  { reads, schema, limits, query, pick }: Ground,
  ids: ReadonlyMap<string, readonly string[]>,
): NonNullable<World["parameters"]> =>
  new Map(
    [...reads.openParameters].sort().flatMap((name) => {
      const values = ordinaryValues(schema.parameters.get(name)!.type, limits, { name, at: query.at, ids });
      if (values.length === 0 || pick(6) === 0) return [];
      const value: DatedValue = {
        from: null,
        region: null,
        value: values[pick(values.length)]!,
        source: null,
      };
      return [[name, [value]] as const];
    }),
  );
