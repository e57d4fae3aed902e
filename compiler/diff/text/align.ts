import type { Comparison } from "../../model/change.ts";
import { CandidateIndex } from "./candidates.ts";
import { joinEqual } from "./exact.ts";
import { isFree, joinBest, newPairing, type Candidate, type Pairing } from "./pairing.ts";
import { profileOf, Weights, type Profile } from "./profile.ts";
import { relationOf } from "./relation.ts";
import { findShared, type Shared } from "./shared.ts";
import { bonusOfPlace } from "./place-bonus.ts";
import type { ProvisionUnit, TextUnits } from "./unit.ts";
import { wordsWithoutNumbers } from "./words.ts";

export interface Alignment {
  readonly pairing: Pairing;
  /** Further partners of provisions that were split or merged. */
  readonly shared: readonly Shared[];
  readonly relation: Comparison["relation"];
  readonly profiles: { readonly left: readonly Profile[]; readonly right: readonly Profile[] };
}

/** Finds who became whom by what the provisions say; numbers only settle ties. */
export const alignProvisions = (left: TextUnits, right: TextUnits): Alignment => {
  const pairing = newPairing(left.provisions.length, right.provisions.length);
  const labels = { left: left.provisions.map(labelOf), right: right.provisions.map(labelOf) };
  const wordsOf = ({ words }: ProvisionUnit): string => words;
  joinEqual(pairing, left.provisions.map(wordsOf), right.provisions.map(wordsOf), labels, true);
  const longest = Math.max(left.provisions.length, right.provisions.length);
  const share = longest === 0 ? 1 : pairing.right.filter((partner) => partner !== -1).length / longest;
  const masked = {
    left: left.provisions.map(({ words }) => wordsWithoutNumbers(words)),
    right: right.provisions.map(({ words }) => wordsWithoutNumbers(words)),
  };
  joinEqual(pairing, masked.left, masked.right, labels, false);
  const relation = relationOf(left.document, right.document, share);
  const profiles = { left: masked.left.map(profileOf), right: masked.right.map(profileOf) };
  const weights = new Weights([...profiles.left, ...profiles.right]);
  const shared = joinSimilar({ left, right, pairing, profiles, weights, relation }, (known) =>
    findShared(masked, profiles, weights, pairing, known),
  );
  return { pairing, shared, relation, profiles };
};

const labelOf = ({ provision }: ProvisionUnit): string => `${provision.level} ${provision.path}`;

interface Similarity {
  readonly left: TextUnits;
  readonly right: TextUnits;
  readonly pairing: Pairing;
  readonly profiles: Alignment["profiles"];
  readonly weights: Weights;
  readonly relation: Comparison["relation"];
}

/** Clear cases first; what they were split into is settled before weaker likeness is looked at. */
const joinSimilar = (
  similarity: Similarity,
  sharedWith: (known: readonly Shared[]) => readonly Shared[],
): readonly Shared[] => {
  const { pairing, relation } = similarity;
  const candidates = similarPairs(similarity);
  const withPlace = (pairs: readonly Candidate[]): Candidate[] => {
    const bonus = bonusOfPlace(
      similarity.left.provisions,
      similarity.right.provisions,
      pairing,
      relation === "versions",
    );
    return pairs.map((pair) => ({ ...pair, score: pair.score + bonus(pair) }));
  };
  const { clear, least } = THRESHOLDS[relation];
  joinBest(pairing, withPlace(candidates), clear);
  const shared = sharedWith([]);
  const parts = {
    left: new Set(shared.filter(({ kind }) => kind === "merged").map((part) => part.left)),
    right: new Set(shared.filter(({ kind }) => kind === "split").map((part) => part.right)),
  };
  const open = candidates.filter(
    ({ left, right }) => isFree(pairing, left, right) && !parts.left.has(left) && !parts.right.has(right),
  );
  joinBest(pairing, withPlace(open), least);
  return sharedWith(shared);
};

/** Two documents by different hands say the same in other words. */
const THRESHOLDS = {
  versions: { clear: 0.55, least: 0.32 },
  documents: { clear: 0.4, least: 0.27 },
} as const satisfies Record<Comparison["relation"], { readonly clear: number; readonly least: number }>;

const similarPairs = ({ pairing, profiles, weights }: Similarity): Candidate[] => {
  const free = {
    left: freeOf(pairing.right),
    right: freeOf(pairing.left),
  };
  const index = {
    left: new CandidateIndex(profiles.left, free.left, weights),
    right: new CandidateIndex(profiles.right, free.right, weights),
  };
  const keys = new Set<number>();
  const rights = profiles.right.length;
  for (const own of free.left) {
    for (const other of index.right.nearest(profiles.left[own]!)) keys.add(own * rights + other);
  }
  for (const own of free.right) {
    for (const other of index.left.nearest(profiles.right[own]!)) keys.add(other * rights + own);
  }
  const wholes = {
    left: profiles.left.map((profile) => weights.whole(profile)),
    right: profiles.right.map((profile) => weights.whole(profile)),
  };
  return [...keys].map((key) => {
    const [left, right] = [Math.floor(key / rights), key % rights];
    const common = weights.common(profiles.left[left]!, profiles.right[right]!);
    const [one, other] = [wholes.left[left]!, wholes.right[right]!];
    const score = 0.85 * ((2 * common) / (one + other)) + 0.15 * (common / Math.min(one, other));
    return { left, right, score };
  });
};

const freeOf = (partners: Int32Array): number[] =>
  [...partners.keys()].filter((index) => partners[index] === -1);
