import type { Citation, CitationStep } from "../../citation.ts";
import { printNumeral } from "../../numerals.ts";
import type { Level, Provision } from "../model.ts";
import { writtenNumber } from "./number-rows.ts";
import type { ProvisionIndex } from "./provision-index.ts";
import type { ProvisionWords } from "./provision-words.ts";
import type { TextUnderReview } from "./text-lint.ts";

export interface CitationReview extends TextUnderReview {
  readonly index: ProvisionIndex;
  readonly words: ProvisionWords;
  /** The lines are broken at a fixed width: which 款 is which is not certain. */
  readonly isWrapped: boolean;
}

/** In Chinese why a citation of this document leads nowhere; `null` where it does not, or may not. */
export const citationProblem = (
  review: CitationReview,
  citation: Citation,
  from: Provision | null,
  at: number,
): string | null => {
  const { relative } = citation;
  const steps = review.isWrapped
    ? citation.steps.filter(({ level }) => !BELOW_ARTICLE.has(level))
    : citation.steps;
  if (review.isWrapped && relative?.level !== undefined && BELOW_ARTICLE.has(relative.level ?? "paragraph"))
    return null;
  if (review.isWrapped && relative === null && citation.self === null) return null;
  if (review.document.form === "headings") return headingProblem(review, citation);
  if (relative?.kind === "previous")
    return previousProblem(review, relative.level ?? "paragraph", relative.count, from, steps);
  if (relative?.kind === "this") return thisProblem(review, relative.level ?? "article", steps, from);
  const [first, ...rest] = steps;
  if (first?.level === "article" || first?.level === "chapter" || first?.level === "book")
    return fromTop(review, first.level, first, rest);
  if (first?.level !== "paragraph" && first?.level !== "item") return null;
  const article = ancestor(from, "article");
  // 违反第十三条第一款…；违反第二款…: the article named before goes on being meant.
  if (article === null || citesBefore(review, from ?? article, at)) return null;
  return stepsProblem(review, [article], steps);
};

const BELOW_ARTICLE: ReadonlySet<CitationStep["level"]> = new Set(["paragraph", "item", "subitem"]);

/** 本通知第三条 in a text of 一、 means 三、; of more than that such texts give no certain account. */
const headingProblem = ({ index }: CitationReview, citation: Citation): string | null => {
  const [first] = citation.steps;
  if (citation.self === null || first?.level !== "article" || !index.hasLevel("heading1")) return null;
  if (index.numbered("heading1", 1, null).length === 0) return null;
  if (index.numbered("heading1", first.number, null).length > 0) return null;
  return `在本文件中没有（本文件没有“${writtenNumber("heading1", first.number)}”）。`;
};

/** Whether the same 款, with its 项, names an article in front of the place: another 款 begins anew. */
const citesBefore = ({ document }: CitationReview, from: Provision, at: number): boolean => {
  const { start } = (ancestor(from, "paragraph") ?? from).span;
  return ARTICLE.test(document.source.text.slice(Math.max(start + 1, at - FAR), at));
};

const ARTICLE = /第[^，。；]{1,9}条/;

/** Who reads a sentence does not remember more than that. */
const FAR = 2000;

const fromTop = (
  review: CitationReview,
  level: "article" | "chapter" | "book",
  first: CitationStep,
  rest: readonly CitationStep[],
): string | null => {
  const { index } = review;
  const bases = index.numbered(level, first.number, first.insertion);
  if (bases.length > 0) return stepsProblem(review, bases, rest);
  const cited = writtenNumber(level, first.number, first.insertion);
  if (level !== "article") return index.hasLevel(level) ? `在本文件中没有${cited}。` : null;
  const { firstArticle, lastArticle } = index;
  // An excerpt says nothing about the articles it leaves out.
  if (firstArticle?.number !== 1 || lastArticle === null) return null;
  return `在本文件中没有，全文最后一条是${writtenNumber("article", lastArticle.number!, lastArticle.insertion)}。`;
};

const stepsProblem = (
  review: CitationReview,
  bases: readonly Provision[],
  steps: readonly CitationStep[],
): string | null => {
  let current = bases;
  for (const step of steps) {
    const next = current.flatMap((base) => below(base, step));
    if (next.length === 0) {
      if (step.level === "article") return articleElsewhere(review, current, step);
      return current.some((base) => mayHold(review, base, step)) ? null : lacking(current[0]!, step);
    }
    current = next;
  }
  return null;
};

