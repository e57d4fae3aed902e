import type { Level } from "./document/model.ts";
import { parseNumeral, printNumeral } from "./numerals.ts";
import type { Span } from "./source.ts";

/**
 * A reference to a place in an official text, as a value. Two ways of writing the same reference
 * (第十六条第（三）项, 第16条第三项) are equal.
 */
export interface Citation {
  /** 《…》, or the name that stands directly in front; `null` in the same document. */
  readonly document: string | null;
  /** 细则 of 本细则; what the text calls itself. */
  readonly self: string | null;
  /** 本条, 前款, 前两款, 上述; `null` where only numbers are given. */
  readonly relative: RelativeReference | null;
  readonly steps: readonly CitationStep[];
  /** The words after 上述, where they are quoted: 上述“15分钟医保定点服务圈”. */
  readonly words: string | null;
}

export interface RelativeReference {
  readonly kind: "this" | "previous" | "above";
  /** The unit that is counted; `null` for 上述. */
  readonly level: Level | null;
  /** 前两款 counts two. */
  readonly count: number;
}

export interface CitationStep {
  readonly level: Level | "inline";
  readonly number: number;
  /** The n of 第X条之n. */
  readonly insertion: number | null;
}

export interface FoundCitation {
  readonly citation: Citation;
  readonly span: Span;
}

/** How a document writes its citations. */
export interface CitationStyle {
  /** 第（三）项 rather than 第三项. */
  readonly bracketedItems: boolean;
}

/** Reads a text that is one citation and nothing else; `null` where it is none. */
export const parseCitation = (text: string): Citation | null => {
  const compact = text.replace(/\s+/g, "");
  if (compact.length === 0 || compact.length > LONGEST_CITATION) return null;
  const scanned = scanCitation(compact, 0, true);
  return scanned !== null && scanned.end === compact.length ? scanned.citation : null;
};

/** Every citation in a text, from left to right. Linear in the length of the text. */
export const findCitations = (text: string): FoundCitation[] => {
  const found: FoundCitation[] = [];
  START.lastIndex = 0;
  for (let match = START.exec(text); match !== null; match = START.exec(text)) {
    const scanned = scanCitation(text, match.index, false);
    if (scanned === null) continue;
    START.lastIndex = Math.max(scanned.end, match.index + 1);
    if (text[match.index] === "本" && INSIDE_WORD.test(text[match.index - 1] ?? "")) continue;
    found.push(inList(text, found.at(-1), inContext(text, scanned, match.index)));
  }
  return found;
};

/** Writes a citation the way the document writes its own. */
export const printCitation = (
  citation: Citation,
  style: CitationStyle = { bracketedItems: true },
): string => {
  const document = citation.document === null ? "" : `《${citation.document}》`;
  const self = citation.self === null ? "" : `本${citation.self}`;
  const words = citation.words === null ? "" : `“${citation.words}”`;
  return document + self + printRelative(citation.relative) + printSteps(citation.steps, style) + words;
};

/** Whether two citations say the same, however they are written. */
export const sameCitation = (left: Citation, right: Citation): boolean =>
  left.document === right.document &&
  left.self === right.self &&
  left.words === right.words &&
  left.relative?.kind === right.relative?.kind &&
  left.relative?.level === right.relative?.level &&
  left.relative?.count === right.relative?.count &&
  left.steps.length === right.steps.length &&
  left.steps.every((step, index) => sameStep(step, right.steps[index]!));

/** A citation by numbers in the same document. */
export const absoluteCitation = (steps: readonly CitationStep[]): Citation => ({
  document: null,
  self: null,
  relative: null,
  steps,
  words: null,
});

const LONGEST_CITATION = 200;

