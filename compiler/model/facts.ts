import type { DatedValue } from "./ir.ts";
import type { Day, Value } from "./value.ts";

/** One record of the register. A field that is absent is unknown, never zero or false. */
export interface FactRecord {
  readonly object: string;
  readonly id: string;
  readonly facts: ReadonlyMap<string, Value>;
  /** Where the record came from, in words: 定点医药机构.csv 第3行. */
  readonly source: string;
}

/** What an evaluation reads. Pure and immutable; indexes are built on demand by the implementation. */
export interface Facts {
  readonly objects: readonly string[];
  records(object: string): readonly FactRecord[];
  record(object: string, id: string): FactRecord | undefined;
  /** Records of `object` whose reference `field` is `region`, or is unknown (they may be there). */
  inRegion(object: string, field: string, region: string): readonly FactRecord[];
  /**
   * Records of `object` that are not proved to be farther than `metres` from the coordinate: nearer ones, ones without a
   * coordinate, and ones with an entry in the distance table. A superset; the interpreter decides each.
   */
  near(
    object: string,
    field: string,
    of: { readonly longitude: number; readonly latitude: number },
    metres: number,
    from: string,
  ): readonly FactRecord[];
  /** Supplied walking distance in metres, either direction as supplied; undefined where the table has none. */
  walkingDistance(from: string, to: string): number | undefined;
  /** Those to which a walking distance is supplied, so that nobody has to ask for each; absent: ask for each. */
  walkingPartners?(from: string): Iterable<string>;
  /** Values supplied beside the policy: 参数.csv. */
  parameterValues(name: string): readonly {
    readonly from: Day | null;
    readonly region: string | null;
    readonly value: Value;
    readonly source: string | null;
  }[];
  /** Recorded reason for departing from 原则上: 理由.csv. */
  recordedReason(object: string, id: string, rule: string): string | undefined;
}

/** A handful of records: the world of a 用例, of a sample, of a change that is tried, of a witness. */
export interface World {
  readonly records: readonly FactRecord[];
  readonly distances?: readonly { readonly from: string; readonly to: string; readonly metres: number }[];
  readonly parameters?: ReadonlyMap<string, readonly DatedValue[]>;
  readonly recordedReasons?: readonly {
    readonly id: string;
    readonly rule: string;
    readonly reason: string;
  }[];
}
