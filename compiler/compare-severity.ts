import type { BehaviourChange, RuleChange, RuleChangeKind } from "./model/change.ts";
import type { FoundRuleChange, RuleComparison } from "./diff/found-change.ts";

/**
 * A change that is thought to change results and is proved to change none, as the readings are adopted now, matters
 * only under another reading or for somebody's decision: what was proved is believed. It was proved for one day; what a
 * parameter is on other days stays substantive.
 */
export const settledRules = (
  rules: RuleComparison,
  behaviour: readonly BehaviourChange[],
): RuleComparison => {
  const differing = {
    left: namesOf(behaviour, "left"),
    right: namesOf(behaviour, "right"),
  };
  const judged = {
    left: new Set(behaviour.flatMap(({ left }) => left?.name ?? [])),
    right: new Set(behaviour.flatMap(({ right }) => right?.name ?? [])),
  };
  const isSettled = ({ kind, severity, reaches }: RuleChange): boolean => {
    if (severity !== "substantive" || DATED.has(kind)) return false;
    const left = reaches.left.filter((id) => judged.left.has(id));
    const right = reaches.right.filter((id) => judged.right.has(id));
    return (
      left.length + right.length > 0 &&
      !left.some((id) => differing.left.has(id)) &&
      !right.some((id) => differing.right.has(id))
    );
  };
  return {
    ...rules,
    changes: rules.changes.map((found): FoundRuleChange =>
      isSettled(found.change) ? { ...found, change: { ...found.change, severity: "conditional" } } : found,
    ),
  };
};

const DATED: ReadonlySet<RuleChangeKind> = new Set(["parameterValue", "parameterDate"]);

const namesOf = (behaviour: readonly BehaviourChange[], side: "left" | "right"): ReadonlySet<string> =>
  new Set(behaviour.flatMap((change) => (change.verdict === "equivalent" ? [] : (change[side]?.name ?? []))));
