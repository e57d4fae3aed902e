import type { FactRecord, Facts } from "../model/facts.ts";
import type { Condition, Decision, Program } from "../model/ir.ts";
import type { Outcome, ResultSet } from "../model/outcome.ts";
import type { Day } from "../model/value.ts";
import { byId } from "./by-id.ts";
import { evaluateCondition } from "./condition.ts";
import { outsideForce } from "./interval.ts";
import { judge } from "./judge.ts";
import { describe, outOfForce } from "./outcome.ts";
import { Readings } from "./reading.ts";
import { resultSet } from "./result-set.ts";
import { startRun, type Run } from "./run.ts";

export interface EvaluationOptions {
  /** 基准日: always an input, never the clock. */
  readonly at: Day;
  /** Options taken instead of the adopted ones, by the quoted words. */
  readonly readings?: ReadonlyMap<string, number>;
  /** Names of rules; without it all but the 【定义】 are reported. */
  readonly only?: readonly string[];
  readonly onProgress?: (done: number, total: number) => void;
}

/**
 * Every decision on every record of its object, decisions in the order of the program and records by 编号, so that the
 * same text, data, readings and day give the same bytes.
 */
export const evaluate = (program: Program, facts: Facts, options: EvaluationOptions): ResultSet => {
  const run = startRun(program, facts, options.at, options.readings);
  const decisions = reportedDecisions(program, options.only);
  const objects = new Set(decisions.map(({ object }) => object));
  const records = new Map([...objects].map((object) => [object, byId(facts.records(object))]));
  const outside = outsideForce(program.policy, options.at);
  const progress = progressOver(decisions, records, options.onProgress);
  const readings = new Readings(run);
  const outcomes: Outcome[] = [];
  for (const decision of decisions) {
    for (const record of records.get(decision.object)!) {
      progress();
      if (outside !== null) outcomes.push(outOfForce(decision, record, outside));
      else {
        const judgement = judge(run, decision.id, record);
        outcomes.push(
          describe(run, decision, record, judgement, readings.dependence(decision, judgement, record)),
        );
      }
    }
  }
  return resultSet(program, options.at, outcomes);
};

/** A 【定义】 has no legal effect of its own: it is reported only where it is asked for by name. */
export const reportedDecisions = (program: Program, only?: readonly string[]): readonly Decision[] => {
  if (only === undefined) return program.decisions.filter(({ kind }) => kind !== "definition");
  const names = new Set(only);
  return program.decisions.filter((decision) => names.has(decision.name) || names.has(decision.id));
};

/** One decision on one record, as `evaluate` gives it. */
export const evaluateOne = (run: Run, decision: Decision, record: FactRecord): Outcome => {
  const outside = outsideForce(run.program.policy, run.at);
  if (outside !== null) return outOfForce(decision, record, outside);
  const judgement = judge(run, decision.id, record);
  return describe(
    run,
    decision,
    record,
    judgement,
    new Readings(run).dependence(decision, judgement, record),
  );
};

/** 编号 of the records of an object for which a condition is 真. */
export const evaluateWhere = (
  program: Program,
  facts: Facts,
  at: Day,
  condition: Condition,
  object: string,
): readonly string[] => {
  const run = startRun(program, facts, at);
  return byId(facts.records(object))
    .filter((record) => evaluateCondition(run, condition, [record]).kind === "true")
    .map((record) => record.id);
};

const PROGRESS_STEP = 256;

const progressOver = (
  decisions: readonly Decision[],
  records: ReadonlyMap<string, readonly FactRecord[]>,
  report: EvaluationOptions["onProgress"],
): (() => void) => {
  const total = decisions.reduce((sum, { object }) => sum + records.get(object)!.length, 0);
  let done = 0;
  return () => {
    done += 1;
    if (report !== undefined && (done % PROGRESS_STEP === 0 || done === total)) report(done, total);
  };
};
