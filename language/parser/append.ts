/** Appends any number of values: as arguments of `push` a few hundred thousand would not fit the stack. */
export const appendAll = <Value>(list: Value[], more: readonly Value[]): void => {
  // While a grammar records itself a rule returns no list.
  if (!Array.isArray(more)) return;
  for (const value of more) list.push(value);
};
