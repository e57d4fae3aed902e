import type { FactRecord, Facts, World } from "../model/facts.ts";

/** The name that evaluation gives it. */
export type SmallWorld = World;

/** Facts over a few records, without indexes. */
export const smallWorld = (world: SmallWorld): Facts => {
  const objects = [...new Set(world.records.map((record) => record.object))];
  const byObject = new Map(
    objects.map((object) => [object, world.records.filter((record) => record.object === object)]),
  );
  const byId = new Map(world.records.map((record) => [JSON.stringify([record.object, record.id]), record]));
  const distances = new Map(
    (world.distances ?? []).map(({ from, to, metres }) => [JSON.stringify([from, to]), metres]),
  );
  const records = (object: string): readonly FactRecord[] => byObject.get(object) ?? [];
  return {
    objects,
    records,
    record: (object, id) => byId.get(JSON.stringify([object, id])),
    inRegion: (object, field, region) =>
      records(object).filter((record) => {
        const value = record.facts.get(field);
        return value === undefined || (value.kind === "reference" && value.id === region);
      }),
    near: (object) => records(object),
    walkingDistance: (from, to) =>
      distances.get(JSON.stringify([from, to])) ?? distances.get(JSON.stringify([to, from])),
    parameterValues: (name) => world.parameters?.get(name) ?? [],
    recordedReason: (_object, id, rule) =>
      world.recordedReasons?.find((each) => each.id === id && each.rule === rule)?.reason,
  };
};
