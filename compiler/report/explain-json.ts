import type { Explanation, Step } from "../model/outcome.ts";
import type { PolicyInfo } from "../model/policy.ts";
import type { Day } from "../model/value.ts";
import { outcomeJson } from "./check-json.ts";
import { isoDay } from "./day.ts";

/** Explanations as plain data: the result as in `check`, the steps, what is missing, the smallest change. */
export const explainJson = (policy: PolicyInfo, at: Day, explanations: readonly Explanation[]): unknown => ({
  policy: policy.name,
  at: isoDay(at),
  trial: policy.trial,
  explanations: explanations.map((explanation) => ({
    result: outcomeJson(explanation.outcome),
    summary: explanation.summary,
    step: stepJson(explanation.step),
    missing: explanation.missing,
    nearest:
      explanation.nearest === null
        ? null
        : {
            changes: explanation.nearest.changes.map(({ object, id, field, from, to }) => ({
              object,
              id,
              field,
              from,
              to,
            })),
            status: explanation.nearest.status,
            value: explanation.nearest.value,
          },
  })),
});

const stepJson = (step: Step): unknown => ({
  kind: step.kind,
  truth: step.truth === null ? null : TRUTH[step.truth.kind],
  reasons: step.truth?.kind === "indeterminate" ? step.truth.reasons : [],
  value: step.value,
  words: step.words,
  ruleItem: step.ruleItem,
  provision: step.provision,
  label: step.label,
  quote: step.quote,
  start: step.span?.start ?? null,
  end: step.span?.end ?? null,
  source: step.source,
  note: step.note,
  steps: step.steps.map(stepJson),
});

const TRUTH = { true: "真", false: "假", indeterminate: "不定" } as const;
