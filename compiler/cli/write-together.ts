import { randomBytes } from "node:crypto";
import { mkdir, rename, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { CommandFailure } from "./failure.ts";
import type { Io } from "./io.ts";
import { displayPath, resolvePath, systemReason } from "./text-file.ts";

/**
 * Writes files that belong together into one folder: all of them beside their places first, then one name after the
 * other is given. What cannot be written leaves the old files as they were; other files are never touched.
 */
export const writeTogether = async (
  io: Io,
  folder: string,
  files: readonly { readonly name: string; readonly text: string }[],
): Promise<void> => {
  const full = resolvePath(io, folder);
  const mark = randomBytes(6).toString("hex");
  const written: { readonly from: string; readonly to: string }[] = [];
  let at = full;
  try {
    await mkdir(full, { recursive: true });
    for (const { name, text } of files) {
      at = join(full, name);
      if (await isFolder(at))
        throw new CommandFailure(`无法写入“${displayPath(io, at)}”：它是文件夹，此处应为文件。`);
      const from = join(full, `.${name}.${mark}.tmp`);
      written.push({ from, to: at });
      await writeFile(from, text);
    }
    for (const { from, to } of written) {
      at = to;
      await rename(from, to);
    }
  } catch (error) {
    await Promise.all(written.map(({ from }) => rm(from, { force: true })));
    if (error instanceof CommandFailure) throw error;
    throw new CommandFailure(`无法写入“${displayPath(io, at)}”：${systemReason(error)}。`);
  }
};

const isFolder = async (path: string): Promise<boolean> => {
  try {
    return (await stat(path)).isDirectory();
  } catch {
    return false;
  }
};
