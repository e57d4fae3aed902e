import { compare } from "../../language/index.ts";
import type { FactRecord } from "../model/facts.ts";
import type { Ranking } from "../model/ir.ts";
import type { Reason, Truth } from "../model/outcome.ts";
import type { Value } from "../model/value.ts";
import { evaluateCondition } from "./condition.ts";
import { reasonSet, union } from "./reason.ts";
import { isOpen, openReasons, valueKey, type Result } from "./result.ts";
import type { Run } from "./run.ts";
import { readField } from "./subject.ts";
import { evaluateTerm } from "./term.ts";
import { reasonsOf } from "./truth.ts";

/** The members of a ranking by group. Built once in a run. */
export interface Standings {
  readonly groups: ReadonlyMap<string, Group>;
  /** Members whose group is not known; they may stand in any. */
  readonly floating: readonly Entry[];
}

interface Group {
  /** Certain members with all keys known, best first. */
  readonly settled: readonly Entry[];
  /** 编号 of the settled ones. */
  readonly ids: ReadonlySet<string>;
  /** Members of which something is open. */
  readonly others: readonly Entry[];
}

interface Entry {
  readonly record: FactRecord;
  readonly keys: readonly Result[];
  /** Why it is not certain that it is a member of the group; empty: it is. */
  readonly doubts: readonly Reason[];
}

/** A whole number between two bounds, and why they differ. */
export interface Between {
  readonly low: number;
  readonly high: number;
  readonly reasons: readonly Reason[];
}

/** Positions counted from 1; members that tie share the first position of the tie. */
export interface Placement {
  readonly kind: "placement";
  readonly front: Between;
  readonly back: Between;
  readonly size: Between;
}

export const findStandings = (run: Run, ranking: Ranking): Standings => {
  const groups = new Map<string, { settled: Entry[]; others: Entry[]; ids: Set<string> }>();
  const floating: Entry[] = [];
  for (const record of run.facts.records(ranking.object)) {
    const member = evaluateCondition(run, ranking.members, [record]);
    if (member.kind === "false") continue;
    const group = ranking.group === null ? null : readField(run, record, ranking.group);
    const entry = enter(run, ranking, record, member, group);
    if (group !== null && isOpen(group)) floating.push(entry);
    else {
      const place = groups.get(groupKey(group)) ?? { settled: [], others: [], ids: new Set() };
      groups.set(groupKey(group), place);
      (entry.doubts.length === 0 && !entry.keys.some(isOpen) ? place.settled : place.others).push(entry);
    }
  }
  for (const { settled, ids } of groups.values()) {
    settled.sort((left, right) => compareKeys(ranking, left, right) ?? 0);
    for (const { record } of settled) ids.add(record.id);
  }
  return { groups, floating };
};

/** The place of a record in the group that it belongs to. */
export const placeAmong = (
  run: Run,
  ranking: Ranking,
  standings: Standings,
  group: Value | null,
  record: FactRecord,
): Placement => {
  const { settled, others, ids } = standings.groups.get(groupKey(group)) ?? NOBODY;
  const own = enter(run, ranking, record, { kind: "true" }, null);
  const tally = new Tally(ranking, own);
  const level = firstIndex(settled, (entry) => (compareKeys(ranking, entry, own) ?? 0) >= 0);
  const worse = firstIndex(settled, (entry) => (compareKeys(ranking, entry, own) ?? 0) > 0);
  tally.better(level);
  tally.worse(settled.length - worse);
  if (own.keys.some(isOpen)) tally.unclear(worse - level, own.keys.flatMap(openReasons));
  else tally.tied(worse - level - (ids.has(record.id) ? 1 : 0));
  for (const entry of [...others, ...standings.floating])
    if (entry.record.id !== record.id) tally.meet(entry);
  return tally.placement();
};

const NOBODY: Group = { settled: [], others: [], ids: new Set() };

/** Counts how the others stand to one member: certainly, or perhaps. */
class Tally {
  readonly #ranking: Ranking;
  readonly #own: Entry;
  readonly #front = { low: 1, high: 1, reasons: [] as Reason[] };
  readonly #back = { low: 1, high: 1, reasons: [] as Reason[] };
  readonly #size = { low: 1, high: 1, reasons: [] as Reason[] };

  constructor(ranking: Ranking, own: Entry) {
    this.#ranking = ranking;
    this.#own = own;
  }

