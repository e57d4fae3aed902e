import { printNumeral } from "../numerals.ts";
import type { Draft } from "./outline.ts";

/** How the document itself writes the number of a 项: 第（三）项 or 第三项. */
export interface LabelStyle {
  readonly bracketedItems: boolean;
}

/** Follows the citations in the text; where there are none, the usual 第（三）项. */
export const labelStyleOf = (text: string): LabelStyle => {
  const sample = text.slice(0, 2_000_000);
  const bracketed = sample.match(/第[（(][一二三四五六七八九十]{1,3}[）)]项/g)?.length ?? 0;
  const plain = sample.match(/第[一二三四五六七八九十]{1,3}项/g)?.length ?? 0;
  return { bracketedItems: bracketed >= plain };
};

/** Path and label of a provision grow together, from parent to child. */
export interface Address {
  readonly path: string;
  readonly label: string;
}

/** The address of a numbered level below `parent`. */
export const addressOf = (
  draft: Draft,
  parent: Address | null,
  position: Position,
  style: LabelStyle,
): Address => {
  const numeral = draft.number === null ? "" : printNumeral(draft.number);
  const digits = draft.number === null ? "" : String(draft.number);
  const below = (part: string): string => (parent === null ? part : `${parent.path}.${part}`);
  const joined = (part: string): string => `${parent?.label ?? ""}${part}`;
  switch (draft.level) {
    case "book":
      return { path: below(`第${numeral}编`), label: joined(`第${numeral}编`) };
    case "part":
      return { path: below(`第${numeral}分编`), label: joined(`第${numeral}分编`) };
    case "chapter":
      if (draft.name !== null) return { path: below(draft.name), label: joined(draft.name) };
      return { path: below(`第${numeral}章`), label: joined(`第${numeral}章`) };
    case "section":
      return { path: below(`第${numeral}节`), label: joined(`第${numeral}节`) };
    case "article":
      return articleAddress(draft, position.annex);
    case "paragraph":
      return paragraphAddress(parent, position);
    case "item":
      return { path: below(digits), label: joined(itemLabel(numeral, position, style)) };
    case "subitem":
      return { path: below(digits), label: joined(position.inArticle ? `第${digits}目` : digits) };
    case "heading1":
      return { path: below(numeral), label: joined(position.inArticle ? `“${numeral}、”` : numeral) };
    case "heading2":
      return { path: below(parent === null ? `（${numeral}）` : numeral), label: joined(`（${numeral}）`) };
    case "heading3":
      return { path: below(digits), label: joined(digits) };
    case "heading4":
      return { path: below(digits), label: joined(`（${digits}）`) };
    case "annex":
      return { path: draft.name ?? "附件", label: draft.name ?? "附件" };
    case "lead":
      return { path: below("0"), label: withWords(parent, "首段") };
    case "closing":
      return { path: below("末段"), label: withWords(parent, "末段") };
    case "preamble":
      return { path: draft.name ?? "前言", label: draft.name ?? "前言" };
  }
};

/** What the address of a level depends on besides its own number. */
export interface Position {
  /** One-based place among the paragraphs of its parent, and how many there are. */
  readonly order: number;
  readonly siblings: number;
  /** 一是, where the paragraph begins with it. */
  readonly ordinal: string | null;
  readonly inArticle: boolean;
  /** The annex that it stands in. */
  readonly annex: Address | null;
}

const articleAddress = (draft: Draft, annex: Address | null): Address => {
  const insertion = draft.insertion === null ? "" : `-${draft.insertion}`;
  const after = draft.insertion === null ? "" : `之${printNumeral(draft.insertion)}`;
  const path = `${draft.number ?? 0}${insertion}`;
  const label = `第${printNumeral(draft.number ?? 0)}条${after}`;
  return annex === null ? { path, label } : { path: `${annex.path}.${path}`, label: annex.label + label };
};

/** A single 款 is not named; outside articles one says 段. */
const paragraphAddress = (parent: Address | null, position: Position): Address => {
  const path = parent === null ? String(position.order) : `${parent.path}.${position.order}`;
  const label = parent?.label ?? "";
  if (position.siblings === 1) return { path, label };
  if (position.inArticle) return { path, label: `${label}第${printNumeral(position.order)}款` };
  return { path, label: withWords(parent, position.ordinal ?? `第${printNumeral(position.order)}段`) };
};

/** 四（二）首段, but 四、首段: a bare numeral needs its mark before words. */
const withWords = (parent: Address | null, words: string): string => {
  if (parent === null) return words;
  return /[一二三四五六七八九十]$/.test(parent.label) && words !== ""
    ? `${parent.label}、${words}`
    : parent.label + words;
};

const itemLabel = (numeral: string, position: Position, style: LabelStyle): string => {
  if (!position.inArticle) return `（${numeral}）`;
  return style.bracketedItems ? `第（${numeral}）项` : `第${numeral}项`;
};
