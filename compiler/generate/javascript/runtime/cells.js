// @ts-check
/** @import { Points } from "./points.js" */
import { MISSING, NEVER, ODD } from "./points.js";

export const RADIANS = Math.PI / 180;

/** Candidates sorted into equal cells by counting, each cell at least as wide as a circle reaches. */
export class Cells {
  /** @param {Points} points @param {Uint8Array} open @param {number} angle */
  constructor(points, open, angle) {
    const { longitude, latitude } = points;
    let [west, east, south, north] = [Infinity, -Infinity, Infinity, -Infinity];
    let size = 0;
    for (let at = 0; at < open.length; at += 1) {
      const [across, up] = [longitude[at] ?? NaN, latitude[at] ?? NaN];
      if (open[at] === NEVER || up !== up) continue;
      size += 1;
      if (across < west) west = across;
      if (across > east) east = across;
      if (up < south) south = up;
      if (up > north) north = up;
    }
    if (size === 0) [west, east, south, north] = [0, 0, 0, 0];
    const reach = (angle / RADIANS) * 1.001;
    const farthest = Math.max(Math.abs(south), Math.abs(north)) + reach;
    const sideward = reach / Math.cos(farthest * RADIANS);
    /** Neither a pole nor the date line is near. */
    this.fits = farthest < 85 && west - sideward > -180 && east + sideward < 180;
    this.west = west;
    this.south = south;
    this.width = Math.max(sideward, (east - west) / MOST_CELLS);
    this.height = Math.max(reach, (north - south) / MOST_CELLS);
    this.columns = this.fits ? Math.floor((east - west) / this.width) + 3 : 3;
    this.rows = this.fits ? Math.floor((north - south) / this.height) + 3 : 3;
    this.starts = new Int32Array(this.columns * this.rows + 1);
    this.x = new Float64Array(size);
    this.y = new Float64Array(size);
    this.z = new Float64Array(size);
    this.key = new Int32Array(size);
    this.at = new Int32Array(size);
    if (this.fits) this.sort(points, open);
  }

  /** @param {Points} points @param {Uint8Array} open */
  sort({ longitude, latitude, key }, open) {
    const cells = new Int32Array(open.length).fill(-1);
    for (let at = 0; at < open.length; at += 1) {
      const up = latitude[at] ?? NaN;
      if (open[at] === NEVER || up !== up) continue;
      const cell = this.cellOf(longitude[at] ?? NaN, up);
      cells[at] = cell;
      this.starts[cell + 1] = (this.starts[cell + 1] ?? 0) + 1;
    }
    for (let cell = 1; cell < this.starts.length; cell += 1)
      this.starts[cell] = (this.starts[cell] ?? 0) + (this.starts[cell - 1] ?? 0);
    const next = this.starts.slice();
    for (let at = 0; at < open.length; at += 1) {
      const cell = cells[at] ?? -1;
      if (cell < 0) continue;
      const slot = next[cell] ?? 0;
      next[cell] = slot + 1;
      const [across, up] = [(longitude[at] ?? NaN) * RADIANS, (latitude[at] ?? NaN) * RADIANS];
      this.x[slot] = Math.cos(up) * Math.cos(across);
      this.y[slot] = Math.cos(up) * Math.sin(across);
      this.z[slot] = Math.sin(up);
      const own = key[at] ?? MISSING;
      this.key[slot] = own === MISSING || open[at] !== 0 ? ODD : own;
      this.at[slot] = at;
    }
  }

  /** The cell of a point; one that lies outside is put into the border next to it. @param {number} longitude @param {number} latitude */
  cellOf(longitude, latitude) {
    const column = Math.floor((longitude - this.west) / this.width) + 1;
    const row = Math.floor((latitude - this.south) / this.height) + 1;
    return (
      Math.max(0, Math.min(row, this.rows - 1)) * this.columns +
      Math.max(0, Math.min(column, this.columns - 1))
    );
  }
}

const MOST_CELLS = 2048;
