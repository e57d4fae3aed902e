import { access, constants, readFile, realpath, stat } from "node:fs/promises";
import { basename } from "node:path";
import { replaceFile } from "../replace-file.ts";
import { systemReason } from "../text-file.ts";
import { listWorkspace, type WorkspaceListing } from "./list-workspace.ts";
import { isMissing, locate, type Refused } from "./place.ts";
import { contentVersions, versionOf } from "./versions.ts";

/** Larger files are neither read nor written. */
export const FILE_LIMIT = 20 * 1024 * 1024;

export type ReadAnswer =
  | { readonly kind: "read"; readonly bytes: Uint8Array; readonly version: string }
  | Refused;

export type WriteAnswer =
  | { readonly kind: "written"; readonly version: string; readonly isNew: boolean }
  /** The file is another one than the writer knew; `version` is null where it is gone. */
  | { readonly kind: "changed"; readonly version: string | null; readonly problem: string }
  | Refused;

/** One folder, as the page may see it. Paths come as parts that `pathParts` has let through. */
export interface Workspace {
  readonly name: string;
  /** Tells folders of the same name apart without telling where they lie. */
  readonly id: string;
  list(): Promise<WorkspaceListing>;
  read(parts: readonly string[]): Promise<ReadAnswer>;
  /** `known` is the version that the writer has read; null where the file must be new. */
  write(parts: readonly string[], bytes: Uint8Array, known: string | null): Promise<WriteAnswer>;
}

export const openWorkspace = async (folder: string): Promise<Workspace> => {
  const root = await realpath(folder);
  const factsOf = contentVersions(FILE_LIMIT);
  const inTurn = oneAfterTheOther();
  return {
    name: basename(root),
    id: versionOf(Buffer.from(root)),
    list: () => listWorkspace(root, factsOf),
    read: async (parts) => {
      const place = await locate(root, parts);
      return place.kind === "place" ? read(place.path, parts.join("/")) : place;
    },
    // Two writers of one file come one after the other, so that the second meets what the first has written.
    write: async (parts, bytes, known) => {
      const place = await locate(root, parts);
      return place.kind === "place"
        ? inTurn(place.path, () => write(place.path, parts.join("/"), bytes, known))
        : place;
    },
  };
};

const read = async (path: string, name: string): Promise<ReadAnswer> => {
  try {
    const facts = await stat(path);
    if (!facts.isFile()) return refused("missing", `“${name}”不是文件。`);
    if (facts.size > FILE_LIMIT) return refused("too-large", `“${name}”超过20 MB，不能在网页中打开。`);
    const bytes = await readFile(path);
    return { kind: "read", bytes, version: versionOf(bytes) };
  } catch (error) {
    return isMissing(error)
      ? refused("missing", `文件夹中没有“${name}”，可能已被删除或者改名。`)
      : refused("system", `无法读取“${name}”：${systemReason(error)}。`);
  }
};

const write = async (
  path: string,
  name: string,
  bytes: Uint8Array,
  known: string | null,
): Promise<WriteAnswer> => {
  const found = await read(path, name);
  if (found.kind === "refused" && found.reason !== "missing") return found;
  const version = found.kind === "read" ? found.version : null;
  if (version !== known) return { kind: "changed", version, problem: changedSentence(name, version, known) };
  try {
    // A file that is marked as not to be written stays as it is, though a rename could replace it.
    if (known !== null) await access(path, constants.W_OK);
    await replaceFile(path, bytes);
  } catch (error) {
    return refused("system", `无法保存“${name}”：${systemReason(error)}。`);
  }
  return { kind: "written", version: versionOf(bytes), isNew: known === null };
};

const changedSentence = (name: string, version: string | null, known: string | null): string => {
  if (known === null) return `已有名为“${name}”的文件，未予覆盖。`;
  return version === null
    ? `“${name}”已被其他程序删除或者改名，未予保存。`
    : `“${name}”已被其他程序修改，未予覆盖。`;
};

const refused = (reason: Refused["reason"], problem: string): Refused => ({
  kind: "refused",
  reason,
  problem,
});

/** Works on the same key wait for one another; others do not. */
const oneAfterTheOther = (): (<Result>(key: string, work: () => Promise<Result>) => Promise<Result>) => {
  const last = new Map<string, Promise<unknown>>();
  return async (key, work) => {
    const mine = (last.get(key) ?? Promise.resolve()).then(work, work);
    last.set(key, mine);
    try {
      return await mine;
    } finally {
      if (last.get(key) === mine) last.delete(key);
    }
  };
};
