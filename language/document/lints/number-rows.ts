import { printNumeral } from "../../numerals.ts";
import { span, type Span } from "../../source.ts";
import { trimRange } from "../whitespace.ts";
import type { Level, OfficialDocument, Provision } from "../model.ts";

/** Provisions that are numbered one after another. */
export type NumberRow = readonly Provision[];

/** Articles count through a whole document, every other level within its parent. */
export const numberRows = (document: OfficialDocument): readonly NumberRow[] => {
  const known = rowsOf.get(document);
  if (known !== undefined) return known;
  const rows: NumberRow[] = [];
  rowsOf.set(document, rows);
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

const rowsOf = new WeakMap<OfficialDocument, readonly NumberRow[]>();

/** Levels whose numbers never begin again at one among their siblings. */
export const runsOn = (level: Level): boolean => !RESTARTING.has(level);

/**
 * Where a row begins again at one and counts on from there: two documents in one file, or articles
 * counted by chapter. A single stray 第一条 is a repetition, no new beginning.
 */
export const restartsOf = (row: NumberRow): ReadonlySet<number> => {
  const restarts = new Set<number>();
  for (const [order, { number }] of row.entries()) {
    const previous = row[order - 1]?.number ?? 0;
    if (number === 1 && previous > 1 && row[order + 1]?.number === 2) restarts.add(order);
  }
  return restarts;
};

/** Of 第三条, 第三条, 第五条 the second should be 第四条: its number, or `null`. */
export const skippedAfter = (row: NumberRow, order: number): number | null => {
  const here = row[order]?.number ?? null;
  const next = row[order + 1]?.number ?? null;
  return here !== null && row[order - 1]?.number === here && next === here + 2 ? here + 1 : null;
};

/** A number written in another kind than those before and behind it. */
export interface Misnumbered {
  /** 三、 below 第二章, 2. below （一）, 三、 among （一）, （二） and （四）. */
  readonly stray: Provision;
  /** The one whose number it goes on from. */
  readonly before: Provision;
  /** The one that goes on from it, in the kind of the one before. */
  readonly behind: Provision;
}

export const misnumberedIn = (document: OfficialDocument): readonly Misnumbered[] => {
  const known = misnumbered.get(document);
  if (known !== undefined) return known;
  const found = misnumberedAmong(document.roots);
  for (const { children } of document.provisions)
    for (const each of misnumberedAmong(children)) found.push(each);
  misnumbered.set(document, found);
  return found;
};

/** Numbers whose gap is explained by one that is written in another kind. */
export const explainedByKind = (document: OfficialDocument): ReadonlySet<Provision> => {
  const known = explained.get(document);
  if (known !== undefined) return known;
  const found = new Set(misnumberedIn(document).flatMap(({ stray, behind }) => [stray, behind]));
  explained.set(document, found);
  return found;
};

const explained = new WeakMap<OfficialDocument, ReadonlySet<Provision>>();

const misnumbered = new WeakMap<OfficialDocument, readonly Misnumbered[]>();

/** A stray number is read as a level below the one before it, or beside it, with what follows below it. */
const misnumberedAmong = (siblings: readonly Provision[]): Misnumbered[] => {
  const found: Misnumbered[] = [];
  for (const [order, before] of siblings.entries()) {
    if (before.number === null || !SIBLING_LEVELS.has(before.level)) continue;
    const next = siblings[order + 1];
    const isBeside = next !== undefined && next.level !== before.level;
    const stray = isBeside ? next : firstNumbered(before);
    if (stray?.number !== before.number + 1 || !SIBLING_LEVELS.has(stray.level)) continue;
    const behind = (isBeside ? [firstNumbered(stray), siblings[order + 2]] : [next]).find(
      (other) => other?.level === before.level && other.number === before.number! + 2,
    );
    if (behind !== undefined) found.push({ stray, before, behind });
  }
  return found;
};

/** 章 count their 节 and 一、, but the articles below them count through the document. */
const firstNumbered = ({ children }: Provision): Provision | undefined =>
  children.find(({ level }) => SIBLING_LEVELS.has(level));

/** The marker and the first words: where a finding on a number stands. */
export const markerSpan = (document: OfficialDocument, provision: Provision): Span => {
  const end = Math.min(
    provision.span.end,
    provision.titleSpan?.end ?? Infinity,
    provision.pieces[0]?.end ?? provision.children[0]?.span.start ?? provision.span.end,
    provision.span.start + LONGEST_PLACE,
  );
  return span(...trimRange(document.source.text, provision.span.start, end));
};

const LONGEST_PLACE = 24;

/** 第八章, 第三条之一, （四）, 4.: how a number of this level is written. */
export const writtenNumber = (level: Level, number: number, insertion: number | null = null): string =>
  writtenBase(level, number) + (insertion === null ? "" : `之${printNumeral(insertion)}`);

const writtenBase = (level: Level, number: number): string => {
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
  for (const [order, provision] of siblings.entries()) {
    if (provision.number === null || !SIBLING_LEVELS.has(provision.level)) continue;
    const row = open.get(provision.level);
    if (row === undefined || (beginsList(provision) && !isRepeatedFirst(row, siblings[order + 1]))) {
      const begun = [provision];
      open.set(provision.level, begun);
      rows.push(begun);
    } else {
      row.push(provision);
    }
  }
  return rows;
};

const beginsList = ({ level, number }: Provision): boolean => number === 1 && RESTARTING.has(level);

/** （一）, （一）, （三）: the second is a mistake for （二）, no new list. */
const isRepeatedFirst = (row: NumberRow, next: Provision | undefined): boolean =>
  row.length === 1 && row[0]!.number === 1 && next?.level === row[0]!.level && next.number === 3;

const annexOf = (provision: Provision): Provision | null => {
  for (let at = provision.parent; at !== null; at = at.parent) {
    if (at.level === "annex") return at;
  }
  return null;
};
