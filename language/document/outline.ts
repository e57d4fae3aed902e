import type { Span } from "../source.ts";
import { span } from "../source.ts";
import type { LogicalParagraph } from "./logical-paragraphs.ts";
import type { MarkerKind } from "./line-marker.ts";
import type { Level } from "./model.ts";
import { looksLikeHeading } from "./sentence-end.ts";

/** A provision while the outline is being read: numbers and words, no path yet. */
export interface Draft {
  readonly level: Level;
  readonly number: number | null;
  readonly insertion: number | null;
  /** 附则, 附件一: what an unnumbered part is called. */
  readonly name: string | null;
  readonly start: number;
  readonly markerEnd: number;
  titleSpan: Span | null;
  /** The title has its line to itself. */
  titleStandsAlone: boolean;
  /** Own paragraphs in front of the first child. */
  readonly before: (readonly Span[])[];
  /** Own paragraphs behind the last child. */
  readonly after: (readonly Span[])[];
  readonly children: Draft[];
  /** The own words end with a colon: the children are a list. */
  opensList: boolean;
}

export interface Outline {
  readonly roots: readonly Draft[];
  /** Paragraphs without a place: headings that lost their number. */
  readonly looseHeadings: readonly LogicalParagraph[];
}

/** Ranks decide what contains what; a deeper rank is closed by a higher one. */
const RANKS = {
  annex: 0,
  book: 1,
  part: 2,
  chapter: 3,
  section: 4,
  heading1: 5,
  heading2: 6,
  article: 10,
  paragraph: 11,
  listHeading: 12,
  item: 13,
  subitem: 14,
  heading3: 14,
  heading4: 15,
  preamble: 0,
  closing: 0,
  lead: 0,
} as const satisfies Record<Level | "listHeading", number>;

/** How deep a marker goes where nothing else is known. */
const MARKER_RANKS = {
  book: RANKS.book,
  part: RANKS.part,
  chapter: RANKS.chapter,
  section: RANKS.section,
  article: RANKS.article,
  ideograph: RANKS.heading1,
  bracketed: RANKS.heading2,
  digit: RANKS.heading3,
  bracketedDigit: RANKS.heading4,
} as const satisfies Record<MarkerKind, number>;

/** Puts paragraphs into the tree of 编 章 节 条 款 项 目, or of 一、 （一） 1. （1）. */
export const readOutline = (
  paragraphs: readonly LogicalParagraph[],
  form: "articles" | "headings",
): Outline => new OutlineReader(paragraphs, form).read();

interface OpenDraft {
  readonly draft: Draft;
  readonly rank: number;
  readonly kind: MarkerKind | null;
}

class OutlineReader {
  readonly #paragraphs: readonly LogicalParagraph[];
  readonly #form: "articles" | "headings";
  /** For each paragraph the index of the next one with a marker, its own excluded. */
  readonly #nextMarked: readonly number[];
  readonly #roots: Draft[] = [];
  readonly #loose: LogicalParagraph[] = [];
  #stack: OpenDraft[] = [];

  constructor(paragraphs: readonly LogicalParagraph[], form: "articles" | "headings") {
    this.#paragraphs = paragraphs;
    this.#form = form;
    const next: number[] = [];
    let at = paragraphs.length;
    for (let index = paragraphs.length - 1; index >= 0; index -= 1) {
      next[index] = at;
      if (paragraphs[index]!.marker !== null) at = index;
    }
    this.#nextMarked = next;
  }

  read(): Outline {
    for (const [index, paragraph] of this.#paragraphs.entries()) {
      if (paragraph.marker === null) this.#text(index, paragraph);
      else this.#marked(index, paragraph, paragraph.marker.kind);
    }
    return { roots: this.#roots, looseHeadings: this.#loose };
  }

  #marked(index: number, paragraph: LogicalParagraph, kind: MarkerKind): void {
    const { level, rank } = this.#place(index, paragraph, kind);
    this.#closeTo(rank);
    const inArticle = this.#stack.some(({ draft }) => draft.level === "article");
    if (inArticle && rank > RANKS.paragraph) this.#ensureParagraph(paragraph.start);
    const draft = newDraft(level, paragraph);
    this.#add(draft, rank, kind);
    if (level === "article") this.#articleWords(index, paragraph, draft);
    else this.#headingWords(index, paragraph, draft);
  }

