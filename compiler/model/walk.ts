import type { Candidates, Condition, Decision, Program, Subject, Term } from "./ir.ts";

/** What is told while walking through a clause, outside in. Each part is told once. */
export interface Visitor {
  readonly condition?: (condition: Condition) => void;
  readonly term?: (term: Term) => void;
  readonly candidates?: (candidates: Candidates) => void;
  /** Subjects of everything except fields, which are told as terms. */
  readonly subject?: (subject: Subject) => void;
}

export const visitCondition = (condition: Condition, visitor: Visitor): void => {
  visitor.condition?.(condition);
  switch (condition.kind) {
    case "constant":
    case "reading":
      return;
    case "all":
    case "any":
    case "atLeast":
      for (const operand of condition.operands) visitCondition(operand, visitor);
      return;
    case "not":
      return visitCondition(condition.operand, visitor);
    case "holds":
      return visitTerm(condition.term, visitor);
    case "compare":
    case "compareOrder":
    case "same":
      visitTerm(condition.left, visitor);
      return visitTerm(condition.right, visitor);
    case "oneOf":
      return visitTerm(condition.left, visitor);
    case "elapsed":
      visitTerm(condition.from, visitor);
      visitTerm(condition.to, visitor);
      return visitTerm(condition.amount, visitor);
    case "exists":
      visitTerm(condition.count, visitor);
      return visitCandidates(condition.candidates, visitor);
    case "ranked":
      visitor.subject?.(condition.subject);
      return visitTerm(condition.amount, visitor);
    case "defined":
      return visitor.subject?.(condition.subject);
  }
};

export const visitTerm = (term: Term, visitor: Visitor): void => {
  visitor.term?.(term);
  switch (term.kind) {
    case "literal":
    case "field":
    case "referenceDate":
      return;
    case "record":
    case "decision":
      return visitor.subject?.(term.of);
    case "parameter":
      return term.region === null ? undefined : visitor.subject?.(term.region);
    case "arithmetic":
      visitTerm(term.left, visitor);
      return visitTerm(term.right, visitor);
    case "aggregate":
      visitCandidates(term.candidates, visitor);
      return term.of === null ? undefined : visitTerm(term.of, visitor);
    case "rounded":
      return visitTerm(term.operand, visitor);
  }
};

export const visitCandidates = (candidates: Candidates, visitor: Visitor): void => {
  visitor.candidates?.(candidates);
  switch (candidates.scope.kind) {
    case "everywhere":
      break;
    case "region":
      visitor.subject?.(candidates.scope.region);
      break;
    case "distance":
      visitor.subject?.(candidates.scope.from);
      visitTerm(candidates.scope.limit, visitor);
      break;
  }
  visitCondition(candidates.where, visitor);
};

/** Index of the variable that a subject starts from. */
export const rootOf = (subject: Subject): number =>
  subject.kind === "variable" ? subject.index : rootOf(subject.from);

/** All clauses of a decision, with the exceptions that name it. */
export const visitDecision = (program: Program, decision: Decision, visitor: Visitor): void => {
  switch (decision.kind) {
    case "measure":
      visitCondition(decision.subject, visitor);
      visitCondition(decision.base, visitor);
      return visitExceptions(program, decision.exceptions, visitor);
    case "requirement":
      visitCondition(decision.subject, visitor);
      visitCondition(decision.applicability, visitor);
      visitCondition(decision.requirement, visitor);
      return visitExceptions(program, decision.exceptions, visitor);
    case "classification":
      visitCondition(decision.subject, visitor);
      for (const item of decision.items) visitCondition(item.condition, visitor);
      return;
    case "definition":
      return visitCondition(decision.condition, visitor);
    case "indicator":
      return visitTerm(decision.value, visitor);
    case "ranking":
      visitCondition(decision.members, visitor);
      for (const key of decision.keys) visitTerm(key.term, visitor);
      return;
  }
};

const visitExceptions = (program: Program, ids: readonly string[], visitor: Visitor): void => {
  for (const id of ids) {
    const clause = program.exceptions.get(id);
    if (clause !== undefined) visitCondition(clause.condition, visitor);
  }
};

/** The decisions that a decision reads, itself included, through however many others. */
export const decisionsBehind = (program: Program, id: string): readonly Decision[] => {
  const byId = new Map(program.decisions.map((decision) => [decision.id, decision]));
  const found = new Set<Decision>();
  const follow = (name: string): void => {
    const decision = byId.get(name);
    if (decision === undefined || found.has(decision)) return;
    found.add(decision);
    visitDecision(program, decision, {
      condition: (condition) => {
        if (condition.kind === "defined") follow(condition.decision);
        if (condition.kind === "ranked") follow(condition.ranking);
      },
      term: (term) => {
        if (term.kind === "decision") follow(term.decision);
      },
    });
  };
  follow(id);
  return [...found];
};
