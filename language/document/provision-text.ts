import { span, type Span } from "../source.ts";
import type { OfficialDocument, Provision } from "./model.ts";
import { isSpaceCode, withoutSpace } from "./whitespace.ts";

/**
 * The words of a provision with those of everything below it, markers of the lower levels
 * included. White space is removed, or kept as the lines were written, joined by line breaks.
 */
export const provisionText = (
  document: OfficialDocument,
  provision: Provision,
  options: { readonly space?: "removed" | "kept" } = {},
): string => {
  const words = wordsOf(document);
  if (options.space === "kept") {
    const parts: string[] = [];
    for (let at = firstAtOrAfter(words.starts, provision.span.start); at < words.spans.length; at += 1) {
      const piece = words.spans[at]!;
      if (piece.start >= provision.span.end) break;
      if (!isOwnMarker(provision, piece)) parts.push(document.source.text.slice(piece.start, piece.end));
    }
    return parts.join("\n");
  }
  const [from, to] = compactRange(words, provision);
  return words.compact.slice(from, to);
};

/**
 * Where a quotation stands in a provision, all white space removed on both sides: one span for
 * each line that it touches; `null` where the provision does not contain these words.
 */
export const locateQuote = (
  document: OfficialDocument,
  provision: Provision,
  quote: string,
): Span[] | null => {
  const sought = withoutSpace(quote);
  if (sought === "") return null;
  const words = wordsOf(document);
  const [from, to] = compactRange(words, provision);
  const at = words.compact.slice(from, to).indexOf(sought);
  return at < 0
    ? null
    : spansBetween(document.source.text, words.offsets, from + at, from + at + sought.length);
};

/** Spans of a provision's own words, a title with a line of its own left out. */
export const ownWords = (provision: Provision): readonly Span[] =>
  provision.pieces.filter((piece) => piece !== provision.titleSpan);

/** A lowest provision has words of its own: a 款, 项, 目, a lead, a heading with text. */
export const isLowest = (provision: Provision): boolean => ownWords(provision).length > 0;

interface DocumentWords {
  /** Markers and words in reading order. */
  readonly spans: readonly Span[];
  readonly starts: readonly number[];
  /** The same without white space, and where each character stands in the file. */
  readonly compact: string;
  readonly offsets: Uint32Array;
}

const cache = new WeakMap<readonly Provision[], DocumentWords>();

const wordsOf = (document: OfficialDocument): DocumentWords => {
  const known = cache.get(document.provisions);
  if (known !== undefined) return known;
  const words = collectWords(document);
  cache.set(document.provisions, words);
  return words;
};

const collectWords = (document: OfficialDocument): DocumentWords => {
  const { text } = document.source;
  const spans: Span[] = [];
  for (const provision of document.provisions) {
    const next = Math.min(
      provision.pieces[0]?.start ?? Infinity,
      provision.children[0]?.span.start ?? Infinity,
      provision.span.end,
    );
    if (next > provision.span.start) spans.push(span(provision.span.start, next));
    for (const piece of provision.pieces) spans.push(piece);
  }
  spans.sort((left, right) => left.start - right.start);
  const total = spans.reduce((sum, piece) => sum + piece.end - piece.start, 0);
  const offsets = new Uint32Array(total);
  const parts: string[] = [];
  let length = 0;
  for (const piece of spans) {
    const words = text.slice(piece.start, piece.end);
    for (let index = 0; index < words.length; index += 1) {
      if (isSpaceCode(words.charCodeAt(index))) continue;
      offsets[length] = piece.start + index;
      length += 1;
    }
    parts.push(withoutSpace(words));
  }
  return {
    spans,
    starts: spans.map(({ start }) => start),
    compact: parts.join(""),
    offsets: offsets.subarray(0, length),
  };
};

const compactRange = (words: DocumentWords, provision: Provision): readonly [number, number] => {
  const own = Math.min(
    provision.pieces[0]?.start ?? Infinity,
    provision.children[0]?.span.start ?? Infinity,
    provision.span.end,
  );
  return [firstAtOrAfter(words.offsets, own), firstAtOrAfter(words.offsets, provision.span.end)];
};

const isOwnMarker = (provision: Provision, piece: Span): boolean =>
  piece.start === provision.span.start &&
  piece !== provision.pieces[0] &&
  provision.pieces[0]?.start !== piece.start;

const firstAtOrAfter = (sorted: ArrayLike<number>, offset: number): number => {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]! < offset) low = middle + 1;
    else high = middle;
  }
  return low;
};

/** Spans of the file for a run of compact characters, split where a line ends. */
const spansBetween = (text: string, offsets: Uint32Array, from: number, to: number): Span[] => {
  const spans: Span[] = [];
  let start = offsets[from]!;
  for (let at = from + 1; at <= to; at += 1) {
    const last = offsets[at - 1]!;
    const next = at < to ? offsets[at]! : Infinity;
    if (next === last + 1) continue;
    if (at < to && !text.slice(last + 1, next).includes("\n")) continue;
    spans.push(span(start, last + 1));
    start = next;
  }
  return spans;
};
