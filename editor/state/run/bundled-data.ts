import type { RegisterFile } from "../../worker/worker-api.ts";
import type { Studio } from "../studio.ts";

/** What a register can be read from. */
export const DATA_FILE = /\.(?:csv|json|jsonl|xlsx)$/i;
/** A note beside the data says whether they are synthetic. */
const NOTE_FILE = /^(?:readme|说明)/i;

/** The folder of data that belongs to a policy: `data/` beside it, not what lies deeper. */
export const dataFolder = (policy: string): string =>
  `${policy.split("/").slice(0, -1).concat("data").join("/")}/`;

/** Paths of the data files supplied with the policy. */
export const bundledPaths = (studio: Studio, policy: string): readonly string[] => {
  const folder = dataFolder(policy);
  return studio.paths
    .get()
    .filter((path) => path.startsWith(folder) && !path.slice(folder.length).includes("/") && isRead(path));
};

/** Whether there is data and not only a note. */
export const hasBundledData = (studio: Studio, policy: string): boolean =>
  bundledPaths(studio, policy).some((path) => DATA_FILE.test(path));

export const readBundled = (studio: Studio, policy: string): Promise<readonly RegisterFile[]> =>
  Promise.all(
    bundledPaths(studio, policy).map(async (path) => ({
      name: baseName(path),
      bytes: (await studio.documents.store.read(path)).bytes,
    })),
  );

const isRead = (path: string): boolean => DATA_FILE.test(path) || NOTE_FILE.test(baseName(path));

const baseName = (path: string): string => path.split("/").at(-1) ?? path;
