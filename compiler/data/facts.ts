import type { FactRecord, Facts } from "../model/facts.ts";
import type { Day, Value } from "../model/value.ts";
import { compareText } from "./compare-text.ts";
import { groupBy, memoised } from "./grouping.ts";
import { ObjectFacts, type PlacedPoint } from "./object-facts.ts";

/** One row of the table of walking distances, in metres. */
export interface SuppliedDistance {
  readonly from: string;
  readonly to: string;
  readonly metres: number;
}

/** One value of a parameter, supplied beside the policy. */
export interface SuppliedParameter {
  readonly name: string;
  readonly from: Day | null;
  readonly region: string | null;
  readonly value: Value;
  readonly source: string | null;
}

/** A recorded reason for departing from 原则上. */
export interface RecordedReason {
  readonly object: string;
  readonly id: string;
  readonly rule: string;
  readonly reason: string;
}

/** What stands beside the records; all of it may be left out. */
export interface FactExtras {
  /** Names of objects that exist even where they have no record. */
  readonly objects?: Iterable<string>;
  readonly distances?: readonly SuppliedDistance[];
  readonly parameters?: readonly SuppliedParameter[];
  readonly reasons?: readonly RecordedReason[];
}

/** Everything that the facts were made of, for the receipt. */
export interface FactTables {
  readonly records: readonly FactRecord[];
  readonly distances: readonly SuppliedDistance[];
  readonly parameters: readonly SuppliedParameter[];
  readonly reasons: readonly RecordedReason[];
}

/** Facts that still know what they were made of. */
export interface IndexedFacts extends Facts {
  readonly tables: FactTables;
}

/**
 * Facts over these records. Records come out by id, whatever their order in the files, because results must not
 * depend on it; of two records with one id the first stays. Each index is built when it is first asked for.
 */
export const createFacts = (records: Iterable<FactRecord>, extras: FactExtras = {}): IndexedFacts => {
  const objects = new Map<string, ObjectFacts>();
  const grouped = groupBy(records, (record) => record.object);
  for (const name of [...new Set([...(extras.objects ?? []), ...grouped.keys()])].sort(compareText)) {
    objects.set(name, new ObjectFacts(grouped.get(name) ?? []));
  }
  const tables: FactTables = {
    records: [...objects.values()].flatMap((object) => object.records),
    distances: extras.distances ?? [],
    parameters: extras.parameters ?? [],
    reasons: extras.reasons ?? [],
  };
  const distances = distanceTable(tables.distances);
  const parameters = groupBy(tables.parameters, (parameter) => parameter.name);
  const reasons = new Map(
    tables.reasons.map((reason) => [reasonKey(reason.object, reason.id, reason.rule), reason.reason]),
  );
  return {
    tables,
    objects: [...objects.keys()],
    records: (object) => objects.get(object)?.records ?? [],
    record: (object, id) => objects.get(object)?.byId(id),
    inRegion: (object, field, region) => objects.get(object)?.inRegion(field, region) ?? [],
    near: (object, field, of: PlacedPoint, metres, from) =>
      objects.get(object)?.near(field, of, metres, distances.get(from)?.keys() ?? []) ?? [],
    walkingDistance: (from, to) => distances.get(from)?.get(to),
    walkingPartners: (from) => distances.get(from)?.keys() ?? [],
    parameterValues: (name) => parameters.get(name) ?? [],
    recordedReason: (object, id, rule) => reasons.get(reasonKey(object, id, rule)),
  };
};

/** Both directions of each pair; a distance supplied for the direction itself comes before its reverse. */
const distanceTable = (
  distances: readonly SuppliedDistance[],
): ReadonlyMap<string, ReadonlyMap<string, number>> => {
  const table = new Map<string, Map<string, number>>();
  for (const { from, to, metres } of distances) memoised(table, from, () => new Map()).set(to, metres);
  for (const { from, to, metres } of distances) {
    const back = memoised(table, to, () => new Map<string, number>());
    if (!back.has(from)) back.set(from, metres);
  }
  return table;
};

const reasonKey = (object: string, id: string, rule: string): string => JSON.stringify([object, id, rule]);
