import { boundaryCases, type QuickFix } from "../../../compiler/ide/index.ts";
import { judgedCase } from "./judged-case.ts";
import type { View } from "./open-file.ts";

/** 用例 around the thresholds of the rule at a place, with what the interpreter says of each. */
export const thresholdCases = (view: View, offset: number): QuickFix | null =>
  boundaryCases(view, offset, judgedCase(view));
