import { randomBytes } from "node:crypto";
import { mkdir, rename, rm, writeFile } from "node:fs/promises";
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
    throw new CommandFailure(`无法写入“${displayPath(io, at)}”：${systemReason(error)}。`);
  }
};
