import { CandidateIndex } from "./candidates.ts";
import { byScore, type Pairing } from "./pairing.ts";
import type { Profile, Weights } from "./profile.ts";

/** A further partner: part of what `left` said stands in `right`, or `right` took in what `left` said. */
export interface Shared {
  readonly kind: "split" | "merged";
  readonly left: number;
  readonly right: number;
}

interface Sides<Item> {
  readonly left: readonly Item[];
  readonly right: readonly Item[];
}

/**
 * A provision without a partner may be a part of one that has another partner already: then that one was split, or
 * the other way round it was merged with others. A provision is never both.
 */
export const findShared = (
  words: Sides<string>,
  profiles: Sides<Profile>,
  weights: Weights,
  pairing: Pairing,
  known: readonly Shared[],
): readonly Shared[] => {
  const isKnown = {
    left: new Set(known.filter(({ kind }) => kind === "merged").map(({ left }) => left)),
    right: new Set(known.filter(({ kind }) => kind === "split").map(({ right }) => right)),
  };
  const all = {
    left: new CandidateIndex(profiles.left, pairedOf(pairing.right), weights),
    right: new CandidateIndex(profiles.right, pairedOf(pairing.left), weights),
  };
  const runs = { left: runsOfAll(words.left), right: runsOfAll(words.right) };
  const found: (Shared & { readonly score: number })[] = [];
  for (const right of freeOf(pairing.left)) {
    if (isKnown.right.has(right)) continue;
    for (const left of all.left.nearest(profiles.right[right]!)) {
      const score = coverOf(runs.right(right), runs.left(left), runs.right(pairing.right[left]!));
      if (score > 0) found.push({ kind: "split", left, right, score });
    }
  }
  for (const left of freeOf(pairing.right)) {
    if (isKnown.left.has(left)) continue;
    for (const right of all.right.nearest(profiles.left[left]!)) {
      const score = coverOf(runs.left(left), runs.right(right), runs.left(pairing.left[right]!));
      if (score > 0) found.push({ kind: "merged", left, right, score });
    }
  }
  return withoutConflicts(known, found.toSorted(byScore), pairing);
};

/**
 * How much of a part stands in the whole, and in no other part of it, word for word; 0 where that is too little. Set
 * phrases (由…责令改正，处…罚款) stand in the other part as well and count for nothing.
 */
const coverOf = (runs: Runs, there: Runs, elsewhere: Runs): number => {
  if (runs.size < LEAST_RUNS) return 0;
  let [common, own] = [0, 0];
  for (const run of runs) {
    if (!there.has(run)) continue;
    common += 1;
    if (!elsewhere.has(run)) own += 1;
  }
  return common < LEAST_COVER * runs.size || own < LEAST_OWN * runs.size ? 0 : own / runs.size;
};

/** Every stretch of five letters. */
type Runs = ReadonlySet<string>;

/** Cut once for each unit that is asked for. */
const runsOfAll = (words: readonly string[]): ((index: number) => Runs) => {
  const known = new Map<number, Runs>();
  return (index) => {
    const runs = known.get(index) ?? runsOf(words[index]!);
    known.set(index, runs);
    return runs;
  };
};

const runsOf = (words: string): Runs => {
  const letters = words.replace(/[^\p{L}\p{N}#]/gu, "");
  const runs = new Set<string>();
  for (let at = 0; at + RUN <= letters.length; at += 1) runs.add(letters.slice(at, at + RUN));
  return runs;
};

const RUN = 5;
const LEAST_RUNS = 6;
const LEAST_COVER = 0.5;
const LEAST_OWN = 0.4;

const withoutConflicts = (
  known: readonly Shared[],
  found: readonly Shared[],
  pairing: Pairing,
): readonly Shared[] => {
  const parts = { split: new Set<number>(), merged: new Set<number>() };
  const wholes = { split: new Set<number>(), merged: new Set<number>() };
  const taken: Shared[] = [];
  for (const { kind, left, right } of [...known, ...found]) {
    const isSplit = kind === "split";
    const [part, whole] = isSplit ? [right, left] : [left, right];
    const partner = isSplit ? pairing.right[left]! : pairing.left[right]!;
    if (parts[kind].has(part) || wholes[isSplit ? "merged" : "split"].has(partner)) continue;
    parts[kind].add(part);
    wholes[kind].add(whole);
    taken.push({ kind, left, right });
  }
  return taken;
};

const freeOf = (partners: Int32Array): number[] =>
  [...partners.keys()].filter((index) => partners[index] === -1);

const pairedOf = (partners: Int32Array): number[] =>
  [...partners.keys()].filter((index) => partners[index] !== -1);
