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

/** What has another name on the right side and is the same, left name first; fields as 对象.字段. */
export interface RenamedTerms {
  readonly fields: readonly (readonly [left: string, right: string])[];
  readonly parameters: readonly (readonly [left: string, right: string])[];
  readonly readings: readonly (readonly [left: string, right: string])[];
}

export interface RuleComparison {
  readonly pairs: readonly DecisionPair[];
  readonly changes: readonly FoundRuleChange[];
  /** Absent: everything has the same name. */
  readonly renamed?: RenamedTerms;
}
