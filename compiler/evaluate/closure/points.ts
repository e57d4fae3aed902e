import type { Column } from "./column.ts";
import { straightMillimetres } from "../distance.ts";

type Coordinates = Extract<Column, { kind: "coordinate" }>;

/** Mean radius of the Earth in metres (IUGG). */
const EARTH_RADIUS = 6_371_008.8;

const radians = (degrees: number): number => (degrees * Math.PI) / 180;

/**
 * The points of one coordinate system in cells of longitude and latitude, sorted by counting. A question looks only at the
 * cells that its circle touches, and measures by the chord; only where the chord is as good as the limit does it
 * measure as the interpreter does.
 */
export class Points {
  readonly rows: Int32Array;
  readonly #longitudes: Float64Array;
  readonly #latitudes: Float64Array;
  readonly #chords: Float64Array;
  readonly #starts: Int32Array;
  readonly #side: number;
  readonly #west: number;
  readonly #south: number;
  readonly #width: number;
  readonly #height: number;

  constructor({ longitudes, latitudes, systems }: Coordinates, system: number) {
    const found: number[] = [];
    let [west, east, south, north] = [Infinity, -Infinity, Infinity, -Infinity];
    for (let row = 0; row < systems.length; row += 1) {
      if (systems[row] !== system) continue;
      found.push(row);
      west = Math.min(west, longitudes[row]!);
      east = Math.max(east, longitudes[row]!);
      south = Math.min(south, latitudes[row]!);
      north = Math.max(north, latitudes[row]!);
    }
    this.#side = Math.max(1, Math.min(MOST_CELLS, Math.ceil(Math.sqrt(found.length))));
    this.#west = found.length === 0 ? 0 : west;
    this.#south = found.length === 0 ? 0 : south;
    this.#width = Math.max((east - west) / this.#side, SMALLEST) || SMALLEST;
    this.#height = Math.max((north - south) / this.#side, SMALLEST) || SMALLEST;
    this.#starts = new Int32Array(this.#side * this.#side + 1);
    const cell = (row: number): number =>
      this.#line(latitudes[row]!) * this.#side + this.#column(longitudes[row]!);
    for (const row of found) this.#starts[cell(row) + 1]! += 1;
    for (let at = 1; at < this.#starts.length; at += 1) this.#starts[at]! += this.#starts[at - 1]!;
    const next = this.#starts.slice();
    this.rows = new Int32Array(found.length);
    for (const row of found) {
      const at = cell(row);
      this.rows[next[at]!] = row;
      next[at]! += 1;
    }
    this.#longitudes = Float64Array.from(this.rows, (row) => longitudes[row]!);
    this.#latitudes = Float64Array.from(this.rows, (row) => latitudes[row]!);
    this.#chords = new Float64Array(3 * found.length);
    for (let slot = 0; slot < found.length; slot += 1)
      onSphere(this.#longitudes[slot]!, this.#latitudes[slot]!, this.#chords, 3 * slot);
  }

  /** Tells the rows that are at most so many millimetres away. */
  within(longitude: number, latitude: number, millimetres: number, tell: (row: number) => void): void {
    if (millimetres < 0 || this.rows.length === 0) return;
    const angle = (millimetres / 1000 + 1) / EARTH_RADIUS;
    const top = Math.abs(radians(latitude)) + angle;
    const across =
      top < Math.PI / 2 ? degrees(Math.asin(Math.sin(angle) / Math.cos(radians(latitude)))) : 360;
    const up = degrees(angle) + MARGIN;
    // Over a pole or the date line a circle is no rectangle of cells.
    const everywhere = Math.abs(longitude) + across > 179.9;
    const [first, last] = everywhere
      ? [0, this.#side - 1]
      : [this.#column(longitude - across - MARGIN), this.#column(longitude + across + MARGIN)];
    const [bottom, highest] = [this.#line(latitude - up), this.#line(latitude + up)];
    onSphere(longitude, latitude, this.#own, 0);
    this.#limit(millimetres);
    for (let line = bottom; line <= highest; line += 1) {
      const end = this.#starts[line * this.#side + last + 1]!;
      for (let slot = this.#starts[line * this.#side + first]!; slot < end; slot += 1) {
        if (this.#isNear(slot, longitude, latitude, millimetres)) tell(this.rows[slot]!);
      }
    }
  }

  readonly #own = new Float64Array(3);
  #surelyIn = -1;
  #surelyOut = Infinity;
  #limitOf = Number.NaN;

  /** Squared chords that are certainly shorter or longer, by two millimetres. */
  #limit(millimetres: number): void {
    if (this.#limitOf === millimetres) return;
    this.#limitOf = millimetres;
    const squared = (length: number): number => (2 * Math.sin(length / 1000 / EARTH_RADIUS / 2)) ** 2;
    const isShort = millimetres < LONGEST_BY_CHORD;
    this.#surelyIn = isShort && millimetres > 2 ? squared(millimetres - 2) : -1;
    this.#surelyOut = isShort ? squared(millimetres + 2) : Infinity;
  }

  #isNear(slot: number, longitude: number, latitude: number, millimetres: number): boolean {
    const chords = this.#chords;
    const own = this.#own;
    const [x, y, z] = [
      chords[3 * slot]! - own[0]!,
      chords[3 * slot + 1]! - own[1]!,
      chords[3 * slot + 2]! - own[2]!,
    ];
    const chord = x * x + y * y + z * z;
    if (chord < this.#surelyIn) return true;
    if (chord > this.#surelyOut) return false;
    return isWithin(
      { longitude, latitude },
      { longitude: this.#longitudes[slot]!, latitude: this.#latitudes[slot]! },
      millimetres,
    );
  }

  #column(longitude: number): number {
    return clamp(Math.floor((longitude - this.#west) / this.#width), this.#side - 1);
  }

  #line(latitude: number): number {
    return clamp(Math.floor((latitude - this.#south) / this.#height), this.#side - 1);
  }
}

interface Place {
  readonly longitude: number;
  readonly latitude: number;
}

/** As the interpreter measures. */
export const isWithin = (from: Place, to: Place, millimetres: number): boolean =>
  straightMillimetres(
    { kind: "coordinate", system: null, ...from },
    { kind: "coordinate", system: null, ...to },
  ) <= millimetres;

const MOST_CELLS = 2048;
const SMALLEST = 1e-6;
/** Degrees by which cells are taken more than a circle needs. */
const MARGIN = 1e-6;
/** Half of the way to the other side of the Earth a chord hardly grows any more. */
const LONGEST_BY_CHORD = 3_000_000_000;

const degrees = (angle: number): number => (angle * 180) / Math.PI;

const onSphere = (longitude: number, latitude: number, into: Float64Array, at: number): void => {
  const [along, up] = [radians(longitude), radians(latitude)];
  into[at] = Math.cos(up) * Math.cos(along);
  into[at + 1] = Math.cos(up) * Math.sin(along);
  into[at + 2] = Math.sin(up);
};

const clamp = (value: number, highest: number): number => (value > 0 ? Math.min(value, highest) : 0);
