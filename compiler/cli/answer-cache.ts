import { createHash } from "node:crypto";
import { readdir, readFile, rm, stat } from "node:fs/promises";
import { statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { ProbeAnswer, ProbeMemo } from "../analyse/probe.ts";
import { readAnswer, writeAnswer } from "./answer-text.ts";
import type { Io } from "./io.ts";
import { replaceFile } from "./replace-file.ts";
import { VERSION } from "./version.ts";

/** Answers of earlier runs, by the content of the question; what this run asked is kept for the next. */
export interface AnswerCache {
  readonly memo: ProbeMemo;
  /** Never fails: where nothing can be kept, the next run asks again. */
  save(): Promise<void>;
}

/** One file for each policy. Null where nothing can be kept. */
export const openAnswerCache = async (io: Io, policyPath: string): Promise<AnswerCache | null> => {
  if (io.cacheFolder === undefined) return null;
  const folder = join(io.cacheFolder, "analysis");
  const path = join(folder, `${hashOf(policyPath)}.json`);
  const before = await readEntries(path);
  const used = new Map<string, ProbeAnswer>();
  let isChanged = false;
  const memo: ProbeMemo = {
    isFromOutside: true,
    get: (key) => {
      const hash = hashOf(key);
      const known = used.get(hash) ?? readAnswer(before.get(hash));
      if (known !== null) used.set(hash, known);
      return known ?? undefined;
    },
    set: (key, answer) => {
      // What could not be decided is tried again next time.
      if (answer.kind === "undecided") return;
      used.set(hashOf(key), answer);
      isChanged = true;
    },
  };
  const save = async (): Promise<void> => {
    if (!isChanged && used.size === before.size) return;
    const body = JSON.stringify(
      [...used].slice(-MOST_ANSWERS).map(([hash, answer]) => [hash, writeAnswer(answer)]),
    );
    if (body.length > LARGEST) return;
    try {
      await replaceFile(path, JSON.stringify({ version: FINGERPRINT, sum: hashOf(body), body }));
      await removeOldest(folder);
    } catch {
      // A full disk or a folder that may not be written keeps nobody from an analysis.
    }
  };
  return { memo, save };
};

const MOST_ANSWERS = 20_000;
/** Characters of one file, and files of the folder. */
const LARGEST = 16_000_000;
const MOST_FILES = 64;

const hashOf = (text: string): string => createHash("sha256").update(text).digest("hex");

/** The version with the very file that runs: another build of the same version may reason otherwise. */
const fingerprint = (): string => {
  try {
    const { mtimeMs, size } = statSync(fileURLToPath(import.meta.url));
    return `${VERSION} ${size} ${mtimeMs}`;
  } catch {
    return VERSION;
  }
};

const FINGERPRINT = fingerprint();

/** Empty where there is none, it is of another version, or it is not whole. */
const readEntries = async (path: string): Promise<ReadonlyMap<string, unknown>> => {
  try {
    if ((await stat(path)).size > LARGEST * 2) return new Map();
    const kept: unknown = JSON.parse(await readFile(path, "utf8"));
    if (!isKept(kept) || kept.version !== FINGERPRINT || kept.sum !== hashOf(kept.body)) return new Map();
    const entries: unknown = JSON.parse(kept.body);
    return new Map(
      Array.isArray(entries)
        ? entries.flatMap((entry: unknown): [string, unknown][] =>
            Array.isArray(entry) && typeof entry[0] === "string" ? [[entry[0], entry[1]]] : [],
          )
        : [],
    );
  } catch {
    return new Map();
  }
};

const isKept = (
  value: unknown,
): value is { readonly version: string; readonly sum: string; readonly body: string } =>
  typeof value === "object" &&
  value !== null &&
  "version" in value &&
  "sum" in value &&
  "body" in value &&
  typeof value.body === "string";

const removeOldest = async (folder: string): Promise<void> => {
  const names = (await readdir(folder)).filter((name) => name.endsWith(".json"));
  if (names.length <= MOST_FILES) return;
  const dated = await Promise.all(
    names.map(async (name) => ({ name, written: (await stat(join(folder, name))).mtimeMs })),
  );
  const old = dated.toSorted((left, right) => right.written - left.written).slice(MOST_FILES);
  await Promise.all(old.map(({ name }) => rm(join(folder, name), { force: true })));
};
