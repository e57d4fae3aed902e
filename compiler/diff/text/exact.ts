import { grouped } from "./grouped.ts";
import { isFree, join, type Pairing } from "./pairing.ts";

/**
 * Pairs equal keys: first those that each side has once, then outward from these, then those with the same label,
 * and where `inTurn` is asked the rest in order. Nothing depends on which side is called left.
 */
export const joinEqual = (
  pairing: Pairing,
  lefts: readonly string[],
  rights: readonly string[],
  labels: { readonly left: readonly string[]; readonly right: readonly string[] },
  inTurn: boolean,
): void => {
  joinUnique(pairing, lefts, rights);
  joinNeighbours(pairing, lefts, rights);
  const withLabels = (keys: readonly string[], own: readonly string[]): string[] =>
    keys.map((key, index) => (key === "" ? "" : `${own[index]}\n${key}`));
  joinUnique(pairing, withLabels(lefts, labels.left), withLabels(rights, labels.right));
  joinNeighbours(pairing, lefts, rights);
  if (inTurn) joinInTurn(pairing, lefts, rights);
};

const joinUnique = (pairing: Pairing, lefts: readonly string[], rights: readonly string[]): void => {
  const there = freeByKey(rights, pairing.left);
  for (const [key, own] of freeByKey(lefts, pairing.right)) {
    const others = there.get(key);
    if (own.length === 1 && others?.length === 1) join(pairing, own[0]!, others[0]!);
  }
};

const joinInTurn = (pairing: Pairing, lefts: readonly string[], rights: readonly string[]): void => {
  const there = freeByKey(rights, pairing.left);
  for (const [key, own] of freeByKey(lefts, pairing.right)) {
    for (const [index, other] of (there.get(key) ?? []).entries()) {
      if (index < own.length) join(pairing, own[index]!, other);
    }
  }
};

const freeByKey = (keys: readonly string[], partners: Int32Array): Map<string, number[]> =>
  grouped(
    [...keys.keys()].filter((index) => keys[index] !== "" && partners[index] === -1),
    (index) => keys[index]!,
  );

/** What stands next to a pair on both sides and is equal is a pair as well. */
const joinNeighbours = (pairing: Pairing, lefts: readonly string[], rights: readonly string[]): void => {
  const tryNext = (left: number, step: 1 | -1): void => {
    const right = pairing.right[left]!;
    const [ownNext, otherNext] = [left + step, right + step];
    if (right === -1 || ownNext < 0 || ownNext >= lefts.length) return;
    if (otherNext < 0 || otherNext >= rights.length) return;
    const key = lefts[ownNext]!;
    if (key !== "" && key === rights[otherNext] && isFree(pairing, ownNext, otherNext))
      join(pairing, ownNext, otherNext);
  };
  for (let left = 0; left < lefts.length; left += 1) tryNext(left, 1);
  for (let left = lefts.length - 1; left >= 0; left -= 1) tryNext(left, -1);
};
