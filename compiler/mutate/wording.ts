import type { Item, NormSentence, Span, TextEdit } from "../../language/index.ts";
import type { Change } from "./model.ts";
import { nodesIn, type Place } from "./place.ts";

/** The clause around a change as it is, and as it would be. What the words rest on is left out. */
export const wordsOf = (
  place: Place,
  { span, operator }: Change,
  edits: readonly TextEdit[],
): { readonly before: string; readonly after: string } => {
  const { bodySpan } = place.block.segment;
  if (operator === "item") return { before: plain(place.text.slice(span.start, span.end)), after: REMOVED };
  if (covers(span, bodySpan))
    return { before: plain(place.text.slice(bodySpan.start, bodySpan.end)), after: REMOVED };
  const clause = clauseAround(place, span);
  const before = plain(place.text.slice(clause.start, clause.end));
  return { before, after: plain(applied(place.text, edits, clause)) };
};

/** What stands where the words of a change stood, when nothing stands there any more. */
export const REMOVED = "（删去）";

/** A text with edits made, or a part of it that holds them all. */
export const applied = (text: string, edits: readonly TextEdit[], within?: Span): string => {
  let [at, out] = [within?.start ?? 0, ""];
  for (const { span, newText } of edits.toSorted((left, right) => left.span.start - right.span.start)) {
    out += text.slice(at, span.start) + newText;
    at = span.end;
  }
  return out + text.slice(at, within?.end ?? text.length);
};

const covers = (outer: Span, inner: Span): boolean => outer.start <= inner.start && outer.end >= inner.end;

/** The smallest item or sentence that holds the words, without the items below it; else the block. */
const clauseAround = (place: Place, span: Span): Span => {
  const clauses = [
    ...nodesIn(place, "item").map(ownWords),
    ...nodesIn(place, "norm").map(ownWords),
    place.block.segment.bodySpan,
    place.block.segment.span,
  ].filter((clause) => covers(clause, span));
  return clauses.toSorted((left, right) => left.end - left.start - (right.end - right.start))[0] ?? span;
};

const ownWords = ({ span, items }: Item | NormSentence): Span => ({
  start: span.start,
  end: items[0]?.markerSpan.start ?? span.end,
});

const plain = (words: string): string =>
  words
    .replaceAll(/，?依据「[^」]*」(?:[、和与]「[^」]*」)*/gu, "")
    .replaceAll(/\s+/gu, "")
    .replace(/[；。：]$/u, "");
