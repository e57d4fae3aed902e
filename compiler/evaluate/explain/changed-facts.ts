import type { FactRecord, Facts } from "../../model/facts.ts";
import type { Value } from "../../model/value.ts";

/** The same facts with one record in place of the one that has its 编号. */
export const withRecord = (facts: Facts, changed: FactRecord): Facts => {
  const isOther = (record: FactRecord): boolean =>
    record.object !== changed.object || record.id !== changed.id;
  const put = (object: string, found: readonly FactRecord[]): readonly FactRecord[] =>
    object === changed.object ? [...found.filter(isOther), changed] : found;
  return {
    objects: facts.objects,
    records: (object) => put(object, facts.records(object)),
    record: (object, id) =>
      object === changed.object && id === changed.id ? changed : facts.record(object, id),
    // A superset is enough: each record is asked whether it is there.
    inRegion: (object, field, region) => put(object, facts.inRegion(object, field, region)),
    near: (object, field, of, metres, from) => put(object, facts.near(object, field, of, metres, from)),
    walkingDistance: (from, to) => facts.walkingDistance(from, to),
    parameterValues: (name) => facts.parameterValues(name),
    recordedReason: (object, id, rule) => facts.recordedReason(object, id, rule),
  };
};

export const withFacts = (record: FactRecord, changes: Iterable<readonly [string, Value]>): FactRecord => ({
  ...record,
  facts: new Map([...record.facts, ...changes]),
});
