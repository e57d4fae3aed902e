import { boundaryCases, quickFixSteps, type QuickFix } from "../../../compiler/ide/index.ts";
import type { Span } from "../../../language/index.ts";
import { judgedCase } from "./judged-case.ts";
import type { View } from "./open-file.ts";
import { orEmpty } from "./or-empty.ts";
import { textsAfter, type Trial } from "./trial.ts";

/**
 * Cures of what was found at a place, each tried before it is offered, and 用例 around the thresholds of the rule.
 * Before each trial those who type are let through; where the text is another one then, there is nothing to offer.
 */
export const fixesAt = async (
  view: View,
  range: Span,
  trial: Trial,
  isOvertaken: () => Promise<boolean>,
): Promise<readonly QuickFix[]> => {
  const steps = quickFixSteps(view, range, (edits) => trial(view, textsAfter(view, edits)).diagnostics);
  let step = orEmpty("改正办法", () => steps.next(), NOTHING);
  while (step.done !== true) {
    if (await isOvertaken()) return [];
    step = orEmpty("改正办法", () => steps.next(), NOTHING);
  }
  if (await isOvertaken()) return [];
  const cases = orEmpty("边界用例", () => boundaryCases(view, range.start, judgedCase(view)), null);
  return cases === null ? step.value : [...step.value, cases];
};

const NOTHING: IteratorResult<undefined, readonly QuickFix[]> = { done: true, value: [] };
