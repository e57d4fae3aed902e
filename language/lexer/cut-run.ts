import type { LexicalContext } from "../keywords.ts";
import type { Vocabulary } from "../vocabulary.ts";
import { lexiconFor } from "./lexicon.ts";
import { readRun } from "./run.ts";
import { segmentRun as segmentCells, type Piece } from "./segment-run.ts";

export interface RunWord {
  readonly text: string;
  readonly kind: "term" | "keyword" | "pattern" | "number" | "date" | "unknown";
}

export interface CutRun {
  readonly words: readonly RunWord[];
  /** Thousandths of a word; unknown characters weigh most. */
  readonly cost: number;
  /** Other cuts with as few unknown characters and as few words. */
  readonly alternatives: readonly (readonly RunWord[])[];
}

/** Cuts one run of letters into words, the way the lexer does it between two punctuation marks. */
export const segmentRun = (
  text: string,
  vocabulary: Vocabulary,
  context: LexicalContext = "rule",
): CutRun => {
  const run = readRun(text, 0, text.length, 0);
  const { pieces, cost, alternatives } = segmentCells(run, lexiconFor(vocabulary, context));
  const words = (cut: readonly Piece[]): RunWord[] =>
    cut.map(({ start, end, content }) => ({
      text: run.cells
        .slice(start, end)
        .map((code) => String.fromCharCode(code))
        .join(""),
      kind: content.kind,
    }));
  return { words: words(pieces), cost, alternatives: alternatives.map(words) };
};
