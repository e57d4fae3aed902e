import { printDate } from "../../../compiler/evaluate/index.ts";
import type { AnalysisFinding } from "../../../compiler/model/analysis.ts";
import { BY_COMMAND } from "../../../compiler/analyse/sensitivity/parameter-sensitivity.ts";
import { CERTAINTY_WORDS, readingsInWords, resultInWords } from "../../../compiler/report/analysis/words.ts";
import type { AnalysisCard } from "../worker-api.ts";

/** A finding as plain data: the exact numbers of its world stay in the worker. */
export const cardOf = (finding: AnalysisFinding): AnalysisCard => {
  const { code, severity, certainty, places, witness, suggestions, reason, sensitivity } = finding;
  const isMeasurable = sensitivity !== undefined && sensitivity.rules.length > 0;
  return {
    code,
    severity,
    certainty,
    certaintyWords: CERTAINTY_WORDS[certainty],
    // The page computes them itself.
    message: finding.message.replace(BY_COMMAND, "有登记数据的，可以在这里算出取值在哪里影响多少记录。"),
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
    parameter: isMeasurable ? sensitivity.parameter : null,
  };
};
