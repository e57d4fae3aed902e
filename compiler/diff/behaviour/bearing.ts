import type { Condition, Decision, Program, Subject } from "../../model/ir.ts";
import type { TruthLevel } from "../../analyse/difference-query.ts";
import { visitCondition } from "../../model/walk.ts";

/** A clause that is asked of the judged record, and the levels at which it can turn the result. */
export interface Bearing {
  readonly condition: Condition;
  readonly levels: readonly TruthLevel[];
}

/**
 * Where a clause stands in a decision: one of several cases matters where it holds, one of several demands where it
 * does not. A clause about candidates is asked through the one that counts them. Null where it is no part of the
 * decision, or asked of other records only.
 */
export const bearingOf = (program: Program, decision: Decision, clause: Condition): Bearing | null => {
  for (const { condition, levels } of rootsOf(program, decision)) {
    const found = seek(program, condition, clause, levels, new Set());
    if (found !== null) return found;
  }
  return null;
};

/** Clauses asked of the judged record that read a parameter. */
export const clausesReading = (
  program: Program,
  decision: Decision,
  parameter: string,
): readonly Condition[] => {
  const found: Condition[] = [];
  for (const { condition } of rootsOf(program, decision)) {
    visitCondition(condition, {
      condition: (part) => {
        if ("operands" in part || part.kind === "not") return;
        let reads = false;
        visitCondition(part, {
          term: (term) => {
            if (term.kind === "parameter" && term.name === parameter) reads = true;
          },
        });
        if (reads) found.push(part);
      },
    });
  }
  return found;
};

const rootsOf = (program: Program, decision: Decision): readonly Bearing[] => {
  switch (decision.kind) {
    case "measure":
      return [
        { condition: decision.base, levels: HOLDS },
        ...exceptionsOf(program, decision.exceptions),
        { condition: decision.subject, levels: FAILS },
      ];
    case "requirement":
      return [
        { condition: decision.requirement, levels: FAILS },
        ...exceptionsOf(program, decision.exceptions),
        { condition: decision.applicability, levels: HOLDS },
        { condition: decision.subject, levels: FAILS },
      ];
    case "classification":
      return [
        ...decision.items.map(({ condition }) => ({ condition, levels: HOLDS })),
        { condition: decision.subject, levels: FAILS },
      ];
    case "ranking":
      return [{ condition: decision.members, levels: FAILS }];
    case "definition":
      return [{ condition: decision.condition, levels: HOLDS }];
    case "indicator":
      return [];
  }
};

const exceptionsOf = (program: Program, ids: readonly string[]): readonly Bearing[] =>
  ids.flatMap((id) => {
    const clause = program.exceptions.get(id);
    return clause === undefined ? [] : [{ condition: clause.condition, levels: HOLDS }];
  });

const HOLDS: readonly TruthLevel[] = [1];
const FAILS: readonly TruthLevel[] = [0];

const seek = (
  program: Program,
  condition: Condition,
  clause: Condition,
  levels: readonly TruthLevel[],
  through: Set<string>,
): Bearing | null => {
  if (condition === clause) return { condition, levels };
  switch (condition.kind) {
    case "all":
    case "any":
    case "atLeast": {
      const inside = condition.kind === "all" ? FAILS : condition.kind === "any" ? HOLDS : levels;
      for (const operand of condition.operands) {
        const found = seek(program, operand, clause, inside, through);
        if (found !== null) return found;
      }
      return null;
    }
    case "not":
      return seek(program, condition.operand, clause, levels === HOLDS ? FAILS : HOLDS, through);
    case "defined": {
      const definition = program.decisions.find(({ id }) => id === condition.decision);
      if (definition?.kind !== "definition" || !isJudged(condition.subject) || through.has(definition.id))
        return null;
      return seek(program, definition.condition, clause, levels, new Set([...through, definition.id]));
    }
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
      return holdsInside(condition, clause) ? { condition, levels } : null;
  }
};

const isJudged = (subject: Subject): boolean => subject.kind === "variable" && subject.index === 0;

const holdsInside = (condition: Condition, clause: Condition): boolean => {
  let found = false;
  visitCondition(condition, {
    condition: (part) => {
      if (part === clause) found = true;
    },
  });
  return found;
};
