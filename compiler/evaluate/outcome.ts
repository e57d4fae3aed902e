import type { FactRecord } from "../model/facts.ts";
import type { Decision } from "../model/ir.ts";
import type { Outcome, ReadingDependence } from "../model/outcome.ts";
import { measureOf, modalityOf } from "../model/norm-words.ts";
import { cite } from "./cite.ts";
import { exceptionInWords } from "../model/exception-name.ts";
import { printDecided } from "./print.ts";
import type { Judgement, Run } from "./run.ts";
import { unmetParts } from "./unmet.ts";

/** A judgement in words, with the text that it rests on. */
export const describe = (
  run: Run,
  decision: Decision,
  record: FactRecord,
  judgement: Judgement,
  readings: readonly ReadingDependence[],
): Outcome => ({
  ...blank(decision, record),
  status: judgement.status,
  value: judgement.value === null ? null : printDecided(judgement.value, decision),
  candidates: judgement.candidates.map((value) => printDecided(value, decision)),
  reason: reasonInWords(run, decision, record, judgement),
  reasons: judgement.reasons,
  unmet: unmetParts(run, decision, judgement, record),
  citations: cite(run, decision, judgement, record),
  readings,
});

/** The outcome of every rule on a day on which the policy is not in force. */
export const outOfForce = (decision: Decision, record: FactRecord, reason: string): Outcome => ({
  ...blank(decision, record),
  status: "不适用",
  reason,
});

const blank = (decision: Decision, record: FactRecord): Outcome => ({
  object: record.object,
  id: record.id,
  rule: decision.name,
  decision: decision.id,
  provision: decision.origin.provision,
  status: "不适用",
  value: null,
  candidates: [],
  modality: modalityOf(decision),
  measure: measureOf(decision),
  reason: null,
  reasons: [],
  unmet: [],
  citations: [],
  readings: [],
});

const reasonInWords = (
  run: Run,
  decision: Decision,
  record: FactRecord,
  judgement: Judgement,
): string | null => {
  const why = judgement.notApplicable;
  if (why !== null) {
    switch (why.kind) {
      case "subject":
        return "不属于本规则的适用对象";
      case "applicability":
        return "不具备本规则的适用条件";
      case "exception":
        return `适用${exceptionInWords(why.exception)}`;
    }
  }
  // Only what is laid down in principle may be departed from with a recorded reason.
  if (!departsInPrinciple(decision, judgement)) return null;
  const recorded = (rule: string): string | undefined =>
    run.facts.recordedReason(record.object, record.id, rule);
  return recorded(decision.name) ?? recorded(decision.id) ?? null;
};

const departsInPrinciple = (decision: Decision, judgement: Judgement): boolean => {
  if (decision.kind === "requirement") return decision.modality.inPrinciple && judgement.status === "不符合";
  return (
    decision.kind === "measure" &&
    judgement.status === "成立" &&
    decision.orders.some((order) => order.modality.inPrinciple)
  );
};
