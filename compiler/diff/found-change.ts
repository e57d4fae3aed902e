import type { RuleChange } from "../model/change.ts";
import type { Condition, Decision } from "../model/ir.ts";

/** Two decisions that are compared; one is null where the other document has none like it. */
export interface DecisionPair {
  readonly left: Decision | null;
  readonly right: Decision | null;
}

/** A change of the rules with the clauses that a witness of it has to bring into play. */
export interface FoundRuleChange {
  readonly change: RuleChange;
  /** Clauses of the two programs that say it; null where a side has none, or no clause but a word changed. */
  readonly clauses: { readonly left: Condition | null; readonly right: Condition | null };
}

export interface RuleComparison {
  readonly pairs: readonly DecisionPair[];
  readonly changes: readonly FoundRuleChange[];
}
