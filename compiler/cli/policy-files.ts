import { open, readdir, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import { citedInTurn, vocabularyFolders, vocabularyNameOf } from "../vocabulary-search.ts";
import { CommandFailure } from "./failure.ts";
import type { Io } from "./io.ts";
import { displayPath, readTextFile, resolvePath, systemReason } from "./text-file.ts";
import type { TextFile } from "./text-file.ts";

/** A policy with the vocabularies that it names, all read. */
export interface PolicyFiles {
  readonly policy: TextFile;
  readonly vocabularies: readonly TextFile[];
  /** Names that were asked for and not found. */
  readonly missing: readonly string[];
}

const EXTENSION = ".tiaowen";

/** POLICY on the command line: a `.tiaowen` file, or a folder that holds exactly one policy. */
export const readPolicy = async (io: Io, path: string): Promise<PolicyFiles> => {
  const policy = await readTextFile(io, await locatePolicy(io, path));
  return { policy, ...(await readVocabularies(io, policy)) };
};

/** The vocabularies that a policy or vocabulary names in 引用, and those that they name in turn. */
export const readVocabularies = async (io: Io, file: TextFile): Promise<Omit<PolicyFiles, "policy">> => {
  const names = citedInTurn(file.text);
  const vocabularies: TextFile[] = [];
  const missing: string[] = [];
  let shelves: ReadonlyMap<string, string> | null = null;
  for (let asked = names.next(); asked.done !== true;) {
    shelves ??= await shelvesBeside(file.path);
    const found = shelves.get(asked.value);
    const vocabulary = found === undefined ? null : await readTextFile(io, found);
    if (vocabulary === null) missing.push(asked.value);
    else vocabularies.push(vocabulary);
    asked = names.next(vocabulary?.text ?? null);
  }
  return { vocabularies, missing };
};

export const locatePolicy = async (io: Io, path: string): Promise<string> => {
  const full = resolvePath(io, path);
  const name = displayPath(io, full);
  if (!(await isFolder(io, full))) return full;
  const files = await filesIn(full);
  const policies: string[] = [];
  for (const file of files) if ((await vocabularyName(file)) === null) policies.push(file);
  if (policies.length === 1) return policies[0]!;
  if (policies.length === 0) {
    throw new CommandFailure(
      `文件夹“${name}”中没有政策文件（扩展名为 ${EXTENSION}）。`,
      "请指明政策文件，或者用 tiaowen new 新建。",
    );
  }
  throw new CommandFailure(
    `文件夹“${name}”中有${policies.length}个政策文件，无法确定使用哪一个：\n${policies.map((file) => `  ${displayPath(io, file)}`).join("\n")}`,
    "请直接指明其中一个文件。",
  );
};

/** Files named on the command line; a folder stands for every `.tiaowen` file below it. */
export const expandFiles = async (io: Io, paths: readonly string[]): Promise<string[]> => {
  const found: string[] = [];
  for (const path of paths) {
    const full = resolvePath(io, path);
    if (!(await isFolder(io, full))) {
      found.push(full);
      continue;
    }
    const below = await filesBelow(full);
    if (below.length === 0) {
      throw new CommandFailure(`文件夹“${displayPath(io, full)}”中没有扩展名为 ${EXTENSION} 的文件。`);
    }
    found.push(...below);
  }
  return [...new Set(found)];
};

/** Vocabulary files near a policy, by name: its own folder first, then the shelves of its parents. */
const shelvesBeside = async (policyPath: string): Promise<Map<string, string>> => {
  const names = new Map<string, string>();
  for (const place of vocabularyFolders(policyPath, { dirname, join })) {
    for (const file of await filesIn(place)) {
      const name = await vocabularyName(file);
      if (name !== null && !names.has(name)) names.set(name, file);
    }
  }
  return names;
};

const HEAD_BYTES = 1024;

/** The name on a 【词汇】名称 line that begins the file; null where it begins otherwise. */
const vocabularyName = async (path: string): Promise<string | null> => {
  const handle = await open(path).catch(() => null);
  if (handle === null) return null;
  try {
    const buffer = new Uint8Array(HEAD_BYTES);
    const { bytesRead } = await handle.read(buffer, 0, HEAD_BYTES, 0);
    const head = buffer.subarray(0, bytesRead);
    // The head may end inside a character; for GB18030 the header itself decides.
    return (
      vocabularyNameOf(new TextDecoder().decode(head)) ??
      vocabularyNameOf(new TextDecoder("gb18030").decode(head))
    );
  } finally {
    await handle.close();
  }
};

const filesIn = async (folder: string): Promise<string[]> => {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  return entries
    .filter((entry) => !entry.isDirectory() && entry.name.endsWith(EXTENSION))
    .map((entry) => join(folder, entry.name))
    .sort();
};

const filesBelow = async (folder: string): Promise<string[]> => {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  const below: string[] = [];
  for (const entry of entries.sort((left, right) => (left.name < right.name ? -1 : 1))) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) {
      if (entry.name !== "node_modules" && !entry.name.startsWith("."))
        below.push(...(await filesBelow(path)));
    } else if (entry.name.endsWith(EXTENSION)) below.push(path);
  }
  return below;
};

const isFolder = async (io: Io, path: string): Promise<boolean> => {
  try {
    return (await stat(path)).isDirectory();
  } catch (error) {
    throw new CommandFailure(`找不到“${displayPath(io, path)}”：${systemReason(error)}。`);
  }
};
