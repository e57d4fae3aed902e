import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { locate, type Place } from "./place.ts";
import { isPlainName, isVisible, isWorkspaceFile } from "./request-path.ts";
import type { FileFacts } from "./versions.ts";

export interface ListedFile extends FileFacts {
  readonly path: string;
}

export interface WorkspaceListing {
  readonly files: readonly ListedFile[];
  /** What was left out, as a sentence; null where everything is there. */
  readonly notice: string | null;
}

/** More than any folder of policies holds; beyond it somebody has opened a whole disk. */
const FILES = 2000;
const ENTRIES = 20_000;

/** The files of a workspace, folder after folder. Links to folders are not followed, so that there is no circle. */
export const listWorkspace = async (
  root: string,
  factsOf: (path: string) => Promise<FileFacts | null>,
): Promise<WorkspaceListing> => {
  const files: ListedFile[] = [];
  const folders: (readonly string[])[] = [[]];
  let entries = 0;
  for (let parts = folders.shift(); parts !== undefined; parts = folders.shift()) {
    const inside = await readdir(join(root, ...parts), { withFileTypes: true }).catch(() => []);
    for (const entry of inside.sort((left, right) => (left.name < right.name ? -1 : 1))) {
      entries += 1;
      if (entries > ENTRIES || files.length >= FILES) return { files, notice: TOO_MANY };
      if (!isVisible(entry.name) || !isPlainName(entry.name)) continue;
      const path = [...parts, entry.name];
      if (entry.isDirectory()) folders.push(path);
      else if (isWorkspaceFile(entry.name)) {
        // Only a link can lie elsewhere: the folders on the way here are none.
        const place = entry.isSymbolicLink() ? await locate(root, path) : plainPlace(root, path);
        const facts = place.kind === "place" ? await factsOf(place.path) : null;
        if (facts !== null) files.push({ path: path.join("/"), ...facts });
      }
    }
  }
  return { files, notice: null };
};

const plainPlace = (root: string, path: readonly string[]): Place => ({
  kind: "place",
  path: join(root, ...path),
});

const TOO_MANY = `文件夹中的文件过多，只列出前面的一部分（不超过${FILES}个）。请打开只放政策文件的文件夹。`;
