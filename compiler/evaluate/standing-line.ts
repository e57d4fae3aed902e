import { compare } from "../../language/index.ts";
import type { FactRecord } from "../model/facts.ts";
import type { Ranking } from "../model/ir.ts";
import type { Reason } from "../model/outcome.ts";
import type { Value } from "../model/value.ts";
import { isOpen, openReasons, type Result } from "./result.ts";

/** A member of a ranking. */
export interface Entry {
  readonly record: FactRecord;
  readonly keys: readonly Result[];
  /** Why it is not certain that it is a member of the group; empty: it is. */
  readonly doubts: readonly Reason[];
}

/**
 * Members of a group with as many known keys before the first open one, all of them certain members or none. Sorted
 * by these keys, so that their places are found by halving instead of one by one.
 */
export interface Line {
  /** Tells the lines of a ranking apart. */
  readonly name: string;
  readonly known: number;
  readonly isCertain: boolean;
  readonly entries: readonly Entry[];
  readonly ids: ReadonlySet<string>;
}

/** How many keys are known before the first open one. */
export const knownKeys = (entry: Entry): number => {
  const open = entry.keys.findIndex(isOpen);
  return open < 0 ? entry.keys.length : open;
};

/** Puts entries that are alike into lines. */
export const makeLines = (ranking: Ranking, group: string, entries: readonly Entry[]): readonly Line[] => {
  const lines = new Map<string, Entry[]>();
  for (const entry of entries) {
    const name = `${entry.doubts.length === 0 ? "certain" : "doubtful"} ${knownKeys(entry)} ${group}`;
    const line = lines.get(name);
    if (line === undefined) lines.set(name, [entry]);
    else line.push(entry);
  }
  return Array.from(lines, ([name, alike]) => {
    const known = knownKeys(alike[0]!);
    alike.sort((left, right) => comparePrefix(ranking, known, left, right));
    const ids = new Set(alike.map(({ record }) => record.id));
    return { name, known, isCertain: alike[0]!.doubts.length === 0, entries: alike, ids };
  });
};

/** Where the entries of a line begin that stand level with `own` as far as both are known, and where they end. */
export const levelWith = (ranking: Ranking, line: Line, own: Entry): readonly [number, number] => {
  const length = Math.min(line.known, knownKeys(own));
  return [
    firstIndex(line.entries, (entry) => comparePrefix(ranking, length, entry, own) >= 0),
    firstIndex(line.entries, (entry) => comparePrefix(ranking, length, entry, own) > 0),
  ];
};

/** Some entries of a line, and which of their reasons count. */
export interface Part {
  readonly name: string;
  readonly reasons: () => readonly Reason[];
}

/** Why these are not certain members. */
export const doubtsOf = ({ name, isCertain, entries }: Line, from: number, to: number): readonly Part[] =>
  isCertain || from === to
    ? []
    : [
        {
          name: `doubts ${from} ${to} ${name}`,
          reasons: () => entries.slice(from, to).flatMap(({ doubts }) => doubts),
        },
      ];

/** The same, and why their keys are open. */
export const allOf = (line: Line, from: number, to: number): readonly Part[] => [
  ...doubtsOf(line, from, to),
  {
    name: `keys ${from} ${to} ${line.name}`,
    reasons: () => line.entries.slice(from, to).flatMap(({ keys }) => keys.flatMap(openReasons)),
  },
];

/** Negative where `left` stands before `right` by the first keys, which are known of both; zero where they tie. */
const comparePrefix = (ranking: Ranking, length: number, left: Entry, right: Entry): number => {
  for (let index = 0; index < length; index += 1) {
    const [first, second] = [left.keys[index]!, right.keys[index]!];
    if (isOpen(first) || isOpen(second)) return 0;
    const sign = compareValues(first, second, ranking.keys[index]!);
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
