/** A longest strictly rising row, in n log n. */
export const longestRise = <Item>(
  items: readonly Item[],
  compare: (one: Item, other: Item) => number,
): Item[] => {
  const tails: number[] = [];
  const before: number[] = [];
  for (const [index, item] of items.entries()) {
    let low = 0;
    let high = tails.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (compare(items[tails[middle]!]!, item) < 0) low = middle + 1;
      else high = middle;
    }
    before[index] = low === 0 ? -1 : tails[low - 1]!;
    tails[low] = index;
  }
  const row: Item[] = [];
  for (let at = tails.at(-1) ?? -1; at >= 0; at = before[at]!) row.push(items[at]!);
  return row.toReversed();
};
