// @ts-check
/** @import { Condition } from "./conditions.js" */
/** @import { Context } from "./context.js" */
/** @import { Term } from "./terms.js" */
import { EARTH, straightMillimetres } from "./grid.js";
import { wholeMillimetres } from "./distances.js";
import { levelOf } from "./fast.js";
import { FactRecord } from "./objects.js";
import { level } from "./truth.js";

/** @typedef {Readonly<Record<string, unknown>>} Given */

/**
 * How many records of `object` within so many metres in a straight line agree with the judged record in `same` and meet
 * `where`, against a count. `except`: the judged record itself does not count. Only facts that nobody judges are asked for.
 * @typedef {{
 *   readonly node: Condition,
 *   readonly subject: string,
 *   readonly object: string,
 *   readonly from: string,
 *   readonly to: string,
 *   readonly metres: Term,
 *   readonly count: Term,
 *   readonly operator: ">=" | "<=" | "=",
 *   readonly same: readonly (readonly [string, string])[],
 *   readonly where: readonly Condition[],
 *   readonly except: boolean,
 * }} Question
 */

/**
 * Counts the neighbours of all records of a register in one go, from cell to cell, when the first is asked for. A record
 * that does not stand in the register, or of which a fact is missing, is left to the explaining half.
 */
export class Neighbours {
  /** @param {Context} context @param {Question} question */
  constructor(context, question) {
    this.context = context;
    this.question = question;
    /** @type {Counts | null | undefined} */
    this.counts = undefined;
    /** @type {ReadonlyMap<Given, number> | null} */
    this.places = null;
    /** Registers are mostly judged in their own order. */
    this.next = 0;
  }

  /** 0 假, 1 真, 2 and 3 不定. @param {Given} given @returns {number} */
  levelOf(given) {
    if (this.counts === undefined) this.counts = countNeighbours(this.context, this.question);
    const { counts } = this;
    if (counts !== null) {
      const at = counts.given[this.next] === given ? this.next : this.placeOf(counts, given);
      const certain = counts.certain[at] ?? -1;
      if (certain >= 0) {
        this.next = at + 1;
        const found = against(
          this.question.operator,
          counts.limit,
          certain,
          certain + (counts.more[at] ?? 0),
        );
        return found === null ? (counts.level[at] ?? 3) : found;
      }
    }
    return levelOf(this.question.node, this.question.subject, given, this.context);
  }

  /** @param {Counts} counts @param {Given} given */
  placeOf(counts, given) {
    this.places ??= new Map(counts.given.map((each, at) => [each, at]));
    return this.places.get(given) ?? -1;
  }
}

/** For each record of the register: how many count (-1: not found here), how many more may, and how those are open. @typedef {{ readonly given: readonly Given[], readonly limit: number, readonly certain: Int32Array, readonly more: Int32Array, readonly level: Uint8Array }} Counts */

/** Null where numbers between the two do not agree. @type {(operator: Question["operator"], limit: number, low: number, high: number) => number | null} */
const against = (operator, limit, low, high) => {
  switch (operator) {
    case ">=":
      return low >= limit ? 1 : high < limit ? 0 : null;
    case "<=":
      return high <= limit ? 1 : low > limit ? 0 : null;
    case "=":
      return high < limit || low > limit ? 0 : low === high ? 1 : null;
  }
};

