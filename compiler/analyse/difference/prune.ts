import type { Condition, Decision, Program } from "../../model/ir.ts";
import type { View } from "./stage.ts";

/** A decision and its program without the parts that hold, or fail, in every world under the readings taken. */
export const withoutConstants = (
  view: View,
  decision: Decision,
): { readonly program: Program; readonly decision: Decision } => {
  const prune = (condition: Condition): Condition => pruneCondition(view, condition);
  const exceptions = new Map(
    Array.from(view.program.exceptions, ([id, clause]) => [
      id,
      { ...clause, condition: prune(clause.condition) },
    ]),
  );
  return { program: { ...view.program, exceptions }, decision: pruneDecision(decision, prune) };
};

const pruneDecision = (decision: Decision, prune: (condition: Condition) => Condition): Decision => {
  switch (decision.kind) {
    case "measure":
      return { ...decision, subject: prune(decision.subject), base: prune(decision.base) };
    case "requirement":
      return {
        ...decision,
        subject: prune(decision.subject),
        applicability: prune(decision.applicability),
        requirement: prune(decision.requirement),
      };
    case "classification": {
      const items = decision.items.map((item) => ({ ...item, condition: prune(item.condition) }));
      return { ...decision, subject: prune(decision.subject), items };
    }
    case "definition":
      return { ...decision, condition: prune(decision.condition) };
    case "ranking":
      return { ...decision, members: prune(decision.members) };
    case "indicator":
      return decision;
  }
};

export const pruneCondition = (view: View, condition: Condition): Condition => {
  const always = view.structure.constantOf(condition);
  if (always !== null) return { kind: "constant", value: always, origin: condition.origin };
  switch (condition.kind) {
    case "all":
    case "any":
    case "atLeast":
      return { ...condition, operands: condition.operands.map((operand) => pruneCondition(view, operand)) };
    case "not":
      return { ...condition, operand: pruneCondition(view, condition.operand) };
    case "constant":
    case "holds":
    case "compare":
    case "compareOrder":
    case "oneOf":
    case "same":
    case "elapsed":
    case "exists":
    case "ranked":
    case "reading":
    case "defined":
      return condition;
  }
};
