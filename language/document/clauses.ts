import { span } from "../source.ts";
import type { NormativeClause, OfficialDocument, Provision } from "./model.ts";
import { findNormativeWords } from "./normative-words.ts";
import { isLowest, ownWords } from "./provision-text.ts";
import { trimRange } from "./whitespace.ts";

/**
 * Every clause between 。 and ； that orders, forbids, allows or changes something, in reading order.
 * A clause may run over the end of a line.
 */
export const normativeClauses = (document: OfficialDocument): NormativeClause[] =>
  document.provisions
    .filter(isLowest)
    .flatMap((provision) => clausesOf(document, provision))
    .sort((left, right) => left.span.start - right.span.start);

const clausesOf = (document: OfficialDocument, provision: Provision): NormativeClause[] => {
  const clauses: NormativeClause[] = [];
  for (const clause of splitClauses(document.source.text, provision)) {
    const words = findNormativeWords(clause.text).map(({ word }) => word);
    if (words.length === 0) continue;
    clauses.push({ provision: provision.path, span: span(clause.start, clause.end), words });
  }
  return clauses;
};

interface Clause {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

const END = /[。；;！!？?]/;

const splitClauses = (text: string, provision: Provision): Clause[] => {
  const clauses: Clause[] = [];
  let words: string[] = [];
  let start = -1;
  let end = -1;
  const close = (): void => {
    if (words.length > 0) clauses.push({ text: words.join(""), start, end });
    words = [];
    start = -1;
  };
  for (const piece of ownWords(provision)) {
    // Words in front of lower levels and words behind them are no one sentence.
    if (
      start >= 0 &&
      provision.children.some((child) => child.span.start >= end && child.span.end <= piece.start)
    )
      close();
    let from = piece.start;
    while (from < piece.end) {
      // Sought in the piece alone: where marks are rare, each piece would be read to the next one far behind.
      const found = text.slice(from, piece.end).search(END);
      const stop = found < 0 ? piece.end : from + found;
      const to = Math.min(stop + 1, piece.end);
      const [at, last] = trimRange(text, from, to);
      if (at < last) {
        if (start < 0) start = at;
        end = last;
        words.push(text.slice(at, last));
      }
      if (stop < piece.end) close();
      from = to;
    }
  }
  close();
  return clauses;
};
