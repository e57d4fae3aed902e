/** The longest of the words that stands over the offset; of equal ones the first. Null where none does. */
export const wordAt = (text: string, offset: number, words: readonly string[]): string | null => {
  let found: string | null = null;
  for (const word of words) {
    if (word.length <= (found?.length ?? 0)) continue;
    const from = Math.max(0, offset - word.length);
    const at = text.slice(from, offset + word.length).indexOf(word);
    if (at !== -1) found = word;
  }
  return found;
};
