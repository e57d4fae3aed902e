/** How many results a caller holds on to, so that no engine may leave them out. */
const KEPT = 1024;

/** Calls a function on each record; loaded afresh for each contestant, so that each has a loop of its own. */
export const checkRows = <Row, Context>(
  check: (record: Row, context: Context) => unknown,
  records: readonly Row[],
  context: Context,
): readonly unknown[] => {
  const kept = Array.from<unknown>({ length: KEPT });
  for (let index = 0; index < records.length; index += 1) {
    kept[index % KEPT] = check(records[index]!, context);
  }
  return kept;
};
