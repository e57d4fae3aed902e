// @ts-check
/** @import { Condition } from "./conditions.js" */
/** @import { Context } from "./context.js" */
import { FactRecord } from "./objects.js";
import { level } from "./truth.js";

/** @typedef {Readonly<Record<string, unknown>>} Given */

/** A key where a compared fact is missing, and one of a candidate of which something is open. */
export const MISSING = -1;
export const ODD = -2;
/** Not a candidate at all. */
export const NEVER = 255;

/** What is compared of the records of an object. */
export class Points {
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
export const pointsOf = (context, object, field, codes, fields) => {
  const given = context.register.objects.get(object)?.given ?? [];
  const points = new Points(given, fields.length);
  const compared = fields.map((name, index) => ({
    name,
    known: codes[index] ?? new Map(),
    column: points.codes[index] ?? new Int32Array(given.length),
  }));
  let previous = "";
  let ascending = true;
  for (const [at, record] of given.entries()) {
    const id = record["编号"];
    if (typeof id !== "string" || id === "") return null;
    ascending &&= id > previous;
    previous = id;
    if (!readPoint(record[field], points, at)) points.unplaced.push(at);
    let key = 0;
    for (const { name, known, column } of compared) {
      const value = record[name];
      let code = 0;
      if ((typeof value === "string" && value !== "") || typeof value === "boolean") {
        code = known.get(value) ?? 0;
        if (code === 0) {
          code = known.size + 1;
          known.set(value, code);
          if (code >= MOST_VALUES) return null;
        }
      }
      column[at] = code;
      key = code === 0 || key === MISSING ? MISSING : key * MOST_VALUES + code;
    }
    points.key[at] = key;
  }
  // Most registers are sorted by 编号; only others need a list of what has been seen.
  return ascending || new Set(given.map((record) => record["编号"])).size === given.length ? points : null;
};

/** So that the key of two compared facts stays a whole number of 32 bits. */
const MOST_VALUES = 46_000;

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

/** What each candidate is by itself: `NEVER`, 0 where it counts wherever it agrees, else how it is open. @type {(context: Context, question: { readonly where: readonly Condition[], readonly object: string }, candidates: { readonly given: readonly Given[] }) => Uint8Array} */
export const openLevels = (context, { where, object }, { given }) => {
  const open = new Uint8Array(given.length);
  const type = context.register.objects.get(object)?.object;
  if (where.length === 0 || type === undefined) return open;
  for (const [at, each] of given.entries()) {
    const record = new FactRecord(type, each, true);
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
export const agrees = (candidates, other, subjects, subject) =>
  candidates.codes.every((codes, index) => {
    const [left, right] = [codes[other] ?? 0, subjects.codes[index]?.[subject] ?? 0];
    return left === 0 || right === 0 || left === right;
  });
