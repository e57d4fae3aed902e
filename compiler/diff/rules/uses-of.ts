import type { Condition, Decision, Program, Term } from "../../model/ir.ts";
import { times, type Effect } from "./finding.ts";
import { valueKey } from "./key.ts";

/** A rule that rests on a definition or a class, and whether more records there mean more here. */
export interface Use {
  readonly decision: Decision;
  readonly part: "reach" | "demand";
  readonly sign: Effect;
}

/** The rules that rest on a definition, or on one class of a classification, also through other definitions. */
export const usesOf = (program: Program, of: Decision, value: string | null): readonly Use[] => {
  const found: Use[] = [];
  const seen = new Set<string>();
  const follow = (id: string, asked: string | null, sign: Effect): void => {
    const step = `${id} ${asked ?? ""} ${sign}`;
    if (seen.has(step)) return;
    seen.add(step);
    for (const decision of program.decisions) {
      for (const { condition, part, within, value: inner } of partsOf(decision, program)) {
        for (const each of signsIn(condition, id, asked)) {
          const here = times(sign, times(within, each));
          if (part !== null) found.push({ decision, part, sign: here });
          else follow(decision.id, inner, here);
        }
      }
    }
  };
  follow(of.id, value, 1);
  return found;
};

interface Part {
  readonly condition: Condition;
  /** Null where the decision itself has no effect of its own. */
  readonly part: "reach" | "demand" | null;
  readonly within: Effect;
  readonly value: string | null;
}

const partsOf = (decision: Decision, program: Program): readonly Part[] => {
  const part = (
    condition: Condition,
    kind: Part["part"],
    within: Effect = 1,
    value: string | null = null,
  ): Part => ({
    condition,
    part: kind,
    within,
    value,
  });
  const exceptions = (ids: readonly string[]): readonly Part[] =>
    ids.flatMap((id) => {
      const clause = program.exceptions.get(id);
      return clause === undefined ? [] : [part(clause.condition, "reach", -1)];
    });
  switch (decision.kind) {
    case "measure":
      return [
        part(decision.subject, "reach"),
        part(decision.base, "reach"),
        ...exceptions(decision.exceptions),
      ];
    case "requirement":
      return [
        part(decision.subject, "reach"),
        part(decision.applicability, "reach"),
        part(decision.requirement, "demand"),
        ...exceptions(decision.exceptions),
      ];
    case "definition":
      return [part(decision.condition, null)];
    case "classification":
      return decision.items.map(({ condition, value }) => part(condition, null, 1, valueKey(value)));
    case "indicator":
    case "ranking":
      return [];
  }
};

/** For each place where a condition asks for the definition or class: whether more there is more of the condition. */
const signsIn = (condition: Condition, id: string, value: string | null): readonly Effect[] => {
  switch (condition.kind) {
    case "constant":
    case "reading":
    case "same":
      return [];
    case "all":
    case "any":
    case "atLeast":
      return condition.operands.flatMap((operand) => signsIn(operand, id, value));
    case "not":
      return signsIn(condition.operand, id, value).map((sign) => times(-1, sign));
    case "defined":
      return condition.decision === id ? [1] : [];
    case "oneOf":
      if (condition.left.kind !== "decision" || condition.left.decision !== id || value === null) return [];
      return [condition.values.some((each) => valueKey(each) === value) ? 1 : -1];
    case "exists": {
      const inner = signsIn(condition.candidates.where, id, value);
      const sign = condition.quantifier === "atLeast" ? 1 : condition.quantifier === "atMost" ? -1 : 0;
      return inner.map((each) => times(sign, each));
    }
    case "compare":
    case "compareOrder": {
      const direction: Effect =
        condition.operator === ">" || condition.operator === ">="
          ? 1
          : condition.operator === "<" || condition.operator === "<="
            ? -1
            : 0;
      return [
        ...signsInTerm(condition.left, id, value).map((sign) => times(direction, sign)),
        ...signsInTerm(condition.right, id, value).map((sign) => times(times(-1, direction), sign)),
      ];
    }
    case "holds":
      return signsInTerm(condition.term, id, value);
    case "elapsed":
      return [condition.from, condition.to, condition.amount].flatMap((term) =>
        signsInTerm(term, id, value).map(() => 0 as const),
      );
    case "ranked":
      return condition.ranking === id ? [0] : [];
  }
};

const signsInTerm = (term: Term, id: string, value: string | null): readonly Effect[] => {
  switch (term.kind) {
    case "literal":
    case "field":
    case "record":
    case "parameter":
    case "referenceDate":
      return [];
    case "decision":
      return term.decision === id ? [0] : [];
    case "aggregate": {
      const inner = signsIn(term.candidates.where, id, value);
      return inner.map((sign) => (term.function === "count" ? sign : 0));
    }
    case "arithmetic":
      return [...signsInTerm(term.left, id, value), ...signsInTerm(term.right, id, value)].map(
        () => 0 as const,
      );
    case "rounded":
      return signsInTerm(term.operand, id, value).map(() => 0 as const);
  }
};
