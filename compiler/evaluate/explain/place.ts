import type { Origin } from "../../model/ir.ts";
import type { Step } from "../../model/outcome.ts";
import type { Run } from "../run.ts";
import { wordsOf } from "../../model/words.ts";

type Told = Partial<Step> & Pick<Step, "kind">;

/** A step at its place in the rule and in the official text. */
export const stepAt = (run: Run, origin: Origin, told: Told): Step => {
  const [basis] = origin.basis;
  const provision = basis?.path ?? origin.provision;
  return {
    truth: null,
    value: null,
    setAside: false,
    absent: null,
    words: wordsOf(origin),
    ruleItem: origin.item === null ? null : `规则条件${origin.item}`,
    provision,
    label:
      basis?.label ??
      (provision === null ? null : (run.program.policy.provisions.get(provision)?.label ?? null)),
    quote: basis?.quote ?? null,
    span: origin.span,
    source: null,
    note: null,
    steps: [],
    ...told,
  };
};
