import type { DiagnosticTable } from "../language/index.ts";
import { CHECKS, analysisKinds } from "./analyse/checks/index.ts";
import type { SecondSolver, SolverLimits } from "./analyse/formula.ts";
import type { ProbeMemo } from "./analyse/probe.ts";
import { analysePolicy } from "./analyse-policy.ts";
import { comparisonDay } from "./diff/behaviour/index.ts";
import { printDate } from "./evaluate/index.ts";
import type { Analysis } from "./model/analysis.ts";
import type { Facts } from "./model/facts.ts";
import type { Program } from "./model/ir.ts";
import type { Day } from "./model/value.ts";
import type { CompiledPolicy } from "./pipeline.ts";
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
  readonly onProgress?: (done: number, total: number) => void;
}

const LIMITS: SolverLimits = { steps: 200_000, milliseconds: 5000 };

/** Every kind of finding, also those that need a second policy. */
export const allAnalysisKinds: DiagnosticTable = { ...analysisKinds };

/** All that can be found out about a policy: by itself, on its register, against its parent. */
export const analysisOf = async (
  { policy, facts, at, codes }: AnalysisParts,
  { milliseconds, second, memo, onProgress }: AnalysisSettings,
): Promise<Analysis> => {
  const { program } = policy;
  const day = dayOf(program, at);
  const limits = milliseconds === null ? LIMITS : { ...LIMITS, milliseconds };
  const checks =
    codes === null
      ? CHECKS
      : CHECKS.filter(({ catalogue }) => Object.keys(catalogue).some((code) => codes.has(code)));
  const found = await analysePolicy(policy, {
    at: day,
    limits,
    second,
    facts,
    memo,
    checks,
    onProgress: (done, total) => {
      onProgress?.(done, total);
      return true;
    },
  });
  // Nothing ends it early: the progress always answers yes.
  const analysis = found!;
  return {
    ...analysis,
    findings: codes === null ? analysis.findings : analysis.findings.filter(({ code }) => codes.has(code)),
    notes: [...(at === null && program !== null ? [noteOnDay(day)] : []), ...analysis.notes],
  };
};

const dayOf = (program: Program | null, at: Day | null): Day =>
  program === null ? (at ?? 0) : comparisonDay(program.policy, program.policy, at);

const noteOnDay = (day: Day): string =>
  `没有指明基准日，以${printDate(day)}为基准日分析；可以用 --at 另行指明。`;

/** The analysis with the texts that it is about, for any report. */
export const analysisReport = (
  analysis: Analysis,
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
    file: policy.file.source.name,
    texts: new Map(files.map(({ source }) => [source.name, source.text])),
    others: new Map(named === null ? [] : [[named.file, named.name]]),
    program: policy.program,
    parent: named === null ? null : { name: named.name, file: named.file },
    ...run,
  });
};
