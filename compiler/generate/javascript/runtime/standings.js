// @ts-check
/** @import { Key, RankingParts } from "./judging.js" */
/** @import { Context } from "./context.js" */
/** @import { FactRecord } from "./objects.js" */
/** @import { Reason } from "./reasons.js" */
/** @import { Result, Value } from "./values.js" */
import { listedAs } from "./candidates.js";
import { signOf } from "./numbers.js";
import { joinedReasons, reasonLevel, reasonSet } from "./reasons.js";
import { reasonsBehind, valueKey } from "./values.js";

/**
 * One member: its keys, how many of them are known before the first open one, and why it is not certain that it
 * stands in the group. `scores` tell known keys apart as doubles, the smaller the better, as far as doubles can.
 * @typedef {{ readonly record: FactRecord, readonly keys: readonly Result[], readonly scores: readonly number[], readonly known: number, readonly doubts: readonly Reason[], row: Row | null, at: number }} Entry
 */

/** @type {(context: Context, parts: RankingParts, record: FactRecord, doubts: readonly Reason[]) => Entry} */
export const enter = (context, { keys }, record, doubts) => {
  const values = keys.map(({ term }) => term(context, [record]));
  const open = values.findIndex(({ kind }) => kind === "open");
  const scores = keys.map((key, at) => scoreOf(key, values[at]));
  return { record, keys: values, scores, known: open < 0 ? keys.length : open, doubts, row: null, at: -1 };
};

/** The quotient of two whole numbers that doubles hold exactly never stands on the wrong side of another one. @type {(key: Key, value: Result | undefined) => number} */
const scoreOf = ({ descending }, value) => {
  const sign = descending ? -1 : 1;
  if (value?.kind === "date") return sign * value.value;
  if (value?.kind !== "number") return NaN;
  const [above, below] = [Number(value.value.above), Number(value.value.below)];
  return Number.isSafeInteger(above) && Number.isSafeInteger(below) ? (sign * above) / below : NaN;
};

/** Negative where `left` stands before `right` by their first `length` keys. @type {(keys: readonly Key[], left: Entry, right: Entry, length: number) => number} */
const orderBy = (keys, left, right, length) => {
  for (let at = 0; at < length; at += 1) {
    const [one, other] = [left.scores[at] ?? NaN, right.scores[at] ?? NaN];
    if (one < other) return -1;
    if (one > other) return 1;
    const [key, first, second] = [keys[at], left.keys[at], right.keys[at]];
    const sign = key && first && second ? orderOfKeys(key, first, second) : 0;
    if (sign !== 0) return sign;
  }
  return 0;
};

/** A value outside the order stands behind all others, whatever the direction. @type {(key: Key, left: Result, right: Result) => number} */
const orderOfKeys = ({ descending, ascending }, left, right) => {
  const sign = descending ? -1 : 1;
  if (left.kind === "number" && right.kind === "number") {
    const [first, second] = [left.value, right.value];
    const alike = first.above === second.above && first.below === second.below;
    return alike ? 0 : sign * signOf(first, second);
  }
  if (left.kind === "date" && right.kind === "date") return sign * (left.value - right.value);
  if (left.kind !== "enumeration" || right.kind !== "enumeration") return 0;
  const [first, second] = [ascending.indexOf(left.value), ascending.indexOf(right.value)];
  if (first < 0 || second < 0) return Number(first < 0) - Number(second < 0);
  return sign * (first - second);
};

/** Members whose first `known` keys are known, best first, with sums that tell of any part of the row at once. */
class Row {
  /** @param {RankingParts} parts @param {readonly Entry[]} entries @param {number} known */
  constructor(parts, entries, known) {
    this.parts = parts;
    this.known = known;
    this.entries = [...entries].sort((left, right) => orderBy(parts.keys, left, right, known));
    const length = this.entries.length + 1;
    /** Where those begin, and end, that agree with the member at a place. */
    this.begins = new Int32Array(length);
    this.ends = new Int32Array(length);
    this.findTies();
    /** How many members before a place are certain, and of how many the doubts or the keys are open at each level. */
    this.sums = {
      certain: new Int32Array(length),
      doubts: [new Int32Array(length), new Int32Array(length)],
      keys: [new Int32Array(length), new Int32Array(length)],
    };
    for (const [at, entry] of this.entries.entries()) {
      entry.row = this;
      entry.at = at;
      const doubts = reasonLevel(entry.doubts);
      const keys = reasonLevel(entry.keys.flatMap(reasonsBehind));
      this.add(this.sums.certain, at, doubts === 0);
      for (const wanted of [2, 3]) {
        this.add(this.sums.doubts[wanted - 2], at, doubts === wanted);
        this.add(this.sums.keys[wanted - 2], at, keys === wanted);
      }
    }
  }

