import type { Point } from "./cell-coordinate.ts";

/** Mean radius of the Earth in metres (IUGG). */
const RADIUS = 6_371_008.8;

const RADIANS = Math.PI / 180;

/** Distance over the sphere in metres (haversine). */
export const greatCircle = (from: Point, to: Point): number => {
  const latitude = Math.sin(((to.latitude - from.latitude) * RADIANS) / 2);
  const longitude = Math.sin(((to.longitude - from.longitude) * RADIANS) / 2);
  const chord =
    latitude * latitude +
    Math.cos(from.latitude * RADIANS) * Math.cos(to.latitude * RADIANS) * longitude * longitude;
  return 2 * RADIUS * Math.asin(Math.min(1, Math.sqrt(chord)));
};

/** Degrees of latitude and longitude that a circle around the point reaches; null where it holds a pole or half the Earth. */
export const reach = (
  of: Point,
  metres: number,
): { readonly latitude: number; readonly longitude: number } | null => {
  const angle = metres / RADIUS;
  const top = Math.abs(of.latitude) * RADIANS + angle;
  if (!(top < Math.PI / 2)) return null;
  return {
    latitude: angle / RADIANS,
    longitude: Math.asin(Math.sin(angle) / Math.cos(of.latitude * RADIANS)) / RADIANS,
  };
};
