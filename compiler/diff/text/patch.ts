import { span, type Span } from "../../../language/index.ts";
import type { TextEdit, TextPatch } from "../../model/change.ts";

/** A stretch of the left text that stands in the right one as it is. */
export interface Kept {
  readonly left: Span;
  readonly right: Span;
}

/** What two stretches have between their edits. */
export const keptBetween = (left: Span, right: Span, edits: readonly TextEdit[]): readonly Kept[] => {
  const kept: Kept[] = [];
  let [leftAt, rightAt] = [left.start, right.start];
  const inOrder = edits.toSorted(
    (one, other) => one.left.start - other.left.start || one.right.start - other.right.start,
  );
  for (const edit of inOrder) {
    kept.push({ left: span(leftAt, edit.left.start), right: span(rightAt, edit.right.start) });
    [leftAt, rightAt] = [edit.left.end, edit.right.end];
  }
  kept.push({ left: span(leftAt, left.end), right: span(rightAt, right.end) });
  return kept;
};

/** What two stretches begin and end with alike. */
export const keptAround = (leftText: string, rightText: string, left: Span, right: Span): readonly Kept[] => {
  const shortest = Math.min(left.end - left.start, right.end - right.start);
  let head = 0;
  while (head < shortest && leftText[left.start + head] === rightText[right.start + head]) head += 1;
  let tail = 0;
  while (tail < shortest - head && leftText[left.end - 1 - tail] === rightText[right.end - 1 - tail])
    tail += 1;
  return [
    { left: span(left.start, left.start + head), right: span(right.start, right.start + head) },
    { left: span(left.end - tail, left.end), right: span(right.end - tail, right.end) },
  ];
};

/**
 * The right text out of kept stretches and new text. A stretch counts only where the words are truly the same and
 * neither side has used them yet, so that the result is exact whatever is handed in.
 */
export const patchOf = (leftText: string, rightText: string, kept: readonly Kept[]): TextPatch => {
  const usable = disjoint(
    kept.filter(
      ({ left, right }) =>
        left.start < left.end &&
        left.end - left.start === right.end - right.start &&
        leftText.slice(left.start, left.end) === rightText.slice(right.start, right.end),
    ),
    leftText.length,
    rightText.length,
  );
  const pieces: TextPatch["pieces"][number][] = [];
  let at = 0;
  for (const { left, right } of usable) {
    if (right.start > at) pieces.push({ kind: "new", text: rightText.slice(at, right.start) });
    const last = pieces.at(-1);
    if (last?.kind === "keep" && last.left.end === left.start)
      pieces[pieces.length - 1] = { kind: "keep", left: span(last.left.start, left.end) };
    else pieces.push({ kind: "keep", left });
    at = right.end;
  }
  if (at < rightText.length) pieces.push({ kind: "new", text: rightText.slice(at) });
  return { pieces };
};

/** In the order of the right text; of stretches that overlap on a side the longest one stays. */
const disjoint = (kept: readonly Kept[], leftLength: number, rightLength: number): readonly Kept[] => {
  const used = { left: new Uint8Array(leftLength), right: new Uint8Array(rightLength) };
  return kept
    .toSorted(
      (one, other) =>
        lengthOf(other) - lengthOf(one) ||
        one.left.start + one.right.start - other.left.start - other.right.start ||
        Math.abs(one.left.start - one.right.start) - Math.abs(other.left.start - other.right.start),
    )
    .filter(({ left, right }) => {
      if (isUsed(used.left, left) || isUsed(used.right, right)) return false;
      used.left.fill(1, left.start, left.end);
      used.right.fill(1, right.start, right.end);
      return true;
    })
    .toSorted((one, other) => one.right.start - other.right.start);
};

/** Stretches come longest first, so that one that overlaps a known one has an end inside it. */
const isUsed = (used: Uint8Array, { start, end }: Span): boolean => used[start] === 1 || used[end - 1] === 1;

const lengthOf = ({ left }: Kept): number => left.end - left.start;
