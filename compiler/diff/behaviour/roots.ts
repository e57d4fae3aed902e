import type { TruthLevel } from "../../analyse/difference-query.ts";
import type { Condition, Decision, Program } from "../../model/ir.ts";

/** One of the conditions that make up a decision. */
export interface Root {
  readonly condition: Condition;
  /** Where it turns the result. */
  readonly turns: readonly TruthLevel[];
  /** Where it stands while another one turns it. */
  readonly stays: readonly TruthLevel[];
  readonly isException: boolean;
  readonly isSubject: boolean;
}

export const rootsOf = (program: Program, decision: Decision): readonly Root[] => {
  switch (decision.kind) {
    case "measure":
      return [
        { condition: decision.base, turns: HOLDS, stays: HOLDS, isException: false, isSubject: false },
        ...exceptionsOf(program, decision),
        { condition: decision.subject, turns: FAILS, stays: HOLDS, isException: false, isSubject: true },
      ];
    case "requirement":
      return [
        { condition: decision.requirement, turns: FAILS, stays: FAILS, isException: false, isSubject: false },
        ...exceptionsOf(program, decision),
        {
          condition: decision.applicability,
          turns: HOLDS,
          stays: HOLDS,
          isException: false,
          isSubject: false,
        },
        { condition: decision.subject, turns: FAILS, stays: HOLDS, isException: false, isSubject: true },
      ];
    case "classification":
      return [
        ...decision.items.map(({ condition }) => ({
          condition,
          turns: HOLDS,
          stays: FAILS,
          isException: false,
          isSubject: false,
        })),
        { condition: decision.subject, turns: FAILS, stays: HOLDS, isException: false, isSubject: true },
      ];
    case "ranking":
      return [
        { condition: decision.members, turns: FAILS, stays: HOLDS, isException: false, isSubject: false },
      ];
    case "definition":
      return [
        { condition: decision.condition, turns: HOLDS, stays: HOLDS, isException: false, isSubject: false },
      ];
    case "indicator":
      return [];
  }
};

const exceptionsOf = (
  program: Program,
  { exceptions, object }: Extract<Decision, { readonly exceptions: readonly string[] }>,
): readonly Root[] =>
  exceptions.flatMap((id) => {
    const clause = program.exceptions.get(id);
    return clause === undefined || clause.object !== object
      ? []
      : [{ condition: clause.condition, turns: HOLDS, stays: FAILS, isException: true, isSubject: false }];
  });

const HOLDS: readonly TruthLevel[] = [1];
const FAILS: readonly TruthLevel[] = [0];
