import type { FactRecord, Facts } from "../../model/facts.ts";
import type { Decision, Program } from "../../model/ir.ts";
import type { Explanation, Outcome } from "../../model/outcome.ts";
import type { Day } from "../../model/value.ts";
import { evaluateOne } from "../evaluate.ts";
import { noticeOf, outsideForce } from "../interval.ts";
import { judge } from "../judge.ts";
import { startRun } from "../run.ts";
import { decisionStep } from "./decision-step.ts";
import { nearestChange } from "./nearest.ts";
import { stepAt } from "./place.ts";
import { requestSentence } from "./sentence.ts";
import { summarise } from "./summary.ts";

export interface ExplainContext {
  readonly at: Day;
  readonly readings?: ReadonlyMap<string, number>;
}

export interface ExplainTarget {
  readonly object: string;
  readonly id: string;
  /** Id or name of a decision. */
  readonly decision: string;
}

/** 为什么, 为什么不, 还缺什么, 差多少 for one decision on one record; null where there is no such decision or record. */
export const explain = (
  program: Program,
  facts: Facts,
  context: ExplainContext,
  target: ExplainTarget,
): Explanation | null => {
  const run = startRun(program, facts, context.at, context.readings);
  const record = facts.record(target.object, target.id);
  const decision =
    run.decisions.get(target.decision) ?? program.decisions.find(({ name }) => name === target.decision);
  if (record === undefined || decision === undefined || decision.object !== record.object) return null;
  const outcome = evaluateOne(run, decision, record);
  const notice = noticeOf(program.policy, context.at);
  const notices = notice === null ? [] : [notice];
  if (outsideForce(program.policy, context.at) !== null) {
    const step = stepAt(run, decision.origin, {
      kind: "rule",
      words: decision.name,
      value: outcome.status,
      source: record.source,
      note: `${outcome.reason ?? ""}。`,
    });
    return {
      outcome,
      step,
      summary: [sentenceOf(outcome, decision, record), ...notices],
      missing: [],
      nearest: null,
    };
  }
  const judgement = judge(run, decision.id, record);
  return {
    outcome,
    step: decisionStep(run, decision, record),
    summary: [...summarise(run, decision, record, judgement, outcome), ...notices],
    missing: outcome.reasons.map((reason) => ({ reason, request: requestSentence(reason) })),
    nearest: nearestChange(run, decision, record),
  };
};

const sentenceOf = (outcome: Outcome, decision: Decision, record: FactRecord): string =>
  `${record.object}“${record.id}”的“${decision.name}”：${outcome.status}，${outcome.reason ?? ""}。`;
