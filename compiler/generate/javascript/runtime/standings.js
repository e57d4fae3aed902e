// @ts-check
/** @import { Key, RankingParts } from "./judging.js" */
/** @import { Context } from "./context.js" */
/** @import { FactRecord } from "./objects.js" */
/** @import { Reason } from "./reasons.js" */
/** @import { Result, Value } from "./values.js" */
import { signOf } from "./numbers.js";
import { joinedReasons, reasonLevel, reasonSet } from "./reasons.js";
import { reasonsBehind, valueKey } from "./values.js";

/**
 * One member: its keys, how many of them are known before the first open one, and why it is not certain that it
 * stands in the group.
 * @typedef {{ readonly record: FactRecord, readonly keys: readonly Result[], readonly known: number, readonly doubts: readonly Reason[] }} Entry
 */

/** @type {(context: Context, parts: RankingParts, record: FactRecord, doubts: readonly Reason[]) => Entry} */
export const enter = (context, { keys }, record, doubts) => {
  const values = keys.map(({ term }) => term(context, [record]));
  const open = values.findIndex(({ kind }) => kind === "open");
  return { record, keys: values, known: open < 0 ? keys.length : open, doubts };
};

/** Negative where `left` stands before `right` by their first `length` keys. @type {(keys: readonly Key[], left: Entry, right: Entry, length: number) => number} */
const orderBy = (keys, left, right, length) => {
  for (let at = 0; at < length; at += 1) {
    const [key, first, second] = [keys[at], left.keys[at], right.keys[at]];
    const sign = key && first && second ? orderOfKeys(key, first, second) : 0;
    if (sign !== 0) return sign;
  }
  return 0;
};

