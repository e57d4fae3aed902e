import type { Candidates, Scope } from "../../model/ir.ts";
import type { Rational } from "../../../language/index.ts";
import { radiusOf, type Radius } from "../distance.ts";
import { conditionDependencies } from "../shared.ts";
import type { Column } from "./column.ts";
import { isOpenNumber } from "./exact.ts";
import { UNKNOWN, type Ask, type Rows } from "./level.ts";
import { compileParts, Memo } from "./memo.ts";
import type { NumberTerm } from "./number.ts";
import { isWithin, Points } from "./points.ts";
import { possibleCandidates } from "./possible.ts";
import { nobodyAsked, UNASKED, type Reach, type Remainder } from "./reach.ts";
import { compileSubject } from "./subject.ts";
import { compileNumber } from "./term.ts";
import { Unsupported } from "./unsupported.ts";
import { walkingTable } from "./walking.ts";
import type { Workshop } from "./workshop.ts";

type Distance = Extract<Scope, { kind: "distance" }>;
type Coordinates = Extract<Column, { kind: "coordinate" }>;

/** Candidates within a distance. */
export const distanceReach = (
  workshop: Workshop,
  candidates: Candidates,
  scope: Distance,
  where: Ask,
): Reach => {
  const from = compileSubject(workshop, scope.from);
  const limit = compileNumber(workshop, scope.limit);
  const radiusAt = radii(workshop, scope.metric, limit);
  const starts = coordinates(workshop, scope.from.object, scope.fromField);
  const ends = scope.toField === null ? null : coordinates(workshop, candidates.object, scope.toField);
  const walking =
    scope.metric === "walking" ? walkingTable(workshop, scope.from.object, candidates.object) : null;
  const possible = possibleCandidates(workshop, candidates, where);
  const near = ends === null ? null : placed(workshop, candidates, ends, where);

  let supplied: readonly Supplied[] = NOBODY;
  let tellNear: (row: number, level: number) => void = () => undefined;
  let levelNear = 1;
  const told = (row: number): void => {
    if (supplied.length === 0 || !supplied.some((each) => each.row === row)) tellNear(row, levelNear);
  };

  /** The level of the scope where it is open for all alike; else 0. */
  const openFor = (rows: Rows): number => {
    const start = from(rows);
    if (start < 0) return -start;
    const amount = limit.constant ?? limit.exact(rows);
    return isOpenNumber(amount) ? amount.level : 0;
  };

  return {
    each: (rows, tell) => {
      const open = openFor(rows);
      if (open > 0) return nobodyAsked(possible(rows), open);
      const start = from(rows);
      const radius = radiusAt(rows);
      const partners = walking === null ? NOBODY : walking(start);
      const system = starts.systems[start]!;
      if (system < 0 || near === null) {
        const all = possible(rows);
        const asked = partners.filter(({ row }) => all.includes(row));
        for (const { row, millimetres } of asked) tell(row, millimetres <= radius.measured ? 1 : 0);
        const level = system < 0 ? -system : UNKNOWN;
        return { unasked: { possible: all, asked: asked.length, level }, toDecide: 0, unknown: 0 };
      }
      supplied = partners;
      tellNear = tell;
      levelNear = radius.decides ? 1 : UNKNOWN;
      for (const { row, millimetres } of partners) tell(row, millimetres <= radius.measured ? 1 : 0);
      near.points(system).within(starts.longitudes[start]!, starts.latitudes[start]!, radius.straight, told);
      return near.elsewhere(rows, system, partners, tell);
    },
    levelOf: (rows, row) => {
      if (openFor(rows) > 0) return UNASKED;
      const start = from(rows);
      const radius = radiusAt(rows);
      const found = walking === null ? undefined : walking(start).find((each) => each.row === row);
      if (found !== undefined) return found.millimetres <= radius.measured ? 1 : 0;
      const system = starts.systems[start]!;
      if (system < 0 || ends === null) return UNASKED;
      const other = ends.systems[row]!;
      if (other < 0) return -other;
      if (other !== system) return UNKNOWN;
      const isNear = isWithin(placeOf(starts, start), placeOf(ends, row), radius.straight);
      return isNear ? (radius.decides ? 1 : UNKNOWN) : 0;
    },
  };
};

/** A candidate with a supplied walking distance. */
export interface Supplied {
  readonly row: number;
  readonly millimetres: number;
}

