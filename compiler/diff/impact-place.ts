import type { RulePlace } from "../model/change.ts";
import type { Decision, Program } from "../model/ir.ts";

/** Where a decision stands in its document; null where there is none. */
export const placeOfDecision = (program: Program, decision: Decision | null): RulePlace | null => {
  if (decision === null) return null;
  const { id, name, origin } = decision;
  const provision = origin.provision === null ? undefined : program.policy.provisions.get(origin.provision);
  return {
    name: id,
    rule: name,
    path: origin.provision,
    label: provision?.label ?? origin.provision,
    item: null,
    words: origin.words,
    span: origin.span,
  };
};
