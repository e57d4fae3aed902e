import {
  findCitations,
  resolveCitation,
  provisionAt,
  type OfficialDocument,
  type Provision,
  type Span,
} from "../../../language/index.ts";
import { markerWith, type UnitNumber } from "./numbers.ts";

/** Replaced characters of the text in force. */
export interface Splice {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** The number that a 条, part or 章 of the text in force has in the new text; null where it keeps its own. */
export type NewNumber = (provision: Provision) => UnitNumber | null;

/** Citations in a stretch that must follow the numbers of what they cite. */
export const followNumbers = (
  document: OfficialDocument,
  stretch: Span,
  newNumber: NewNumber,
): readonly Splice[] => {
  const splices: Splice[] = [];
  const text = document.source.text.slice(stretch.start, stretch.end);
  for (const { citation, span: found } of findCitations(text)) {
    if (citation.relative !== null) continue;
    const at = stretch.start + found.start;
    const resolution = resolveCitation(citation, provisionAt(document, at), document);
    const target = resolution.problem === null ? resolution.provisions[0] : undefined;
    for (let cited: Provision | null = target ?? null; cited !== null; cited = cited.parent) {
      const number = newNumber(cited);
      const unit = UNITS[cited.level];
      if (number === null || unit === undefined) continue;
      const written = text.slice(found.start, found.end);
      const step = unit.exec(written);
      if (step === null) continue;
      const start = at + step.index;
      splices.push({ start, end: start + step[0].length, text: markerWith(step[0], number) });
    }
  }
  return splices.toSorted((left, right) => left.start - right.start);
};

const NUMERAL = "[零〇一二两三四五六七八九十百千万0-9０-９]{1,12}";

/** How a citation writes the step of a level that can get another number. */
const UNITS: Readonly<Partial<Record<Provision["level"], RegExp>>> = {
  article: new RegExp(`第\\s?${NUMERAL}条(?:之${NUMERAL})?`),
  chapter: new RegExp(`第\\s?${NUMERAL}章`),
  section: new RegExp(`第\\s?${NUMERAL}节`),
  book: new RegExp(`第\\s?${NUMERAL}编`),
  heading1: /^(?:第\s?)?[一二三四五六七八九十]{1,3}/,
};

/** The stretch with its splices made, those that overlap an earlier one left out. */
export const spliced = (text: string, stretch: Span, splices: readonly Splice[]): string => {
  let at = stretch.start;
  let made = "";
  for (const splice of splices) {
    if (splice.start < at) continue;
    made += text.slice(at, splice.start) + splice.text;
    at = splice.end;
  }
  return made + text.slice(at, stretch.end);
};