/** A value outside the order stands behind all others, whatever the direction. @type {(key: Key, left: Result, right: Result) => number} */
const orderOfKeys = ({ descending, ascending }, left, right) => {
  const sign = descending ? -1 : 1;
  if (left.kind === "number" && right.kind === "number") return sign * signOf(left.value, right.value);
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
    /** How many members before a place are certain, and of how many the doubts or the keys are open at each level. */
    this.sums = {
      certain: new Int32Array(length),
      doubts: [new Int32Array(length), new Int32Array(length)],
      keys: [new Int32Array(length), new Int32Array(length)],
    };
    for (const [at, entry] of this.entries.entries()) {
      const doubts = reasonLevel(entry.doubts);
      const keys = reasonLevel(entry.keys.flatMap(reasonsBehind));
      this.add(this.sums.certain, at, doubts === 0);
      for (const wanted of [2, 3]) {
        this.add(this.sums.doubts[wanted - 2], at, doubts === wanted);
        this.add(this.sums.keys[wanted - 2], at, keys === wanted);
      }
    }
  }

  /** @param {Int32Array | undefined} sums @param {number} at @param {boolean} one */
  add(sums, at, one) {
    if (sums !== undefined) sums[at + 1] = (sums[at] ?? 0) + Number(one);
  }

  /** Where those begin and end that agree with an entry as far as both are known. @param {Entry} own @returns {readonly [number, number]} */
  level(own) {
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

/**
 * The rows of one group, or of the members whose group is not known, and where each member stands in them, by 编号.
 * @typedef {{ readonly rows: readonly Row[], readonly places: ReadonlyMap<string, { readonly row: Row, readonly at: number }> }} Group
 */

/** @type {(parts: RankingParts, entries: readonly Entry[]) => Group} */
const groupOf = (parts, entries) => {
  /** @type {Map<number, Entry[]>} */
  const byKnown = new Map();
  for (const entry of entries) {
    const row = byKnown.get(entry.known);
    if (row === undefined) byKnown.set(entry.known, [entry]);
    else row.push(entry);
  }
  const rows = [...byKnown].map(([known, row]) => new Row(parts, row, known));
  /** @type {Map<string, { readonly row: Row, readonly at: number }>} */
  const places = new Map();
  for (const row of rows)
    for (const [at, { record }] of row.entries.entries()) places.set(record.id, { row, at });
  return { rows, places };
};

/** @typedef {{ readonly groups: ReadonlyMap<string, Group>, readonly floating: Group }} Standings */

/** The members of a ranking by group; sorted once. @type {(context: Context, parts: RankingParts) => Standings} */
export const standingsOf = (context, parts) =>
  context.recall(parts, "standings", () => {
    /** @type {Map<string, Entry[]>} */
    const groups = new Map();
    /** @type {Entry[]} */
    const floating = [];
    for (const record of context.register.records(parts.object)) {
      const member = parts.members.truth(context, [record]);
      if (member.kind === "false") continue;
      const group = parts.group === null ? null : record.fact(parts.group);
      const doubts = joinedReasons(member.reasons, group === null ? [] : reasonsBehind(group));
      const entry = enter(context, parts, record, doubts);
      if (group?.kind === "open") floating.push(entry);
      else {
        const key = groupKey(group);
        const entries = groups.get(key);
        if (entries === undefined) groups.set(key, [entry]);
        else entries.push(entry);
      }
    }
    return {
      groups: new Map([...groups].map(([key, entries]) => [key, groupOf(parts, entries)])),
      floating: groupOf(parts, floating),
    };
  });

/** @type {(group: Value | null) => string} */
const groupKey = (group) => (group === null ? "" : valueKey(group));

/** A part of a row that counts in the same way. @typedef {{ readonly row: Row, readonly from: number, readonly to: number, readonly self: number, readonly own: readonly Reason[] | null, readonly tie: readonly Reason[] }} Stretch */

/** A whole number between two bounds; why they differ is put together only when it is asked for. */
export class Between {
  /** @type {"open"} */
  kind = "open";

  constructor() {
    this.low = 1;
    this.high = 1;
    /** @type {Stretch[]} */
    this.stretches = [];
  }

  /** @param {Stretch} stretch @param {number} low @param {number} high */
  widen(stretch, low, high) {
    this.low += low;
    this.high += high;
    if (high > 0) this.stretches.push(stretch);
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
  const { groups, floating } = standingsOf(context, parts);
  const own = enter(context, parts, record, []);
  const ownReasons = own.keys.flatMap(reasonsBehind);
  const [front, back, size] = [new Between(), new Between(), new Between()];
  for (const place of [groups.get(groupKey(group)), floating]) {
    const itself = place?.places.get(record.id);
    for (const row of place?.rows ?? []) {
      const self = itself !== undefined && itself.row === row ? itself.at : -1;
      const [level, worse] = row.level(own);
      const all = stretchOf(row, 0, row.entries.length, self);
      size.widen({ ...all.stretch, own: null, tie: [] }, all.certain, all.count);
      const better = stretchOf(row, 0, level, self);
      front.widen({ ...better.stretch, own: null, tie: [] }, better.certain, better.count);
      const behind = stretchOf(row, worse, row.entries.length, self);
      back.widen({ ...behind.stretch, own: null, tie: [] }, behind.certain, behind.count);
      const beside = stretchOf(row, level, worse, self);
      const equal = row.known === parts.keys.length && own.known === parts.keys.length;
      if (equal && parts.ties === "shared") continue;
      const stretch = {
        ...beside.stretch,
        own: equal ? null : ownReasons,
        tie: equal ? tieReasons(parts) : [],
      };
      front.widen(stretch, 0, beside.count);
      back.widen(stretch, 0, beside.count);
    }
  }
  return { kind: "placement", front, back, size };
};

/** @type {(row: Row, from: number, to: number, self: number) => { stretch: { row: Row, from: number, to: number, self: number }, certain: number, count: number }} */
const stretchOf = (row, from, to, self) => {
  const inside = self >= from && self < to ? self : -1;
  const itself = inside < 0 ? undefined : row.entries[inside];
  const { certain } = row.sums;
  return {
    stretch: { row, from, to, self: inside },
    certain:
      (certain[to] ?? 0) -
      (certain[from] ?? 0) -
      (itself !== undefined && itself.doubts.length === 0 ? 1 : 0),
    count: to - from - (inside < 0 ? 0 : 1),
  };
};

/** 并列 shares the position; a lot or somebody's decision has yet to part equals. @type {(parts: RankingParts) => readonly Reason[]} */
const tieReasons = ({ name, ties }) =>
  ties === "shared" ? [] : [{ kind: "同名次", name, how: ties === "lot" ? "抽签" : "需裁量" }];
