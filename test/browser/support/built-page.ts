import { existsSync } from "node:fs";
import { dirname, join } from "node:path";

/** The folder of the project, from wherever the bundle of a test or bench stands. */
export const PROJECT = ((): string => {
  let folder = import.meta.dirname;
  while (!existsSync(join(folder, "package-lock.json"))) folder = dirname(folder);
  return folder;
})();

/** The built page; another place can be named to try out a build of one's own. */
export const BUILT_PAGE = process.env["TIAOWEN_STUDIO_PAGE"] ?? join(PROJECT, "dist", "studio");
