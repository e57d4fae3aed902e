import {
  boundaryCases,
  quickFixes,
  type Completion,
  type FilePlace,
  type HoverCard,
  type PolicyView,
  type QuickFix,
  type RenameAnswer,
} from "../../../compiler/ide/index.ts";
import type { Span } from "../../../language/index.ts";
import { judgedCase } from "./judged-case.ts";
import type { View } from "./open-file.ts";
import { orEmpty } from "./or-empty.ts";
import type { Trial } from "./trial.ts";

/** Cures of what was found at a place, each tried before it is offered, and 用例 around the thresholds of the rule. */
export const fixesAt = (view: View, range: Span, trial: Trial): readonly QuickFix[] => {
  const fixes = quickFixes(view, range, (edits) => trial(view, edits).diagnostics);
  const cases = orEmpty("边界用例", () => boundaryCases(view, range.start, judgedCase(view)), null);
  return cases === null ? fixes : [...fixes, cases];
};

export const complete = (_view: PolicyView, _offset: number): readonly Completion[] => [];
export const hover = (_view: PolicyView, _offset: number): HoverCard | null => null;
export const definition = (_view: PolicyView, _offset: number): readonly FilePlace[] => [];
export const references = (_view: PolicyView, _offset: number): readonly FilePlace[] => [];
export const nameAt = (
  _view: PolicyView,
  _offset: number,
): { readonly name: string; readonly span: Span } | null => null;
export const rename = (_view: PolicyView, _offset: number, _name: string): RenameAnswer => ({
  kind: "refused",
  message: "这里没有可以改名的名称。",
});
