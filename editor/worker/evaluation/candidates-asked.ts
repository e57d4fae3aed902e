import { evaluateCondition, type Run } from "../../../compiler/evaluate/index.ts";
import type { FactRecord } from "../../../compiler/model/facts.ts";
import type { Candidates, Condition, Decision, Subject, Term } from "../../../compiler/model/ir.ts";

/**
 * The groups of records that a decision asks for around the judged record, also through definitions and indicators of
 * the same record. Parts that hold only under a reading that is not taken are left out: nothing below them is asked.
 */
export const candidatesAsked = (run: Run, decision: Decision, record: FactRecord): readonly Candidates[] => {
  const found: Candidates[] = [];
  const seen = new Set<string>();
  const enter = (id: string, subject: Subject): void => {
    const other = run.decisions.get(id);
    if (subject.kind !== "variable" || subject.index !== 0 || other === undefined || seen.has(id)) return;
    seen.add(id);
    for (const part of conditionsOf(run, other)) ask(part);
    if (other.kind === "indicator") term(other.value);
  };
  const ask = (condition: Condition): void => {
    switch (condition.kind) {
      case "all":
        if (!isSetAside(run, condition, record)) for (const operand of condition.operands) ask(operand);
        return;
      case "any":
      case "atLeast":
        for (const operand of condition.operands) ask(operand);
        return;
      case "not":
        return ask(condition.operand);
      case "exists":
        term(condition.count);
        found.push(condition.candidates);
        return;
      case "defined":
        return enter(condition.decision, condition.subject);
      case "holds":
        return term(condition.term);
      case "compare":
      case "compareOrder":
      case "same":
        term(condition.left);
        return term(condition.right);
      case "oneOf":
        return term(condition.left);
      case "elapsed":
        term(condition.from);
        term(condition.to);
        return term(condition.amount);
      case "ranked":
        return term(condition.amount);
      case "constant":
      case "reading":
        return;
    }
  };
  const term = (each: Term): void => {
    switch (each.kind) {
      case "aggregate":
        found.push(each.candidates);
        return;
      case "arithmetic":
        term(each.left);
        return term(each.right);
      case "rounded":
        return term(each.operand);
      case "decision":
        return enter(each.decision, each.of);
      case "literal":
      case "field":
      case "record":
      case "parameter":
      case "referenceDate":
        return;
    }
  };
  enter(decision.id, { kind: "variable", index: 0, object: decision.object });
  return found;
};

const isSetAside = (
  run: Run,
  { operands }: Extract<Condition, { kind: "all" }>,
  record: FactRecord,
): boolean =>
  operands.some(
    (operand) => operand.kind === "reading" && evaluateCondition(run, operand, [record]).kind === "false",
  );

const conditionsOf = (run: Run, decision: Decision): readonly Condition[] => {
  switch (decision.kind) {
    case "measure":
      return [decision.subject, decision.base, ...exceptionsOf(run, decision.exceptions)];
    case "requirement":
      return [
        decision.subject,
        decision.applicability,
        decision.requirement,
        ...exceptionsOf(run, decision.exceptions),
      ];
    case "classification":
      return [decision.subject, ...decision.items.map(({ condition }) => condition)];
    case "definition":
      return [decision.condition];
    case "ranking":
      return [decision.members];
    case "indicator":
      return [];
  }
};

const exceptionsOf = (run: Run, ids: readonly string[]): readonly Condition[] =>
  ids.flatMap((id) => run.program.exceptions.get(id)?.condition ?? []);
