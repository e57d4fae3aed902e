import { compareBehaviour } from "../../../compiler/diff/behaviour/index.ts";
import type { RuleComparison } from "../../../compiler/diff/found-change.ts";
import { compareRules } from "../../../compiler/diff/rules/index.ts";
import type { BehaviourChange } from "../../../compiler/model/change.ts";
import type { Program } from "../../../compiler/model/ir.ts";

export const LIMITS = { steps: 200_000, milliseconds: 2000 } as const;

export interface Behaviour {
  readonly rules: RuleComparison;
  readonly changes: readonly BehaviourChange[];
}

/** What two programs decide, by samples and our own procedure. */
export const behaviourOf = async (left: Program, right: Program): Promise<Behaviour> => {
  const rules = compareRules(left, right, []);
  return {
    rules,
    changes: await compareBehaviour(left, right, rules, { at: null, limits: LIMITS, second: null }),
  };
};