/** Where a citation may begin. */
const START =
  /《[^《》\n]{1,100}》(?=\s?第)|本(?=[\u4e00-\u9fff])|第|前(?=[款条项章节目一两二三四五])|上述|上款|[一二三四五六七八九十]{1,3}(?=[（(、])/g;

const NUMERAL = "[零〇一二两三四五六七八九十百千万0-9０-９]{1,12}";
/** From the widest to the narrowest. */
const UNITS: readonly (readonly [string, Level])[] = [
  ["编", "book"],
  ["分编", "part"],
  ["章", "chapter"],
  ["节", "section"],
  ["条", "article"],
  ["款", "paragraph"],
  ["项", "item"],
  ["目", "subitem"],
];

const unitLevel = (unit: string): Level => UNITS.find(([name]) => name === unit)?.[1] ?? "article";

const STEP = new RegExp(
  `第\\s?(?:[（(]\\s?(${NUMERAL})\\s?[）)]|(${NUMERAL}))\\s?(分编|编|章|节|条|款|项|目)(?:之(${NUMERAL}))?`,
  "y",
);
const SELF =
  /本(?:工作|实施|暂行)?(法典|法|条例|办法|细则|指引|规定|规则|规范|规程|方案|意见|通知|决定|解释|准则|章程(?!序))(?![院人律定官庭规例式])/y;
const THIS = /本(编|章|节|条|款|项|目)(?![件例目规程])/y;
const PREVIOUS = new RegExp(`前([一二两三四五六七八九十]{0,2})(章|节|条|款|项|目)(?![件例目])`, "y");
const TITLE = /《([^《》\n]{1,100})》\s?/y;
const HEADING1 = /([一二三四五六七八九十]{1,3})(?:、(?=[（(]))?/y;
const HEADING2 = /[（(]([一二三四五六七八九十]{1,3})[）)]/y;
const HEADING3 = /([0-9]{1,3})[.．]?(?![0-9])/y;
const HEADING4 = /[（(]([0-9]{1,3})[）)]/y;
const INLINE = /([一二三四五六七八九十]{1,2})是/y;
const QUOTED = /[“「]([^“”「」\n]{1,60})[”」]/y;

interface Scanned {
  readonly citation: Citation;
  readonly end: number;
}

const scanCitation = (text: string, at: number, whole: boolean): Scanned | null => {
  let end = at;
  const title = match(TITLE, text, end);
  if (title) end += title[0].length;
  const self = title ? null : match(SELF, text, end);
  if (self) end += self[0].length;
  const relative = title ? null : scanRelative(text, end);
  if (relative) end = relative.end;
  const numbered = scanSteps(text, end);
  end = numbered.end;
  let { steps } = numbered;
  if (steps.length === 0 && !title && !self && !relative) {
    const headings = scanHeadings(text, at, whole);
    if (headings === null) return null;
    ({ steps, end } = headings);
  }
  if (title && steps.length === 0) return null;
  const quoted = relative?.value.kind === "above" ? match(QUOTED, text, end) : null;
  if (quoted) end += quoted[0].length;
  return {
    citation: {
      document: title?.[1] ?? null,
      self: self?.[1] ?? null,
      relative: relative?.value ?? null,
      steps,
      words: quoted?.[1] ?? null,
    },
    end,
  };
};

const scanRelative = (text: string, at: number): { value: RelativeReference; end: number } | null => {
  const here = match(THIS, text, at);
  if (here) {
    return { value: { kind: "this", level: unitLevel(here[1]!), count: 1 }, end: at + here[0].length };
  }
  const previous = match(PREVIOUS, text, at);
  if (previous) {
    const count = previous[1] === "" ? 1 : parseNumeral(previous[1]!);
    if (count === null || count === 0) return null;
    const level = unitLevel(previous[2]!);
    return { value: { kind: "previous", level, count }, end: at + previous[0].length };
  }
  if (text.startsWith("上款", at))
    return { value: { kind: "previous", level: "paragraph", count: 1 }, end: at + 2 };
  if (text.startsWith("上述", at)) return { value: { kind: "above", level: null, count: 1 }, end: at + 2 };
  return null;
};

/** 第…条第…款第…项, each unit deeper than the one before it. */
const scanSteps = (text: string, at: number): { steps: CitationStep[]; end: number } => {
  const steps: CitationStep[] = [];
  let end = at;
  let depth = -1;
  for (let step = match(STEP, text, end); step !== null; step = match(STEP, text, end)) {
    const unit = step[3]!;
    const number = parseNumeral(step[1] ?? step[2]!);
    const insertion = step[4] === undefined || unit !== "条" ? null : parseNumeral(step[4]);
    const rank = UNITS.findIndex(([name]) => name === unit);
    if (number === null || rank <= depth) break;
    depth = rank;
    steps.push({ level: unitLevel(unit), number, insertion });
    const ignored = step[4] !== undefined && insertion === null ? step[4].length + 1 : 0;
    end += step[0].length - ignored;
  }
  return { steps, end };
};

/** 三（一）1. and 四（二）一是. In running text at least two levels are needed: a lone 四 is a number. */
const scanHeadings = (
  text: string,
  at: number,
  whole: boolean,
): { steps: CitationStep[]; end: number } | null => {
  const steps: CitationStep[] = [];
  let end = at;
  const forms = [
    ["heading1", HEADING1],
    ["heading2", HEADING2],
    ["heading3", HEADING3],
    ["heading4", HEADING4],
  ] as const;
  for (const [level, pattern] of forms) {
    const found = match(pattern, text, end);
    const number = found && parseNumeral(found[1]!);
    // In running text only the first two levels are certain: 三（一）15 may go on with a number.
    if (
      !found ||
      number === null ||
      (!whole && level !== "heading1" && level !== "heading2" && !/[.．）)]$/.test(found[0]))
    ) {
      if (level === "heading1") return null;
      continue;
    }
    steps.push({ level, number, insertion: null });
    end += found[0].length;
  }
  const inline = match(INLINE, text, end);
  const ordinal = inline && parseNumeral(inline[1]!);
  if (inline && ordinal !== null && steps.length > 1) {
    steps.push({ level: "inline", number: ordinal, insertion: null });
    end += inline[0].length;
  }
  return steps.length > 1 || (whole && steps.length === 1) ? { steps, end } : null;
};

/** 民法典第三十五条: a name directly in front of the number means another document. */
const inContext = (text: string, scanned: Scanned, start: number): FoundCitation => {
  const { citation, end } = scanned;
  const isBare = citation.document === null && citation.self === null && citation.relative === null;
  const before = isBare && text[start] === "第" ? text.slice(Math.max(0, start - 40), start) : "";
  const name = NAMED.exec(before)?.[1]?.split(LEADING_WORDS).at(-1);
  if (name === undefined || name === "") return { citation, span: { start, end } };
  return {
    citation: { ...citation, document: name },
    span: { start: start - name.length, end },
  };
};

const NAMED = /([\u4e00-\u9fff]{1,36}(?:法典|公司法|[^本办无合违方执司立非]法|条例|办法|细则|规定|解释))$/;

/** 基本准则 and 样本 end in 本; they name no document. */
const INSIDE_WORD = /[基根版文样成资日标原剧课]/;

/** 前款第三项、第四项: what a list says once counts for all of it. */
const inList = (text: string, previous: FoundCitation | undefined, next: FoundCitation): FoundCitation => {
  if (previous === undefined || next.span.start - previous.span.end > 2) return next;
  const { citation } = next;
  const first = citation.steps[0];
  const isBare = citation.document === null && citation.self === null && citation.relative === null;
  if (!isBare || first === undefined || !LIST_WORD.test(text.slice(previous.span.end, next.span.start)))
    return next;
  const rank = rankOf(first.level);
  const { document, self, relative, steps } = previous.citation;
  const above = steps.filter((step) => rankOf(step.level) < rank);
  const keepsRelative = relative !== null && relative.level !== null && rankOf(relative.level) < rank;
  return {
    ...next,
    citation: {
      ...citation,
      document,
      self,
      relative: keepsRelative ? relative : null,
      steps: [...above, ...citation.steps],
    },
  };
};

const LIST_WORD = /^(?:[、，,和或至及与到]|或者|以及)$/;

const rankOf = (level: CitationStep["level"]): number => RANKED.indexOf(level);

const RANKED: readonly CitationStep["level"][] = [
  "annex",
  "preamble",
  "closing",
  "book",
  "part",
  "chapter",
  "section",
  "heading1",
  "heading2",
  "heading3",
  "heading4",
  "article",
  "paragraph",
  "lead",
  "item",
  "subitem",
  "inline",
];

/** Words of the sentence that may stand in front of such a name. */
const LEADING_WORDS = /依照|按照|根据|依据|违反|适用|参照|执行|符合|是指|以及|或者|属于|[的除和与及在由对]/;

const match = (pattern: RegExp, text: string, at: number): RegExpExecArray | null => {
  pattern.lastIndex = at;
  return pattern.exec(text);
};

const sameStep = (left: CitationStep, right: CitationStep): boolean =>
  left.level === right.level && left.number === right.number && left.insertion === right.insertion;

const UNIT_NAMES: Readonly<Partial<Record<Level, string>>> = {
  book: "编",
  part: "分编",
  chapter: "章",
  section: "节",
  article: "条",
  paragraph: "款",
  item: "项",
  subitem: "目",
};

const printRelative = (relative: RelativeReference | null): string => {
  if (relative === null) return "";
  switch (relative.kind) {
    case "above":
      return "上述";
    case "this":
      return `本${UNIT_NAMES[relative.level ?? "article"] ?? "条"}`;
    case "previous": {
      const count = relative.count === 1 ? "" : relative.count === 2 ? "两" : printNumeral(relative.count);
      return `前${count}${UNIT_NAMES[relative.level ?? "paragraph"] ?? "款"}`;
    }
  }
};

const printSteps = (steps: readonly CitationStep[], style: CitationStyle): string =>
  steps.map((step) => printStep(step, style)).join("");

const printStep = (step: CitationStep, style: CitationStyle): string => {
  const numeral = printNumeral(step.number);
  switch (step.level) {
    case "book":
      return `第${numeral}编`;
    case "part":
      return `第${numeral}分编`;
    case "chapter":
      return `第${numeral}章`;
    case "section":
      return `第${numeral}节`;
    case "article":
      return `第${numeral}条${step.insertion === null ? "" : `之${printNumeral(step.insertion)}`}`;
    case "paragraph":
      return `第${numeral}款`;
    case "item":
      return style.bracketedItems ? `第（${numeral}）项` : `第${numeral}项`;
    case "subitem":
      return `第${step.number}目`;
    case "heading1":
      return numeral;
    case "heading2":
      return `（${numeral}）`;
    case "heading3":
      return String(step.number);
    case "heading4":
      return `（${step.number}）`;
    case "inline":
      return `${numeral}是`;
    case "lead":
      return "首段";
    case "preamble":
      return "前言";
    case "closing":
      return "末段";
    case "annex":
      return "附件";
  }
};
