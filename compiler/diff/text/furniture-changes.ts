import type { FurnitureChange } from "../../model/change.ts";
import { joinEqual } from "./exact.ts";
import { grouped } from "./grouped.ts";
import { isFree, join, joinBest, newPairing, type Candidate, type Pairing } from "./pairing.ts";
import { plainSimilarity, profileOf } from "./profile.ts";
import type { FurnitureUnit, TextUnits } from "./unit.ts";

export interface FurniturePairs {
  readonly pairing: Pairing;
  readonly changes: readonly FurnitureChange[];
}

/** Lines of the publication: equal ones are pairs, then one title becomes the other, and so on. */
export const compareFurniture = (left: TextUnits, right: TextUnits): FurniturePairs => {
  const [lefts, rights] = [left.furniture, right.furniture];
  const pairing = newPairing(lefts.length, rights.length);
  const keyOf = ({ role, words }: FurnitureUnit): string => `${role} ${words}`;
  const rolesOf = (units: readonly FurnitureUnit[]): string[] => units.map(({ role }) => role);
  joinEqual(
    pairing,
    lefts.map(keyOf),
    rights.map(keyOf),
    { left: rolesOf(lefts), right: rolesOf(rights) },
    true,
  );
  joinAlike(pairing, lefts, rights);
  const changes: FurnitureChange[] = [];
  for (const [own, partner] of pairing.right.entries()) {
    const other = rights[partner];
    const unit = lefts[own]!;
    if (other === undefined || other.words !== unit.words) changes.push(changeOf(left, right, unit, other));
  }
  for (const [other, partner] of pairing.left.entries()) {
    if (partner === -1) changes.push(changeOf(left, right, undefined, rights[other]));
  }
  return { pairing, changes: changes.toSorted(byPlace) };
};

/** The same role and similar words; then what is left of each role in order, but notes are too many kinds for that. */
const joinAlike = (
  pairing: Pairing,
  lefts: readonly FurnitureUnit[],
  rights: readonly FurnitureUnit[],
): void => {
  const freeLefts = [...lefts.keys()].filter((index) => pairing.right[index] === -1);
  const freeRights = [...rights.keys()].filter((index) => pairing.left[index] === -1);
  if (freeLefts.length * freeRights.length <= MOST_PAIRS) {
    const candidates: Candidate[] = [];
    for (const left of freeLefts) {
      const own = profileOf(lefts[left]!.words);
      for (const right of freeRights) {
        if (lefts[left]!.role !== rights[right]!.role) continue;
        candidates.push({ left, right, score: plainSimilarity(own, profileOf(rights[right]!.words)) });
      }
    }
    joinBest(pairing, candidates, LEAST_SIMILARITY);
  }
  const waiting = grouped(
    freeRights.filter((right) => pairing.left[right] === -1),
    (right) => rights[right]!.role,
  );
  for (const left of freeLefts) {
    const { role } = lefts[left]!;
    if (pairing.right[left] !== -1 || role === "note" || role === "other") continue;
    const right = waiting.get(role)?.shift();
    if (right !== undefined && isFree(pairing, left, right)) join(pairing, left, right);
  }
};

const MOST_PAIRS = 40_000;
const LEAST_SIMILARITY = 0.5;

const changeOf = (
  left: TextUnits,
  right: TextUnits,
  one: FurnitureUnit | undefined,
  other: FurnitureUnit | undefined,
): FurnitureChange => ({
  kind: one === undefined ? "added" : other === undefined ? "deleted" : "changed",
  role: (one ?? other)!.role,
  before: one === undefined ? "" : left.document.source.text.slice(one.span.start, one.span.end),
  after: other === undefined ? "" : right.document.source.text.slice(other.span.start, other.span.end),
  left: one?.span ?? null,
  right: other?.span ?? null,
});

/** By where a change stands on both sides together, so that the order is the same from either side. */
const byPlace = (one: FurnitureChange, other: FurnitureChange): number =>
  placeOf(one) - placeOf(other) || compareText(wordsOf(one), wordsOf(other));

const wordsOf = ({ role, before, after }: FurnitureChange): string =>
  [...[before, after].toSorted(), role].join("\n");

const placeOf = ({ left, right }: FurnitureChange): number =>
  (left?.start ?? right?.start ?? 0) + (right?.start ?? left?.start ?? 0);

const compareText = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);