  findTies() {
    for (let begin = 0; begin < this.entries.length;) {
      let end = begin + 1;
      for (; end < this.entries.length; end += 1) {
        const [first, next] = [this.entries[begin], this.entries[end]];
        if (first && next && orderBy(this.parts.keys, first, next, this.known) !== 0) break;
      }
      this.begins.fill(begin, begin, end);
      this.ends.fill(end, begin, end);
      begin = end;
    }
  }

  /** @param {Int32Array | undefined} sums @param {number} at @param {boolean} one */
  add(sums, at, one) {
    if (sums !== undefined) sums[at + 1] = (sums[at] ?? 0) + Number(one);
  }

  /** Where those begin and end that agree with an entry as far as both are known. @param {Entry} own @returns {readonly [number, number]} */
  level(own) {
    if (own.row === this) return [this.begins[own.at] ?? 0, this.ends[own.at] ?? 0];
    const length = Math.min(own.known, this.known);
    return [this.first(own, length, 0), this.first(own, length, 1)];
  }

  /** @param {Entry} own @param {number} length @param {number} least */
  first(own, length, least) {
    let [low, high] = [0, this.entries.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      const entry = this.entries[middle];
      if (entry !== undefined && orderBy(this.parts.keys, entry, own, length) >= least) high = middle;
      else low = middle + 1;
    }
    return low;
  }
}

/** @type {(parts: RankingParts, entries: readonly Entry[]) => readonly Row[]} */
const rowsOf = (parts, entries) => {
  /** @type {Map<number, Entry[]>} */
  const byKnown = new Map();
  for (const entry of entries) {
    const row = byKnown.get(entry.known);
    if (row === undefined) byKnown.set(entry.known, [entry]);
    else row.push(entry);
  }
  return [...byKnown].map(([known, row]) => new Row(parts, row, known));
};

/**
 * Rows by group, those of members whose group is not known, and the members by their place in the register. `last` is the
 * record that was placed last: a ranking and a rule on it ask one after the other.
 * @typedef {{ readonly groups: ReadonlyMap<string, readonly Row[]>, readonly floating: readonly Row[], readonly members: readonly (Entry | null)[], last: { readonly record: FactRecord, readonly placement: Placement } | null }} Standings
 */

/** The members of a ranking by group; sorted once. @type {(context: Context, parts: RankingParts) => Standings} */
export const standingsOf = (context, parts) =>
  context.recall(parts, "standings", () => {
    /** @type {Map<string, Entry[]>} */
    const groups = new Map();
    /** @type {Entry[]} */
    const floating = [];
    const records = context.register.records(parts.object);
    /** @type {(Entry | null)[]} */
    const members = records.map(() => null);
    for (const record of records) {
      const member = parts.members.truth(context, [record]);
      if (member.kind === "false") continue;
      const group = parts.group === null ? null : record.fact(parts.group);
      const doubts = joinedReasons(member.reasons, group === null ? [] : reasonsBehind(group));
      const entry = enter(context, parts, record, doubts);
      members[record.index] = entry;
      if (group?.kind === "open") floating.push(entry);
      else {
        const key = groupKey(group);
        const entries = groups.get(key);
        if (entries === undefined) groups.set(key, [entry]);
        else entries.push(entry);
      }
    }
    return {
      groups: new Map([...groups].map(([key, entries]) => [key, rowsOf(parts, entries)])),
      floating: rowsOf(parts, floating),
      members,
      last: null,
    };
  });

/** @type {(group: Value | null) => string} */
const groupKey = (group) => {
  if (group === null) return "";
  return group.kind === "reference" ? group.id : valueKey(group);
};

/** A part of a row that counts in the same way. @typedef {{ readonly row: Row, readonly from: number, readonly to: number, readonly self: number, readonly own: readonly Reason[] | null, readonly tie: readonly Reason[] }} Stretch */

/** Where only the doubts of members count. @type {Pick<Stretch, "own" | "tie">} */
const DOUBTS = { own: null, tie: [] };
/** @type {readonly Stretch[]} */
const NONE = [];

/** A whole number between two bounds; why they differ is put together only when it is asked for. */
export class Between {
  /** @type {"open"} */
  kind = "open";

  constructor() {
    this.low = 1;
    this.high = 1;
    /** @type {readonly Stretch[]} */
    this.stretches = NONE;
  }

