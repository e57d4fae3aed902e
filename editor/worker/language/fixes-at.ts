import { boundaryCases, quickFixes, type QuickFix } from "../../../compiler/ide/index.ts";
import type { Span } from "../../../language/index.ts";
import { judgedCase } from "./judged-case.ts";
import type { View } from "./open-file.ts";
import { orEmpty } from "./or-empty.ts";
import { textsAfter, type Trial } from "./trial.ts";

/** Cures of what was found at a place, each tried before it is offered, and 用例 around the thresholds of the rule. */
export const fixesAt = (view: View, range: Span, trial: Trial): readonly QuickFix[] => {
  const fixes = quickFixes(view, range, (edits) => trial(view, textsAfter(view, edits)).diagnostics);
  const cases = orEmpty("边界用例", () => boundaryCases(view, range.start, judgedCase(view)), null);
  return cases === null ? fixes : [...fixes, cases];
};
