import { randomBytes } from "node:crypto";
import { chmod, mkdir, rename, rm, stat, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";

/**
 * Writes beside the target, puts it on the disk and renames, so that a reader never sees half a file, also after a
 * power cut. Who may read an existing file stays as it was. Throws what the system says and leaves the old file.
 */
export const replaceFile = async (
  path: string,
  content: string | Uint8Array | Iterable<string>,
): Promise<void> => {
  // A short name of its own: beside a file with the longest possible name a longer one could not stand.
  const temporary = join(dirname(path), `.tiaowen-${randomBytes(6).toString("hex")}.tmp`);
  try {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(temporary, content, { flush: true });
    const before = await stat(path).catch(() => null);
    if (before?.isFile() === true) await chmod(temporary, before.mode & 0o7777);
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
};
