// @ts-check
/** @import { FactRecord } from "./objects.js" */

/** Mean radius of the Earth in metres (IUGG). */
export const EARTH = 6_371_008.8;

/** @type {(degrees: number) => number} */
const radians = (degrees) => (degrees * Math.PI) / 180;

/** @typedef {{ readonly longitude: number, readonly latitude: number }} Point */

/** Great-circle distance in whole millimetres, so that every engine gets the same. @type {(from: Point, to: Point) => number} */
export const straightMillimetres = (from, to) => {
  const [south, north] = [radians(from.latitude), radians(to.latitude)];
  const upward = Math.sin((north - south) / 2) ** 2;
  const sideward = Math.sin(radians(to.longitude - from.longitude) / 2) ** 2;
  const chord = Math.min(1, upward + Math.cos(south) * Math.cos(north) * sideward);
  return Math.round(2 * EARTH * Math.asin(Math.sqrt(chord)) * 1000);
};

/** Records with a coordinate, sorted by counting into equal cells, so that a question looks only at cells near it. */
export class Grid {
  /** @param {readonly FactRecord[]} records @param {string} field */
  constructor(records, field) {
    /** @type {FactRecord[]} */
    this.placed = [];
    /** @type {FactRecord[]} */
    this.unplaced = [];
    /** @type {Point[]} */
    this.points = [];
    for (const record of records) {
      const value = record.fact(field);
      if (value.kind === "coordinate") {
        this.placed.push(record);
        this.points.push(value);
      } else this.unplaced.push(record);
    }
    const [west, east] = rangeOf(this.points.map(({ longitude }) => longitude));
    const [south, north] = rangeOf(this.points.map(({ latitude }) => latitude));
    /** @type {number} */
    this.side = Math.max(1, Math.min(1024, Math.ceil(Math.sqrt(this.points.length))));
    /** @type {number} */
    this.west = west;
    /** @type {number} */
    this.south = south;
    /** @type {number} */
    this.width = Math.max((east - west) / this.side, 1e-6);
    /** @type {number} */
    this.height = Math.max((north - south) / this.side, 1e-6);
    this.starts = new Int32Array(this.side * this.side + 1);
    this.order = new Int32Array(this.points.length);
    const cells = this.points.map(
      ({ longitude, latitude }) => this.row(latitude) * this.side + this.column(longitude),
    );
    for (const cell of cells) this.starts[cell + 1] = (this.starts[cell + 1] ?? 0) + 1;
    for (let cell = 1; cell < this.starts.length; cell += 1)
      this.starts[cell] = (this.starts[cell] ?? 0) + (this.starts[cell - 1] ?? 0);
    const next = this.starts.slice();
    for (const [at, cell] of cells.entries()) {
      const slot = next[cell] ?? 0;
      this.order[slot] = at;
      next[cell] = slot + 1;
    }
  }

  /** Placed records at most so many millimetres away in a straight line. @param {Point} of @param {number} millimetres @returns {readonly FactRecord[]} */
  within(of, millimetres) {
    /** @type {FactRecord[]} */
    const found = [];
    /** @type {(at: number) => void} */
    const meet = (at) => {
      const [point, record] = [this.points[at], this.placed[at]];
      if (point !== undefined && record !== undefined && straightMillimetres(of, point) <= millimetres)
        found.push(record);
    };
    const angle = millimetres / 1000 / EARTH + 1e-9;
    const top = Math.abs(radians(of.latitude)) + angle;
    const across = top < Math.PI / 2 ? Math.asin(Math.sin(angle) / Math.cos(radians(of.latitude))) : Math.PI;
    const [high, wide] = [(angle * 180) / Math.PI + 1e-9, (across * 180) / Math.PI + 1e-9];
    // A circle that holds a pole or crosses the date line is compared with every point.
    if (top >= Math.PI / 2 || Math.abs(of.longitude) + wide > 180) {
      for (const at of this.points.keys()) meet(at);
      return found;
    }
    const [left, right] = [this.column(of.longitude - wide), this.column(of.longitude + wide)];
    const last = this.row(of.latitude + high);
    for (let row = this.row(of.latitude - high); row <= last; row += 1) {
      const end = this.starts[row * this.side + right + 1] ?? 0;
      for (let slot = this.starts[row * this.side + left] ?? 0; slot < end; slot += 1)
        meet(this.order[slot] ?? 0);
    }
    return found;
  }

  /** @param {number} longitude @returns {number} */
  column(longitude) {
    return Math.max(0, Math.min(this.side - 1, Math.floor((longitude - this.west) / this.width)));
  }

  /** @param {number} latitude @returns {number} */
  row(latitude) {
    return Math.max(0, Math.min(this.side - 1, Math.floor((latitude - this.south) / this.height)));
  }
}

/** @type {(values: readonly number[]) => readonly [number, number]} */
const rangeOf = (values) => {
  let [low, high] = [values[0] ?? 0, values[0] ?? 0];
  for (const value of values) {
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  return [low, high];
};