/** 第三章第二条, where 第二条 stands in the first chapter. */
const articleElsewhere = (
  { index }: CitationReview,
  [division, ...others]: readonly Provision[],
  { number, insertion }: CitationStep,
): string | null => {
  const there = index.numbered("article", number, insertion)[0];
  const holder = there === undefined || division === undefined ? null : ancestor(there, division.level);
  if (division === undefined || others.length > 0 || holder === null || holder === division) return null;
  return `无所指：${there!.label}在${holder.label}，不在${division.label}。`;
};

const lacking = (base: Provision, step: CitationStep): string => {
  const cited = `第${printNumeral(step.number)}${UNITS[step.level] ?? "项"}`;
  const paragraphs = base.children.filter(({ level }) => level === "paragraph");
  const holder = step.level === "item" && paragraphs.length === 1 ? paragraphs[0]! : base;
  const count = holder.children.filter(({ level }) => level === step.level).length;
  const has = count > 0 ? `只有${printCount(count)}${UNITS[step.level] ?? "项"}` : "";
  return `无所指：${base.label}${has === "" ? "" : `${has}，`}没有${cited}。`;
};

/** A 款 may be left out between 条 and 项; lists are written in many ways. */
const below = (base: Provision, step: CitationStep): readonly Provision[] => {
  const direct = base.children.filter(
    ({ level, number }) => number === step.number && answers(level, step.level),
  );
  if (direct.length > 0 || step.level === "paragraph") return direct;
  return base.children.flatMap((child) =>
    child.level === "paragraph" || child.level === "section" ? below(child, step) : [],
  );
};

const LISTED: ReadonlySet<Level> = new Set([
  "item",
  "subitem",
  "heading1",
  "heading2",
  "heading3",
  "heading4",
]);

const answers = (level: Level, cited: CitationStep["level"]): boolean =>
  level === cited || ((cited === "item" || cited === "subitem") && LISTED.has(level));

/** Items inside a line have no provision of their own, and a 款 without a number may be a heading's. */
const mayHold = ({ words }: CitationReview, base: Provision, step: CitationStep): boolean => {
  if (step.level === "paragraph") return base.level !== "article";
  if (step.level !== "item" && step.level !== "subitem") return true;
  return words.numbersWithin(base).has(step.number);
};

const previousProblem = (
  review: CitationReview,
  level: Level,
  count: number,
  from: Provision | null,
  steps: readonly CitationStep[],
): string | null => {
  const { index, words } = review;
  const article = ancestor(from, "article");
  const here = level === "article" ? article : ancestor(from, level);
  const unit = UNITS[level] ?? "款";
  const asked = count === 1 ? "" : printCount(count);
  if (here !== null) {
    const before = index.rank(here);
    if (before >= count) return stepsBefore(review, here, count, steps);
    if ((level === "item" || level === "subitem") && here.parent !== null && index.rank(here.parent) > 0)
      return null;
    return before === 0
      ? `无所指：它写在${here.label}，前面没有${unit}。`
      : `无所指：它写在${here.label}，前面没有${asked}${unit}。`;
  }
  if (level === "chapter" || level === "section")
    return article === null ? null : `无所指：${article.label}不在任何一${unit}之中。`;
  if (level !== "item" || article === null) return null;
  return words.numbersWithin(article).size > 0 ? null : `无所指：${article.label}没有分项。`;
};

/** 前款第四项, where the list of the 款 before has three. */
const stepsBefore = (
  review: CitationReview,
  here: Provision,
  count: number,
  steps: readonly CitationStep[],
): string | null => {
  if (steps.length === 0 || here.level !== "paragraph" || here.parent === null) return null;
  const row = here.parent.children.filter(({ level }) => level === "paragraph");
  const at = row.indexOf(here);
  return stepsProblem(review, row.slice(at - count, at), steps);
};

const thisProblem = (
  review: CitationReview,
  level: Level,
  steps: readonly CitationStep[],
  from: Provision | null,
): string | null => {
  const base = ancestor(from, level);
  if (base !== null) return stepsProblem(review, [base], steps);
  if (level !== "chapter" && level !== "section" && level !== "book") return null;
  const article = ancestor(from, "article");
  return article === null ? null : `无所指：${article.label}不在任何一${UNITS[level]}之中。`;
};

const ancestor = (from: Provision | null, level: Level): Provision | null => {
  for (let at = from; at !== null; at = at.parent) if (at.level === level) return at;
  return null;
};

const printCount = (count: number): string => (count === 2 ? "两" : printNumeral(count));

const UNITS: Readonly<Partial<Record<CitationStep["level"], string>>> = {
  book: "编",
  chapter: "章",
  section: "节",
  article: "条",
  paragraph: "款",
  item: "项",
  subitem: "目",
};
