import type { Case, DatedValue, Parameter, Program } from "../model/ir.ts";
import { isUnconfirmed } from "../model/unconfirmed.ts";
import type { Day } from "../model/value.ts";
import { CoverageRecorder, type Coverage } from "./coverage.ts";
import { meetExpectation, type ExpectationResult } from "./expectation.ts";
import { startRun, type Run } from "./run.ts";
import { smallWorld } from "./small-world.ts";

export interface CaseReport {
  readonly cases: readonly CaseResult[];
  readonly coverage: Coverage;
}

export interface CaseResult {
  readonly case: Case;
  /** Meets every expectation; one marked 已知不成立 passes only while it fails. */
  readonly passed: boolean;
  readonly expectations: readonly ExpectationResult[];
  /** What is wrong with the case as a whole, in words; null where nothing is. */
  readonly problem: string | null;
}

/** Runs every 用例 in a world of its own, and tells which rules, items and exceptions those reach that are confirmed. */
export const runCases = (program: Program): CaseReport => {
  const recorder = new CoverageRecorder(program);
  const cases = program.cases.map((each) => {
    const run = caseRun(program, each);
    return run === null ? withoutDay(each) : runCase(run, each, recorder);
  });
  return { cases, coverage: recorder.report() };
};

const runCase = (run: Run, each: Case, recorder: CoverageRecorder): CaseResult => {
  if (!isUnconfirmed(each)) recorder.record(run);
  const expectations = each.expectations.map((expectation) => meetExpectation(run, expectation));
  const met = expectations.every((result) => result.met);
  const known = each.knownFailure !== null;
  const problem =
    known && met ? "本用例标注为已知不成立，但各项预期均已符合，请删去标注或者核对预期。" : null;
  return { case: each, passed: met !== known, expectations, problem };
};

/**
 * The world of a case, judged by a program or by a variant of it; null where no day is known. A case without 设基准日 is
 * judged on the first day in force, or on the day of issue.
 */
export const caseRun = (program: Program, each: Case): Run | null => {
  const at = each.referenceDate ?? program.policy.effectiveFrom ?? program.policy.issuedOn;
  return at === null ? null : startRun(withParameters(program, each), worldOf(each), at, each.readings);
};

const withoutDay = (each: Case): CaseResult => ({
  case: each,
  passed: false,
  expectations: [],
  problem: "本文件未写明施行日期和印发日期，用例应当写明基准日，例如“设基准日为2025年1月1日”。",
});

const worldOf = (each: Case) =>
  smallWorld({
    records: each.records.map((record) => ({ ...record, source: `用例“${each.name}”` })),
    distances: each.distances,
    recordedReasons: each.recordedReasons,
  });

/** What a case sets stands instead of every declared value for the same region, whatever its date. */
const withParameters = (program: Program, each: Case): Program => {
  if (each.parameters.length === 0) return program;
  const parameters = new Map<string, Parameter>(program.parameters);
  for (const name of new Set(each.parameters.map((parameter) => parameter.name))) {
    const declared = parameters.get(name);
    if (declared === undefined) continue;
    const set: readonly DatedValue[] = each.parameters
      .filter((parameter) => parameter.name === name)
      .map(({ region, value }) => ({ from: BEGINNING, region, value, source: `用例“${each.name}”` }));
    const regions = new Set(set.map((value) => value.region));
    const others = declared.values.filter((value) => !regions.has(value.region));
    parameters.set(name, { ...declared, values: [...set, ...others] });
  }
  return { ...program, parameters };
};

const BEGINNING: Day | null = null;
