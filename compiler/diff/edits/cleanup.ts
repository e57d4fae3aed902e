import { joinRuns, type Run } from "./align.ts";
import type { Token } from "./tokens.ts";

/**
 * Takes away kept crumbs: a person reads 由省级人民政府 → 由设区的市级人民政府 as one change, not as four. Kept
 * markers and citations stay: what was renumbered is shown apart from what was reworded; and no change runs
 * over the end of a line that both sides have.
 */
export const withoutCrumbs = (
  left: readonly Token[],
  right: readonly Token[],
  runs: readonly Run[],
): readonly Run[] => {
  let current = [...runs];
  for (let before = -1; before !== current.length;) {
    before = current.length;
    current = joinRuns(
      current.map((run, index) => {
        const previous = current[index - 1];
        const next = current[index + 1];
        const isCrumb =
          run.kept &&
          previous !== undefined &&
          next !== undefined &&
          !(left[run.leftTo]?.startsLine === true && right[run.rightTo]?.startsLine === true) &&
          isTooLittle(left, run, sizeOf(previous), sizeOf(next));
        return isCrumb ? { ...run, kept: false } : run;
      }),
    );
  }
  return current;
};

const sizeOf = (run: Run): number => Math.max(run.leftTo - run.leftFrom, run.rightTo - run.rightFrom);

const isTooLittle = (left: readonly Token[], run: Run, before: number, after: number): boolean => {
  const tokens = left.slice(run.leftFrom, run.leftTo);
  if (tokens.some(({ kind }) => kind === "marker" || kind === "ownMarker" || kind === "citation"))
    return false;
  // …的，应当… → …的，必须…: the end of a clause holds two short changes apart.
  const ends = tokens.length > 1 && CLAUSE_END.test(tokens.at(-1)!.text);
  if (ends && before <= SHORT_CHANGE && after <= SHORT_CHANGE) return false;
  const length = tokens.reduce((sum, { text, kind }) => sum + (kind === "punctuation" ? 0 : text.length), 0);
  if (length < 2) return true;
  if (length < 4) return length <= before && length <= after;
  return length * 2 <= before && length * 2 <= after;
};

const CLAUSE_END = /^[，。；：]$/;

/** In tokens: so little is read together with the end of its clause. */
const SHORT_CHANGE = 8;
