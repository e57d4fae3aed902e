import {
  citedInTurn,
  vocabularyFolders,
  vocabularyNameOf,
  type PathRules,
} from "../../../compiler/vocabulary-search.ts";
import type { SourceText } from "../../../language/index.ts";

/** A policy's vocabularies as they are now, nearest first, and the names that no file has. */
export interface FoundVocabularies {
  readonly vocabularies: readonly SourceText[];
  readonly missing: readonly string[];
}

/** The texts that the page made known, by path with `/`; vocabularies are found as on the command line. */
export interface Workspace {
  readonly get: (path: string) => string | null;
  readonly set: (path: string, text: string) => void;
  readonly remove: (path: string) => void;
  /** Policies, and vocabularies, that use a vocabulary. */
  readonly usersOf: (vocabulary: string) => readonly string[];
  readonly vocabulariesOf: (path: string, text: string) => FoundVocabularies;
}

export const createWorkspace = (): Workspace => {
  const texts = new Map<string, string>();
  const names = new Map<string, string>();
  const vocabulariesOf = (path: string, text: string): FoundVocabularies => {
    const asking = citedInTurn(text);
    const vocabularies: SourceText[] = [];
    const missing: string[] = [];
    let shelves: ReadonlyMap<string, string> | null = null;
    for (let asked = asking.next(); asked.done !== true;) {
      shelves ??= shelvesBeside(path, names);
      const file = shelves.get(asked.value);
      const found = file === undefined || file === path ? null : { name: file, text: texts.get(file)! };
      if (found !== null) vocabularies.push(found);
      else if (file !== path) missing.push(asked.value);
      asked = asking.next(found?.text ?? null);
    }
    return { vocabularies, missing };
  };
  return {
    get: (path) => texts.get(path) ?? null,
    set: (path, text) => {
      texts.set(path, text);
      const name = path.endsWith(EXTENSION) ? vocabularyNameOf(text.slice(0, HEAD)) : null;
      if (name === null) names.delete(path);
      else names.set(path, name);
    },
    remove: (path) => {
      texts.delete(path);
      names.delete(path);
    },
    usersOf: (vocabulary) =>
      [...texts].flatMap(([path, text]) =>
        path.endsWith(EXTENSION) &&
        vocabulariesOf(path, text).vocabularies.some(({ name }) => name === vocabulary)
          ? [path]
          : [],
      ),
    vocabulariesOf,
  };
};
const EXTENSION = ".tiaowen";
/** The header stands at the very beginning; no more of a file is looked at for its name. */
const HEAD = 1024;

/** Path of the nearest vocabulary of each name; in one folder the first file by name. */
const shelvesBeside = (path: string, names: ReadonlyMap<string, string>): ReadonlyMap<string, string> => {
  const rank = new Map(vocabularyFolders(path, PATHS).map((folder, at) => [folder, at]));
  const near = [...names]
    .flatMap(([file, name]) => {
      const at = rank.get(PATHS.dirname(file));
      return at === undefined ? [] : [{ file, name, at }];
    })
    .sort((left, right) => left.at - right.at || (left.file < right.file ? -1 : 1));
  const shelves = new Map<string, string>();
  for (const { file, name } of near) if (!shelves.has(name)) shelves.set(name, file);
  return shelves;
};

const PATHS: PathRules = {
  dirname: (path) => {
    const cut = path.lastIndexOf("/");
    if (cut > 0) return path.slice(0, cut);
    return cut === 0 ? "/" : "";
  },
  join: (folder, name) => (folder === "" || folder.endsWith("/") ? `${folder}${name}` : `${folder}/${name}`),
};
