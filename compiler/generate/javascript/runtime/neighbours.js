// @ts-check
/** @import { Condition } from "./conditions.js" */
/** @import { Context } from "./context.js" */
/** @import { Given } from "./points.js" */
/** @import { Term } from "./terms.js" */
import { EARTH, straightMillimetres } from "./grid.js";
import { wholeMillimetres } from "./distances.js";
import { levelOf } from "./fast.js";
import { Rows } from "./rows.js";
import { Cells, RADIANS } from "./cells.js";
import { agrees, MISSING, NEVER, ODD, openLevels, pointsOf } from "./points.js";

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
    this.rows = new Rows(context, question.subject);
  }

  /** 0 假, 1 真, 2 and 3 不定. @param {Given} given @returns {number} */
  levelOf(given) {
    if (this.counts === undefined) this.counts = countNeighbours(this.context, this.question);
    const { counts } = this;
    if (counts !== null) {
      const at = this.rows.placeOf(given);
      const certain = counts.certain[at] ?? -1;
      if (certain >= 0) {
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
}

/** For each record of the register: how many count (-1: not found here), how many more may, and how those are open. @typedef {{ readonly limit: number, readonly certain: Int32Array, readonly more: Int32Array, readonly level: Uint8Array }} Counts */

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
  const same =
    question.subject === question.object &&
    question.from === question.to &&
    question.same.every(([left, right]) => left === right);
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
  // Where rounding could part the two ways to a distance, the one that every engine goes decides.
  const unsure = chord * 1e-9 + 1e-13;
  const [below, above] = [Math.max(0, chord - unsure) ** 2, (chord + unsure) ** 2];
  /** @type {Map<number, number>} */
  const unplaced = new Map();
  const { x, y, z, key, at, starts, columns } = cells;
  // From cell to cell where every judged record is a candidate too, because then most of what is read is at hand.
  const order = same && question.where.length === 0 ? at : null;
  for (let turn = 0; turn < (order === null ? length : order.length); turn += 1) {
    const subject = order === null ? turn : (order[turn] ?? 0);
    const own = subjects.key[subject] ?? 0;
    const longitude = subjects.longitude[subject] ?? 0;
    const latitude = subjects.latitude[subject] ?? 0;
    if (own < 0 || !(Math.abs(longitude) <= 180)) continue;
    const around = Math.cos(latitude * RADIANS);
    const ownX = order === null ? around * Math.cos(longitude * RADIANS) : (x[turn] ?? 0);
    const ownY = order === null ? around * Math.sin(longitude * RADIANS) : (y[turn] ?? 0);
    const ownZ = order === null ? Math.sin(latitude * RADIANS) : (z[turn] ?? 0);
    const itself = question.except && question.subject === question.object ? subject : -1;
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
      const end = starts[Math.max(0, Math.min(row + 2, starts.length - 1))] ?? 0;
      let slot = starts[Math.max(0, Math.min(row - 1, starts.length - 1))] ?? 0;
      for (; slot < end; slot += 1) {
        const other = key[slot] ?? 0;
        if (other !== own && other !== ODD) continue;
        const dx = (x[slot] ?? 0) - ownX;
        const dy = (y[slot] ?? 0) - ownY;
        const dz = (z[slot] ?? 0) - ownZ;
        const square = dx * dx + dy * dy + dz * dz;
        if (square >= above) continue;
        const place = at[slot] ?? 0;
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
  return { limit: Number(count.value.above), certain, more, level: levels };
};

/** A tenth of a radian, some 640 公里: beyond it cells are of no use. */
const WIDEST = 0.1;
