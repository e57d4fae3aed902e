import { comparable } from "./width.ts";

/**
 * The candidate that a reader most likely meant: at most a third of its characters differ. Null where none is near
 * or the search would be long; the first in the given order wins a tie.
 */
export const nearest = (written: string, candidates: Iterable<string>): string | null => {
  const wanted = Array.from(comparable(written));
  if (wanted.length === 0 || wanted.length > LONGEST) return null;
  let best: string | null = null;
  let bestDistance = Infinity;
  let searched = 0;
  for (const candidate of candidates) {
    if ((searched += 1) > MOST_CANDIDATES) break;
    const letters = Array.from(comparable(candidate));
    const allowed = Math.max(1, Math.floor(Math.max(letters.length, wanted.length) / 3));
    if (letters.length < 2 || Math.abs(letters.length - wanted.length) > allowed) continue;
    const distance = editDistance(wanted, letters);
    if (distance <= allowed && distance < bestDistance) [best, bestDistance] = [candidate, distance];
  }
  return best;
};

/** `，是否指“…”？`, or nothing. */
export const didYouMean = (written: string, candidates: Iterable<string>): string => {
  const found = nearest(written, candidates);
  return found === null ? "" : `，是否指“${found}”？`;
};

const LONGEST = 40;
const MOST_CANDIDATES = 2000;

const editDistance = (left: readonly string[], right: readonly string[]): number => {
  let previous = Array.from({ length: right.length + 1 }, (_, at) => at);
  for (const [row, letter] of left.entries()) {
    const current = [row + 1];
    for (const [column, other] of right.entries()) {
      current.push(
        Math.min(
          previous[column + 1]! + 1,
          current[column]! + 1,
          previous[column]! + (letter === other ? 0 : 1),
        ),
      );
    }
    previous = current;
  }
  return previous[right.length]!;
};
