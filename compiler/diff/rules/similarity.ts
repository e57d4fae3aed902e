/** How alike two short texts are, 0 to 1, by the pairs of characters that they share. */
export const likeness = (left: string, right: string): number => {
  if (left === right) return 1;
  const first = pairsOf(left);
  const second = pairsOf(right);
  if (first.size === 0 || second.size === 0) return 0;
  return (2 * common(first, second)) / (first.size + second.size);
};

/** Share of what two sets have in common, 0 to 1; two empty sets have nothing in common. */
export const overlap = (left: ReadonlySet<string>, right: ReadonlySet<string>): number => {
  const both = common(left, right);
  const all = left.size + right.size - both;
  return all === 0 ? 0 : both / all;
};

const common = (left: ReadonlySet<string>, right: ReadonlySet<string>): number => {
  let count = 0;
  for (const each of left) if (right.has(each)) count += 1;
  return count;
};

const pairsOf = (text: string): ReadonlySet<string> => {
  const characters = [...text.replaceAll(/[\s，。；、：「」“”（）]/g, "")];
  return new Set(characters.slice(1).map((character, index) => characters[index]! + character));
};
