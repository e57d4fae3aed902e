/** Items under their keys; groups and their items in the order in which they come. */
export const grouped = <Item>(
  items: readonly Item[],
  keyOf: (item: Item, at: number) => string,
): ReadonlyMap<string, readonly Item[]> => {
  const groups = new Map<string, Item[]>();
  for (const [at, item] of items.entries()) {
    const key = keyOf(item, at);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return groups;
};
