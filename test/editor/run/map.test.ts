import { describe, expect, test } from "vitest";
import { drawnFor, locate, thin } from "../../../editor/components/map/located.ts";
import {
  fitPlane,
  gridLines,
  panBy,
  scaleBar,
  WHOLE,
  zoomAt,
} from "../../../editor/components/map/projection.ts";
import type { RunResults } from "../../../editor/worker/worker-api.ts";

const size = { width: 600, height: 300 };
const points = [
  { longitude: 111.6, latitude: 21.7 },
  { longitude: 112.2, latitude: 22.4 },
  { longitude: 111.9, latitude: 22.0 },
];

describe("the plane of the map", () => {
  test("holds all points within its margins, north above", () => {
    const plane = fitPlane(points, size)!;
    const places = points.map((point) => plane.project(point));
    for (const [x, y] of places) {
      expect(x).toBeGreaterThanOrEqual(27.9);
      expect(x).toBeLessThanOrEqual(572.1);
      expect(y).toBeGreaterThanOrEqual(27.9);
      expect(y).toBeLessThanOrEqual(272.1);
    }
    expect(places[1]![1]).toBeLessThan(places[0]![1]);
  });

  test("has no plane without points, and one around a single point", () => {
    expect(fitPlane([], size)).toBeNull();
    const [x, y] = fitPlane([points[0]!, points[0]!], size)!.project(points[0]!);
    expect(x).toBeCloseTo(300, 0);
    expect(y).toBeCloseTo(150, 0);
  });

  test("measures a kilometre as long as the ground is", () => {
    const plane = fitPlane(points, size)!;
    const degree = 1 / 111.195;
    const [, south] = plane.project({ longitude: 112, latitude: 22 });
    const [, north] = plane.project({ longitude: 112, latitude: 22 + degree });
    expect((south - north) / (plane.pixelsPerMetre(22) * 1000)).toBeCloseTo(1, 2);
  });

  test("says where a spot of the picture lies", () => {
    const plane = fitPlane(points, size)!;
    const { longitude, latitude } = plane.invert(...plane.project(points[2]!));
    expect(longitude).toBeCloseTo(111.9, 6);
    expect(latitude).toBeCloseTo(22.0, 6);
  });
});

describe("the camera", () => {
  test("keeps the spot under the pointer where it is", () => {
    const camera = zoomAt(zoomAt(WHOLE, 3, 100, 50), 2, 400, 200);
    const before = zoomAt(WHOLE, 3, 100, 50);
    expect((400 - camera.x) / camera.scale).toBeCloseTo((400 - before.x) / before.scale, 6);
  });

  test("goes neither farther than the whole nor out of the picture", () => {
    expect(zoomAt(WHOLE, 0.1, 0, 0).scale).toBe(1);
    expect(panBy(WHOLE, 100_000, -100_000, size)).toEqual({ scale: 1, x: 450, y: -225 });
  });
});

test("the scale is a round length that fits, and the grid has round degrees", () => {
  const { metres, pixels } = scaleBar(0.013, 140);
  expect(metres).toBe(10_000);
  expect(pixels).toBeCloseTo(130, 6);
  expect(gridLines(111.43, 112.31, 6)).toEqual([111.6, 111.8, 112, 112.2]);
});

describe("points", () => {
  const results = {
    statuses: ["不适用", "成立", "不符合", "符合"],
    decisions: [{ id: "r1" }, { id: "r2" }],
    records: [
      { object: "机构", id: "A" },
      { object: "机构", id: "B" },
    ],
    decision: Uint16Array.of(0, 1, 0, 1),
    record: Uint32Array.of(0, 0, 1, 1),
    status: Uint8Array.of(1, 2, 0, 3),
  } as unknown as RunResults;
  const at = { name: null, longitude: 112, latitude: 22 };

  test("show the most urgent of their results, the urgent points first", () => {
    const located = locate(
      [
        { object: "机构", id: "C", ...at },
        { object: "机构", id: "B", ...at },
        { object: "机构", id: "A", ...at },
      ],
      results,
    );
    expect(located.map(({ title, status, decision }) => [title, status, decision])).toEqual([
      ["A", "不符合", "r2"],
      ["B", "符合", "r2"],
      ["C", null, null],
    ]);
  });

  test("that a line leads to are drawn though the search words leave them out of the list", () => {
    const points = ["A", "B", "C"].map((id) => ({ object: "机构", id, ...at }));
    const located = locate(points, results);
    const [centre, point] = points as [(typeof points)[number], (typeof points)[number]];
    const neighbour = { point, straightMetres: 10, walkingMetres: null, decided: false };
    const reach = { centre, circles: [], neighbours: [neighbour] };
    const drawn = (words: string, from: typeof reach | null) =>
      drawnFor(located, words, from).map(({ title }) => title);
    expect(drawn("C", null)).toEqual(["C"]);
    expect(drawn("A", reach)).toEqual(["A", "B"]);
    expect(drawn("C", reach)).toEqual(["A", "B", "C"]);
    expect(drawn("", reach)).toEqual(["A", "B", "C"]);
  });

  test("that would cover each other are thinned to the most urgent, which is drawn last", () => {
    const places = [
      [10, 10],
      [11, 11],
      [200, 50],
      [-500, 10],
    ] as const;
    expect(thin(places.length, (each) => places[each]!, 300, 100, 4)).toEqual([2, 0]);
  });
});
