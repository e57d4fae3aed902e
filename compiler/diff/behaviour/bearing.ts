import type { TruthLevel } from "../../analyse/difference-query.ts";
import type { Condition, Decision, Program, Subject } from "../../model/ir.ts";
import { visitCondition } from "../../model/walk.ts";
import { rootsOf } from "./roots.ts";

/** A clause with levels at which it has to stand. */
export interface Standing {
  readonly condition: Condition;
  readonly levels: readonly TruthLevel[];
}

/** A clause that is asked of the judged record, with the levels at which it turns the result. */
export interface Bearing extends Standing {
  /** What stands beside it, where it has to stand so that this clause decides. */
  readonly beside: readonly Standing[];
}

/**
 * Where a clause stands in a decision: one of several cases matters where it holds and the others do not, one of several
 * demands where it fails and the others hold. A clause about candidates is asked through the one that counts them.
 * Null where it is no part of the decision, or asked of other records only.
 */
export const bearingOf = (program: Program, decision: Decision, clause: Condition): Bearing | null => {
  if (isSetAside(program, clause)) return null;
  const roots = rootsOf(program, decision);
  for (const root of roots) {
    const found = seek(program, root.condition, clause, root.turns, new Set());
    if (found === null) continue;
    // Who does not fall under a rule at all needs nothing else.
    const others = (root.isSubject ? [] : roots)
      // An exception decides only where the rule applies at all; a result that is decided says so itself.
      .filter((other) => other !== root && !other.isException && isAsked(other.condition))
      .map(({ condition, stays }) => ({ condition, levels: stays }));
    return { ...found, beside: [...found.beside, ...others] };
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
        if (readsParameter(part, (name) => name === parameter)) found.push(part);
      },
    });
  }
  return found;
};

export const readsParameter = (condition: Condition, isIt: (name: string) => boolean): boolean => {
  let reads = false;
  visitCondition(condition, {
    term: (term) => {
      if (term.kind === "parameter") reads ||= isIt(term.name);
    },
  });
  return reads;
};

const HOLDS: readonly TruthLevel[] = [1];
const FAILS: readonly TruthLevel[] = [0];

const seek = (
  program: Program,
  condition: Condition,
  clause: Condition,
  levels: readonly TruthLevel[],
  through: ReadonlySet<string>,
): Bearing | null => {
  if (condition === clause) return { condition, levels, beside: [] };
  switch (condition.kind) {
    case "all":
    case "any":
    case "atLeast": {
      const inside = condition.kind === "all" ? FAILS : condition.kind === "any" ? HOLDS : levels;
      for (const operand of condition.operands) {
        const found = seek(program, operand, clause, inside, through);
        if (found === null) continue;
        if (isSetAside(program, condition)) return null;
        return { ...found, beside: [...found.beside, ...besideOf(condition, operand)] };
      }
      return null;
    }
    case "not":
      return seek(program, condition.operand, clause, levels === HOLDS ? FAILS : HOLDS, through);
    case "defined": {
      const definition = program.decisions.find(({ id }) => id === condition.decision);
      if (definition?.kind !== "definition" || !isJudged(condition.subject) || through.has(definition.id)) {
        return null;
      }
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
      return holdsInside(condition, clause) ? { condition, levels, beside: [] } : null;
  }
};

const besideOf = (
  list: Extract<Condition, { readonly operands: readonly Condition[] }>,
  operand: Condition,
): readonly Standing[] =>
  list.kind === "atLeast"
    ? []
    : list.operands
        .filter((other) => other !== operand && isAsked(other))
        .map((condition) => ({ condition, levels: list.kind === "all" ? HOLDS : FAILS }));

/** Readings and constants stand as they stand. */
const isAsked = (condition: Condition): boolean =>
  condition.kind !== "reading" && condition.kind !== "constant";

/** A list that a reading takes out of play: one that is not adopted among 同时符合, or its contrary among 之一. */
export const isSetAside = (program: Program, condition: Condition): boolean => {
  if (condition.kind !== "all" && condition.kind !== "any") return false;
  const settles = condition.kind === "any";
  return condition.operands.some((operand) => {
    const asked = operand.kind === "not" ? operand.operand : operand;
    if (asked.kind !== "reading") return false;
    const adopted = program.readings.get(asked.reading)?.adopted ?? null;
    return adopted !== null && ((adopted === asked.option) !== (operand.kind === "not")) === settles;
  });
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