  #place(index: number, paragraph: LogicalParagraph, kind: MarkerKind): { level: Level; rank: number } {
    switch (kind) {
      case "book":
      case "part":
      case "chapter":
      case "section":
      case "article":
        return { level: kind, rank: RANKS[kind] };
      case "ideograph":
        if (this.#form === "headings" || this.#groupsArticles(index, paragraph)) {
          return { level: "heading1", rank: RANKS.heading1 };
        }
        return { level: "heading1", rank: this.#insideArticle() ? RANKS.listHeading : RANKS.heading1 };
      case "bracketed":
        if (this.#form === "headings" || this.#groupsArticles(index, paragraph)) {
          return { level: "heading2", rank: RANKS.heading2 };
        }
        return { level: "item", rank: RANKS.item };
      case "digit":
        return this.#form === "headings"
          ? { level: "heading3", rank: RANKS.heading3 }
          : { level: "subitem", rank: RANKS.subitem };
      case "bracketedDigit":
        return { level: "heading4", rank: RANKS.heading4 };
    }
  }

  #insideArticle(): boolean {
    return this.#stack.some(({ draft }) => draft.level === "article");
  }

  /** In a text of articles 一、 and （一） may head a group of them, like a section. */
  #groupsArticles(index: number, paragraph: LogicalParagraph): boolean {
    if (!looksLikeHeading(paragraph.text)) return false;
    const following = this.#paragraphs[index + 1];
    if (following?.marker?.kind === "article") return true;
    return (
      following?.marker?.kind === "bracketed" &&
      paragraph.marker?.kind === "ideograph" &&
      looksLikeHeading(following.text) &&
      this.#paragraphs[index + 2]?.marker?.kind === "article"
    );
  }

  #articleWords(index: number, paragraph: LogicalParagraph, draft: Draft): void {
    if (paragraph.pieces.length === 0) return;
    const following = this.#paragraphs[index + 1];
    const onlyTitle =
      looksLikeHeading(paragraph.text) &&
      following !== undefined &&
      following.marker === null &&
      !this.#isLooseHeading(index + 1, following);
    if (onlyTitle) setTitle(draft, paragraph);
    else this.#openParagraph(paragraph);
  }

  #headingWords(index: number, paragraph: LogicalParagraph, draft: Draft): void {
    if (paragraph.pieces.length === 0) return;
    const isDivision = RANKS[draft.level] <= RANKS.section;
    if (isDivision || paragraph.headingDepth > 0 || this.#headsWhatFollows(index, paragraph, draft)) {
      setTitle(draft, paragraph);
      return;
    }
    const inline = draft.level === "heading1" ? null : INLINE_TITLE.exec(paragraph.text.slice(0, 30));
    const first = paragraph.pieces[0]!;
    if (inline && looksLikeHeading(inline[0].slice(0, -1)))
      draft.titleSpan = span(first.start, Math.min(first.start + inline[0].length - 1, first.end));
    draft.before.push(paragraph.pieces);
    draft.opensList = /[：:]$/.test(paragraph.text);
  }

  /** A line without punctuation is a heading where text or a deeper level follows it. */
  #headsWhatFollows(index: number, paragraph: LogicalParagraph, draft: Draft): boolean {
    if (!looksLikeHeading(paragraph.text)) return false;
    const following = this.#paragraphs[index + 1];
    if (following === undefined) return false;
    if (following.marker === null) return true;
    if (following.marker.kind === "article") return RANKS[draft.level] < RANKS.article;
    return this.#rankOf(following.marker.kind) > RANKS[draft.level];
  }

  #rankOf(kind: MarkerKind): number {
    if (kind === "bracketed" && this.#form === "articles") return RANKS.item;
    return MARKER_RANKS[kind];
  }

  #text(index: number, paragraph: LogicalParagraph): void {
    if (isUnnumberedPart(paragraph)) {
      this.#closeTo(RANKS.chapter);
      const part = newDraft("chapter", paragraph, paragraph.text.replace(/\s/g, ""));
      setTitle(part, paragraph);
      this.#add(part, RANKS.chapter, null);
      return;
    }
    if (this.#isLooseHeading(index, paragraph)) {
      this.#loose.push(paragraph);
      return;
    }
    const innermost = this.#stack.at(-1);
    if (innermost === undefined) {
      this.#roots.push(textDraft("preamble", paragraph));
      return;
    }
    if (this.#insideArticle()) this.#textInArticle(index, paragraph, innermost);
    else this.#textUnderHeading(index, paragraph, innermost);
  }

  #textInArticle(index: number, paragraph: LogicalParagraph, innermost: OpenDraft): void {
    const owner =
      isHeadingOnly(innermost.draft) && innermost.rank > RANKS.paragraph
        ? innermost
        : this.#elderOfNext(index);
    if (owner === null || owner.rank <= RANKS.paragraph) this.#openParagraph(paragraph);
    else this.#append(owner, paragraph);
  }

  #textUnderHeading(index: number, paragraph: LogicalParagraph, innermost: OpenDraft): void {
    const elder = this.#elderOfNext(index);
    const own = isHeadingOnly(innermost.draft) || elder === innermost;
    this.#append(own ? innermost : (this.#listAbove(elder) ?? innermost), paragraph);
  }

  /** The nearest open level whose words announced a list: text behind the list goes on from there. */
  #listAbove(highest: OpenDraft | null): OpenDraft | null {
    for (let at = this.#stack.length - 2; at >= 0; at -= 1) {
      const open = this.#stack[at]!;
      if (open.draft.opensList) return open;
      if (open === highest) return null;
    }
    return null;
  }

  /** The open level whose next sibling comes next: what stands between belongs to it. */
  #elderOfNext(index: number): OpenDraft | null {
    const next = this.#paragraphs[this.#nextMarked[index] ?? this.#paragraphs.length]?.marker;
    if (next === undefined || next === null || next.kind === "article") return null;
    return (
      this.#stack.findLast(
        ({ kind, draft }) => kind === next.kind && next.number === (draft.number ?? 0) + 1,
      ) ?? null
    );
  }

  #append(owner: OpenDraft, paragraph: LogicalParagraph): void {
    while (this.#stack.at(-1) !== owner) this.#stack.pop();
    const { draft } = owner;
    if (draft.children.length > 0) draft.after.push(paragraph.pieces);
    else {
      draft.before.push(paragraph.pieces);
      draft.opensList = /[：:]$/.test(paragraph.text);
    }
  }

  /** A heading that lost its number: 放射性污染防治 between two articles. */
  #isLooseHeading(index: number, paragraph: LogicalParagraph): boolean {
    if (paragraph.marker !== null || !looksLikeHeading(paragraph.text)) return false;
    if (paragraph.headingDepth > 0) return true;
    for (let at = index + 1; at < Math.min(index + 4, this.#paragraphs.length); at += 1) {
      const following = this.#paragraphs[at]!;
      if (following.marker !== null)
        return this.#rankOf(following.marker.kind) <= RANKS.article && this.#form === "articles";
      if (!looksLikeHeading(following.text)) return false;
    }
    return false;
  }

  #openParagraph(paragraph: LogicalParagraph): void {
    this.#closeTo(RANKS.paragraph);
    const draft = textDraft("paragraph", paragraph);
    draft.opensList = /[：:]$/.test(paragraph.text);
    this.#add(draft, RANKS.paragraph, null);
  }

  /** Items of an article stand in a 款, even where it has no words of its own. */
  #ensureParagraph(start: number): void {
    if (this.#stack.some(({ draft }) => draft.level === "paragraph")) return;
    const empty: LogicalParagraph = { marker: null, start, pieces: [], text: "", headingDepth: 0, cuts: [] };
    this.#add(newDraft("paragraph", empty), RANKS.paragraph, null);
  }

  #closeTo(rank: number): void {
    while (this.#stack.length > 0 && this.#stack.at(-1)!.rank >= rank) this.#stack.pop();
  }

  #add(draft: Draft, rank: number, kind: MarkerKind | null): void {
    const parent = this.#stack.at(-1);
    (parent === undefined ? this.#roots : parent.draft.children).push(draft);
    this.#stack.push({ draft, rank, kind });
  }
}

