/** Rows are sorted by small whole numbers only; each text is compared once, when its rank is found. */
export interface Ranks {
  /** Rank of each row, below `count`. */
  readonly of: (row: number) => number;
  readonly count: number;
}

/** What has no text comes last, whichever way the rest is sorted. */
export const rankTexts = (
  texts: readonly (string | null)[],
): { readonly ranks: Uint32Array; readonly count: number } => {
  const distinct = [...new Set(texts.filter((text) => text !== null))].sort(COLLATOR.compare);
  const rankOf = new Map(distinct.map((text, rank) => [text, rank]));
  const ranks = new Uint32Array(texts.length);
  for (const [at, text] of texts.entries()) ranks[at] = text === null ? distinct.length : rankOf.get(text)!;
  return { ranks, count: distinct.length + 1 };
};

/** Rows in the order of their ranks; rows with one rank stay as they were. */
export const sortByRank = (rows: Uint32Array, { of, count }: Ranks): Uint32Array => {
  const starts = new Uint32Array(count + 1);
  for (const row of rows) starts[of(row) + 1]! += 1;
  for (let rank = 0; rank < count; rank += 1) starts[rank + 1]! += starts[rank]!;
  const sorted = new Uint32Array(rows.length);
  for (const row of rows) {
    const rank = of(row);
    sorted[starts[rank]!] = row;
    starts[rank]! += 1;
  }
  return sorted;
};

/** The other way round; the last `fixed` ranks, which stand for nothing, stay last. */
export const reversed = ({ of, count }: Ranks, fixed: number): Ranks => {
  const turned = count - fixed;
  return {
    count,
    of: (row) => {
      const rank = of(row);
      return rank < turned ? turned - 1 - rank : rank;
    },
  };
};

/** 甲2 before 甲10, Han by sound. */
const COLLATOR = new Intl.Collator("zh-Hans-CN", { numeric: true });
