import { documentDiagnostics, LineIndex, type PolicyFile, type Span } from "../language/index.ts";
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

/** What is to be said of a 【说明】不提示 with a code of the analysis that leaves nothing out. */
export const idleNotes = (
  file: PolicyFile,
  findings: readonly AnalysisFinding[],
  /** Whether findings of this code were looked for. */
  isLookedFor: (code: string) => boolean,
): readonly string[] => {
  const lines = new LineIndex(file.source.text);
  return suppressionsOf(file).flatMap((suppression) => {
    const { code, codeSpan, reason } = suppression;
    if (reason === null || !isLookedFor(code)) return [];
    const near = findings.filter((finding) =>
      finding.places.some((place) => isNamedBy(file, suppression, { ...finding, places: [place] })),
    );
    const listed = near.filter(({ severity }) => severity !== "error");
    if (listed.some((finding) => isNamedBy(file, suppression, finding))) return [];
    const where = `第${lines.position(codeSpan.start).line}行的“不提示「${code}」”不起作用：`;
    if (listed.length > 0)
      return [`${where}这种结果列在${listed[0]!.places[0]!.label ?? "第一条之前"}，请把这一说明移到那里。`];
    return near.length > 0
      ? [`${where}错误不能这样略去，请改正。`]
      : [
          `${where}这一处没有这种结果。原来的结果已经没有的，请删去这一说明；写错地方的，请移到有这种结果的条文之下。`,
        ];
  });
};

const reasonFor = (
  file: PolicyFile,
  suppressions: readonly Suppression[],
  finding: AnalysisFinding,
): string | null =>
  finding.severity === "error"
    ? null
    : (suppressions.find((each) => each.reason !== null && isNamedBy(file, each, finding))?.reason ?? null);

const isNamedBy = (
  file: PolicyFile,
  suppression: Suppression,
  { code, places: [first] }: AnalysisFinding,
): boolean => {
  if (suppression.code !== code || first === undefined || first.origin.file !== file.source.name)
    return false;
  if (suppression.places === null) return true;
  const words = wordsOf(file, first);
  return suppression.places.some((place) => words.some((span) => holds(place, span)));
};

/** The official text that a clause rests on. */
const wordsOf = (file: PolicyFile, { origin }: FindingPlace): readonly Span[] => {
  if (origin.provision === null) return [];
  const whole = file.document.byPath.get(origin.provision)?.span;
  return [...(whole === undefined ? [] : [whole]), ...origin.basis.map(({ span }) => span)];
};

const holds = (outer: Span, inner: Span): boolean => outer.start <= inner.start && inner.end <= outer.end;
