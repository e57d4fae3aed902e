import type { Studio } from "../../state/studio.ts";

/** The parts that are not needed for the first picture; each is fetched when it is first looked at. */
const FILES = import.meta.glob([
  "../problems/problems.ts",
  "../run/run.ts",
  "../map/map.ts",
  "../cases/cases.ts",
  "../analysis/analysis.ts",
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

export const tellMissing = (studio: Studio): void => {
  studio.notify("bad", "这部分页面没有读到。请检查网络或者重新打开页面；您的文字没有丢失。");
};
