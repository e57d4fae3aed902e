import type { DiagnosticTable } from "../language/index.ts";
import { CHECKS, analysisKinds } from "./analyse/checks/index.ts";
import type { SecondSolver, SolverLimits } from "./analyse/formula.ts";
import type { ProbeMemo } from "./analyse/probe.ts";
import { analysePolicy } from "./analyse-policy.ts";
import { comparisonDay } from "./diff/behaviour/index.ts";
import { printDate } from "./evaluate/index.ts";
import { idleNotes, siftFindings, type LeftFinding } from "./left-findings.ts";
import { isLookedForInPolicy } from "./looked-for.ts";
import type { Analysis, AnalysisFinding } from "./model/analysis.ts";
import type { Facts } from "./model/facts.ts";
import type { Program } from "./model/ir.ts";
import type { Day } from "./model/value.ts";
import type { CompiledPolicy, PolicySources } from "./pipeline.ts";
import type { WorkspaceMemo } from "./workspace.ts";
import { compareWithParent, withinKinds, type WithinResult } from "./within.ts";
import { reportOf, type AnalysisReport } from "./report/analysis/report.ts";

/** Everything that one analysis is about. */
export interface AnalysisParts {
  readonly policy: CompiledPolicy;
  /** The policy that this one must not be wider than. */
  readonly parent: CompiledPolicy | null;
  readonly facts: Facts | null;
  /** 基准日; null takes a day on which the policy is in force. */
  readonly at: Day | null;
  /** Kinds of findings that are wanted; null: all. */
  readonly codes: ReadonlySet<string> | null;
}

export interface AnalysisSettings {
  /** How long one question may take; null: as long as usual. */
  readonly milliseconds: number | null;
  readonly second: SecondSolver | null;
  readonly memo: ProbeMemo;
  /** Of the last compilation, so that a suggestion is tried by compiling what it edits. */
  readonly workspace?: WorkspaceMemo;
  /** Tried: only those are told that mend what they say. Proposed: as the checks make them, which is quicker. */
  readonly suggestions?: "tried" | "proposed";
  readonly onProgress?: (done: number, total: number) => void;
}

const LIMITS: SolverLimits = { steps: 200_000, milliseconds: 5000 };

/** Every kind of finding, also those that need a second policy. */
export const allAnalysisKinds: DiagnosticTable = { ...analysisKinds, ...withinKinds };

/** An analysis without what a 【说明】不提示 of the policy leaves, and that beside it. */
export interface SiftedAnalysis extends Analysis {
  readonly left: readonly LeftFinding[];
}

/** All that can be found out about a policy: by itself, on its register, against its parent. */
export const analysisOf = async (
  { policy, parent, facts, at, codes }: AnalysisParts,
  { milliseconds, second, memo, workspace, suggestions = "tried", onProgress }: AnalysisSettings,
): Promise<SiftedAnalysis> => {
  const { program } = policy;
  const day = dayOf(program, at);
  const limits = milliseconds === null ? LIMITS : { ...LIMITS, milliseconds };
  const checks =
    codes === null
      ? CHECKS
      : CHECKS.filter(({ catalogue }) => Object.keys(catalogue).some((code) => codes.has(code)));
  // The rules against the parent are about as much work as all checks.
  const total = checks.length * (parent === null ? 1 : 2);
  const found = await analysePolicy(policy, {
    ...(suggestions === "tried" ? { sources: sourcesOf(policy) } : {}),
    ...(workspace === undefined ? {} : { workspace }),
    at: day,
    limits,
    second,
    facts,
    memo,
    checks,
    onProgress: (done) => {
      onProgress?.(done, total);
      return true;
    },
  });
  // Nothing ends it early: the progress always answers yes.
  const analysis = found!;
  const within =
    parent === null || (codes !== null && !Object.keys(withinKinds).some((code) => codes.has(code)))
      ? NO_PARENT
      : await compareWithParent(policy, parent, {
          at: day,
          limits,
          second,
          ...(workspace === undefined ? {} : { workspace }),
          onProgress: (done, all) => onProgress?.(checks.length * (1 + done / all), total),
        });
  const findings = [...analysis.findings, ...within.findings].filter(
    ({ code }) => codes === null || codes.has(code),
  );
  const { kept, left } = siftFindings(policy.file, inTextOrder(findings, policy.file.source.name));
  return {
    ...analysis,
    findings: kept,
    left,
    asked: analysis.asked + within.asked,
    undecided: analysis.undecided + within.undecided,
    notes: [
      ...notesOn(program, at, day),
      ...analysis.notes,
      ...within.notes,
      ...(program === null || codes !== null
        ? []
        : idleNotes(policy.file, findings, (code) => isLookedFor(code, parent !== null, facts !== null))),
    ],
  };
};

const sourcesOf = ({ file, vocabularies }: CompiledPolicy): PolicySources => ({
  policy: file.source,
  vocabularies: vocabularies.map(({ source }) => source),
});

const NO_PARENT: WithinResult = { findings: [], notes: [], asked: 0, undecided: 0 };

/** The analysed policy first, its vocabularies and the parent behind. */
const inTextOrder = (found: readonly AnalysisFinding[], own: string): readonly AnalysisFinding[] => {
  const placeOf = ({ places }: AnalysisFinding): readonly [number, string, number] => {
    const { file, span } = places[0]!.origin;
    return [file === own ? 0 : 1, file, span.start];
  };
  return found.toSorted((left, right) => {
    const [first, second] = [placeOf(left), placeOf(right)];
    return (
      first[0] - second[0] ||
      (first[1] < second[1] ? -1 : first[1] > second[1] ? 1 : 0) ||
      first[2] - second[2]
    );
  });
};

const dayOf = (program: Program | null, at: Day | null): Day =>
  program === null ? (at ?? 0) : comparisonDay(program.policy, program.policy, at);

/** Some findings are made only against a parent, or only on a register. */
const isLookedFor = (code: string, hasParent: boolean, hasFacts: boolean): boolean =>
  isLookedForInPolicy(code, hasFacts) || (code in withinKinds && hasParent);

const notesOn = (program: Program | null, at: Day | null, day: Day): readonly string[] => {
  if (program === null) return [];
  if (program.decisions.length === 0) return [NO_RULES];
  return at === null ? [`没有指明基准日，以${printDate(day)}为基准日分析；可以用 --at 另行指明。`] : [];
};

const NO_RULES = "这份文件还没有规则。分析的是写在条文下面的规则；公文的文字用 tiaowen lint 检查。";

/** The analysis with the texts that it is about, for any report. */
export const analysisReport = (
  analysis: SiftedAnalysis,
  policy: CompiledPolicy,
  parent: CompiledPolicy | null,
  run: { readonly synthetic: boolean; readonly milliseconds: number },
): AnalysisReport => {
  const files = [policy, ...(parent === null ? [] : [parent])].flatMap(({ file, vocabularies }) => [
    file,
    ...vocabularies,
  ]);
  const named = parent?.program?.policy ?? null;
  return reportOf({
    analysis,
    left: analysis.left,
    file: policy.file.source.name,
    texts: new Map(files.map(({ source }) => [source.name, source.text])),
    others: new Map(named === null ? [] : [[named.file, named.name]]),
    program: policy.program,
    parent: named === null ? null : { name: named.name, file: named.file },
    ...run,
  });
};
