import type { Diagnostic, DiagnosticTable } from "../../language/index.ts";
import { claimNotComputing } from "./claim-not-computing.ts";
import { effectiveDate } from "./effective-date.ts";
import type { Lint, LintInput } from "./lint.ts";
import { openList } from "./open-list.ts";
import { parameterOpen } from "./parameter-open.ts";
import { ruleWithoutText } from "./rule-without-text.ts";
import { suppressionDiagnostics } from "./suppressions.ts";
import { textCoverage } from "./text-coverage.ts";

/** Every lint; a new one is a file and a row here. */
const LINTS: readonly Lint[] = [
  parameterOpen,
  openList,
  ruleWithoutText,
  textCoverage,
  claimNotComputing,
  effectiveDate,
];

export const lintDiagnostics: DiagnosticTable = {
  ...Object.fromEntries(LINTS.flatMap(({ catalogue }) => Object.entries(catalogue))),
  ...suppressionDiagnostics,
};

export { withReadings } from "./reading-ranges.ts";
export { sift, suppressionsOf, type SuppressedFinding, type Suppression } from "./suppressions.ts";

export const runLints = (input: LintInput): readonly Diagnostic[] =>
  LINTS.flatMap((lint) => lint.find(input));
