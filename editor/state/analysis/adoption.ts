import type { AnalysisCard, AnalysisSuggestion } from "../../worker/worker-api.ts";

/** A suggestion that somebody has agreed to, and the text of its file before and after. */
export interface Adoption {
  readonly card: AnalysisCard;
  readonly suggestion: AnalysisSuggestion;
  readonly before: string;
  readonly after: string;
}

export const adoptionOf = (card: AnalysisCard, suggestion: AnalysisSuggestion, before: string): Adoption => {
  // The last one first, so that the places of the others stay what they are.
  const after = suggestion.edits
    .toSorted((left, right) => right.span.start - left.span.start)
    .reduce((text, { span, newText }) => text.slice(0, span.start) + newText + text.slice(span.end), before);
  return { card, suggestion, before, after };
};
