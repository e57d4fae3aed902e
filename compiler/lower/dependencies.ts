import type { Candidates, Condition, Decision, ExceptionClause, Term } from "../model/ir.ts";

/** Names of the decisions that a decision uses, its exceptions included. */
export const dependenciesOf = (
  decision: Decision,
  exceptions: ReadonlyMap<string, ExceptionClause>,
): ReadonlySet<string> => {
  const found = new Set<string>();
  switch (decision.kind) {
    case "measure":
      visitCondition(decision.subject, found);
      visitCondition(decision.base, found);
      break;
    case "requirement":
      visitCondition(decision.subject, found);
      visitCondition(decision.applicability, found);
      visitCondition(decision.requirement, found);
      break;
    case "classification":
      visitCondition(decision.subject, found);
      for (const item of decision.items) visitCondition(item.condition, found);
      break;
    case "definition":
      visitCondition(decision.condition, found);
      break;
    case "indicator":
      visitTerm(decision.value, found);
      break;
    case "ranking":
      visitCondition(decision.members, found);
      for (const key of decision.keys) visitTerm(key.term, found);
      break;
  }
  if (decision.kind === "measure" || decision.kind === "requirement") {
    for (const id of decision.exceptions) {
      const exception = exceptions.get(id);
      if (exception !== undefined) visitCondition(exception.condition, found);
    }
  }
  return found;
};

const visitCondition = (condition: Condition, found: Set<string>): void => {
  switch (condition.kind) {
    case "all":
    case "any":
    case "atLeast":
      for (const operand of condition.operands) visitCondition(operand, found);
      break;
    case "not":
      visitCondition(condition.operand, found);
      break;
    case "holds":
      visitTerm(condition.term, found);
      break;
    case "compare":
    case "compareOrder":
    case "same":
      visitTerm(condition.left, found);
      visitTerm(condition.right, found);
      break;
    case "oneOf":
      visitTerm(condition.left, found);
      break;
    case "elapsed":
      visitTerm(condition.from, found);
      visitTerm(condition.to, found);
      visitTerm(condition.amount, found);
      break;
    case "exists":
      visitTerm(condition.count, found);
      visitCandidates(condition.candidates, found);
      break;
    case "ranked":
      found.add(condition.ranking);
      visitTerm(condition.amount, found);
      break;
    case "defined":
      found.add(condition.decision);
      break;
    case "constant":
    case "reading":
      break;
  }
};

const visitTerm = (term: Term, found: Set<string>): void => {
  switch (term.kind) {
    case "arithmetic":
      visitTerm(term.left, found);
      visitTerm(term.right, found);
      break;
    case "aggregate":
      visitCandidates(term.candidates, found);
      if (term.of !== null) visitTerm(term.of, found);
      break;
    case "decision":
      found.add(term.decision);
      break;
    case "rounded":
      visitTerm(term.operand, found);
      break;
    case "literal":
    case "field":
    case "record":
    case "parameter":
    case "referenceDate":
      break;
  }
};

const visitCandidates = (candidates: Candidates, found: Set<string>): void => {
  if (candidates.scope.kind === "distance") visitTerm(candidates.scope.limit, found);
  visitCondition(candidates.where, found);
};
