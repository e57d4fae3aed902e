import { documentDiagnostics, type PolicyFile, type Span } from "../language/index.ts";
import type { AnalysisFinding, FindingPlace } from "./model/analysis.ts";
import { lintDiagnostics, suppressionsOf, type Suppression } from "./rules/index.ts";

/** Findings on the drafting of a text and on how it was put into rules: a 【说明】不提示 may answer for them. */
export const DRAFTING_CODES: ReadonlySet<string> = new Set(
  [...Object.keys(documentDiagnostics), ...Object.keys(lintDiagnostics)].filter(
    (code) => !code.startsWith("suppression-"),
  ),
);

/** A finding of the analysis that somebody has looked at and left, and why. */
export interface LeftFinding {
  readonly finding: AnalysisFinding;
  readonly reason: string;
}

export interface SiftedFindings {
  readonly kept: readonly AnalysisFinding[];
  readonly left: readonly LeftFinding[];
}

/**
 * Takes out the findings that a 【说明】不提示 of the policy names with a reason. One stands for what is shown under the
 * same provision; with 依据 only for what rests on those words. Errors are never left.
 */
export const siftFindings = (file: PolicyFile, findings: readonly AnalysisFinding[]): SiftedFindings => {
  const suppressions = suppressionsOf(file);
  const kept: AnalysisFinding[] = [];
  const left: LeftFinding[] = [];
  for (const finding of findings) {
    const reason = reasonFor(file, suppressions, finding);
    if (reason === null) kept.push(finding);
    else left.push({ finding, reason });
  }
  return { kept, left };
};

const reasonFor = (
  file: PolicyFile,
  suppressions: readonly Suppression[],
  { code, severity, places }: AnalysisFinding,
): string | null => {
  const [first] = places;
  if (severity === "error" || first === undefined || first.origin.file !== file.source.name) return null;
  const words = wordsOf(file, first);
  return (
    suppressions.find(
      (each) =>
        each.code === code &&
        each.reason !== null &&
        (each.places === null || each.places.some((place) => words.some((span) => holds(place, span)))),
    )?.reason ?? null
  );
};

/** The official text that a clause rests on. */
const wordsOf = (file: PolicyFile, { origin }: FindingPlace): readonly Span[] => {
  if (origin.provision === null) return [];
  const whole = file.document.byPath.get(origin.provision)?.span;
  return [...(whole === undefined ? [] : [whole]), ...origin.basis.map(({ span }) => span)];
};

const holds = (outer: Span, inner: Span): boolean => outer.start <= inner.start && inner.end <= outer.end;
