import { changeBetween, shiftSpan } from "../../monaco/text-change.ts";
import type { Span } from "../../worker/worker-api.ts";

/** Where words of an older text stand now; null where they were changed themselves. */
export const placeNow = (before: string, now: string, span: Span): Span | null => {
  const change = changeBetween(before, now);
  if (change === null) return span;
  const moved = shiftSpan(span, [change]);
  if (now.slice(moved.start, moved.end) === before.slice(span.start, span.end)) return moved;
  // Of words that were changed within, the rest still shows where they are.
  return moved.start < moved.end ? moved : null;
};
