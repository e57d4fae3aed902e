import type {
  Diagnostic,
  DiagnosticExtras,
  DiagnosticTable,
  MessageValues,
  Reporter,
} from "../../diagnostic.ts";
import type { Span } from "../../source.ts";
import { provisionAt } from "../provision-at.ts";
import { placeIn } from "./paragraph-place.ts";
import type { TextUnderReview } from "./text-lint.ts";

/** Words that belong together: a paragraph, or a title on several lines; line breaks are left out. */
export interface Passage {
  readonly text: string;
  /** Where the words stand in the file, one span for each line. */
  readonly pieces: readonly Span[];
  /** Its place among the passages. */
  readonly order: number;
}

/** Every passage in the order of the file: titles and paragraphs. */
export const passagesOf = (text: TextUnderReview): readonly Passage[] => readingOf(text).passages;

/**
 * The passages in which a pattern without line breaks occurs. One search through the whole text is
 * far quicker than one in each of a thousand passages, and most lints need very few of them.
 */
export const passagesWith = (text: TextUnderReview, pattern: RegExp): Passage[] => {
  const { passages, joined, ends } = readingOf(text);
  const found: Passage[] = [];
  let order = 0;
  const search = new RegExp(pattern.source, "g");
  for (let match = search.exec(joined); match !== null; match = search.exec(joined)) {
    while (ends[order]! <= match.index) order += 1;
    found.push(passages[order]!);
    search.lastIndex = ends[order]!;
  }
  return found;
};

/** The provision that a place stands in, as a report names it. */
export const standingIn = (text: TextUnderReview, place: Span): DiagnosticExtras => {
  const provision = provisionAt(text.document, place.start);
  return provision === null ? {} : { provision: provision.path };
};

/** Reports the words from `from` to `to` of a passage. */
export const reportIn = <Table extends DiagnosticTable, Code extends keyof Table & string>(
  report: Reporter<Table>,
  text: TextUnderReview,
  { passage, from, to }: PassageRange,
  code: Code,
  values: MessageValues<Table[Code]["message"]>,
): Diagnostic => {
  const place = placeIn(passage, from, to);
  return report(code, text.document.source.name, place, values, standingIn(text, place));
};

/** Some words of a passage. */
export interface PassageRange {
  readonly passage: Passage;
  readonly from: number;
  readonly to: number;
}

interface PassageReading {
  readonly passages: readonly Passage[];
  /** All passages, a line break behind each. */
  readonly joined: string;
  /** Where each passage ends in that, its line break included. */
  readonly ends: readonly number[];
}

const cache = new WeakMap<TextUnderReview, PassageReading>();

const readingOf = (text: TextUnderReview): PassageReading => {
  const known = cache.get(text);
  if (known !== undefined) return known;
  const passages = [...titlesOf(text), ...text.paragraphs.filter((one) => one.pieces.length > 0)]
    .sort((left, right) => left.pieces[0]!.start - right.pieces[0]!.start)
    .map(({ text: words, pieces }, order) => ({ text: words, pieces, order }));
  const ends: number[] = [];
  let length = 0;
  for (const passage of passages) {
    length += passage.text.length + 1;
    ends.push(length);
  }
  const joined = passages.map((passage) => `${passage.text}\n`).join("");
  const reading = { passages, joined, ends };
  cache.set(text, reading);
  return reading;
};

const titlesOf = ({ document }: TextUnderReview): Pick<Passage, "text" | "pieces">[] => {
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
