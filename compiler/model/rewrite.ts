import type { Candidates, Condition, Decision, ExceptionClause, Program, Scope, Term } from "./ir.ts";

/** What takes the place of a clause; null leaves it, and its parts are looked at in turn. */
export interface Rewriting {
  readonly condition?: (condition: Condition) => Condition | null;
  readonly term?: (term: Term) => Term | null;
}

/** A condition with parts of it replaced, outside in. What was put in is not looked at again. */
export const rewriteCondition = (condition: Condition, rewriting: Rewriting): Condition => {
  const replaced = rewriting.condition?.(condition) ?? null;
  if (replaced !== null) return replaced;
  const term = (each: Term): Term => rewriteTerm(each, rewriting);
  switch (condition.kind) {
    case "constant":
    case "reading":
    case "defined":
      return condition;
    case "all":
    case "any":
    case "atLeast":
      return { ...condition, operands: condition.operands.map((each) => rewriteCondition(each, rewriting)) };
    case "not":
      return { ...condition, operand: rewriteCondition(condition.operand, rewriting) };
    case "holds":
      return { ...condition, term: term(condition.term) };
    case "compare":
    case "compareOrder":
    case "same":
      return { ...condition, left: term(condition.left), right: term(condition.right) };
    case "oneOf":
      return { ...condition, left: term(condition.left) };
    case "elapsed":
      return {
        ...condition,
        from: term(condition.from),
        to: term(condition.to),
        amount: term(condition.amount),
      };
    case "exists":
      return {
        ...condition,
        count: term(condition.count),
        candidates: rewriteCandidates(condition.candidates, rewriting),
      };
    case "ranked":
      return { ...condition, amount: term(condition.amount) };
  }
};

export const rewriteTerm = (term: Term, rewriting: Rewriting): Term => {
  const replaced = rewriting.term?.(term) ?? null;
  if (replaced !== null) return replaced;
  switch (term.kind) {
    case "literal":
    case "field":
    case "record":
    case "parameter":
    case "decision":
    case "referenceDate":
      return term;
    case "arithmetic":
      return {
        ...term,
        left: rewriteTerm(term.left, rewriting),
        right: rewriteTerm(term.right, rewriting),
      };
    case "aggregate":
      return {
        ...term,
        candidates: rewriteCandidates(term.candidates, rewriting),
        of: term.of === null ? null : rewriteTerm(term.of, rewriting),
      };
    case "rounded":
      return { ...term, operand: rewriteTerm(term.operand, rewriting) };
  }
};

/** A decision with parts of its own clauses replaced; the exceptions that name it are clauses of their own. */
export const rewriteDecision = (decision: Decision, rewriting: Rewriting): Decision => {
  const condition = (each: Condition): Condition => rewriteCondition(each, rewriting);
  switch (decision.kind) {
    case "measure":
      return { ...decision, subject: condition(decision.subject), base: condition(decision.base) };
    case "requirement":
      return {
        ...decision,
        subject: condition(decision.subject),
        applicability: condition(decision.applicability),
        requirement: condition(decision.requirement),
      };
    case "classification":
      return {
        ...decision,
        subject: condition(decision.subject),
        items: decision.items.map((item) => ({ ...item, condition: condition(item.condition) })),
      };
    case "definition":
      return { ...decision, condition: condition(decision.condition) };
    case "indicator":
      return { ...decision, value: rewriteTerm(decision.value, rewriting) };
    case "ranking":
      return {
        ...decision,
        members: condition(decision.members),
        keys: decision.keys.map((key) => ({ ...key, term: rewriteTerm(key.term, rewriting) })),
      };
  }
};

export const rewriteException = (clause: ExceptionClause, rewriting: Rewriting): ExceptionClause => ({
  ...clause,
  condition: rewriteCondition(clause.condition, rewriting),
});

/** Every decision and exception of a program with parts of its clauses replaced. */
export const rewriteProgram = (program: Program, rewriting: Rewriting): Program => ({
  ...program,
  decisions: program.decisions.map((decision) => rewriteDecision(decision, rewriting)),
  exceptions: new Map(
    Array.from(program.exceptions, ([id, clause]) => [id, rewriteException(clause, rewriting)]),
  ),
});

const rewriteCandidates = (candidates: Candidates, rewriting: Rewriting): Candidates => ({
  ...candidates,
  scope: rewriteScope(candidates.scope, rewriting),
  where: rewriteCondition(candidates.where, rewriting),
});

const rewriteScope = (scope: Scope, rewriting: Rewriting): Scope =>
  scope.kind === "distance" ? { ...scope, limit: rewriteTerm(scope.limit, rewriting) } : scope;
