import type { ReadLine } from "../logical-paragraphs.ts";
import type { TextUnderReview } from "./text-lint.ts";

/**
 * Whether the whole text is broken at a fixed width, as out of a PDF. Where its 款 begin is then not
 * certain, and words are cut everywhere: what depends on that is better not said.
 */
export const isWrapped = (text: TextUnderReview): boolean => {
  const known = wrapped.get(text.lines);
  if (known !== undefined) return known;
  const cuts = text.paragraphs.reduce((sum, paragraph) => sum + paragraph.cuts.length, 0);
  const found = cuts > FEWEST && cuts * EVERY > text.lines.length;
  wrapped.set(text.lines, found);
  return found;
};

const wrapped = new WeakMap<readonly ReadLine[], boolean>();

/** Page breaks cut a few sentences; a fixed width cuts one line of eight and more. */
const FEWEST = 20;
const EVERY = 8;
