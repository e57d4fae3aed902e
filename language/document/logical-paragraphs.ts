import { span, type Span } from "../source.ts";
import { readAnnexMark } from "./annex-line.ts";
import type { LineMarker } from "./line-marker.ts";
import type { OfficialLine } from "./official-lines.ts";
import { endsSentence, isFormula, looksLikeHeading } from "./sentence-end.ts";

/** A line with what has been learned about it. */
export interface ReadLine extends OfficialLine {
  readonly marker: LineMarker | null;
  /** Where the words begin: behind residue and marker. */
  readonly wordsStart: number;
  /** Where the marker begins: behind residue. */
  readonly markerStart: number;
}

/** A place where one sentence stands on two lines. */
export interface LineCut {
  readonly before: OfficialLine;
  readonly after: OfficialLine;
}

/** What the author wrote as one paragraph, however many lines it takes. */
export interface LogicalParagraph {
  readonly marker: LineMarker | null;
  readonly start: number;
  /** The words, one span for each line, marker left out. */
  readonly pieces: readonly Span[];
  readonly text: string;
  readonly headingDepth: number;
  readonly cuts: readonly LineCut[];
}

/** Joins the lines of a passage into paragraphs. `null` stands for a line that ends what precedes it. */
export const joinLines = (lines: readonly (ReadLine | null)[]): LogicalParagraph[] => {
  const paragraphs: OpenParagraph[] = [];
  let open: OpenParagraph | null = null;
  for (const [index, line] of lines.entries()) {
    if (line === null) {
      open = null;
    } else if (open !== null && line.marker === null && continues(open, line, lines[index + 1] ?? null)) {
      extend(open, line);
    } else {
      open = begin(line);
      paragraphs.push(open);
    }
  }
  for (const paragraph of paragraphs) {
    if (paragraph.texts.length > 1) paragraph.text = paragraph.texts.join("");
  }
  return paragraphs;
};

interface OpenParagraph extends LogicalParagraph {
  readonly pieces: Span[];
  readonly texts: string[];
  cuts: LineCut[];
  text: string;
  last: ReadLine;
}

/** Shared by the many paragraphs that are one line. */
const NO_CUTS: LineCut[] = [];

const begin = (line: ReadLine): OpenParagraph => {
  const text = line.text.slice(line.wordsStart - line.start);
  return {
    marker: line.marker,
    start: line.markerStart,
    pieces: line.wordsStart < line.end ? [span(line.wordsStart, line.end)] : [],
    texts: [text],
    text,
    headingDepth: line.headingDepth,
    cuts: NO_CUTS,
    last: line,
  };
};

const extend = (open: OpenParagraph, line: ReadLine): void => {
  // A title is broken where the width asks for it, and 第一条 may have a line to itself: no findings.
  const isCut = !isDivision(open.marker) && open.texts.some((text) => text !== "");
  if (isCut) {
    if (open.cuts === NO_CUTS) open.cuts = [];
    open.cuts.push({ before: open.last, after: line });
  }
  open.pieces.push(span(line.wordsStart, line.end));
  open.texts.push(line.text.slice(line.wordsStart - line.start));
  open.last = line;
};

const continues = (open: OpenParagraph, line: ReadLine, following: ReadLine | null): boolean => {
  if (line.headingDepth > 0 || open.headingDepth > 0) return false;
  if (readAnnexMark(line.text) !== null) return false;
  if (open.marker === null && open.texts.length === 1 && readAnnexMark(open.texts[0]!) !== null) return false;
  const first = open.texts[0]!;
  if (first === "" && open.texts.length === 1) {
    return open.marker !== null && (!isDivision(open.marker) || looksLikeHeading(line.text));
  }
  if (isDivision(open.marker)) {
    return /[、和与及的]$/.test(open.last.text) && looksLikeHeading(line.text) && following?.marker !== null;
  }
  if (open.texts.length === 1 && (looksLikeHeading(first) || isFormula(first))) return false;
  return !endsSentence(open.last.text, line.text);
};

const isDivision = (marker: LineMarker | null): boolean =>
  marker !== null &&
  (marker.kind === "book" ||
    marker.kind === "part" ||
    marker.kind === "chapter" ||
    marker.kind === "section");
