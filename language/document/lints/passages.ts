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
