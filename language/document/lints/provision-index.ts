import type { Level, OfficialDocument, Provision } from "../model.ts";

/** Where the numbered provisions of a document are, found without going through all of them again. */
export interface ProvisionIndex {
  /** By level, number and insertion: several where annexes count anew. */
  readonly numbered: (level: Level, number: number, insertion: number | null) => readonly Provision[];
  /** How many of its level stand in front of a provision: articles in the document, others among siblings. */
  readonly rank: (provision: Provision) => number;
  readonly hasLevel: (level: Level) => boolean;
  readonly firstArticle: Provision | null;
  readonly lastArticle: Provision | null;
}

export const indexProvisions = (document: OfficialDocument): ProvisionIndex => {
  const numbered = new Map<string, Provision[]>();
  const ranks = new Map<Provision, number>();
  const levels = new Set<Level>();
  let articles = 0;
  let lastArticle: Provision | null = null;
  for (const provision of document.provisions) {
    levels.add(provision.level);
    if (provision.level === "article") {
      ranks.set(provision, articles);
      articles += 1;
      lastArticle = provision;
    }
    if (provision.number === null) continue;
    const key = keyOf(provision.level, provision.number, provision.insertion);
    const row = numbered.get(key);
    if (row === undefined) numbered.set(key, [provision]);
    else row.push(provision);
  }
  const rankAll = (siblings: readonly Provision[]): void => {
    const counts = new Map<Level, number>();
    for (const provision of siblings) {
      if (provision.level === "article") continue;
      const count = counts.get(provision.level) ?? 0;
      ranks.set(provision, count);
      counts.set(provision.level, count + 1);
    }
  };
  rankAll(document.roots);
  for (const { children } of document.provisions) if (children.length > 0) rankAll(children);
  return {
    numbered: (level, number, insertion) => numbered.get(keyOf(level, number, insertion)) ?? [],
    rank: (provision) => ranks.get(provision) ?? 0,
    hasLevel: (level) => levels.has(level),
    firstArticle: document.provisions.find(({ level }) => level === "article") ?? null,
    lastArticle,
  };
};

const keyOf = (level: Level, number: number, insertion: number | null): string =>
  `${level}${number}-${insertion ?? 0}`;
