import type { Point } from "./cell-coordinate.ts";
import { greatCircle, reach } from "./great-circle.ts";

/**
 * Points in equal cells of longitude and latitude, sorted into them by counting. Built once in linear time; a
 * question looks only at the cells that its circle touches.
 */
export class Grid {
  readonly #points: readonly Point[];
  readonly #west: number;
  readonly #south: number;
  readonly #cellWidth: number;
  readonly #cellHeight: number;
  readonly #columns: number;
  readonly #rows: number;
  /** Where each cell begins in `#order`, with one more entry for the end. */
  readonly #starts: Int32Array;
  readonly #order: Int32Array;

  constructor(points: readonly Point[]) {
    this.#points = points;
    const [west, east] = extent(points, (point) => point.longitude);
    const [south, north] = extent(points, (point) => point.latitude);
    const side = Math.max(1, Math.min(MOST_CELLS_PER_SIDE, Math.ceil(Math.sqrt(points.length))));
    this.#west = west;
    this.#south = south;
    this.#columns = side;
    this.#rows = side;
    this.#cellWidth = Math.max((east - west) / side, SMALLEST_CELL);
    this.#cellHeight = Math.max((north - south) / side, SMALLEST_CELL);
    this.#starts = new Int32Array(side * side + 1);
    this.#order = new Int32Array(points.length);
    this.#sort();
  }

  /** Positions of the points at most `metres` (with a little slack) away, in no order. */
  within(of: Point, metres: number): readonly number[] {
    const limit = metres * (1 + SLACK) + 1;
    const found: number[] = [];
    const radius = reach(of, limit);
    const crossesDateLine = radius !== null && Math.abs(of.longitude) + radius.longitude > 180;
    if (radius === null || crossesDateLine) {
      for (const [at, point] of this.#points.entries()) if (greatCircle(of, point) <= limit) found.push(at);
      return found;
    }
    const lastColumn = this.#column(of.longitude + radius.longitude);
    const lastRow = this.#row(of.latitude + radius.latitude);
    for (let row = this.#row(of.latitude - radius.latitude); row <= lastRow; row += 1) {
      const first = row * this.#columns + this.#column(of.longitude - radius.longitude);
      const last = row * this.#columns + lastColumn;
      for (let slot = this.#starts[first]!; slot < this.#starts[last + 1]!; slot += 1) {
        const at = this.#order[slot]!;
        if (greatCircle(of, this.#points[at]!) <= limit) found.push(at);
      }
    }
    return found;
  }

  #sort(): void {
    for (const point of this.#points) this.#starts[this.#cell(point) + 1]! += 1;
    for (let cell = 1; cell < this.#starts.length; cell += 1) this.#starts[cell]! += this.#starts[cell - 1]!;
    const next = this.#starts.slice(0, -1);
    for (const [at, point] of this.#points.entries()) {
      const cell = this.#cell(point);
      this.#order[next[cell]!] = at;
      next[cell]! += 1;
    }
  }

  #cell(point: Point): number {
    return this.#row(point.latitude) * this.#columns + this.#column(point.longitude);
  }

  #column(longitude: number): number {
    return clamp(Math.floor((longitude - this.#west) / this.#cellWidth), this.#columns - 1);
  }

  #row(latitude: number): number {
    return clamp(Math.floor((latitude - this.#south) / this.#cellHeight), this.#rows - 1);
  }
}

/** The caller may measure the Earth by another radius; a superset must hold for all of them (they differ by 0.3％). */
const SLACK = 0.01;
const SMALLEST_CELL = 1e-6;
const MOST_CELLS_PER_SIDE = 1024;

const clamp = (value: number, highest: number): number => Math.max(0, Math.min(highest, value));

const extent = (points: readonly Point[], of: (point: Point) => number): readonly [number, number] => {
  let [low, high] = [Infinity, -Infinity];
  for (const point of points) {
    low = Math.min(low, of(point));
    high = Math.max(high, of(point));
  }
  return points.length === 0 ? [0, 0] : [low, high];
};
