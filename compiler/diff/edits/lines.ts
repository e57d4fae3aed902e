import type { Run } from "./align.ts";
import type { Token } from "./tokens.ts";

/**
 * Pairs the lines of a changed run, so that a 款 or 项 put in between is new as a whole and does not lend its
 * characters to its neighbours. A pair is a run that may differ inside; a line without one stands alone.
 */
export const pairLines = (left: readonly Token[], right: readonly Token[], run: Run): readonly Run[] => {
  const leftLines = linesOf(left, run.leftFrom, run.leftTo);
  const rightLines = linesOf(right, run.rightFrom, run.rightTo);
  const cells = leftLines.length * rightLines.length;
  if (cells <= 1 || cells > MOST_CELLS) return [run];
  const likeness = leftLines.map((line) => rightLines.map((other) => alike(line.pairs, other.pairs)));
  const best = bestTotals(likeness);
  const runs: Run[] = [];
  let one = 0;
  let other = 0;
  const take = (leftLine: number, rightLine: number): void => {
    runs.push({
      kept: false,
      leftFrom: leftLines[one]?.from ?? run.leftTo,
      leftTo: leftLines[leftLine]?.from ?? run.leftTo,
      rightFrom: rightLines[other]?.from ?? run.rightTo,
      rightTo: rightLines[rightLine]?.from ?? run.rightTo,
    });
    one = leftLine;
    other = rightLine;
  };
  while (one < leftLines.length || other < rightLines.length) {
    const here = best[one]?.[other] ?? 0;
    const like = likeness[one]?.[other] ?? 0;
    if (like >= ENOUGH && here === like + best[one + 1]![other + 1]!) take(one + 1, other + 1);
    else if (one < leftLines.length && here === best[one + 1]![other]!) take(one + 1, other);
    else take(one, other + 1);
  }
  return runs;
};

const MOST_CELLS = 4_000;

/** Of the character pairs of both lines, so much must be common. */
const ENOUGH = 0.3;

interface Line {
  readonly from: number;
  readonly pairs: ReadonlyMap<string, number>;
}

const linesOf = (tokens: readonly Token[], from: number, to: number): Line[] => {
  const lines: Line[] = [];
  let start = from;
  for (let at = from + 1; at <= to; at += 1) {
    if (at < to && !tokens[at]!.startsLine) continue;
    if (at > start) lines.push({ from: start, pairs: pairsOf(tokens, start, at) });
    start = at;
  }
  return lines;
};

const pairsOf = (tokens: readonly Token[], from: number, to: number): ReadonlyMap<string, number> => {
  const pairs = new Map<string, number>();
  for (let at = from; at < to; at += 1) {
    const pair = `${tokens[at - 1]?.key ?? ""}\u0001${tokens[at]!.key}`;
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
  }
  return pairs;
};

const alike = (left: ReadonlyMap<string, number>, right: ReadonlyMap<string, number>): number => {
  let common = 0;
  let total = 0;
  for (const [pair, count] of left) {
    common += Math.min(count, right.get(pair) ?? 0);
    total += count;
  }
  for (const count of right.values()) total += count;
  return total === 0 ? 0 : (2 * common) / total;
};

/** For each beginning the greatest likeness that pairs behind it can add up to. */
const bestTotals = (likeness: readonly (readonly number[])[]): readonly (readonly number[])[] => {
  const width = likeness[0]?.length ?? 0;
  const best = Array.from({ length: likeness.length + 1 }, () => Array.from({ length: width + 1 }, () => 0));
  for (let one = likeness.length - 1; one >= 0; one -= 1) {
    for (let other = width - 1; other >= 0; other -= 1) {
      const like = likeness[one]![other]!;
      best[one]![other] = Math.max(
        like >= ENOUGH ? like + best[one + 1]![other + 1]! : 0,
        best[one + 1]![other]!,
        best[one]![other + 1]!,
      );
    }
  }
  return best;
};
