import type { Side } from "../../analyse/difference-query.ts";
import type { Candidates, Condition, Decision } from "../../model/ir.ts";

/** The clause of these words that is asked of the records around, inside a clause about the judged record; or null. */
export const clauseAround = (clause: Condition | null, words: string | null): Condition | null => {
  if (clause === null || words === null) return null;
  switch (clause.kind) {
    case "all":
    case "any":
    case "atLeast":
      return first(clause.operands, (operand) => clauseAround(operand, words));
    case "not":
      return clauseAround(clause.operand, words);
    case "exists":
      return clauseOf(clause.candidates.where, words);
    case "constant":
    case "holds":
    case "compare":
    case "compareOrder":
    case "oneOf":
    case "same":
    case "elapsed":
    case "ranked":
    case "reading":
    case "defined":
      return null;
  }
};

/** The side as if a clause asked nothing. */
export const withoutClause = ({ program, decision }: Side, clause: Condition | null): Side => {
  if (decision === null || clause === null) return { program, decision };
  const neutral = decisionWithout(decision, clause);
  const decisions = program.decisions.map((each) => (each.id === decision.id ? neutral : each));
  return { program: { ...program, decisions }, decision: neutral };
};

const decisionWithout = (decision: Decision, clause: Condition): Decision => {
  switch (decision.kind) {
    case "measure":
      return { ...decision, base: without(decision.base, clause) };
    case "requirement":
      return {
        ...decision,
        applicability: without(decision.applicability, clause),
        requirement: without(decision.requirement, clause),
      };
    case "classification":
      return {
        ...decision,
        items: decision.items.map((item) => ({ ...item, condition: without(item.condition, clause) })),
      };
    case "definition":
    case "indicator":
    case "ranking":
      return decision;
  }
};

const without = (condition: Condition, clause: Condition): Condition => {
  if (condition === clause) return { kind: "constant", value: true, origin: clause.origin };
  switch (condition.kind) {
    case "all":
    case "any":
    case "atLeast":
      return { ...condition, operands: condition.operands.map((operand) => without(operand, clause)) };
    case "not":
      return { ...condition, operand: without(condition.operand, clause) };
    case "exists": {
      const candidates: Candidates = {
        ...condition.candidates,
        where: without(condition.candidates.where, clause),
      };
      return { ...condition, candidates };
    }
    case "constant":
    case "holds":
    case "compare":
    case "compareOrder":
    case "oneOf":
    case "same":
    case "elapsed":
    case "ranked":
    case "reading":
    case "defined":
      return condition;
  }
};

const clauseOf = (condition: Condition, words: string): Condition | null => {
  if (condition.origin.words === words) return condition;
  if (condition.kind === "not") return clauseOf(condition.operand, words);
  return "operands" in condition ? first(condition.operands, (operand) => clauseOf(operand, words)) : null;
};

const first = <Part, Found>(parts: readonly Part[], find: (part: Part) => Found | null): Found | null => {
  for (const part of parts) {
    const found = find(part);
    if (found !== null) return found;
  }
  return null;
};
