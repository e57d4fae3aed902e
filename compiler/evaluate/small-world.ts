import type { FactRecord, Facts, World } from "../model/facts.ts";

/** The name that evaluation gives it. */
export type SmallWorld = World;

/** Facts over a few records, without indexes. */
export const smallWorld = (world: SmallWorld): Facts => {
  const byObject = new Map<string, FactRecord[]>();
  const byId = new Map<string, Map<string, FactRecord>>();
  for (const record of world.records) {
    within(byObject, record.object, () => []).push(record);
    within(byId, record.object, () => new Map()).set(record.id, record);
  }
  const distances = new Map<string, Map<string, number>>();
  for (const { from, to, metres } of world.distances ?? [])
    within(distances, from, () => new Map()).set(to, metres);
  const objects = [...byObject.keys()];
  const records = (object: string): readonly FactRecord[] => byObject.get(object) ?? [];
  return {
    objects,
    records,
    record: (object, id) => byId.get(object)?.get(id),
    inRegion: (object, field, region) =>
      records(object).filter((record) => {
        const value = record.facts.get(field);
        return value === undefined || (value.kind === "reference" && value.id === region);
      }),
    near: (object) => records(object),
    walkingDistance: (from, to) => distances.get(from)?.get(to) ?? distances.get(to)?.get(from),
    parameterValues: (name) => world.parameters?.get(name) ?? [],
    recordedReason: (_object, id, rule) =>
      world.recordedReasons?.find((each) => each.id === id && each.rule === rule)?.reason,
  };
};

const within = <Part>(parts: Map<string, Part>, name: string, fresh: () => Part): Part => {
  const known = parts.get(name) ?? fresh();
  parts.set(name, known);
  return known;
};
