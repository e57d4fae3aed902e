import { span, type Span } from "../../source.ts";
import type { TermDefinition } from "./terms.ts";
import type { TextUnderReview } from "./text-lint.ts";

/** The first use of a name in front of its definition, and one behind it. */
export type TermUses = (term: TermDefinition) => {
  readonly before: Span | null;
  readonly after: Span | null;
};

/** Looks in the words of the paragraphs, titles and publication data left out. */
export const termUses = ({ document, paragraphs }: TextUnderReview): TermUses => {
  const { text } = document.source;
  const start = paragraphs.find(({ pieces }) => pieces.length > 0)?.pieces[0]?.start ?? 0;
  const headings = new Set(document.provisions.map(({ titleSpan }) => titleSpan?.start ?? -1));
  return (term) => {
    const after = text.indexOf(term.name, term.place.end);
    return {
      before: term.kind === "meaning" || isPlain(term) ? useBefore(text, term, start, headings) : null,
      after: after < 0 ? null : span(after, after + term.name.length),
    };
  };
};

/**
 * 户外广告和招牌设置人 uses 户外广告设置人, its head being shared with another; 黄河三角洲范围 is what
 * 黄河三角洲 means.
 */
export const isUsedInPart = ({ document }: TextUnderReview, { name, place }: TermDefinition): boolean => {
  const { text } = document.source;
  const rest = `${text.slice(0, place.start)}\n${text.slice(place.end)}`;
  if (name.endsWith("范围") && name.length > 4 && rest.includes(name.slice(0, -2))) return true;
  for (let cut = 2; cut <= name.length - 2; cut += 1) {
    const [begin, head] = [name.slice(0, cut), name.slice(cut)];
    for (let at = rest.indexOf(begin); at >= 0; at = rest.indexOf(begin, at + cut)) {
      const behind = rest.slice(at + cut, at + cut + 12);
      const end = behind.indexOf(head);
      if (end > 1 && /^[和与及、或][^，。；\n]*$/.test(behind.slice(0, end))) return true;
    }
  }
  return false;
};

/** A common word, or the end of the long form, is used as such before it becomes a name. */
const isPlain = ({ name, long, isCollective }: TermDefinition): boolean =>
  !isCollective && name.length >= 4 && !long.includes(name);

const useBefore = (
  text: string,
  { name, place, kind }: TermDefinition,
  start: number,
  headings: ReadonlySet<number>,
): Span | null => {
  // The sentence that gives the short name may well begin with the same words.
  const end = kind === "meaning" ? place.start : sentenceStart(text, place.start);
  for (let at = text.indexOf(name, start); at >= 0 && at < end; at = text.indexOf(name, at + name.length)) {
    if (!headings.has(at) && !isInTitle(text, at)) return span(at, at + name.length);
  }
  return null;
};

const sentenceStart = (text: string, at: number): number => {
  const before = text.slice(Math.max(0, at - 400), at);
  return at - before.length + Math.max(before.lastIndexOf("。"), before.lastIndexOf("\n")) + 1;
};

/** Words inside 《…》 are part of a name of a document. */
const isInTitle = (text: string, at: number): boolean => {
  const before = text.slice(Math.max(0, at - 60), at);
  return before.lastIndexOf("《") > before.lastIndexOf("》");
};
