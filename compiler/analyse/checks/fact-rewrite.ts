import type { Candidates, Condition, Decision, Program, Term } from "../../model/ir.ts";

/** A change of single terms; null leaves a term as it is. */
export type Rewrite = (term: Term) => Term | null;

/** The program with some terms read otherwise, everywhere. */
export const rewriteProgram = (program: Program, rewrite: Rewrite): Program => ({
  ...program,
  decisions: program.decisions.map((decision) => rewriteDecision(decision, rewrite)),
  exceptions: new Map(
    Array.from(program.exceptions, ([id, clause]) => [
      id,
      { ...clause, condition: rewriteCondition(clause.condition, rewrite) },
    ]),
  ),
});

const rewriteDecision = (decision: Decision, rewrite: Rewrite): Decision => {
  const said = (condition: Condition): Condition => rewriteCondition(condition, rewrite);
  switch (decision.kind) {
    case "measure":
      return { ...decision, subject: said(decision.subject), base: said(decision.base) };
    case "requirement":
      return {
        ...decision,
        subject: said(decision.subject),
        applicability: said(decision.applicability),
        requirement: said(decision.requirement),
      };
    case "classification": {
      const items = decision.items.map((item) => ({ ...item, condition: said(item.condition) }));
      return { ...decision, subject: said(decision.subject), items };
    }
    case "definition":
      return { ...decision, condition: said(decision.condition) };
    case "indicator":
      return { ...decision, value: rewriteTerm(decision.value, rewrite) };
    case "ranking": {
      const keys = decision.keys.map((key) => ({ ...key, term: rewriteTerm(key.term, rewrite) }));
      return { ...decision, members: said(decision.members), keys };
    }
  }
};

export const rewriteCondition = (condition: Condition, rewrite: Rewrite): Condition => {
  const said = (each: Condition): Condition => rewriteCondition(each, rewrite);
  const read = (term: Term): Term => rewriteTerm(term, rewrite);
  switch (condition.kind) {
    case "constant":
    case "reading":
    case "defined":
      return condition;
    case "all":
    case "any":
    case "atLeast":
      return { ...condition, operands: condition.operands.map(said) };
    case "not":
      return { ...condition, operand: said(condition.operand) };
    case "holds":
      return { ...condition, term: read(condition.term) };
    case "compare":
    case "compareOrder":
    case "same":
      return { ...condition, left: read(condition.left), right: read(condition.right) };
    case "oneOf":
      return { ...condition, left: read(condition.left) };
    case "elapsed":
      return {
        ...condition,
        from: read(condition.from),
        to: read(condition.to),
        amount: read(condition.amount),
      };
    case "exists":
      return {
        ...condition,
        count: read(condition.count),
        candidates: rewriteCandidates(condition.candidates, rewrite),
      };
    case "ranked":
      return { ...condition, amount: read(condition.amount) };
  }
};

const rewriteTerm = (term: Term, rewrite: Rewrite): Term => {
  const changed = rewrite(term);
  if (changed !== null) return changed;
  const read = (each: Term): Term => rewriteTerm(each, rewrite);
  switch (term.kind) {
    case "literal":
    case "field":
    case "record":
    case "parameter":
    case "decision":
    case "referenceDate":
      return term;
    case "arithmetic":
      return { ...term, left: read(term.left), right: read(term.right) };
    case "aggregate":
      return {
        ...term,
        candidates: rewriteCandidates(term.candidates, rewrite),
        of: term.of === null ? null : read(term.of),
      };
    case "rounded":
      return { ...term, operand: read(term.operand) };
  }
};

const rewriteCandidates = (candidates: Candidates, rewrite: Rewrite): Candidates => {
  const { scope } = candidates;
  return {
    ...candidates,
    scope: scope.kind === "distance" ? { ...scope, limit: rewriteTerm(scope.limit, rewrite) } : scope,
    where: rewriteCondition(candidates.where, rewrite),
  };
};
