import type { Analysis, AnalysisFinding } from "../model/analysis.ts";
import type { PolicyFile } from "../../language/index.ts";
import type { Facts } from "../model/facts.ts";
import type { Program } from "../model/ir.ts";
import type { Day } from "../model/value.ts";
import { CHECKS } from "./checks/index.ts";
import type { AnalysisCheck } from "./checks/check.ts";
import type { SecondSolver, SolverLimits } from "./formula.ts";
import { openToldTogether } from "./left-open.ts";
import { notesOn, writingDown, type OpenQuestions } from "./open-questions.ts";
import { createProbe, createProbeMemo, type ProbeMemo } from "./probe.ts";
import { inTimeOfRun, startTimeOfRun, type TimeOfRun } from "./time-of-run.ts";

export interface AnalyseOptions {
  readonly at: Day;
  /** How long one question may take. */
  readonly limits: SolverLimits;
  /** Asked where the own procedure does not decide. */
  readonly second: SecondSolver | null;
  readonly facts?: Facts | null;
  /** The policy and its vocabularies as read; without them no edit is suggested. */
  readonly files?: readonly PolicyFile[];
  /** Answers from before; what has not changed is not asked again. */
  readonly memo?: ProbeMemo;
  /** Any example will do: the findings are counted, not shown. */
  readonly anyExample?: boolean;
  /** Time that slow questions have taken, where several analyses are one run. */
  readonly time?: TimeOfRun;
  /** Called between checks; a page lets its messages in here. False ends the analysis. */
  readonly onProgress?: (done: number, total: number) => Promise<boolean> | boolean;
  /** The checks to be run; all where absent. */
  readonly checks?: readonly AnalysisCheck[];
  /** Names of the rules that are looked at; all where absent. */
  readonly rules?: ReadonlySet<string>;
}

/** Runs every check on a program. Null where it was ended before its end. */
export const analyse = async (program: Program, options: AnalyseOptions): Promise<Analysis | null> => {
  const { at, limits, second, facts = null, files = [], memo = createProbeMemo(), checks = CHECKS } = options;
  const { anyExample = false } = options;
  const asked = createProbe(program, at, { limits, second, seed: SEED, anyExample }, memo);
  const open: OpenQuestions = new Map();
  const inTime = inTimeOfRun(asked, limits.milliseconds, options.time ?? startTimeOfRun());
  const probe = writingDown(inTime, open);
  const looked = lookedAt(probe.program, options.rules);
  const found: AnalysisFinding[] = [];
  for (const [done, check] of checks.entries()) {
    if ((await options.onProgress?.(done, checks.length)) === false) return null;
    found.push(...(await check.find({ program: looked, probe, facts, files })));
  }
  const findings = inOrder(openToldTogether(found));
  return { policy: program.policy.name, at, findings, ...probe.tally, notes: notesOn(open, found) };
};

const lookedAt = (program: Program, rules: ReadonlySet<string> | undefined): Program =>
  rules === undefined
    ? program
    : { ...program, decisions: program.decisions.filter(({ name }) => rules.has(name)) };

/** Samples are the same every time. */
const SEED = 1;

const inOrder = (found: readonly AnalysisFinding[]): readonly AnalysisFinding[] =>
  found.toSorted((left, right) => {
    const [first, second] = [left.places[0]!.origin, right.places[0]!.origin];
    return (
      (first.file < second.file ? -1 : first.file > second.file ? 1 : 0) ||
      first.span.start - second.span.start ||
      (left.code < right.code ? -1 : left.code > right.code ? 1 : 0)
    );
  });
