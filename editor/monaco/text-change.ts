import type { Replacement } from "../state/ports.ts";
import type { Span } from "../worker/worker-api.ts";

/** The one stretch in which two texts differ, or null where they do not. */
export const changeBetween = (before: string, after: string): Replacement | null => {
  if (before === after) return null;
  const most = Math.min(before.length, after.length);
  let front = 0;
  while (front < most && before.charCodeAt(front) === after.charCodeAt(front)) front += 1;
  // A pair of surrogates is one character and is not cut.
  if (front > 0 && isHighSurrogate(before.charCodeAt(front - 1))) front -= 1;
  let back = 0;
  while (
    back < most - front &&
    before.charCodeAt(before.length - 1 - back) === after.charCodeAt(after.length - 1 - back)
  )
    back += 1;
  if (back > 0 && isLowSurrogate(before.charCodeAt(before.length - back))) back -= 1;
  return {
    span: { start: front, end: before.length - back },
    newText: after.slice(front, after.length - back),
  };
};

/** Two changes that reach the same characters; neither can be moved past the other. */
export const overlaps = (left: Span, right: Span): boolean =>
  left.start <= right.end && right.start <= left.end;

/** Where a stretch stands after changes that are given by the offsets of the text before them. */
export const shiftSpan = (span: Span, changes: readonly Replacement[]): Span => {
  let start = span.start;
  let end = span.end;
  for (const { span: changed, newText } of changes) {
    const by = newText.length - (changed.end - changed.start);
    start += shiftOf(span.start, changed, newText.length, by, "start");
    end += shiftOf(span.end, changed, newText.length, by, "end");
  }
  return { start, end: Math.max(start, end) };
};

/** How far one edge moves: text that is put in at an edge stays outside. */
const shiftOf = (
  offset: number,
  changed: Span,
  inserted: number,
  by: number,
  edge: "start" | "end",
): number => {
  const isBehind =
    edge === "start"
      ? changed.end <= offset && (changed.start < changed.end || changed.start <= offset)
      : changed.end < offset || (changed.end === offset && changed.start < changed.end);
  if (isBehind) return by;
  if (changed.start >= offset) return 0;
  // The edge itself is gone: what stands in its place is outside.
  return changed.start + (edge === "start" ? inserted : 0) - offset;
};

const isHighSurrogate = (unit: number): boolean => unit >= 0xd800 && unit < 0xdc00;
const isLowSurrogate = (unit: number): boolean => unit >= 0xdc00 && unit < 0xe000;