const NOBODY: readonly Supplied[] = [];

/** Without a field the place is looked for under its usual name. */
const coordinates = (workshop: Workshop, object: string, field: string | null): Coordinates => {
  const column = workshop.table(object).column(field ?? "坐标", { kind: "coordinate", system: null });
  if (column.kind !== "coordinate") throw new Unsupported();
  return column;
};

const placeOf = ({ longitudes, latitudes }: Coordinates, row: number) => ({
  longitude: longitudes[row]!,
  latitude: latitudes[row]!,
});

/** One radius for each limit; limits are few. */
const radii = (
  workshop: Workshop,
  metric: Distance["metric"],
  limit: NumberTerm,
): ((rows: Rows) => Radius) => {
  const { run } = workshop;
  if (limit.constant !== null) {
    const radius = radiusOf(run, metric, limit.constant);
    return () => radius;
  }
  const known = new Map<number, Radius>();
  return (rows) => {
    const scaled = limit.over === null ? limit.scaled(rows) : Number.NaN;
    const found = known.get(scaled);
    if (found !== undefined && scaled === scaled) return found;
    const amount = limit.exact(rows);
    if (isOpenNumber(amount)) throw new Unsupported();
    const radius = radiusOf(run, metric, amount satisfies Rational);
    if (scaled === scaled) known.set(scaled, radius);
    return radius;
  };
};

interface Placed {
  readonly points: (system: number) => Points;
  /**
   * Candidates without a coordinate or in another system: undecided, however far. Counted together where the condition
   * allows it, so that records without a coordinate do not meet each other one by one.
   */
  readonly elsewhere: (
    rows: Rows,
    system: number,
    partners: readonly Supplied[],
    tell: (row: number, level: number) => void,
  ) => Remainder | null;
}

interface Elsewhere {
  toDecide: number;
  unknown: number;
}

const placed = (workshop: Workshop, candidates: Candidates, ends: Coordinates, where: Ask): Placed => {
  const known = new Map<number, Points>();
  const others = new Map<number, Int32Array>();
  const othersOf = (system: number): Int32Array => {
    const found = others.get(system) ?? rowsOutside(ends.systems, system);
    others.set(system, found);
    return found;
  };
  const dependencies = conditionDependencies(candidates);
  const parts = dependencies === null ? null : compileParts(workshop, dependencies);
  const memos = new Map<number, Memo<Elsewhere>>();
  const { variable } = candidates;
  const add = (into: Elsewhere, rows: Rows, row: number, sign: number): void => {
    rows[variable] = row;
    const level = where(rows);
    if (level === 0) return;
    if (level === UNKNOWN || placeLevel(ends, row) === UNKNOWN) into.unknown += sign;
    else into.toDecide += sign;
  };
  const remainder: { unasked: null } & Elsewhere = { unasked: null, toDecide: 0, unknown: 0 };
  return {
    points: (system) => {
      const found = known.get(system) ?? new Points(ends, system);
      known.set(system, found);
      return found;
    },
    elsewhere: (rows, system, partners, tell) => {
      const unplaced = othersOf(system);
      if (unplaced.length === 0) return null;
      if (parts === null) {
        for (const row of unplaced)
          if (!partners.some((each) => each.row === row)) tell(row, placeLevel(ends, row));
        return null;
      }
      const memo = memos.get(system) ?? new Memo<Elsewhere>(parts);
      memos.set(system, memo);
      const outer = rows[variable]!;
      const found = memo.find(rows, () => {
        const counted: Elsewhere = { toDecide: 0, unknown: 0 };
        for (const row of unplaced) add(counted, rows, row, 1);
        rows[variable] = outer;
        return counted;
      });
      remainder.toDecide = found.toDecide;
      remainder.unknown = found.unknown;
      // The ones with a walking distance were told before.
      for (const { row } of partners) if (ends.systems[row] !== system) add(remainder, rows, row, -1);
      rows[variable] = outer;
      return remainder;
    },
  };
};

/** Of a candidate that no straight line leads to. */
const placeLevel = ({ systems }: Coordinates, row: number): number => {
  const system = systems[row]!;
  return system < 0 ? -system : UNKNOWN;
};

const rowsOutside = (systems: Int32Array, system: number): Int32Array => {
  const rows: number[] = [];
  for (let row = 0; row < systems.length; row += 1) if (systems[row] !== system) rows.push(row);
  return Int32Array.from(rows);
};