/** Null where the circles are too large, or reach a pole or the date line. @type {(context: Context, question: Question) => Counts | null} */
const countNeighbours = (context, question) => {
  const metres = question.metres(context, []);
  const count = question.count(context, []);
  if (metres.kind !== "number" || count.kind !== "number" || count.value.below !== 1n) return null;
  const millimetres = wholeMillimetres(metres.value);
  const angle = (millimetres + 1) / 1000 / EARTH;
  if (millimetres < 0 || angle > WIDEST) return null;

  const codes = question.same.map(() => new Map());
  const candidates = pointsOf(
    context,
    question.object,
    question.to,
    codes,
    question.same.map(([, field]) => field),
  );
  if (candidates === null) return null;
  const alike = question.subject === question.object && question.from === question.to;
  const same = alike && question.same.every(([left, right]) => left === right);
  const subjects = same
    ? candidates
    : pointsOf(
        context,
        question.subject,
        question.from,
        codes,
        question.same.map(([field]) => field),
      );
  if (subjects === null) return null;

  const open = openLevels(context, question, candidates);
  const cells = new Cells(candidates, open, angle);
  if (!cells.fits) return null;
  const { length } = subjects.given;
  const certain = new Int32Array(length).fill(-1);
  const more = new Int32Array(length);
  const levels = new Uint8Array(length);
  const chord = 2 * Math.sin((millimetres + 0.5) / 1000 / EARTH / 2);
  const limit = chord * chord;
  const [below, above] = [limit * (1 - 1e-9), limit * (1 + 1e-9)];
  /** @type {Map<number, number>} */
  const unplaced = new Map();
  const { x, y, z, key, at, starts, columns } = cells;
  const order = same ? at : null;
  for (let turn = 0; turn < (order === null ? length : order.length); turn += 1) {
    const subject = order === null ? turn : /** @type {number} */ (order[turn]);
    const own = /** @type {number} */ (subjects.key[subject]);
    const longitude = /** @type {number} */ (subjects.longitude[subject]);
    const latitude = /** @type {number} */ (subjects.latitude[subject]);
    if (own < 0 || !(Math.abs(longitude) <= 180)) continue;
    const around = Math.cos(latitude * RADIANS);
    const ownX = order === null ? around * Math.cos(longitude * RADIANS) : /** @type {number} */ (x[turn]);
    const ownY = order === null ? around * Math.sin(longitude * RADIANS) : /** @type {number} */ (y[turn]);
    const ownZ = order === null ? Math.sin(latitude * RADIANS) : /** @type {number} */ (z[turn]);
    const itself = question.except && alike ? subject : -1;
    let found = 0;
    let perhaps = unplaced.get(own);
    if (perhaps === undefined) {
      perhaps = 0;
      for (const other of candidates.unplaced) {
        if (open[other] !== NEVER && agrees(candidates, other, subjects, subject)) perhaps += 1;
      }
      unplaced.set(own, perhaps);
    }
    let worst = perhaps > 0 ? 3 : 0;
    const middle = cells.cellOf(longitude, latitude);
    for (let row = middle - columns; row <= middle + columns; row += columns) {
      const end = /** @type {number} */ (starts[Math.max(0, Math.min(row + 2, starts.length - 1))]);
      let slot = /** @type {number} */ (starts[Math.max(0, Math.min(row - 1, starts.length - 1))]);
      for (; slot < end; slot += 1) {
        const other = /** @type {number} */ (key[slot]);
        if (other !== own && other !== ODD) continue;
        const dx = /** @type {number} */ (x[slot]) - ownX;
        const dy = /** @type {number} */ (y[slot]) - ownY;
        const dz = /** @type {number} */ (z[slot]) - ownZ;
        const square = dx * dx + dy * dy + dz * dz;
        if (square >= above) continue;
        const place = /** @type {number} */ (at[slot]);
        if (
          square > below &&
          straightMillimetres(candidates.point(place), subjects.point(subject)) > millimetres
        )
          continue;
        if (place === itself) continue;
        if (other === own) found += 1;
        else if (agrees(candidates, place, subjects, subject)) {
          perhaps += 1;
          worst = Math.max(worst, candidates.key[place] === MISSING ? 3 : (open[place] ?? 3));
        }
      }
    }
    certain[subject] = found;
    more[subject] = perhaps;
    levels[subject] = worst;
  }
  return { given: subjects.given, limit: Number(count.value.above), certain, more, level: levels };
};

const RADIANS = Math.PI / 180;
/** A tenth of a radian, some 640 公里: beyond it cells are of no use. */
const WIDEST = 0.1;
/** A key where a compared fact is missing, and one of a candidate of which something is open. */
const MISSING = -1;
const ODD = -2;
/** Not a candidate at all. */
const NEVER = 255;

/** What is compared of the records of an object. */
class Points {
  /** @param {readonly Given[]} given @param {number} fields */
  constructor(given, fields) {
    this.given = given;
    this.longitude = new Float64Array(given.length).fill(NaN);
    this.latitude = new Float64Array(given.length).fill(NaN);
    /** One number for all compared facts together. */
    this.key = new Int32Array(given.length);
    /** One number for each of them; 0 where it is missing. */
    this.codes = Array.from({ length: fields }, () => new Int32Array(given.length));
    /** @type {number[]} */
    this.unplaced = [];
  }

