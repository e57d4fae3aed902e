import type { Comparison } from "../../../../compiler/model/change.ts";
import { ruleLines } from "../../../../compiler/report/comparison/section-words.ts";
import { SEVERITY_MEANINGS } from "../../../../compiler/report/comparison/words.ts";
import type { RuleChangeView } from "../view-model.ts";
import { bothPlaces, type PlaceReader } from "./places.ts";

/** Every rule change in the words of the reports, with the places on both sides. */
export const ruleViews = (comparison: Comparison, read: PlaceReader): readonly RuleChangeView[] =>
  ruleLines(comparison).map((line, at) => {
    const change = comparison.rules[at]!;
    return {
      number: line.number,
      kind: line.kind,
      severity: change.severity,
      severityWord: line.severity,
      meaning: SEVERITY_MEANINGS[change.severity],
      direction: change.direction,
      directionWord: line.direction,
      places: line.places,
      message: line.message,
      ground: line.ground,
      before: change.before,
      after: change.after,
      ...bothPlaces(read, change),
    };
  });