  better(count: number): void {
    widen(this.#front, count, count, []);
    widen(this.#size, count, count, []);
  }

  worse(count: number): void {
    widen(this.#back, count, count, []);
    widen(this.#size, count, count, []);
  }

  /** Others that may stand on either side. */
  unclear(count: number, reasons: readonly Reason[]): void {
    if (count === 0) return;
    widen(this.#front, 0, count, reasons);
    widen(this.#back, 0, count, reasons);
    widen(this.#size, count, count, []);
  }

  /** Equal keys: 并列 shares the position; a lot or somebody's decision has yet to part them. */
  tied(count: number): void {
    if (this.#ranking.ties === "shared") widen(this.#size, count, count, []);
    else this.unclear(count, tieReasons(this.#ranking));
  }

  meet(entry: Entry): void {
    const { doubts } = entry;
    const least = doubts.length === 0 ? 1 : 0;
    widen(this.#size, least, 1, doubts);
    const sign = compareKeys(this.#ranking, entry, this.#own);
    if (sign === null) {
      const reasons = [...doubts, ...entry.keys.flatMap(openReasons), ...this.#own.keys.flatMap(openReasons)];
      widen(this.#front, 0, 1, reasons);
      widen(this.#back, 0, 1, reasons);
    } else if (sign < 0) widen(this.#front, least, 1, doubts);
    else if (sign > 0) widen(this.#back, least, 1, doubts);
    else if (this.#ranking.ties !== "shared") {
      const reasons = [...doubts, ...tieReasons(this.#ranking)];
      widen(this.#front, 0, 1, reasons);
      widen(this.#back, 0, 1, reasons);
    }
  }

  placement(): Placement {
    const settle = (between: Between): Between => ({ ...between, reasons: reasonSet(between.reasons) });
    return {
      kind: "placement",
      front: settle(this.#front),
      back: settle(this.#back),
      size: settle(this.#size),
    };
  }
}

const widen = (
  between: { low: number; high: number; reasons: Reason[] },
  low: number,
  high: number,
  reasons: readonly Reason[],
): void => {
  between.low += low;
  between.high += high;
  for (const reason of reasons) between.reasons.push(reason);
};

const enter = (
  run: Run,
  ranking: Ranking,
  record: FactRecord,
  member: Truth,
  group: Result | null,
): Entry => ({
  record,
  keys: ranking.keys.map((key) => evaluateTerm(run, key.term, [record])),
  doubts: union(reasonsOf(member), group === null ? [] : openReasons(group)),
});

/** Negative where `left` stands before `right`, zero where they tie, null where an open key comes before a difference. */
const compareKeys = (ranking: Ranking, left: Entry, right: Entry): number | null => {
  for (const [index, key] of ranking.keys.entries()) {
    const [first, second] = [left.keys[index]!, right.keys[index]!];
    if (isOpen(first) || isOpen(second)) return null;
    const sign = compareValues(first, second, key);
    if (sign !== 0) return sign;
  }
  return 0;
};

const compareValues = (left: Value, right: Value, key: Ranking["keys"][number]): number => {
  const sign = key.descending ? -1 : 1;
  if (left.kind === "number" && right.kind === "number") return sign * compare(left.value, right.value);
  if (left.kind === "date" && right.kind === "date") return sign * (left.value - right.value);
  if (left.kind !== "enumeration" || right.kind !== "enumeration" || key.term.type.kind !== "enumeration")
    return 0;
  const ascending = key.term.type.ascending ?? [];
  const [first, second] = [ascending.indexOf(left.value), ascending.indexOf(right.value)];
  // A value outside the order stands behind all others, whatever the direction.
  if (first < 0 || second < 0) return (first < 0 ? 1 : 0) - (second < 0 ? 1 : 0);
  return sign * (first - second);
};

const tieReasons = (ranking: Ranking): readonly Reason[] =>
  ranking.ties === "shared"
    ? []
    : [{ kind: "同名次", name: ranking.name, how: ranking.ties === "lot" ? "抽签" : "需裁量" }];

const groupKey = (group: Value | null): string => (group === null ? "" : valueKey(group));

const firstIndex = (entries: readonly Entry[], holds: (entry: Entry) => boolean): number => {
  let low = 0;
  let high = entries.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(entries[middle]!)) high = middle;
    else low = middle + 1;
  }
  return low;
};
