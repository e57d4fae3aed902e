import type { DiagnosticExtras } from "../../diagnostic.ts";
import { span, type Span } from "../../source.ts";
import { provisionAt } from "../provision-at.ts";
import type { TextUnderReview } from "./text-lint.ts";

/** Words that belong together: a paragraph, or a title on several lines; line breaks are left out. */
export interface Passage {
  readonly text: string;
  /** Where the words stand in the file, one span for each line. */
  readonly pieces: readonly Span[];
}

/** Every passage in the order of the file: titles first merged, then the paragraphs. */
export const passagesOf = (text: TextUnderReview): readonly Passage[] => {
  const known = cache.get(text);
  if (known !== undefined) return known;
  const passages = [...titlesOf(text), ...text.paragraphs.filter((one) => one.pieces.length > 0)].sort(
    (left, right) => left.pieces[0]!.start - right.pieces[0]!.start,
  );
  cache.set(text, passages);
  return passages;
};

/** The place in the file of the words from `from` to `to` of a passage. */
export const placeIn = ({ pieces }: Passage, from: number, to: number): Span => {
  let start = -1;
  let passed = 0;
  for (const piece of pieces) {
    const length = piece.end - piece.start;
    if (start < 0 && from < passed + length) start = piece.start + from - passed;
    if (start >= 0 && to <= passed + length) return span(start, piece.start + to - passed);
    passed += length;
  }
  const end = pieces.at(-1)!.end;
  return span(start < 0 ? end : start, end);
};

/** The provision that a place stands in, as a report names it. */
export const standingIn = (text: TextUnderReview, place: Span): DiagnosticExtras => {
  const provision = provisionAt(text.document, place.start);
  return provision === null ? {} : { provision: provision.path };
};

const cache = new WeakMap<TextUnderReview, readonly Passage[]>();

const titlesOf = ({ document }: TextUnderReview): Passage[] => {
  const source = document.source.text;
  const titles: { text: string; pieces: Span[] }[] = [];
  let last: { text: string; pieces: Span[] } | null = null;
  for (const { role, span: place } of document.furniture) {
    if (role !== "title") continue;
    const words = source.slice(place.start, place.end);
    if (last !== null && source.slice(last.pieces.at(-1)!.end, place.start).trim() === "") {
      last.text += words;
      last.pieces.push(place);
      continue;
    }
    last = { text: words, pieces: [place] };
    titles.push(last);
  }
  return titles;
};
