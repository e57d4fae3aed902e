import { nearestKeepingNegation, negatorsOf } from "../../language/index.ts";

/**
 * The known name that was probably meant, or null: fewest changed, added, left out or swapped
 * characters, at most a third of the name. Ties go to the longer common beginning, then to the name itself,
 * so the answer never depends on the order of declarations. A negating word is never dropped.
 */
export const nearestName = (unknown: string, known: Iterable<string>): string | null => {
  const names = [...known].filter((name) => name !== unknown);
  return nearestKeepingNegation(unknown, (word, negators) => search(word, negators, names));
};

const search = (unknown: string, negators: string, known: readonly string[]): string | null => {
  const limit = Math.max(1, Math.floor(unknown.length / 3));
  let best: { readonly name: string; readonly distance: number; readonly common: number } | null = null;
  for (const name of known) {
    if (Math.abs(name.length - unknown.length) > limit) continue;
    const distance = editDistance(unknown, name, limit);
    if (distance > limit || distance >= Math.max(unknown.length, name.length)) continue;
    if (negatorsOf(name) !== negators) continue;
    const common = commonPrefix(unknown, name);
    if (
      best === null ||
      distance < best.distance ||
      (distance === best.distance && (common > best.common || (common === best.common && name < best.name)))
    ) {
      best = { name, distance, common };
    }
  }
  return best?.name ?? null;
};

/** “，是指“…”吗？” as it stands at the end of a message, or nothing. */
export const didYouMean = (unknown: string, known: Iterable<string>): string => {
  const nearest = nearestName(unknown, known);
  return nearest === null ? "" : `是否指“${nearest}”？`;
};

/** Optimal string alignment distance, given up once it exceeds `limit`. */
const editDistance = (left: string, right: string, limit: number): number => {
  let beforeLast: number[] = [];
  let last = Array.from({ length: right.length + 1 }, (_, index) => index);
  for (let row = 1; row <= left.length; row += 1) {
    const current = [row];
    let smallest = row;
    for (let column = 1; column <= right.length; column += 1) {
      const same = left[row - 1] === right[column - 1];
      let cost = Math.min(last[column]! + 1, current[column - 1]! + 1, last[column - 1]! + (same ? 0 : 1));
      if (
        row > 1 &&
        column > 1 &&
        left[row - 1] === right[column - 2] &&
        left[row - 2] === right[column - 1]
      ) {
        cost = Math.min(cost, beforeLast[column - 2]! + 1);
      }
      current.push(cost);
      smallest = Math.min(smallest, cost);
    }
    if (smallest > limit) return limit + 1;
    beforeLast = last;
    last = current;
  }
  return last[right.length]!;
};

const commonPrefix = (left: string, right: string): number => {
  let length = 0;
  while (length < left.length && left[length] === right[length]) length += 1;
  return length;
};