/** （一）加强组织领导。各级…: a short phrase in front of the sentences. */
const INLINE_TITLE = /^[^，。；：！？,;:]{2,22}。(?=\s*\S)/;

export const newDraft = (level: Level, paragraph: LogicalParagraph, name: string | null = null): Draft => ({
  level,
  number: level === "paragraph" ? null : (paragraph.marker?.number ?? null),
  insertion: level === "article" ? (paragraph.marker?.insertion ?? null) : null,
  name,
  start: paragraph.start,
  markerEnd: paragraph.pieces[0]?.start ?? paragraph.start + (paragraph.marker?.length ?? 0),
  titleSpan: null,
  titleStandsAlone: false,
  before: [],
  after: [],
  children: [],
  opensList: false,
});

/** A paragraph that is a provision by itself. */
export const textDraft = (level: Level, paragraph: LogicalParagraph): Draft => {
  const draft = newDraft(level, { ...paragraph, start: paragraph.pieces[0]?.start ?? paragraph.start });
  draft.before.push(paragraph.pieces);
  return draft;
};

const setTitle = (draft: Draft, paragraph: LogicalParagraph): void => {
  draft.titleSpan = span(paragraph.pieces[0]!.start, paragraph.pieces.at(-1)!.end);
  draft.titleStandsAlone = true;
};

const isHeadingOnly = (draft: Draft): boolean => draft.titleStandsAlone;

/** 附则 without a number heads the articles that follow it. */
const isUnnumberedPart = (paragraph: LogicalParagraph): boolean =>
  paragraph.marker === null &&
  paragraph.text.length <= 12 &&
  /^(?:总\s*则|分\s*则|附\s*则)$/.test(paragraph.text);
