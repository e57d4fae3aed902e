import type { OfficialDocument } from "../../../language/index.ts";
import { joinRuns, type Run } from "./align.ts";
import type { Token } from "./tokens.ts";

/** How often two characters stand side by side in both documents. */
export type PairCount = (pair: string) => number;

/**
 * One character changed for one other is told as a word: 依照 → 按照, 辞职 → 辞任. Which neighbour belongs to it is read
 * off the documents themselves: the pair that they write more often.
 */
export const withWholeWords = (
  left: readonly Token[],
  right: readonly Token[],
  runs: readonly Run[],
  count: PairCount,
): readonly Run[] => {
  const widened = runs.map((run) => ({ ...run }));
  for (const [index, run] of widened.entries()) {
    if (run.kept || run.leftTo - run.leftFrom !== 1 || run.rightTo - run.rightFrom !== 1) continue;
    const [one, other] = [left[run.leftFrom]!, right[run.rightFrom]!];
    if (!isHan(one) || !isHan(other)) continue;
    const [previous, next] = [widened[index - 1], widened[index + 1]];
    const scoreOf = (neighbour: Run | undefined, step: -1 | 1): number => {
      if (neighbour === undefined || neighbour.leftFrom === neighbour.leftTo) return 0;
      const [near, otherNear] = [left[run.leftFrom + step], right[run.rightFrom + step]];
      if (!isBeside(near, one) || !isBeside(otherNear, other)) return 0;
      const pairs =
        step === 1
          ? [one.text + near!.text, other.text + otherNear!.text]
          : [near!.text + one.text, otherNear!.text + other.text];
      return pairs.reduce((sum, pair) => sum + count(pair), 0);
    };
    const [before, behind] = [scoreOf(previous, -1), scoreOf(next, 1)];
    if (behind > 0 && behind >= before) {
      run.leftTo += 1;
      run.rightTo += 1;
      next!.leftFrom += 1;
      next!.rightFrom += 1;
    } else if (before > 0) {
      run.leftFrom -= 1;
      run.rightFrom -= 1;
      previous!.leftTo -= 1;
      previous!.rightTo -= 1;
    }
  }
  return joinRuns(widened);
};

const isHan = ({ kind, text }: Token): boolean => kind === "word" && /^\p{Script=Han}$/u.test(text);

/** Touches the changed character and is no word by itself. */
const isBeside = (near: Token | undefined, changed: Token): boolean =>
  near !== undefined &&
  isHan(near) &&
  !ALONE.has(near.text) &&
  (near.end === changed.start || near.start === changed.end);

const ALONE = new Set("的了和与或及由在于对从向为是有其该各被将把并而且以等者所不".split(""));

const counts = new WeakMap<OfficialDocument, ReadonlyMap<string, number>>();

/** Counted once for each document. */
export const pairCount = (left: OfficialDocument, right: OfficialDocument): PairCount => {
  return (pair) => (countsOf(left).get(pair) ?? 0) + (countsOf(right).get(pair) ?? 0);
};

const countsOf = (document: OfficialDocument): ReadonlyMap<string, number> => {
  const known = counts.get(document);
  if (known !== undefined) return known;
  const made = new Map<string, number>();
  const { text } = document.source;
  for (let at = 0; at + 1 < text.length; at += 1) {
    const pair = text.slice(at, at + 2);
    made.set(pair, (made.get(pair) ?? 0) + 1);
  }
  counts.set(document, made);
  return made;
};
