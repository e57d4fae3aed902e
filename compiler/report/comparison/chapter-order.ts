/** A row with the headings that it stands under, from outside in. */
export interface Placed {
  readonly chain: readonly { readonly key: string }[];
  /** It stands in the right document; a deleted one has no place there and is put with its heading. */
  readonly isOnRight: boolean;
}

/**
 * Brings rows of one heading together, so that each heading is told once: the order of the right document stays, and
 * deleted provisions go to the rest of their chapter wherever it went.
 */
export const inChapters = <Row extends Placed>(rows: readonly Row[]): readonly Row[] => {
  const firsts = firstPositions(rows);
  const ranked = rows.map((row, at) => ({
    row,
    ranks: [...prefixesOf(row).map((prefix) => firsts.get(prefix) ?? at), at],
  }));
  return ranked.toSorted((one, other) => compareRanks(one.ranks, other.ranks)).map(({ row }) => row);
};

/** Where each heading begins: with its first row of the right document, or its first deleted one. */
const firstPositions = (rows: readonly Placed[]): ReadonlyMap<string, number> => {
  const firsts = new Map<string, number>();
  for (const isOnRight of [true, false]) {
    for (const [at, row] of rows.entries()) {
      if (row.isOnRight !== isOnRight) continue;
      for (const prefix of prefixesOf(row)) if (!firsts.has(prefix)) firsts.set(prefix, at);
    }
  }
  return firsts;
};

const prefixesOf = ({ chain }: Placed): readonly string[] =>
  chain.map((_, depth) =>
    chain
      .slice(0, depth + 1)
      .map(({ key }) => key)
      .join("\n\n"),
  );

const compareRanks = (one: readonly number[], other: readonly number[]): number => {
  for (let at = 0; at < Math.min(one.length, other.length); at += 1) {
    const difference = one[at]! - other[at]!;
    if (difference !== 0) return difference;
  }
  return one.length - other.length;
};
