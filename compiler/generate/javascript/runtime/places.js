// @ts-check
/** @import { Condition } from "./conditions.js" */
/** @import { Context } from "./context.js" */
/** @import { Given } from "./points.js" */
/** @import { Term } from "./terms.js" */
import { codeFor, levelFor, numberOf } from "./fast.js";
import { NEVER, openLevels } from "./points.js";
import { shareOf } from "./rankings.js";
import { Rows } from "./rows.js";

/**
 * A ranking by one number of the record, of which a whole unit has `steps` steps. Only facts that nobody judges are asked for.
 * @typedef {{
 *   readonly ranking: string,
 *   readonly object: string,
 *   readonly group: string | null,
 *   readonly key: string,
 *   readonly steps: number,
 *   readonly descending: boolean,
 *   readonly ties: "shared" | "lot" | "discretion",
 *   readonly members: readonly Condition[],
 * }} Ladder
 */

/**
 * The places of all records of a register, found in columns when the first is asked for. What does not stand in the register,
 * or stands where more than a missing number is open, is left to the explaining half.
 */
export class Places {
  /** @param {Context} context @param {Ladder} ladder */
  constructor(context, ladder) {
    this.context = context;
    this.ladder = ladder;
    this.rows = new Rows(context, ladder.object);
    /** @type {Standing | null | undefined} */
    this.standing = undefined;
  }

  /** The row of a record, or -1. @param {Given} given */
  rowOf(given) {
    if (this.standing === undefined) this.standing = this.rows.haveOwnIds() ? standingOf(this) : null;
    return this.standing === null ? -1 : this.rows.placeOf(given);
  }

  /** The status code of the ranking itself. @param {Given} given */
  codeOf(given) {
    const at = this.rowOf(given);
    const kind = this.standing?.kind[at] ?? UNSURE;
    if (kind === OUT) return 0;
    if (kind === UNSURE || !this.standing) {
      const { ranking, object } = this.ladder;
      return codeFor(ranking, this.context.recordOf(object, given), this.context);
    }
    return (this.standing.more[at] ?? 0) === 0 ? 5 : 6 + (this.standing.open[at] ?? 3);
  }
}

/** Whether a record stands among so many places, or such a share of them, from one end; `node` says the same. */
export class Quota {
  /** @param {Places} places @param {Condition} node @param {"front" | "back"} end @param {Term} amount @param {boolean} share */
  constructor(places, node, end, amount, share) {
    this.places = places;
    this.node = node;
    this.end = end;
    this.amount = amount;
    this.share = share;
    /** By the size of the group: up to which place it is certain, up to which it may be, and how open that is. @type {Map<number, { low: number, high: number, level: number } | null>} */
    this.limits = new Map();
  }

  /** 0 假, 1 真, 2 and 3 不定. @param {Given} given */
  levelOf(given) {
    const { places } = this;
    const at = places.rowOf(given);
    const { standing } = places;
    const kind = standing?.kind[at] ?? UNSURE;
    if (kind === OUT) return 0;
    if (kind !== UNSURE && standing) {
      const limits = this.limitsOf(standing.size[at] ?? 0);
      if (limits !== null) {
        const low = (this.end === "front" ? standing.front[at] : standing.back[at]) ?? 0;
        const more = standing.more[at] ?? 0;
        if (low + more <= limits.low) return 1;
        if (low > limits.high) return 0;
        return Math.max(2, more > 0 ? (standing.open[at] ?? 3) : 0, limits.level);
      }
    }
    const { context, ladder } = places;
    return levelFor(this.node, context.recordOf(ladder.object, given), context);
  }

  /** @param {number} size */
  limitsOf(size) {
    const known = this.limits.get(size);
    if (known !== undefined) return known;
    const found = this.limitsFor(size);
    this.limits.set(size, found);
    return found;
  }

  /** Null where the amount is open. @param {number} size */
  limitsFor(size) {
    const { context, ladder } = this.places;
    const amount = this.amount(context, []);
    const parts = context.definition.decisions.get(ladder.ranking)?.ranking;
    if (amount.kind !== "number" || !parts) return null;
    const { value } = amount;
    const quota = this.share
      ? shareOf(parts, value, { low: size, high: size, level: 0, reasons: [] })
      : { low: value, high: value, level: 0 };
    const places = (/** @type {{ above: bigint, below: bigint }} */ { above, below }) =>
      Number(above >= 0n ? above / below : -1n);
    return { low: places(quota.low), high: places(quota.high), level: quota.level };
  }
}

/** Not a member; placed; left to the explaining half. */
const OUT = 0;
const PLACED = 1;
const UNSURE = 2;