  /** @param {number} at */
  point(at) {
    return { longitude: this.longitude[at] ?? NaN, latitude: this.latitude[at] ?? NaN };
  }
}

/** Null where two records have one 编号 or one has none. @type {(context: Context, object: string, field: string, codes: readonly Map<unknown, number>[], fields: readonly string[]) => Points | null} */
const pointsOf = (context, object, field, codes, fields) => {
  const given = context.register.objects.get(object)?.given ?? [];
  const points = new Points(given, fields.length);
  const ids = new Set();
  for (let at = 0; at < given.length; at += 1) {
    const record = /** @type {Given} */ (given[at]);
    const id = record["编号"];
    if (typeof id !== "string" || id === "") return null;
    ids.add(id);
    if (!readPoint(record[field], points, at)) points.unplaced.push(at);
    let key = 0;
    for (let index = 0; index < fields.length; index += 1) {
      const known = /** @type {Map<unknown, number>} */ (codes[index]);
      const value = record[/** @type {string} */ (fields[index])];
      let code = 0;
      if ((typeof value === "string" && value !== "") || typeof value === "boolean") {
        code = known.get(value) ?? 0;
        if (code === 0) {
          code = known.size + 1;
          known.set(value, code);
        }
      }
      /** @type {Int32Array} */ (points.codes[index])[at] = code;
      key = code === 0 || key < 0 || key >= MOST_KEYS ? MISSING : key * MOST_VALUES + code;
      if (code >= MOST_VALUES) return null;
    }
    points.key[at] = key;
  }
  return ids.size === given.length ? points : null;
};

/** So that the key of two compared facts, or of one with many values, stays a whole number of 32 bits. */
const MOST_VALUES = 46_000;
const MOST_KEYS = 46_000;

/** 经度,纬度 in decimal degrees, and nothing else. @type {(given: unknown, points: Points, at: number) => boolean} */
const readPoint = (given, points, at) => {
  if (typeof given !== "string") return false;
  let comma = -1;
  for (let index = 0; index < given.length; index += 1) {
    const code = given.charCodeAt(index);
    if ((code >= 48 && code <= 57) || code === 46) continue;
    if (code === 44 && comma < 0) comma = index;
    else if (code !== 45 || (index !== 0 && index !== comma + 1)) return false;
  }
  if (comma < 1 || comma === given.length - 1) return false;
  const longitude = Number(given.slice(0, comma));
  const latitude = Number(given.slice(comma + 1));
  if (!Number.isFinite(longitude) || !Number.isFinite(latitude)) return false;
  points.longitude[at] = longitude;
  points.latitude[at] = latitude;
  return true;
};

/** What each candidate is by itself: `NEVER`, 0 where it counts wherever it agrees, else how it is open. @type {(context: Context, question: Question, candidates: Points) => Uint8Array} */
const openLevels = (context, { where, object }, { given }) => {
  const open = new Uint8Array(given.length);
  const type = context.register.objects.get(object)?.object;
  if (where.length === 0 || type === undefined) return open;
  for (let at = 0; at < given.length; at += 1) {
    const record = new FactRecord(type, /** @type {Given} */ (given[at]), true);
    for (const condition of where) {
      const found = level(condition.truth(context, [record, record]));
      if (found === 0) {
        open[at] = NEVER;
        break;
      }
      if (found > 1) open[at] = Math.max(open[at] ?? 0, found);
    }
  }
  return open;
};

/** Whether no known fact tells them apart. @type {(candidates: Points, other: number, subjects: Points, subject: number) => boolean} */
const agrees = (candidates, other, subjects, subject) =>
  candidates.codes.every((codes, index) => {
    const [left, right] = [codes[other] ?? 0, subjects.codes[index]?.[subject] ?? 0];
    return left === 0 || right === 0 || left === right;
  });

/** Candidates sorted into equal cells by counting, each cell at least as wide as a circle reaches. */
class Cells {
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
