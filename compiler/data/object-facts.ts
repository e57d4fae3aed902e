import type { FactRecord } from "../model/facts.ts";
import type { Point } from "./cell-coordinate.ts";
import { compareText } from "./compare-text.ts";
import { Grid } from "./grid.ts";
import { memoised } from "./grouping.ts";

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

  near(field: string, of: Point, metres: number, partners: Iterable<string>): readonly FactRecord[] {
    const index = memoised(this.#places, field, () => this.#placeIndex(field));
    const found = new Set(index.unplaced);
    for (const at of index.grid.within(of, metres)) found.add(index.placed[at]!);
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
    const placed: number[] = [];
    const points: Point[] = [];
    const unplaced: number[] = [];
    for (const [at, record] of this.records.entries()) {
      const value = record.facts.get(field);
      if (value?.kind === "coordinate") {
        placed.push(at);
        points.push(value);
      } else unplaced.push(at);
    }
    return { grid: new Grid(points), placed, unplaced };
  }
}

interface RegionIndex {
  readonly byRegion: ReadonlyMap<string, readonly FactRecord[]>;
  /** They may be in any region. */
  readonly unknown: readonly FactRecord[];
  readonly answers: Map<string, readonly FactRecord[]>;
}

interface PlaceIndex {
  readonly grid: Grid;
  /** Position in the records of each point of the grid. */
  readonly placed: readonly number[];
  readonly unplaced: readonly number[];
}

const merge = (left: readonly FactRecord[], right: readonly FactRecord[]): readonly FactRecord[] =>
  [...left, ...right].sort((one, other) => compareText(one.id, other.id));
