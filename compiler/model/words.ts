import type { Origin } from "./ir.ts";

/** The words of a clause without the marker of its own item, which is told beside them. */
export const wordsOf = ({ words, item }: Origin): string => {
  if (item === null) return words;
  for (let start = 0; start < item.length; start += 1) {
    if (words.startsWith(item.slice(start))) return words.slice(item.length - start).trimStart();
  }
  return words;
};
