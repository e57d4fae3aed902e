import { policyName, shortName } from "../policy-name.ts";
import type { Studio } from "../studio.ts";

/** A document that can be compared. */
export interface DocumentChoice {
  readonly path: string;
  readonly name: string;
  readonly group: "政策" | "公文文字" | "从文件打开";
}

/** Policies, texts of documents, and what was opened for this comparison alone. */
export const documentChoices = (
  studio: Studio,
  opened: ReadonlyMap<string, string>,
): readonly DocumentChoice[] => {
  const texts = studio.texts.get();
  const policies = [...texts.values()]
    .filter(({ path }) => path.endsWith(".tiaowen"))
    .map(({ path, text }) => ({ path, name: policyName(text) }))
    .filter(({ name }) => !name.isVocabulary)
    .map(({ path, name }): DocumentChoice => ({ path, name: shortName(path, name), group: "政策" }));
  const plain = studio.paths
    .get()
    .filter((path) => path.endsWith(".txt"))
    .map((path): DocumentChoice => ({ path, name: path, group: "公文文字" }));
  const own = [...opened.keys()].map((path): DocumentChoice => ({
    path,
    name: path.slice(OPENED.length),
    group: "从文件打开",
  }));
  return [...policies.sort(byPath), ...plain, ...own];
};

const byPath = (one: DocumentChoice, other: DocumentChoice): number => (one.path < other.path ? -1 : 1);

/** Stands before the names of opened files, so that none is taken for one of the workspace. */
export const OPENED = "打开的文件/";

/** Versions in one folder in their order; else the open policy and the first other one. */
export const firstPair = (
  current: string | null,
  choices: readonly DocumentChoice[],
): { readonly left: string | null; readonly right: string | null } => {
  const policies = choices.filter(({ group }) => group === "政策").map(({ path }) => path);
  const first = current !== null && policies.includes(current) ? current : (policies[0] ?? null);
  const others = policies.filter((path) => path !== first);
  const sibling = first === null ? undefined : others.find((path) => folderOf(path) === folderOf(first));
  if (first !== null && sibling !== undefined && sibling < first) return { left: sibling, right: first };
  return { left: first, right: sibling ?? others[0] ?? null };
};

const folderOf = (path: string): string => path.slice(0, path.lastIndexOf("/") + 1);
