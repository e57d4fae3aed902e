import { expect, test } from "vitest";
import { allAnalysisKinds } from "../../../compiler/analysis-of.ts";
import { ANALYSIS_CODES } from "../../../compiler/model/analysis-codes.ts";

test("a policy can say 不提示 of every kind of finding of the analysis, and of no other", () => {
  expect([...ANALYSIS_CODES].toSorted()).toEqual(Object.keys(allAnalysisKinds).toSorted());
});
