import type { Run } from "./align.ts";
import type { Token } from "./tokens.ts";

/**
 * What was put in or taken out can often be cut at several places: 股东[会、股东大]会 is 股东会[、股东大会]. Moves each such run
 * to where a reader would cut.
 */
export const slideToBoundaries = (
  left: readonly Token[],
  right: readonly Token[],
  runs: readonly Run[],
): readonly Run[] => {
  const moved = runs.map((run) => ({ ...run }));
  for (const [index, run] of moved.entries()) {
    const [previous, next] = [moved[index - 1], moved[index + 1]];
    const isInsertion = run.leftFrom === run.leftTo;
    if (run.kept || isInsertion === (run.rightFrom === run.rightTo)) continue;
    const tokens = isInsertion ? right : left;
    const [from, to] = isInsertion ? [run.rightFrom, run.rightTo] : [run.leftFrom, run.leftTo];
    const room = (kept: Run | undefined): number =>
      kept === undefined ? 0 : Math.min(kept.leftTo - kept.leftFrom - 1, LONGEST_SLIDE);
    const shift = bestShift(tokens, from, to, -room(previous), room(next));
    if (shift === 0) continue;
    for (const kept of [previous, next]) {
      if (kept === undefined) continue;
      const side = kept === previous ? "To" : "From";
      kept[`left${side}`] += shift;
      kept[`right${side}`] += shift;
    }
    run.leftFrom += shift;
    run.leftTo += shift;
    run.rightFrom += shift;
    run.rightTo += shift;
  }
  return moved;
};

const LONGEST_SLIDE = 40;

/** How far the run goes, negative towards the front; 0 where it stands best already. */
const bestShift = (
  tokens: readonly Token[],
  from: number,
  to: number,
  least: number,
  most: number,
): number => {
  let best = 0;
  let bestScore = scoreOf(tokens, from, to);
  const consider = (shift: number): void => {
    const score = scoreOf(tokens, from + shift, to + shift);
    if (score <= bestScore) return;
    best = shift;
    bestScore = score;
  };
  for (let shift = -1; shift >= least; shift -= 1) {
    if (!isSame(tokens[from + shift], tokens[to + shift])) break;
    consider(shift);
  }
  for (let shift = 1; shift <= most; shift += 1) {
    if (!isSame(tokens[from + shift - 1], tokens[to + shift - 1])) break;
    consider(shift);
  }
  return best;
};

const isSame = (one: Token | undefined, other: Token | undefined): boolean =>
  one !== undefined &&
  other !== undefined &&
  one.text === other.text &&
  one.kind === other.kind &&
  (one.kind === "word" || one.kind === "punctuation" || one.kind === "number");

/** Lines first, then the marks of a row or clause, then the words that join. */
const scoreOf = (tokens: readonly Token[], from: number, to: number): number => {
  const [first, last] = [tokens[from]!, tokens[to - 1]!];
  const [before, behind] = [tokens[from - 1], tokens[to]];
  const startsLine = first.startsLine && (behind === undefined || behind.startsLine);
  const opens = MARK.test(first.text) || JOINING.test(first.text + (tokens[from + 1]?.text ?? ""));
  const closes = MARK.test(last.text) && (before === undefined || MARK.test(before.text) || first.startsLine);
  const touches = [before, behind].filter((token) => token !== undefined && MARK.test(token.text)).length;
  return (startsLine ? 8 : 0) + (closes ? 4 : 0) + (opens && !MARK.test(last.text) ? 4 : 0) + touches;
};

const MARK = /^[。；，：、]$/;
const JOINING = /^(?:或者?|以及|及其?|和|与|并)/;
