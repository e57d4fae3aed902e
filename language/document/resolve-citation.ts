import { absoluteCitation, printCitation, type Citation, type CitationStep } from "../citation.ts";
import { titleKind } from "./furniture.ts";
import type { Level, OfficialDocument, Provision } from "./model.ts";
import { provisionText } from "./provision-text.ts";
import { withoutSpace } from "./whitespace.ts";

/** The provisions that a citation means, or in Chinese why that cannot be told. */
export type Resolution =
  | { readonly provisions: readonly Provision[]; readonly problem: null }
  | { readonly provisions: readonly []; readonly problem: string };

/**
 * Finds what a citation means where it is written. 第二款 and 前款 count from `from`; 第三条 and
 * 四（二） do not need it. Nothing is guessed: what the words leave open is a problem.
 */
export const resolveCitation = (
  citation: Citation,
  from: Provision | null,
  document: OfficialDocument,
): Resolution => {
  const printed = printCitation(citation);
  const foreign = namesOther(citation, document);
  if (foreign !== null) return problem(foreign);
  const { relative } = citation;
  const steps = document.form === "headings" ? citation.steps.map(asHeading) : citation.steps;
  if (relative === null) {
    if (steps.length === 0) return found(document.roots);
    return descendFromTop(steps, from, document, printed);
  }
  switch (relative.kind) {
    case "above":
      return resolveAbove(citation, from, document);
    case "this": {
      const base = ancestor(from, relative.level);
      if (base === null) return problem(`这里不在${unitOf(relative.level)}之中，“${printed}”无所指。`);
      return descend([base], steps, printed);
    }
    case "previous":
      return resolvePrevious({ ...citation, steps }, from, document, printed);
  }
};

/** The citation of a provision: its numbers from the top, a single 款 left out. */
export const citationOf = (provision: Provision): Citation => {
  const steps: CitationStep[] = [];
  for (let at: Provision | null = provision; at !== null; at = at.parent) {
    if (at.number === null) continue;
    if (at.level === "paragraph" && (at.parent === null || paragraphsOf(at.parent).length === 1)) continue;
    steps.unshift({ level: at.level, number: at.number, insertion: at.insertion });
    if (at.level === "article") break;
  }
  return absoluteCitation(steps);
};

/** A text in 一、 （一） 1. is often cited as if it had 条, 项 and 目. */
const asHeading = (step: CitationStep): CitationStep => ({
  ...step,
  level: HEADING_OF.get(step.level) ?? step.level,
});

const HEADING_OF: ReadonlyMap<CitationStep["level"], Level> = new Map([
  ["article", "heading1"],
  ["item", "heading2"],
  ["subitem", "heading3"],
]);

const found = (provisions: readonly Provision[]): Resolution => ({ provisions, problem: null });
const problem = (message: string): Resolution => ({ provisions: [], problem: message });

const namesOther = (citation: Citation, document: OfficialDocument): string | null => {
  const title = document.title ?? "";
  if (citation.document !== null) {
    const name = withoutSpace(citation.document);
    const own = withoutSpace(title);
    if (own !== "" && (own === name || own.replace(/[（(][^（）()]*[）)]$/, "") === name)) return null;
    return `“${printCitation(citation)}”是《${citation.document}》的条文，不在本文件之内。`;
  }
  if (citation.self === null) return null;
  const kind = titleKind(title);
  const self = citation.self === "法典" ? "法" : citation.self;
  if (kind === null || kind === self) return null;
  return `本文件的名称是“${title}”，“本${citation.self}”与之不符，不能确定所指的文件。`;
};

const UNIT_WORDS: Readonly<Partial<Record<Level, string>>> = {
  book: "编",
  part: "分编",
  chapter: "章",
  section: "节",
  article: "条",
  paragraph: "款",
  item: "项",
  subitem: "目",
};

const unitOf = (level: Level | null): string => `任何一${UNIT_WORDS[level ?? "article"] ?? "条"}`;

const ancestor = (from: Provision | null, level: Level | null): Provision | null => {
  for (let at = from; at !== null; at = at.parent) {
    if (at.level === level) return at;
  }
  // 本款 written under a 条 with one 款 means that one.
  const only = level === "paragraph" && from?.level === "article" ? paragraphsOf(from) : [];
  return only.length === 1 ? only[0]! : null;
};

const paragraphsOf = (provision: Provision): readonly Provision[] =>
  provision.children.filter(({ level }) => level === "paragraph");

const resolveAbove = (citation: Citation, from: Provision | null, document: OfficialDocument): Resolution => {
  if (citation.words === null) return problem("“上述”没有写明是哪一条款，不能确定所指。");
  const end = from === null ? document.provisions.length : document.provisions.indexOf(from);
  const sought = withoutSpace(citation.words);
  for (let index = end - 1; index >= 0; index -= 1) {
    const candidate = document.provisions[index]!;
    if (candidate.children.length > 0 || !provisionText(document, candidate).includes(sought)) continue;
    return found([widenSingle(candidate)]);
  }
  return problem(`前面的条文没有出现“${citation.words}”，“上述”不能确定所指。`);
};

