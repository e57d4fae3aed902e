import { createHash } from "node:crypto";
import type { BigIntStats } from "node:fs";
import { readFile, stat } from "node:fs/promises";

/** A file as the list shows it. */
export interface FileFacts {
  readonly size: number;
  readonly version: string;
}

/** What a content is called: a part of its hash, so that touching a file without changing it is no change. */
export const versionOf = (bytes: Uint8Array): string =>
  createHash("sha256").update(bytes).digest("hex").slice(0, 32);

/**
 * Versions of files, read again only where the disk tells of a change. A file that was written a moment ago is read
 * each time: it may change once more within the same tick of the disk's clock.
 */
export const contentVersions = (limit: number): ((path: string) => Promise<FileFacts | null>) => {
  const known = new Map<string, { readonly mark: string; readonly version: string }>();
  return async (path) => {
    const facts = await stat(path, { bigint: true }).catch(() => null);
    if (facts === null || !facts.isFile()) return null;
    const size = Number(facts.size);
    const mark = `${facts.ino}-${facts.size}-${facts.mtimeNs}-${facts.ctimeNs}`;
    const before = known.get(path);
    if (before?.mark === mark) return { size, version: before.version };
    if (size > limit) return { size, version: mark };
    const bytes = await readFile(path).catch(() => null);
    if (bytes === null) return null;
    const version = versionOf(bytes);
    if (isSettled(facts)) known.set(path, { mark, version });
    else known.delete(path);
    return { size, version };
  };
};

const SETTLED_MILLISECONDS = 3000;

const isSettled = (facts: BigIntStats): boolean =>
  Math.abs(Date.now() - Number(facts.mtimeMs)) > SETTLED_MILLISECONDS &&
  Math.abs(Date.now() - Number(facts.ctimeMs)) > SETTLED_MILLISECONDS;
