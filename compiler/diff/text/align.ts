import type { Provision } from "../../../language/index.ts";
import type { Comparison } from "../../model/change.ts";
import { CandidateIndex } from "./candidates.ts";
import { joinEqual } from "./exact.ts";
import { isFree, joinBest, newPairing, type Candidate, type Pairing } from "./pairing.ts";
import { profileOf, Weights, type Profile } from "./profile.ts";
import { relationOf } from "./relation.ts";
import { findShared, type Shared } from "./shared.ts";
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
  joinSimilar({ left, right, pairing, profiles, weights, relation });
  const shared = findShared(masked, profiles, weights, pairing);
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

/** Clear cases first; what stands between them then says more about the others. */
const joinSimilar = (similarity: Similarity): void => {
  const { pairing, relation } = similarity;
  const candidates = similarPairs(similarity);
  const { clear, least } = THRESHOLDS[relation];
  joinBest(pairing, withPlace(similarity, candidates), clear);
  const open = candidates.filter(({ left, right }) => isFree(pairing, left, right));
  joinBest(pairing, withPlace(similarity, open), least);
};

/** Two documents by different hands say the same in other words. */
const THRESHOLDS = {
  versions: { clear: 0.55, least: 0.32 },
  documents: { clear: 0.4, least: 0.24 },
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
    const score = 0.75 * ((2 * common) / (one + other)) + 0.25 * (common / Math.min(one, other));
    return { left, right, score };
  });
};

const freeOf = (partners: Int32Array): number[] =>
  [...partners.keys()].filter((index) => partners[index] === -1);

/** Neighbours that are partners, and an equal number or title, speak for a pair, each a little. */
const withPlace = ({ left, right, pairing }: Similarity, candidates: readonly Candidate[]): Candidate[] =>
  candidates.map((candidate) => {
    const own = left.provisions[candidate.left]!.provision;
    const other = right.provisions[candidate.right]!.provision;
    const next = areNeighbours(pairing, candidate, 1);
    const previous = areNeighbours(pairing, candidate, -1);
    const sameNumber = own.level === other.level && own.path === other.path;
    const sameTitle = own.title !== null && own.title === other.title;
    // What a letter says about the document is no provision of it.
    const isLetterAlone = isLetter(own) !== isLetter(other);
    const bonus =
      (next ? 0.04 : 0) +
      (previous ? 0.04 : 0) +
      (next && previous ? 0.06 : 0) +
      (sameNumber ? 0.02 : 0) +
      (sameTitle ? 0.05 : 0) -
      (isLetterAlone ? 1 : 0);
    return { ...candidate, score: candidate.score + bonus };
  });

const isLetter = ({ level, path }: Provision): boolean => level === "preamble" && path.startsWith("通知");

const areNeighbours = (pairing: Pairing, { left, right }: Candidate, step: 1 | -1): boolean => {
  const [ownNext, otherNext] = [left + step, right + step];
  const ownEnds = ownNext < 0 || ownNext >= pairing.right.length;
  const otherEnds = otherNext < 0 || otherNext >= pairing.left.length;
  if (ownEnds || otherEnds) return ownEnds && otherEnds;
  return pairing.right[ownNext] === otherNext;
};
