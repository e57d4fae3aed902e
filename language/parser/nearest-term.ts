import { nearestKeepingNegation, negatorsOf } from "../negation.ts";
import type { Vocabulary } from "../vocabulary.ts";

/** The declared name that was probably meant: fewest changed characters, at most a third of them. */
export const nearestTerm = (word: string, vocabulary: Vocabulary): string | null => {
  const known = answers.get(vocabulary) ?? new Map<string, string | null>();
  answers.set(vocabulary, known);
  if (!known.has(word))
    known.set(
      word,
      nearestKeepingNegation(word, (each, negators) => search(each, negators, vocabulary)),
    );
  return known.get(word) ?? null;
};

/** A file without its vocabulary asks for the same few words again and again. */
const answers = new WeakMap<Vocabulary, Map<string, string | null>>();

const search = (word: string, negators: string, vocabulary: Vocabulary): string | null => {
  if (word.length < 2 || word.length > 40) return null;
  let best: string | null = null;
  let fewest = Math.max(1, Math.floor(word.length / 3)) + 1;
  for (const { text } of vocabulary.declarations) {
    if (Math.abs(text.length - word.length) >= fewest) continue;
    const distance = editDistance(word, text, fewest);
    if (distance <= fewest && negatorsOf(text) !== negators) continue;
    if (distance < fewest || (distance === fewest && best !== null && text < best))
      [best, fewest] = [text, distance];
  }
  return best;
};

/** Insertions, deletions and replacements between two words; stops counting at `limit`. */
const editDistance = (left: string, right: string, limit: number): number => {
  let previous = Array.from({ length: right.length + 1 }, (_, index) => index);
  for (let row = 1; row <= left.length; row += 1) {
    const current = [row];
    let least = row;
    for (let column = 1; column <= right.length; column += 1) {
      const change = left[row - 1] === right[column - 1] ? 0 : 1;
      const value = Math.min(previous[column]! + 1, current[column - 1]! + 1, previous[column - 1]! + change);
      current.push(value);
      least = Math.min(least, value);
    }
    if (least >= limit) return limit;
    previous = current;
  }
  return previous[right.length]!;
};
