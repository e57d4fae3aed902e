import type { FactRecord } from "../model/facts.ts";
import type { Point } from "./cell-coordinate.ts";
import { compareText } from "./compare-text.ts";
import { Grid } from "./grid.ts";
import { memoised } from "./grouping.ts";

/** Without `system` the point is taken to be in the system of every record. */
export type PlacedPoint = Point & { readonly system?: string | null };

/** The records of one object with their indexes. */
export class ObjectFacts {
  readonly records: readonly FactRecord[];
  readonly #positions: ReadonlyMap<string, number>;
  readonly #regions = new Map<string, RegionIndex>();
  readonly #places = new Map<string, PlaceIndex>();

  constructor(records: readonly FactRecord[]) {
    const unique = new Map<string, FactRecord>();
    for (const record of records) if (!unique.has(record.id)) unique.set(record.id, record);
    this.records = [...unique.values()].sort((left, right) => compareText(left.id, right.id));
    this.#positions = new Map(this.records.map((record, at) => [record.id, at]));
  }

  byId(id: string): FactRecord | undefined {
    const at = this.#positions.get(id);
    return at === undefined ? undefined : this.records[at];
  }

  inRegion(field: string, region: string): readonly FactRecord[] {
    const index = memoised(this.#regions, field, () => this.#regionIndex(field));
    return memoised(index.answers, region, () => {
      const known = index.byRegion.get(region) ?? [];
      return index.unknown.length === 0 ? known : merge(known, index.unknown);
    });
  }

  near(field: string, of: PlacedPoint, metres: number, partners: Iterable<string>): readonly FactRecord[] {
    const index = memoised(this.#places, field, () => this.#placeIndex(field));
    const found = new Set(index.unplaced);
    for (const [system, { grid, positions }] of index.systems) {
      // Between two coordinate systems no distance is proved, however large it looks.
      const comparable = of.system === undefined || of.system === system;
      const near = comparable ? grid.within(of, metres) : positions.keys();
      for (const at of near) found.add(positions[at]!);
    }
    for (const id of partners) {
      const at = this.#positions.get(id);
      if (at !== undefined) found.add(at);
    }
    return [...found].sort((left, right) => left - right).map((at) => this.records[at]!);
  }

  #regionIndex(field: string): RegionIndex {
    const byRegion = new Map<string, FactRecord[]>();
    const unknown: FactRecord[] = [];
    for (const record of this.records) {
      const value = record.facts.get(field);
      if (value?.kind !== "reference") unknown.push(record);
      else memoised(byRegion, value.id, () => []).push(record);
    }
    return { byRegion, unknown, answers: new Map() };
  }

  #placeIndex(field: string): PlaceIndex {
    const unplaced: number[] = [];
    const placed = new Map<string | null, { points: Point[]; positions: number[] }>();
    for (const [at, record] of this.records.entries()) {
      const value = record.facts.get(field);
      if (value?.kind !== "coordinate") unplaced.push(at);
      else {
        const system = memoised(placed, value.system, () => ({ points: [], positions: [] }));
        system.points.push(value);
        system.positions.push(at);
      }
    }
    const systems = Array.from(
      placed,
      ([system, { points, positions }]) => [system, { grid: new Grid(points), positions }] as const,
    );
    return { systems: new Map(systems), unplaced };
  }
}

interface RegionIndex {
  readonly byRegion: ReadonlyMap<string, readonly FactRecord[]>;
  /** They may be in any region. */
  readonly unknown: readonly FactRecord[];
  readonly answers: Map<string, readonly FactRecord[]>;
}

interface PlaceIndex {
  /** By coordinate system: the points, and the position in the records of each. */
  readonly systems: ReadonlyMap<
    string | null,
    { readonly grid: Grid; readonly positions: readonly number[] }
  >;
  readonly unplaced: readonly number[];
}

const merge = (left: readonly FactRecord[], right: readonly FactRecord[]): readonly FactRecord[] =>
  [...left, ...right].sort((one, other) => compareText(one.id, other.id));
