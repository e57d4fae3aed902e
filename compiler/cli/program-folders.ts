import { dirname } from "node:path";
import { fileURLToPath } from "node:url";

/** The program may stand one or two folders below the root, as a bundle or as a part of one; nearest first. */
export const programFolders = (): string[] => {
  const first = dirname(fileURLToPath(import.meta.url));
  return [first, dirname(first), dirname(dirname(first))];
};
