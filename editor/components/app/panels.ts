/** The parts that are not needed for the first picture; each is fetched when it is first looked at. */
const FILES = import.meta.glob([
  "../problems/problems.ts",
  "../run/run.ts",
  "../map/map.ts",
  "../cases/cases.ts",
  "../explain/explain.ts",
  "../notes/notes.ts",
  "../compare/compare.ts",
  "../diff/diff.ts",
  "../help/help.ts",
  "../tour/tour.ts",
  "../palette/palette.ts",
  "../dialog/dialogs.ts",
]);

const asked = new Map<string, Promise<unknown>>();

/** Fetches the part `run/run`; asking again costs nothing. A part that could not be fetched is asked for anew. */
export const loadPart = (part: string): Promise<unknown> => {
  const known = asked.get(part);
  if (known !== undefined) return known;
  const load = FILES[`../${part}.ts`];
  const fetched = load === undefined ? Promise.resolve(null) : load();
  asked.set(part, fetched);
  fetched.catch(() => asked.delete(part));
  return fetched;
};
