import { citationsOfOrigins } from "../model/citation.ts";
import type { FactRecord } from "../model/facts.ts";
import type { Condition, Decision, Origin } from "../model/ir.ts";
import type { Citation } from "../model/outcome.ts";
import { evaluateCondition } from "./condition.ts";
import { exceptionsOf } from "./judge.ts";
import { sameValue } from "./result.ts";
import type { Environment, Judgement, Run } from "./run.ts";

/** The words that decided: the items that hold, that fail or that are open, else the rule as a whole. */
export const cite = (
  run: Run,
  decision: Decision,
  judgement: Judgement,
  record: FactRecord,
): readonly Citation[] =>
  citationsOfOrigins(
    run.program.policy,
    decisiveOrigins(run, decision, judgement, [record]),
    decision.origin,
  );

/** The leaves of a condition that make it what it is: one true operand of 之一 is enough, 同时符合 needs all. */
export const decisiveLeaves = (
  run: Run,
  condition: Condition,
  environment: Environment,
): readonly Decisive[] => leaves(run, condition, environment, null);

export interface Decisive {
  readonly condition: Condition;
  /** The item of the rule that it stands in. */
  readonly item: Origin | null;
}

const leaves = (
  run: Run,
  condition: Condition,
  environment: Environment,
  above: Origin | null,
): readonly Decisive[] => {
  const item = condition.origin.item === null ? above : condition.origin;
  if (condition.kind === "not" && "operands" in condition.operand) {
    return leaves(run, condition.operand, environment, item);
  }
  if (!("operands" in condition) || condition.operands.length === 0) return [{ condition, item }];
  const whole = evaluateCondition(run, condition, environment).kind;
  return condition.operands
    .filter((operand) => evaluateCondition(run, operand, environment).kind === whole)
    .flatMap((operand) => leaves(run, operand, environment, item));
};

const decisiveOrigins = (
  run: Run,
  decision: Decision,
  judgement: Judgement,
  environment: Environment,
): readonly Origin[] => {
  const items = (condition: Condition, whole: Origin): readonly Origin[] =>
    decisiveLeaves(run, condition, environment).map((leaf) => leaf.item ?? whole);
  const why = judgement.notApplicable;
  if (why !== null)
    return why.kind === "exception" ? items(why.exception.condition, why.exception.origin) : [];
  const open = judgement.reasons.length > 0;
  const openItems = (condition: Condition, whole: Origin): readonly Origin[] =>
    evaluateCondition(run, condition, environment).kind === "indeterminate" ? items(condition, whole) : [];
  switch (decision.kind) {
    case "measure":
    case "requirement": {
      const main = decision.kind === "measure" ? decision.base : decision.requirement;
      if (!open) return items(main, decision.origin);
      const before =
        decision.kind === "measure" ? [decision.subject] : [decision.subject, decision.applicability];
      return [
        ...[...before, main].flatMap((condition) => openItems(condition, decision.origin)),
        ...exceptionsOf(run, decision).flatMap((clause) => openItems(clause.condition, clause.origin)),
      ];
    }
    case "classification": {
      const wanted = open ? "indeterminate" : "true";
      const found = decision.items.filter(
        (item) =>
          evaluateCondition(run, item.condition, environment).kind === wanted &&
          concerns(judgement, item.value),
      );
      if (found.length > 0 || judgement.status !== "已认定" || decision.otherwise === null) {
        return found.map((item) => item.origin);
      }
      return [decision.otherwise.origin];
    }
    case "definition":
    case "indicator":
    case "ranking":
      return [];
  }
};

const concerns = (judgement: Judgement, value: Parameters<typeof sameValue>[0]): boolean =>
  [judgement.value, ...judgement.candidates].some((each) => each !== null && sameValue(each, value));
