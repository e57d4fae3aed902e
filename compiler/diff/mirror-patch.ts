import type { Span } from "../../language/index.ts";
import type { TextPatch } from "../model/change.ts";

/** A stretch that both texts have. */
interface Kept {
  readonly left: Span;
  readonly right: number;
}

/**
 * How the left text is made of the right one, where the patch says how the right text is made of the left one. What
 * the left text has once can stand in the right one only once for this, so a stretch that is kept twice is new
 * the second time.
 */
export const mirrorPatch = (patch: TextPatch, left: string, right: string): TextPatch => {
  const kept = keptBy(patch).toSorted((one, other) => one.left.start - other.left.start);
  const pieces: TextPatch["pieces"][number][] = [];
  const write = (text: string): void => void (text !== "" && pieces.push({ kind: "new", text }));
  let at = 0;
  for (const stretch of kept) {
    const start = Math.max(at, stretch.left.start);
    if (start >= stretch.left.end) continue;
    write(left.slice(at, start));
    const from = stretch.right + start - stretch.left.start;
    const length = stretch.left.end - start;
    const last = pieces.at(-1);
    const span = { start: from, end: from + length };
    if (last?.kind === "keep" && last.left.end === from) {
      pieces[pieces.length - 1] = { kind: "keep", left: { start: last.left.start, end: span.end } };
    } else pieces.push({ kind: "keep", left: span });
    at = stretch.left.end;
  }
  write(left.slice(at));
  return right === "" ? { pieces: left === "" ? [] : [{ kind: "new", text: left }] } : { pieces };
};

const keptBy = ({ pieces }: TextPatch): readonly Kept[] => {
  const kept: Kept[] = [];
  let at = 0;
  for (const piece of pieces) {
    if (piece.kind === "new") at += piece.text.length;
    else {
      kept.push({ left: piece.left, right: at });
      at += piece.left.end - piece.left.start;
    }
  }
  return kept;
};
