import type { FactRecord } from "../model/facts.ts";
import type { Ranking } from "../model/ir.ts";
import type { Reason, Truth } from "../model/outcome.ts";
import type { Value } from "../model/value.ts";
import { evaluateCondition } from "./condition.ts";
import { reasonSet, union } from "./reason.ts";
import { isOpen, openReasons, valueKey, type Result } from "./result.ts";
import type { Run } from "./run.ts";
import {
  allOf,
  doubtsOf,
  knownKeys,
  levelWith,
  makeLines,
  type Entry,
  type Line,
  type Part,
} from "./standing-line.ts";
import { readField } from "./subject.ts";
import { evaluateTerm } from "./term.ts";
import { reasonsOf } from "./truth.ts";

/** The members of a ranking by group. Built once in a run. */
export interface Standings {
  readonly groups: ReadonlyMap<string, readonly Line[]>;
  /** Members whose group is not known; they may stand in any. */
  readonly floating: readonly Line[];
  /** Reasons that have been put together, because many members share them. */
  readonly joined: Map<string, readonly Reason[]>;
}

/** A whole number between two bounds, and why they differ. */
export interface Between {
  readonly low: number;
  readonly high: number;
  /** Put together when they are first asked for: where the bounds are enough, nobody asks. */
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
  const groups = new Map<string, Entry[]>();
  const floating: Entry[] = [];
  for (const record of run.facts.records(ranking.object)) {
    const member = evaluateCondition(run, ranking.members, [record]);
    if (member.kind === "false") continue;
    const group = ranking.group === null ? null : readField(run, record, ranking.group);
    const entry = enter(run, ranking, record, member, group);
    if (group !== null && isOpen(group)) floating.push(entry);
    else {
      const place = groups.get(groupKey(group));
      if (place === undefined) groups.set(groupKey(group), [entry]);
      else place.push(entry);
    }
  }
  return {
    groups: new Map(Array.from(groups, ([key, entries]) => [key, makeLines(ranking, `in ${key}`, entries)])),
    floating: makeLines(ranking, "floating", floating),
    joined: new Map(),
  };
};

/** The place of a record in the group that it belongs to. */
export const placeAmong = (
  run: Run,
  ranking: Ranking,
  standings: Standings,
  group: Value | null,
  record: FactRecord,
): Placement => {
  const lines = standings.groups.get(groupKey(group)) ?? [];
  const own = enter(run, ranking, record, { kind: "true" }, null);
  const [front, back, size] = [new Tally(standings), new Tally(standings), new Tally(standings)];
  const openKeys = ownOpenKeys(ranking, lines, own);
  for (const line of [...lines, ...standings.floating]) {
    const [from, to] = levelWith(ranking, line, own);
    const { length } = line.entries;
    const self = line.ids.has(record.id) ? 1 : 0;
    const least = line.isCertain ? 1 : 0;
    front.add(from, least, doubtsOf(line, 0, from));
    back.add(length - to, least, doubtsOf(line, to, length));
    size.add(length - self, least, doubtsOf(line, 0, length));
    const level = to - from - self;
    const isTie = line.known === ranking.keys.length && knownKeys(own) === ranking.keys.length;
    // 并列 shares the position; a lot or somebody's decision has yet to part equal keys.
    if (isTie && ranking.ties === "shared") continue;
    const reasons = isTie
      ? [...doubtsOf(line, from, to), tie(ranking)]
      : [...allOf(line, from, to), ...openKeys];
    front.add(level, 0, reasons);
    back.add(level, 0, reasons);
  }
  return { kind: "placement", front, back, size };
};

/**
 * Counts others that stand on one side, certainly or perhaps. The record itself may be among those whose reasons are put
 * together, so that all members of a line share them: its own doubts are reasons of its result in any case.
 */
class Tally implements Between {
  low = 1;
  high = 1;
  readonly #standings: Standings;
  readonly #parts: Part[] = [];

  constructor(standings: Standings) {
    this.#standings = standings;
  }

  /** So many more, of each of which `least` is certain. */
  add(count: number, least: number, parts: readonly Part[]): void {
    if (count === 0) return;
    this.low += least * count;
    this.high += count;
    this.#parts.push(...parts);
  }

  get reasons(): readonly Reason[] {
    if (this.#parts.length === 0) return [];
    const { joined } = this.#standings;
    const key = JSON.stringify(this.#parts.map(({ name }) => name));
    const found = joined.get(key) ?? reasonSet(this.#parts.flatMap((part) => part.reasons()));
    joined.set(key, found);
    return found;
  }
}

/** Why keys of the record itself are open: told by its place in its line, so that others in this place share it. */
const ownOpenKeys = (ranking: Ranking, lines: readonly Line[], own: Entry): readonly Part[] => {
  const reasons = own.keys.flatMap(openReasons);
  if (reasons.length === 0) return [];
  const line = lines.find(({ ids }) => ids.has(own.record.id));
  if (line === undefined) return [{ name: `own ${own.record.id}`, reasons: () => reasons }];
  return allOf(line, ...levelWith(ranking, line, own));
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

const tie = (ranking: Ranking): Part => ({
  name: "tie",
  reasons: () => [{ kind: "同名次", name: ranking.name, how: ranking.ties === "lot" ? "抽签" : "需裁量" }],
});

const groupKey = (group: Value | null): string => (group === null ? "" : valueKey(group));
