import { existsSync } from "node:fs";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { CommandFailure } from "./failure.ts";
import type { Io } from "./io.ts";
import { programFolders } from "./program-folders.ts";

/** The policies that come with the program. */
export interface SuppliedPolicies {
  /** The folder `policies` itself, with the vocabularies. */
  readonly shelf: string;
  /** Its folders that hold a policy and a `data` folder. */
  readonly folders: readonly string[];
}

/** Looks below the working directory, then where the program is installed. */
export const suppliedPolicies = async (io: Io): Promise<SuppliedPolicies> => {
  for (const root of [io.workingDirectory, ...programFolders()]) {
    const shelf = join(root, "policies");
    const entries = await readdir(shelf, { withFileTypes: true }).catch(() => []);
    const folders = entries
      .filter((entry) => entry.isDirectory() && existsSync(join(shelf, entry.name, "data")))
      .map((entry) => join(shelf, entry.name));
    if (folders.length > 0) return { shelf, folders: folders.sort() };
  }
  throw new CommandFailure("没有找到随附的政策。", "请在项目所在的文件夹中运行。");
};
