import type { Level, OfficialDocument, Provision } from "../model.ts";

/** Where the numbered provisions of a document are, found without going through all of them again. */
export interface ProvisionIndex {
  /** 条, 章, 编 and 一、 by number: several where annexes count anew. */
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
  let firstArticle: Provision | null = null;
  let lastArticle: Provision | null = null;
  let articles = 0;
  for (const provision of document.provisions) {
    if (!CITED_BY_NUMBER.has(provision.level) || provision.number === null) continue;
    if (provision.level === "article") {
      firstArticle ??= provision;
      lastArticle = provision;
      ranks.set(provision, articles);
      articles += 1;
    }
    const key = keyOf(provision.level, provision.number, provision.insertion);
    const row = numbered.get(key);
    if (row === undefined) numbered.set(key, [provision]);
    else row.push(provision);
  }
  return {
    numbered: (level, number, insertion) => numbered.get(keyOf(level, number, insertion)) ?? [],
    rank: (provision) => {
      if (!ranks.has(provision)) rankSiblings(provision.parent?.children ?? document.roots, ranks);
      return ranks.get(provision) ?? 0;
    },
    hasLevel: (level) => document.provisions.some((provision) => provision.level === level),
    firstArticle,
    lastArticle,
  };
};

const CITED_BY_NUMBER: ReadonlySet<Level> = new Set(["book", "chapter", "article", "heading1"]);

const keyOf = (level: Level, number: number, insertion: number | null): string =>
  `${level}${number}-${insertion ?? 0}`;

const rankSiblings = (siblings: readonly Provision[], ranks: Map<Provision, number>): void => {
  const counts = new Map<Level, number>();
  for (const provision of siblings) {
    if (provision.level === "article") continue;
    const count = counts.get(provision.level) ?? 0;
    ranks.set(provision, count);
    counts.set(provision.level, count + 1);
  }
};
