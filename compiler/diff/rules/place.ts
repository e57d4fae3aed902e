import type { RulePlace } from "../../model/change.ts";
import type { Decision, Origin, Program } from "../../model/ir.ts";
import { wordsOf } from "../../model/words.ts";

/** Where something stands: in a rule, an exception, a parameter, a reading. */
export const placeOf = (name: string, rule: string, origin: Origin, program: Program): RulePlace => ({
  name,
  rule,
  path: origin.provision,
  label: origin.provision === null ? null : (program.policy.provisions.get(origin.provision)?.label ?? null),
  item: origin.item === null ? null : `规则条件${origin.item}`,
  words: withoutHeader(wordsOf(origin)),
  span: origin.span,
});

/** A clause of a decision; one without a provision stands where the decision does. */
export const placeIn = (decision: Decision, origin: Origin, program: Program): RulePlace =>
  placeOf(
    decision.id,
    decision.name,
    origin.provision === null ? { ...origin, provision: decision.origin.provision } : origin,
    program,
  );

const withoutHeader = (words: string): string => words.replace(/^【[^】]*】[^\n]*\n/, "").trim();
