import type { Provision } from "../model.ts";
import type { TextUnderReview } from "./text-lint.ts";

/** Provisions with a list below them, by the place where the words in front of the list end. */
export const listsBelow = (text: TextUnderReview): ReadonlyMap<number, Provision> => {
  const known = cache.get(text);
  if (known !== undefined) return known;
  const lists = new Map<number, Provision>();
  for (const provision of text.document.provisions) {
    const first = provision.children[0];
    if (first === undefined || provision.children.length < 2) continue;
    const lead = provision.pieces.findLast(({ end }) => end <= first.span.start);
    if (lead !== undefined) lists.set(lead.end, provision);
  }
  cache.set(text, lists);
  return lists;
};

const cache = new WeakMap<TextUnderReview, ReadonlyMap<number, Provision>>();
