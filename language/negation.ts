const NEGATOR = /没有|[未不非无]/g;

/** The negating words inside a name, in order: 规定时间内未签订租赁合同 has 未. */
export const negatorsOf = (name: string): string => name.match(NEGATOR)?.join("") ?? "";

/**
 * The nearest name that says the same: one with the same negating words or, where there is none, the nearest
 * positive name with the negating word put in front. Leaving 未 out would turn a rule into its opposite.
 * `nearest` looks among the names that have exactly these negating words.
 */
export const nearestKeepingNegation = (
  word: string,
  nearest: (word: string, negators: string) => string | null,
): string | null => {
  const negators = negatorsOf(word);
  const same = nearest(word, negators);
  if (same !== null || negators === "" || word.match(NEGATOR)!.length > 1) return same;
  const positive = word.replace(NEGATOR, "");
  const found = positive.length < 2 ? null : nearest(positive, "");
  return found === null ? null : `${negators}${found}`;
};
