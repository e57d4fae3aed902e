import type { DiagnosticTable } from "../../../language/index.ts";
import type { AnalysisCheck } from "./check.ts";
import { classOverlap } from "./class-overlap.ts";

/** Every check; a new one is a file and a row here. */
export const CHECKS: readonly AnalysisCheck[] = [classOverlap];

/** Every kind of finding of the analysis, by its code. */
export const analysisKinds: DiagnosticTable = Object.fromEntries(
  CHECKS.flatMap(({ catalogue }) => Object.entries(catalogue)),
);
