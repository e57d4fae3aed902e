/** The held value of a key, made on first use. */
export const memoised = <Key, Held>(map: Map<Key, Held>, key: Key, make: () => Held): Held => {
  const held = map.get(key);
  if (held !== undefined) return held;
  const made = make();
  map.set(key, made);
  return made;
};

/** Items by key, keys and items in order of appearance. */
export const groupBy = <Item>(items: Iterable<Item>, keyOf: (item: Item) => string): Map<string, Item[]> => {
  const groups = new Map<string, Item[]>();
  for (const item of items) memoised(groups, keyOf(item), () => []).push(item);
  return groups;
};
