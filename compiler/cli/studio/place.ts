import { lstat, realpath } from "node:fs/promises";
import { basename, dirname, join, relative, sep } from "node:path";
import { systemReason } from "../text-file.ts";
import { isPlainName, isWorkspacePath } from "./request-path.ts";

/** Why a file is not given out or taken, with the sentence that says so. */
export interface Refused {
  readonly kind: "refused";
  readonly reason: "outside" | "missing" | "too-large" | "system";
  readonly problem: string;
}

/** Where a path of the workspace lies on the disk, with every link followed. */
export interface Place {
  readonly kind: "place";
  readonly path: string;
}

/**
 * The place of a path below a root that is itself real. A link that leads out of the root, to something hidden or to
 * nothing is refused; so is a new file in a folder that lies elsewhere.
 */
export const locate = async (root: string, parts: readonly string[]): Promise<Place | Refused> => {
  const name = parts.join("/");
  if (!isWorkspacePath(parts)) return outside(name);
  const rest: string[] = [];
  for (let wanted = join(root, ...parts); wanted.length >= root.length; wanted = dirname(wanted)) {
    const above = await follow(wanted);
    if (above.kind === "place") {
      const path = join(above.path, ...rest);
      return isWithin(root, path) ? { kind: "place", path } : outside(name);
    }
    if (!isMissing(above.error))
      return {
        kind: "refused",
        reason: "system",
        problem: `无法打开“${name}”：${systemReason(above.error)}。`,
      };
    // The file is new, or a link stands here that leads nowhere.
    if (
      await lstat(wanted).then(
        () => true,
        () => false,
      )
    )
      return outside(name);
    rest.unshift(basename(wanted));
  }
  return outside(name);
};

export const isMissing = (error: unknown): boolean =>
  error instanceof Error && "code" in error && error.code === "ENOENT";

const follow = async (path: string): Promise<Place | { readonly kind: "none"; readonly error: unknown }> => {
  try {
    return { kind: "place", path: await realpath(path) };
  } catch (error) {
    return { kind: "none", error };
  }
};

/** The real path lies below the root, and by names that the workspace shows. */
const isWithin = (root: string, path: string): boolean => {
  const parts = relative(root, path).split(sep);
  return parts.every(isPlainName) && isWorkspacePath(parts);
};

const outside = (name: string): Refused => ({
  kind: "refused",
  reason: "outside",
  problem: `“${name}”不在打开的文件夹内，或者不是可以打开的文件类型，未作处理。`,
});