/** The only 款 of a 条 is cited as the 条. */
const widenSingle = (provision: Provision): Provision =>
  provision.level === "paragraph" && provision.parent !== null && paragraphsOf(provision.parent).length === 1
    ? provision.parent
    : provision;

const resolvePrevious = (
  citation: Citation,
  from: Provision | null,
  document: OfficialDocument,
  printed: string,
): Resolution => {
  const { level, count } = citation.relative!;
  const here = ancestor(from, level);
  if (here === null) return problem(`这里不在${unitOf(level)}之中，“${printed}”无所指。`);
  const row =
    level === "article"
      ? document.provisions.filter((other) => other.level === "article")
      : (here.parent?.children ?? document.roots).filter((other) => other.level === level);
  const at = row.indexOf(here);
  if (at < count)
    return problem(
      `${here.label}之前没有${count > 1 ? `${count}个` : ""}${UNIT_WORDS[level ?? "paragraph"] ?? "款"}，“${printed}”无所指。`,
    );
  return descend(row.slice(at - count, at), citation.steps, printed);
};

/** Below 条 a citation without 条 counts from where it is written. */
const descendFromTop = (
  steps: readonly CitationStep[],
  from: Provision | null,
  document: OfficialDocument,
  printed: string,
): Resolution => {
  const [first, ...rest] = steps;
  if (first === undefined) return problem(`“${printed}”没有写明条款。`);
  if (first.level === "paragraph" || first.level === "item" || first.level === "subitem") {
    return descendFromHere(steps, first, from, printed);
  }
  const matching = document.provisions.filter((candidate) => matches(candidate, first));
  const near = nearest(matching, from);
  if (near.length === 0) return problem(`本文件没有${partOf(first)}。`);
  if (near.length > 1)
    return problem(`本文件有${near.length}处${partOf(first)}，“${printed}”不能确定所指的是哪一处。`);
  return descend(near, rest, printed);
};

const descendFromHere = (
  steps: readonly CitationStep[],
  first: CitationStep,
  from: Provision | null,
  printed: string,
): Resolution => {
  const bases: readonly Level[] =
    first.level === "paragraph" ? ["article"] : first.level === "item" ? ["paragraph", "article"] : ["item"];
  for (const level of bases) {
    const base = ancestor(from, level);
    if (base === null) continue;
    const resolution = descend([base], steps, printed);
    if (resolution.problem === null || level === bases.at(-1)) return resolution;
  }
  return problem(`“${printed}”没有写明是哪一条，这里也不在条文之中，不能确定所指。`);
};

/** Of several with one number, those that share the innermost common ancestor with `from`. */
const nearest = (candidates: readonly Provision[], from: Provision | null): readonly Provision[] => {
  if (candidates.length < 2) return candidates;
  for (let at = from; at !== null; at = at.parent) {
    const scope = at;
    const inside = candidates.filter(
      (candidate) => candidate.span.start >= scope.span.start && candidate.span.end <= scope.span.end,
    );
    if (inside.length > 0) return inside;
  }
  const outside = candidates.filter((candidate) => ancestor(candidate, "annex") === null);
  return outside.length > 0 ? outside : candidates;
};

const descend = (
  bases: readonly Provision[],
  steps: readonly CitationStep[],
  printed: string,
): Resolution => {
  let current = bases;
  for (const step of steps) {
    const next = current.flatMap((base) => below(base, step));
    if (next.length === 0)
      return problem(
        `${current.map(({ label }) => label).join("、")}没有${partOf(step)}，“${printed}”无所指。`,
      );
    if (next.length > 1) {
      const places = next.map(({ label }) => label).join("、");
      return problem(`“${printed}”可以指${places}，请写明是第几款。`);
    }
    current = next;
  }
  return found(current);
};

/** The provisions that one step means below `base`: a 款 may be left out between 条 and 项. */
const below = (base: Provision, step: CitationStep): Provision[] => {
  if (step.level === "inline") {
    const own = base.children.filter(
      ({ label, level }) => level === "paragraph" && label.endsWith(printInline(step)),
    );
    // 一是 in the middle of a paragraph has no path of its own.
    return own.length > 0 ? own : [base];
  }
  const direct = base.children.filter((child) => matches(child, step));
  if (direct.length > 0) return direct;
  const isOnly =
    step.level === "paragraph" && step.number === 1 && base.level !== "article" && base.children.length === 0;
  if (isOnly) return [base];
  return base.children
    .filter(({ level }) => level === "paragraph" || DIVISIONS.has(level))
    .flatMap((child) =>
      DIVISIONS.has(child.level) && step.level !== "article" && step.level !== "section"
        ? []
        : below(child, step),
    );
};

const DIVISIONS: ReadonlySet<Level> = new Set(["book", "part", "chapter", "section"]);

const printInline = (step: CitationStep): string => printCitation(absoluteCitation([step]));

const matches = (provision: Provision, step: CitationStep): boolean =>
  provision.level === step.level &&
  provision.number === step.number &&
  provision.insertion === step.insertion;

const partOf = (step: CitationStep): string => printCitation(absoluteCitation([step]));
