import { printDate } from "../../../compiler/evaluate/index.ts";
import type { AnalysisFinding } from "../../../compiler/model/analysis.ts";
import { CERTAINTY_WORDS, readingsInWords, resultInWords } from "../../../compiler/report/analysis/words.ts";
import type { AnalysisCard } from "../worker-api.ts";

/** A finding as plain data: the exact numbers of its world stay in the worker. */
export const cardOf = (finding: AnalysisFinding): AnalysisCard => {
  const { code, severity, certainty, message, places, witness, suggestions, reason } = finding;
  return {
    code,
    severity,
    certainty,
    certaintyWords: CERTAINTY_WORDS[certainty],
    message,
    places: places.map(({ rule, label, origin: { file, span, words } }) => ({
      rule,
      label,
      file,
      span,
      words,
    })),
    witness:
      witness === null
        ? null
        : {
            at: printDate(witness.at),
            facts: witness.facts,
            readings: readingsInWords(finding),
            results: witness.results.map((result) => `${result.rule}：${resultInWords(result)}`),
            caseText: witness.caseText,
          },
    hasSuggestions: suggestions.length > 0,
    reason,
  };
};
