/**
 * Pairs each left thing with at most one right thing, the best pairs first. Ties are broken by where the two stand,
 * in a way that does not tell left from right, so that the pairing of B with A mirrors that of A with B.
 */
export const pairByScore = <Left, Right>(
  lefts: readonly Left[],
  rights: readonly Right[],
  scoreOf: (left: Left, right: Right) => number,
  minimum: number,
): readonly (readonly [Left, Right])[] => {
  const candidates: Candidate[] = [];
  for (const [leftAt, left] of lefts.entries()) {
    for (const [rightAt, right] of rights.entries()) {
      const score = scoreOf(left, right);
      // Sums that differ by a hair only because they were added in another order are the same.
      if (score >= minimum) candidates.push({ leftAt, rightAt, score: Math.round(score * 1e6) });
    }
  }
  candidates.sort(
    (first, second) =>
      second.score - first.score ||
      first.leftAt + first.rightAt - second.leftAt - second.rightAt ||
      Math.abs(first.leftAt - first.rightAt) - Math.abs(second.leftAt - second.rightAt),
  );
  const usedLeft = new Set<number>();
  const usedRight = new Set<number>();
  const pairs: (readonly [Left, Right])[] = [];
  for (const { leftAt, rightAt } of candidates) {
    if (usedLeft.has(leftAt) || usedRight.has(rightAt)) continue;
    usedLeft.add(leftAt);
    usedRight.add(rightAt);
    pairs.push([lefts[leftAt]!, rights[rightAt]!]);
  }
  return pairs;
};

interface Candidate {
  readonly leftAt: number;
  readonly rightAt: number;
  readonly score: number;
}