  /**
   * So many members of a row more, without the record itself; none of them is certain `beside` the record.
   * @param {Row} row @param {number} from @param {number} to @param {number} self @param {Pick<Stretch, "own" | "tie"> | null} beside
   */
  widen(row, from, to, self, beside) {
    const inside = self >= from && self < to ? self : -1;
    const { certain } = row.sums;
    const count = to - from - (inside < 0 ? 0 : 1);
    let least = 0;
    if (beside === null) {
      const itself = inside < 0 ? undefined : row.entries[inside];
      const own = itself !== undefined && itself.doubts.length === 0 ? 1 : 0;
      least = (certain[to] ?? 0) - (certain[from] ?? 0) - own;
    }
    this.low += least;
    this.high += count;
    if (count > least)
      this.stretches = [...this.stretches, { row, from, to, self: inside, ...(beside ?? DOUBTS) }];
  }

  /** @returns {readonly Reason[]} */
  get reasons() {
    /** @type {Reason[]} */
    const all = [];
    for (const { row, from, to, self, own, tie } of this.stretches) {
      for (let at = from; at < to; at += 1) {
        const entry = row.entries[at];
        if (at === self || entry === undefined) continue;
        for (const reason of entry.doubts) all.push(reason);
        if (own !== null) for (const reason of entry.keys.flatMap(reasonsBehind)) all.push(reason);
      }
      for (const reason of own ?? tie) all.push(reason);
    }
    return reasonSet(all);
  }

  /** 3 where a fact is missing, 2 where only a decision is, 0 where nothing is open; without looking at the members. */
  get level() {
    let most = 0;
    for (const { row, from, to, self, own, tie } of this.stretches) {
      most = Math.max(most, reasonLevel(own ?? tie));
      for (const [kind, sums] of /** @type {const} */ ([
        ["doubts", row.sums.doubts],
        ["keys", own === null ? [] : row.sums.keys],
      ])) {
        for (const [index, sum] of sums.entries()) {
          const entry = self < 0 ? undefined : row.entries[self];
          const reasons =
            entry === undefined ? [] : kind === "doubts" ? entry.doubts : entry.keys.flatMap(reasonsBehind);
          const without = reasonLevel(reasons) === index + 2 ? 1 : 0;
          if ((sum[to] ?? 0) - (sum[from] ?? 0) > without) most = Math.max(most, index + 2);
        }
      }
    }
    return most;
  }
}

/** Positions counted from 1; members that tie share the first position of the tie. @typedef {{ readonly kind: "placement", readonly front: Between, readonly back: Between, readonly size: Between }} Placement */

/** @type {(context: Context, parts: RankingParts, group: Value | null, record: FactRecord) => Placement} */
export const placeAmong = (context, parts, group, record) => {
  const standings = standingsOf(context, parts);
  if (standings.last?.record === record) return standings.last.placement;
  const listed = standings.members[listedAs(context, record)?.index ?? -1];
  const own = listed?.record === record ? listed : enter(context, parts, record, []);
  const placement = {
    /** @type {"placement"} */
    kind: "placement",
    front: new Between(),
    back: new Between(),
    size: new Between(),
  };
  for (const rows of [standings.groups.get(groupKey(group)) ?? [], standings.floating]) {
    for (const row of rows) addRow(parts, placement, row, own, listed?.row === row ? listed.at : -1);
  }
  standings.last = { record, placement };
  return placement;
};

/** @type {(parts: RankingParts, placement: Placement, row: Row, own: Entry, self: number) => void} */
const addRow = (parts, { front, back, size }, row, own, self) => {
  const { length } = row.entries;
  const [level, worse] = row.level(own);
  size.widen(row, 0, length, self, null);
  front.widen(row, 0, level, self, null);
  back.widen(row, worse, length, self, null);
  if (worse - level === (self >= level && self < worse ? 1 : 0)) return;
  const equal = row.known === parts.keys.length && own.known === parts.keys.length;
  if (equal && parts.ties === "shared") return;
  const beside = equal
    ? { own: null, tie: tieReasons(parts) }
    : { own: own.keys.flatMap(reasonsBehind), tie: [] };
  front.widen(row, level, worse, self, beside);
  back.widen(row, level, worse, self, beside);
};

/** 并列 shares the position; a lot or somebody's decision has yet to part equals. @type {(parts: RankingParts) => readonly Reason[]} */
const tieReasons = ({ name, ties }) =>
  ties === "shared" ? [] : [{ kind: "同名次", name, how: ties === "lot" ? "抽签" : "需裁量" }];
