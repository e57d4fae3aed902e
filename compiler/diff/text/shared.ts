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
): readonly Shared[] => {
  const all = {
    left: new CandidateIndex(profiles.left, pairedOf(pairing.right), weights),
    right: new CandidateIndex(profiles.right, pairedOf(pairing.left), weights),
  };
  const found: (Shared & { readonly score: number })[] = [];
  for (const right of freeOf(pairing.left)) {
    for (const left of all.left.nearest(profiles.right[right]!)) {
      const score = coverOf(words.right[right]!, words.left[left]!, words.right[pairing.right[left]!]!);
      if (score > 0) found.push({ kind: "split", left, right, score });
    }
  }
  for (const left of freeOf(pairing.right)) {
    for (const right of all.right.nearest(profiles.left[left]!)) {
      const score = coverOf(words.left[left]!, words.right[right]!, words.left[pairing.left[right]!]!);
      if (score > 0) found.push({ kind: "merged", left, right, score });
    }
  }
  return withoutConflicts(found.toSorted(byScore), pairing);
};

/**
 * How much of a part stands in the whole, and in no other part of it, word for word; 0 where that is too little. Set
 * phrases (由…责令改正，处…罚款) stand in the other part as well and count for nothing.
 */
const coverOf = (part: string, whole: string, other: string): number => {
  const runs = runsOf(part);
  if (runs.size < LEAST_RUNS) return 0;
  const [there, elsewhere] = [runsOf(whole), runsOf(other)];
  let [common, own] = [0, 0];
  for (const run of runs) {
    if (!there.has(run)) continue;
    common += 1;
    if (!elsewhere.has(run)) own += 1;
  }
  return common < LEAST_COVER * runs.size || own < LEAST_OWN * runs.size ? 0 : own / runs.size;
};

/** Every stretch of five letters. */
const runsOf = (words: string): ReadonlySet<string> => {
  const letters = words.replace(/[^\p{L}\p{N}#]/gu, "");
  const runs = new Set<string>();
  for (let at = 0; at + RUN <= letters.length; at += 1) runs.add(letters.slice(at, at + RUN));
  return runs;
};

const RUN = 5;
const LEAST_RUNS = 6;
const LEAST_COVER = 0.5;
const LEAST_OWN = 0.4;

const withoutConflicts = (found: readonly Shared[], pairing: Pairing): readonly Shared[] => {
  const parts = { split: new Set<number>(), merged: new Set<number>() };
  const wholes = { split: new Set<number>(), merged: new Set<number>() };
  return found.filter(({ kind, left, right }) => {
    if (kind === "split") {
      if (parts.split.has(right) || wholes.merged.has(pairing.right[left]!)) return false;
      parts.split.add(right);
      wholes.split.add(left);
    } else {
      if (parts.merged.has(left) || wholes.split.has(pairing.left[right]!)) return false;
      parts.merged.add(left);
      wholes.merged.add(right);
    }
    return true;
  });
};

const freeOf = (partners: Int32Array): number[] =>
  [...partners.keys()].filter((index) => partners[index] === -1);

const pairedOf = (partners: Int32Array): number[] =>
  [...partners.keys()].filter((index) => partners[index] !== -1);
