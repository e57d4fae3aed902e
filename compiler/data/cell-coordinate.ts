import { comparable } from "./width.ts";

/** Degrees, longitude first. */
export interface Point {
  readonly longitude: number;
  readonly latitude: number;
}

/** `111.95,21.85` or 东经111.95，北纬21.85 (also 经度…纬度…); null for anything else and for places outside China. */
export const readPoint = (text: string): Point | null => {
  const written = comparable(text).replaceAll("°", "").replaceAll("度", "");
  const match = PLAIN.exec(written) ?? NAMED.exec(written);
  if (!match) return null;
  const point = { longitude: Number(match[1]), latitude: Number(match[2]) };
  return within(point) ? point : null;
};

const DEGREES = String.raw`(\d{1,3}(?:\.\d{1,15})?)`;
const PLAIN = new RegExp(`^${DEGREES}[,、]${DEGREES}$`);
const NAMED = new RegExp(`^(?:东经|经)${DEGREES}[,、]?(?:北纬|纬)${DEGREES}$`);

/** Swapped or projected coordinates fall outside, and must not become distances. */
const within = ({ longitude, latitude }: Point): boolean =>
  longitude >= 73 && longitude <= 136 && latitude >= 3 && latitude <= 54;
