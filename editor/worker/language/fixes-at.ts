import { quickFixSteps, suppressionFix, type QuickFix } from "../../../compiler/ide/index.ts";
import { DRAFTING_CODES } from "../../../compiler/left-findings.ts";
import type { Span } from "../../../language/index.ts";
import type { View } from "./open-file.ts";
import { orEmpty } from "./or-empty.ts";
import { textsAfter, type Trial } from "./trial.ts";

/**
 * Cures of what was found at a place, each tried before it is offered, 用例 around the thresholds of the rule, and 不提示
 * for what may stay.
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
  // What judges a record is fetched with the first cures: to read a text it is not needed.
  const { thresholdCases } = await import("./threshold-cases.ts");
  if (await isOvertaken()) return [];
  const cases = orEmpty("边界用例", () => thresholdCases(view, range.start), null);
  const left = orEmpty("不提示", () => suppressions(view, range), []);
  return [...step.value, ...(cases === null ? [] : [cases]), ...left];
};

const NOTHING: IteratorResult<undefined, readonly QuickFix[]> = { done: true, value: [] };

/** For findings on the drafting of the text and on how it was put into rules; what is an error has to be mended. */
const suppressions = (view: View, range: Span): readonly QuickFix[] => {
  const codes = new Set<string>();
  return view.diagnostics.flatMap(({ code, severity, file, span }) => {
    const isHere = file === view.path && span.start <= range.end && range.start <= span.end;
    if (!isHere || severity === "error" || !DRAFTING_CODES.has(code) || codes.has(code)) return [];
    codes.add(code);
    return suppressionFix(view, code, span) ?? [];
  });
};
