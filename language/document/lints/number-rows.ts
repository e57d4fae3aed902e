import { printNumeral } from "../../numerals.ts";
import type { Level, OfficialDocument, Provision } from "../model.ts";

/** Provisions that are numbered one after another. */
export type NumberRow = readonly Provision[];

/** Articles count through a whole document, every other level within its parent. */
export const numberRows = (document: OfficialDocument): NumberRow[] => {
  const rows: NumberRow[] = [];
  const articles = new Map<Provision | null, Provision[]>();
  for (const provision of document.provisions) {
    if (provision.level !== "article") continue;
    const annex = annexOf(provision);
    const row = articles.get(annex);
    if (row === undefined) articles.set(annex, [provision]);
    else row.push(provision);
  }
  for (const row of articles.values()) rows.push(row);
  for (const row of siblingRows(document.roots)) rows.push(row);
  for (const { children } of document.provisions) {
    for (const row of siblingRows(children)) rows.push(row);
  }
  return rows;
};

/** 第八章, （四）, 4.: how a number of this level is written. */
export const writtenNumber = (level: Level, number: number): string => {
  const numeral = printNumeral(number);
  switch (level) {
    case "book":
      return `第${numeral}编`;
    case "part":
      return `第${numeral}分编`;
    case "chapter":
      return `第${numeral}章`;
    case "section":
      return `第${numeral}节`;
    case "article":
      return `第${numeral}条`;
    case "heading1":
      return `${numeral}、`;
    case "heading2":
    case "item":
      return `（${numeral}）`;
    case "heading3":
    case "subitem":
      return `${number}.`;
    case "heading4":
      return `（${number}）`;
    case "paragraph":
    case "lead":
    case "preamble":
    case "closing":
    case "annex":
      return numeral;
  }
};

const SIBLING_LEVELS: ReadonlySet<Level> = new Set([
  "book",
  "part",
  "chapter",
  "section",
  "item",
  "subitem",
  "heading1",
  "heading2",
  "heading3",
  "heading4",
]);

/** Lists may begin again at 1 below the same parent; chapters may not. */
const RESTARTING: ReadonlySet<Level> = new Set([
  "item",
  "subitem",
  "heading1",
  "heading2",
  "heading3",
  "heading4",
]);

const siblingRows = (siblings: readonly Provision[]): NumberRow[] => {
  const rows: Provision[][] = [];
  const open = new Map<Level, Provision[]>();
  for (const provision of siblings) {
    if (provision.number === null || !SIBLING_LEVELS.has(provision.level)) continue;
    const row = open.get(provision.level);
    if (row === undefined || (provision.number === 1 && RESTARTING.has(provision.level))) {
      const begun = [provision];
      open.set(provision.level, begun);
      rows.push(begun);
    } else {
      row.push(provision);
    }
  }
  return rows;
};

const annexOf = (provision: Provision): Provision | null => {
  for (let at = provision.parent; at !== null; at = at.parent) {
    if (at.level === "annex") return at;
  }
  return null;
};
