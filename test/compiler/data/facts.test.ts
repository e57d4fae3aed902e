import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createFacts, type SuppliedDistance } from "../../../compiler/data/index.ts";
import type { Point } from "../../../compiler/data/cell-coordinate.ts";
import { greatCircle } from "../../../compiler/data/great-circle.ts";
import { Grid } from "../../../compiler/data/grid.ts";
import type { FactRecord } from "../../../compiler/model/facts.ts";
import type { Value } from "../../../compiler/model/value.ts";

const record = (id: string, facts: Readonly<Record<string, Value>>): FactRecord => ({
  object: "机构",
  id,
  facts: new Map(Object.entries(facts)),
  source: `机构.csv ${id}`,
});

const point = (longitude: number, latitude: number): Value => ({
  kind: "coordinate",
  longitude,
  latitude,
  system: null,
});
const region = (id: string): Value => ({ kind: "reference", object: "县区", id });

const plainSearch = (points: readonly Point[], of: Point, metres: number): number[] =>
  [...points.keys()].filter((at) => greatCircle(of, points[at]!) <= metres);

const places = fc.record({
  longitude: fc.double({ min: 111, max: 113, noNaN: true }),
  latitude: fc.double({ min: 21, max: 23, noNaN: true }),
});
const everywhere = fc.record({
  longitude: fc.double({ min: -180, max: 180, noNaN: true }),
  latitude: fc.double({ min: -90, max: 90, noNaN: true }),
});

describe("nearness", () => {
  test("the grid finds all that a plain search finds", () => {
    fc.assert(
      fc.property(
        fc.array(places, { maxLength: 60 }),
        places,
        fc.double({ min: 0, max: 300_000, noNaN: true }),
        (points, of, metres) => {
          const found = new Grid(points).within(of, metres);
          expect(found).toEqual(expect.arrayContaining(plainSearch(points, of, metres)));
          expect(plainSearch(points, of, metres * 1.02 + 2)).toEqual(expect.arrayContaining([...found]));
        },
      ),
    );
  });

  test("also over poles and the date line", () => {
    fc.assert(
      fc.property(
        fc.array(everywhere, { maxLength: 30 }),
        everywhere,
        fc.double({ min: 0, max: 21_000_000, noNaN: true }),
        (points, of, metres) => {
          const found = new Grid(points).within(of, metres);
          expect(found).toEqual(expect.arrayContaining(plainSearch(points, of, metres)));
        },
      ),
    );
  });

  test("records without a place and partners of the distance table are always asked", () => {
    const facts = createFacts(
      [
        record("近", { 位置: point(111.951, 21.85) }),
        record("远", { 位置: point(112.2, 21.85) }),
        record("有距离", { 位置: point(112.2, 21.86) }),
        record("无位置", {}),
      ],
      { distances: [{ from: "有距离", to: "申请", metres: 900 }] },
    );
    const near = facts.near("机构", "位置", { longitude: 111.95, latitude: 21.85 }, 1500, "申请");
    expect(near.map(({ id }) => id).sort()).toEqual(["无位置", "有距离", "近"].sort());
    expect(
      facts.near("机构", "位置", { longitude: 111.95, latitude: 21.85 }, 1500, "别的").map(({ id }) => id),
    ).not.toContain("有距离");
  });

  test("records in another coordinate system are always asked", () => {
    const facts = createFacts([
      record("同系近", {
        位置: { kind: "coordinate", longitude: 111.951, latitude: 21.85, system: "CGCS2000" },
      }),
      record("同系远", {
        位置: { kind: "coordinate", longitude: 112.2, latitude: 21.85, system: "CGCS2000" },
      }),
      record("异系远", { 位置: { kind: "coordinate", longitude: 112.2, latitude: 21.85, system: "GCJ02" } }),
    ]);
    const of = { longitude: 111.95, latitude: 21.85, system: "CGCS2000" };
    expect(facts.near("机构", "位置", of, 1500, "申请").map(({ id }) => id)).toEqual(["同系近", "异系远"]);
  });

  test("a degree at the equator and at 60° north", () => {
    expect(greatCircle({ longitude: 0, latitude: 0 }, { longitude: 1, latitude: 0 })).toBeCloseTo(
      111_195.08,
      1,
    );
    expect(greatCircle({ longitude: 0, latitude: 60 }, { longitude: 1, latitude: 60 })).toBeCloseTo(
      55_597.01,
      0,
    );
  });
});

describe("regions", () => {
  test("hold their own records and those of unknown region", () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom("C1", "C2", null), { maxLength: 30 }),
        fc.constantFrom("C1", "C2", "C3"),
        (regions, asked) => {
          const records = regions.map((id, at) =>
            record(`A${at}`, id === null ? {} : { 所在县区: region(id) }),
          );
          const expected = records
            .filter((_, at) => regions[at] === asked || regions[at] === null)
            .map(({ id }) => id);
          const found = createFacts(records).inRegion("机构", "所在县区", asked);
          expect(found.map(({ id }) => id)).toEqual(expected.sort());
        },
      ),
    );
  });
});

describe("distances", () => {
  test("the direction itself comes before its reverse", () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.record({
            from: fc.constantFrom("a", "b", "c"),
            to: fc.constantFrom("a", "b", "c"),
            metres: fc.nat(3000),
          }),
          { maxLength: 9 },
        ),
        (rows) => {
          const unique = new Map<string, SuppliedDistance>(rows.map((row) => [`${row.from} ${row.to}`, row]));
          const facts = createFacts([], { distances: [...unique.values()] });
          for (const from of ["a", "b", "c"]) {
            for (const to of ["a", "b", "c"]) {
              const expected = unique.get(`${from} ${to}`) ?? unique.get(`${to} ${from}`);
              expect(facts.walkingDistance(from, to)).toBe(expected?.metres);
            }
          }
        },
      ),
    );
  });
});

describe("order", () => {
  test("of the records does not show", () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.string({ maxLength: 3 }), { maxLength: 20 }),
        fc.infiniteStream(fc.nat()),
        (ids, keys) => {
          const shuffled = ids
            .map((id) => [keys.next().value ?? 0, id] as const)
            .sort(([left], [right]) => left - right);
          const one = createFacts(ids.map((id) => record(id, {})));
          const other = createFacts(shuffled.map(([, id]) => record(id, {})));
          expect(other.records("机构")).toEqual(one.records("机构"));
        },
      ),
    );
  });

  test("odd names are plain data", () => {
    const facts = createFacts([record("__proto__", {}), record("constructor", {})]);
    expect(facts.record("机构", "__proto__")?.id).toBe("__proto__");
    expect(facts.record("机构", "toString")).toBeUndefined();
    expect(facts.records("__proto__")).toEqual([]);
    expect(facts.recordedReason("__proto__", "x", "y")).toBeUndefined();
  });
});
