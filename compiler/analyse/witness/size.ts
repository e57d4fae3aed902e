import type { FactRecord, World } from "../../model/facts.ts";
import type { Type } from "../../model/type.ts";
import type { Value } from "../../model/value.ts";
import { sameValue } from "../../evaluate/index.ts";
import type { DifferenceQuery } from "../difference-query.ts";
import { limitsOf, type Limits } from "./limits.ts";
import { ordinaryMetres, ordinaryValues } from "./ordinary.ts";
import { sharedSchema, type Schema } from "./shared-schema.ts";

/** How large and how odd a world is; worlds are compared number by number, and the smaller one is better. */
export type Size = readonly number[];

/** What tells how ordinary a value is for a query. */
export interface Yardstick {
  readonly query: DifferenceQuery;
  readonly schema: Schema;
  readonly limits: Limits;
}

export const yardstickOf = (query: DifferenceQuery): Yardstick => ({
  query,
  schema: sharedSchema(query.left.program, query.right.program),
  limits: limitsOf(query),
});

/** Records, facts, what is set beside them, how odd the values are, how late the fields are declared. */
export const sizeOf = (yardstick: Yardstick, world: World): Size => {
  const facts = world.records.reduce((sum, { facts: each }) => sum + each.size, 0);
  const metres = ordinaryMetres(yardstick.limits);
  let [odd, late] = [0, 0];
  for (const record of world.records) {
    const order = orderOf(yardstick.schema, record.object);
    for (const [field, value] of record.facts) {
      const type = yardstick.schema.objects.get(record.object)?.fields.get(field)?.type;
      odd += type === undefined ? ODD : oddness(value, candidatesFor(yardstick, world, field, type, record));
      late += order.get(field) ?? ODD;
    }
  }
  for (const [name, values] of world.parameters ?? []) {
    const type = yardstick.schema.parameters.get(name)?.type;
    for (const { value } of values)
      odd += type === undefined ? ODD : oddness(value, candidatesFor(yardstick, world, name, type));
  }
  for (const { metres: distance } of world.distances ?? []) {
    const place = metres.indexOf(distance);
    odd += place < 0 ? ODD : place;
  }
  const beside =
    (world.distances ?? []).length +
    (world.parameters ?? new Map()).size +
    (world.recordedReasons ?? []).length;
  return [world.records.length, facts, beside, odd, late];
};

/** Values that can stand at a place of a world, the most ordinary first. */
export const candidatesFor = (
  { query, limits }: Yardstick,
  world: World,
  name: string,
  type: Type,
  record: FactRecord | null = null,
): readonly Value[] => {
  const place = { name, at: query.at, ids: NO_IDS };
  switch (type.kind) {
    case "reference": {
      const ids = new Map<string, string[]>();
      for (const { object, id } of world.records) ids.set(object, [...(ids.get(object) ?? []), id]);
      return ordinaryValues(type, limits, { ...place, ids });
    }
    case "enumeration": {
      const own = record === null ? [] : classesIn(record);
      return ordinaryValues(type, limits, { ...place, classes: classesOf(world), own });
    }
    case "boolean":
    case "text":
    case "number":
    case "date":
    case "coordinate": {
      // The same in every world of the query.
      const known = plain.get(limits)?.get(name);
      if (known?.type === type) return known.values;
      const values = ordinaryValues(type, limits, place);
      plain.set(limits, (plain.get(limits) ?? new Map<string, Plain>()).set(name, { type, values }));
      return values;
    }
  }
};

const NO_IDS: ReadonlyMap<string, readonly string[]> = new Map();

/** Limits are those of one query, and so of one day. */
const plain = new WeakMap<Limits, Map<string, Plain>>();

interface Plain {
  readonly type: Type;
  readonly values: readonly Value[];
}

const classesIn = ({ facts }: FactRecord): readonly (readonly [field: string, value: string])[] =>
  [...facts].flatMap(([field, value]) =>
    value.kind === "enumeration" ? [[field, value.value] as const] : [],
  );

const classesOf = (world: World): readonly (readonly [field: string, value: string])[] => {
  const found = known.get(world) ?? world.records.flatMap(classesIn);
  known.set(world, found);
  return found;
};

const known = new WeakMap<World, readonly (readonly [field: string, value: string])[]>();

export const compareSizes = (first: Size, second: Size): number => {
  for (const [index, part] of first.entries()) {
    const difference = part - (second[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
};

/** Fields of an object as they are declared: the first ones are the best known. */
export const orderOf = (schema: Schema, object: string): ReadonlyMap<string, number> => {
  const declared = schema.objects.get(object);
  if (declared === undefined) return new Map();
  const known =
    orders.get(declared) ?? new Map([...declared.fields.keys()].map((name, index) => [name, index]));
  orders.set(declared, known);
  return known;
};

const orders = new WeakMap<object, ReadonlyMap<string, number>>();

/** More than any place among candidates. */
const ODD = 1000;

const oddness = (value: Value, candidates: readonly Value[]): number => {
  const place = candidates.findIndex((each) => sameValue(each, value));
  return place < 0 ? ODD : place;
};
