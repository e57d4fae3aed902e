import { geoMercator } from "d3-geo";

/** Radius of the earth in metres, as everywhere else where distances are computed. */
const EARTH = 6_371_008.8;

export interface Coordinate {
  readonly longitude: number;
  readonly latitude: number;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** What is seen of the plane: `scale` times as large, and moved by `x` and `y` pixels. */
export interface Camera {
  readonly scale: number;
  readonly x: number;
  readonly y: number;
}

export const WHOLE: Camera = { scale: 1, x: 0, y: 0 };
export const LARGEST_SCALE = 400;

/** A plane on which all points lie within the margins of the picture. */
export interface Plane {
  readonly project: (point: Coordinate) => readonly [number, number];
  readonly invert: (x: number, y: number) => Coordinate;
  /** Pixels of the plane for a metre on the ground at that latitude. */
  readonly pixelsPerMetre: (latitude: number) => number;
}

const MARGIN = 28;
/** Points that lie on one spot are shown with this much around them, in degrees. */
const LEAST_SPREAD = 0.01;

/** Null where there is no point. */
export const fitPlane = (points: readonly Coordinate[], { width, height }: Size): Plane | null => {
  if (points.length === 0) return null;
  const bounds = boundsOf(points);
  const projection = geoMercator().fitExtent(
    [
      [MARGIN, MARGIN],
      [Math.max(MARGIN + 1, width - MARGIN), Math.max(MARGIN + 1, height - MARGIN)],
    ],
    { type: "MultiPoint", coordinates: bounds },
  );
  const scale = projection.scale();
  return {
    project: ({ longitude, latitude }) => projection([longitude, latitude]) ?? [0, 0],
    invert: (x, y) => {
      const [longitude, latitude] = projection.invert?.([x, y]) ?? [0, 0];
      return { longitude, latitude };
    },
    pixelsPerMetre: (latitude) => scale / (EARTH * Math.cos((latitude * Math.PI) / 180)),
  };
};

/** The same spot of the ground stays under the pointer. */
export const zoomAt = (camera: Camera, factor: number, x: number, y: number): Camera => {
  const scale = Math.min(LARGEST_SCALE, Math.max(1, camera.scale * factor));
  const change = scale / camera.scale;
  return { scale, x: x - (x - camera.x) * change, y: y - (y - camera.y) * change };
};

/** At least a corner of the plane stays in the picture. */
export const panBy = (camera: Camera, x: number, y: number, { width, height }: Size): Camera => ({
  scale: camera.scale,
  x: Math.min(width * 0.75, Math.max(width * 0.25 - width * camera.scale, camera.x + x)),
  y: Math.min(height * 0.75, Math.max(height * 0.25 - height * camera.scale, camera.y + y)),
});

/** Puts a spot of the plane into the middle. */
export const centreOn = (scale: number, at: readonly [number, number], { width, height }: Size): Camera => ({
  scale,
  x: width / 2 - at[0] * scale,
  y: height / 2 - at[1] * scale,
});

/** The round length whose bar is at most `most` pixels long. */
export const scaleBar = (
  pixelsPerMetre: number,
  most: number,
): { readonly metres: number; readonly pixels: number } => {
  const longest = most / pixelsPerMetre;
  const power = 10 ** Math.floor(Math.log10(longest));
  const metres = power * (longest / power >= 5 ? 5 : longest / power >= 2 ? 2 : 1);
  return { metres, pixels: metres * pixelsPerMetre };
};

/** Degrees of the lines of the grid between two ends, a round number apart. */
export const gridLines = (from: number, to: number, most: number): readonly number[] => {
  const step = GRID_STEPS.find((each) => (to - from) / each <= most) ?? 30;
  const first = Math.ceil(from / step);
  const count = Math.max(0, Math.floor(to / step) - first + 1);
  return Array.from({ length: count }, (_, at) => Number(((first + at) * step).toFixed(4)));
};

const GRID_STEPS = [0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10];

const boundsOf = (points: readonly Coordinate[]): [[number, number], [number, number]] => {
  let [west, east, south, north] = [Infinity, -Infinity, Infinity, -Infinity];
  for (const { longitude, latitude } of points) {
    west = Math.min(west, longitude);
    east = Math.max(east, longitude);
    south = Math.min(south, latitude);
    north = Math.max(north, latitude);
  }
  const widen = (low: number, high: number): [number, number] =>
    high - low < LEAST_SPREAD
      ? [(low + high - LEAST_SPREAD) / 2, (low + high + LEAST_SPREAD) / 2]
      : [low, high];
  [west, east] = widen(west, east);
  [south, north] = widen(south, north);
  return [
    [west, south],
    [east, north],
  ];
};
