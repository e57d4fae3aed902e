import type { FactRecord } from "../model/facts.ts";
import type { Condition, Decision } from "../model/ir.ts";
import { decisiveLeaves } from "./cite.ts";
import type { Judgement, Run } from "./run.ts";
import { exceptionsOf } from "./judge.ts";
import { visitCondition, visitTerm, type Visitor } from "../model/walk.ts";

/** Names of the facts, parameters, readings and decisions that a result rests on, or is open for. */
export const basisNames = (
  run: Run,
  decision: Decision,
  record: FactRecord,
  judgement: Judgement,
): readonly string[] => {
  const names = new Set(judgement.reasons.map((reason) => reason.name));
  const collect: Visitor = {
    condition: (condition) => {
      if (condition.kind === "reading") names.add(condition.reading);
      if (condition.kind === "defined") names.add(condition.decision);
      if (condition.kind === "ranked") names.add(condition.ranking);
    },
    term: (term) => {
      if (term.kind === "field") names.add(term.field);
      if (term.kind === "parameter") names.add(term.name);
      if (term.kind === "decision") names.add(term.decision);
    },
  };
  for (const condition of conditionsOf(run, decision, judgement)) {
    for (const leaf of decisiveLeaves(run, condition, [record])) visitCondition(leaf.condition, collect);
  }
  if (decision.kind === "indicator") visitTerm(decision.value, collect);
  if (judgement.notApplicable?.kind === "exception") names.add(judgement.notApplicable.exception.name);
  return [...names];
};

/** The conditions that made the result what it is. */
const conditionsOf = (
  run: Run,
  decision: Decision,
  { notApplicable: why }: Judgement,
): readonly Condition[] => {
  if (why?.kind === "exception") return [why.exception.condition];
  switch (decision.kind) {
    case "measure":
      if (why !== null) return [decision.subject];
      return [decision.base, ...exceptionsOf(run, decision).map((clause) => clause.condition)];
    case "requirement":
      if (why !== null) return [why.kind === "subject" ? decision.subject : decision.applicability];
      return [decision.applicability, decision.requirement];
    case "classification":
      return why !== null ? [decision.subject] : decision.items.map((item) => item.condition);
    case "definition":
      return [decision.condition];
    case "indicator":
      return [];
    case "ranking":
      return [decision.members];
  }
};