/** For each record: the best place from the front and from the back, how many more it may be, how open that is, and the size of its group. @typedef {{ readonly kind: Uint8Array, readonly front: Int32Array, readonly back: Int32Array, readonly more: Int32Array, readonly open: Uint8Array, readonly size: Int32Array }} Standing */

/** @type {(places: Places) => Standing | null} */
const standingOf = ({ context, ladder, rows: { given } }) => {
  const { length } = given;
  const open = openLevels(context, { where: ladder.members, object: ladder.object }, { given });
  const scores = new Float64Array(length);
  const groupOf = new Int32Array(length).fill(-1);
  /** @type {Map<unknown, number>} */
  const groups = new Map();
  const sign = ladder.descending ? -ladder.steps : ladder.steps;
  for (const [at, record] of given.entries()) {
    if (open[at] === NEVER) continue;
    if (open[at] !== 0) return null;
    const group = ladder.group === null ? "" : record[ladder.group];
    // Who may stand in any group may come before everybody.
    if (typeof group !== "string" || (group === "" && ladder.group !== null)) return null;
    const score = Math.round(numberOf(record[ladder.key]) * sign);
    if (Math.abs(score) > Number.MAX_SAFE_INTEGER) return null;
    scores[at] = score;
    let number = groups.get(group);
    if (number === undefined) {
      number = groups.size;
      groups.set(group, number);
    }
    groupOf[at] = number;
  }
  const starts = new Int32Array(groups.size + 1);
  for (const group of groupOf) if (group >= 0) starts[group + 1] = (starts[group + 1] ?? 0) + 1;
  for (let group = 0; group < groups.size; group += 1)
    starts[group + 1] = (starts[group + 1] ?? 0) + (starts[group] ?? 0);
  const next = starts.slice();
  const order = new Int32Array(starts[groups.size] ?? 0);
  for (let at = 0; at < length; at += 1) {
    const group = groupOf[at] ?? -1;
    if (group < 0) continue;
    const slot = next[group] ?? 0;
    next[group] = slot + 1;
    order[slot] = at;
  }
  /** @type {Standing} */
  const standing = {
    kind: new Uint8Array(length),
    front: new Int32Array(length),
    back: new Int32Array(length),
    more: new Int32Array(length),
    open: new Uint8Array(length),
    size: new Int32Array(length),
  };
  for (let group = 0; group < groups.size; group += 1)
    placeGroup(standing, ladder, scores, order.subarray(starts[group], starts[group + 1]));
  return standing;
};

/** Best first; those whose number is missing may stand anywhere. @type {(standing: Standing, ladder: Ladder, scores: Float64Array, group: Int32Array) => void} */
const placeGroup = (standing, { ties }, scores, group) => {
  const scoreAt = (/** @type {number} */ at) => scores[group[at] ?? 0] ?? NaN;
  const known = sortGroup(scores, group);
  const missing = group.length - known;
  for (let begin = 0; begin < known;) {
    let end = begin + 1;
    while (end < known && scoreAt(end) === scoreAt(begin)) end += 1;
    const drawn = ties === "shared" ? 0 : end - begin - 1;
    for (let at = begin; at < end; at += 1) {
      const row = group[at] ?? 0;
      standing.kind[row] = PLACED;
      standing.front[row] = begin + 1;
      standing.back[row] = known - end + 1;
      standing.more[row] = missing + drawn;
      standing.open[row] = missing > 0 ? 3 : 2;
      standing.size[row] = group.length;
    }
    begin = end;
  }
  for (let at = known; at < group.length; at += 1) standing.kind[group[at] ?? 0] = UNSURE;
};

/**
 * Sorts the rows of a group by their scores, those without one last, and says how many have one. Doubles sort fastest by
 * themselves, so that a score and the place of its row go into one where it holds both.
 * @type {(scores: Float64Array, group: Int32Array) => number}
 */
const sortGroup = (scores, group) => {
  const { length } = group;
  const rows = group.slice();
  let [known, last, least, most] = [0, length, Infinity, -Infinity];
  for (const row of rows) {
    const score = scores[row] ?? NaN;
    if (score !== score) group[(last -= 1)] = row;
    else {
      group[known++] = row;
      least = Math.min(least, score);
      most = Math.max(most, score);
    }
  }
  const part = group.subarray(0, known);
  if (!Number.isSafeInteger((most - least + 1) * length)) {
    part.sort((left, right) => (scores[left] ?? 0) - (scores[right] ?? 0));
    return known;
  }
  const keys = new Float64Array(known);
  for (let at = 0; at < known; at += 1) keys[at] = ((scores[part[at] ?? 0] ?? 0) - least) * length + at;
  keys.sort();
  rows.set(part);
  for (let at = 0; at < known; at += 1) part[at] = rows[(keys[at] ?? 0) % length] ?? 0;
  return known;
};
