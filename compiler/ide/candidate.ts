import type { Declared } from "../resolve/declared.ts";
import type { CompletionKind, PolicyView } from "./model.ts";
import { completionKindOf, detailOf, documentationOf } from "./name-words.ts";
import type { LanguageSnippet } from "./snippets.ts";

/** Something that may be offered; 0 fits best. From `LOOSE` on it is offered only where some of it is typed. */
export interface Candidate {
  /** What is compared with the typed characters. */
  readonly word: string;
  readonly label: string;
  readonly kind: CompletionKind;
  readonly insertText: string;
  readonly snippet: boolean;
  readonly detail: string;
  readonly documentation: () => string | null;
  readonly fit: number;
}

export const LOOSE = 5;

const NOTHING = (): null => null;

export const keyword = (
  word: string,
  fit: number,
  detail = "关键词",
  meaning: string | null = null,
): Candidate => ({
  word,
  label: word,
  kind: "keyword",
  insertText: word,
  snippet: false,
  detail,
  documentation: meaning === null ? NOTHING : () => meaning,
  fit,
});

/** Words with places to fill in. */
export const pattern = (label: string, body: string, fit: number, detail: string): Candidate => ({
  word: label.replace(/^…+/, ""),
  label,
  kind: "pattern",
  insertText: body,
  snippet: true,
  detail,
  documentation: NOTHING,
  fit,
});

export const ofSnippet = (
  { title, body, description, purpose, within }: LanguageSnippet,
  fit: number,
): Candidate => ({
  // A block is known by its keyword, a title that begins with …… by its first words.
  word:
    within === null
      ? title.replace(/^【|】.*$/g, "")
      : title.replaceAll(/[……【】]/g, "").replace(/^[的，内]+/, ""),
  label: title,
  kind: within === null ? "block" : "pattern",
  insertText: body,
  snippet: true,
  detail: purpose,
  documentation: () => description,
  fit,
});

export const ofName = (
  view: PolicyView,
  declared: Declared,
  fit: number,
  text = declared.name,
): Candidate => ({
  word: text,
  label: text,
  kind: completionKindOf(declared),
  insertText: text,
  snippet: false,
  detail: detailOf(view, declared),
  documentation: () => documentationOf(view, declared),
  fit,
});

export const plain = (
  word: string,
  kind: CompletionKind,
  fit: number,
  detail: string,
  insertText = word,
): Candidate => ({
  word,
  label: word,
  kind,
  insertText,
  snippet: false,
  detail,
  documentation: NOTHING,
  fit,
});
