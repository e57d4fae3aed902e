import type { Condition, Term } from "../../model/ir.ts";
import type { Step, Truth } from "../../model/outcome.ts";
import { evaluateCondition } from "../condition.ts";
import { placementOf } from "../ranking.ts";
import { isOpen } from "../result.ts";
import { optionOf, type Environment, type Run } from "../run.ts";
import type { Between } from "../standing.ts";
import { resolve } from "../subject.ts";
import { all, any, atLeast, not } from "../truth.ts";
import { candidateSteps, countPhrase } from "./candidate-step.ts";
import { decisionStep } from "./decision-step.ts";
import { stepAt } from "./place.ts";
import { verdict } from "./sentence.ts";
import { knownPhrases, termSteps } from "./term-step.ts";

/** A condition with its parts, in the order of the words. The value of a list comes from the steps below it. */
export const conditionStep = (run: Run, condition: Condition, environment: Environment): Step => {
  const truth = (): Truth => evaluateCondition(run, condition, environment);
  const leaf = (terms: readonly Term[]): Step => ({
    ...stepAt(run, condition.origin, { kind: kindOf(condition) }),
    truth: truth(),
    note: verdict(
      terms.flatMap((term) => knownPhrases(run, term, environment)),
      condition.origin.words,
      truth(),
    ),
    steps: terms.flatMap((term) => termSteps(run, term, environment)),
  });
  switch (condition.kind) {
    case "constant":
      return leaf([]);
    case "all":
      return list(run, condition, environment, (steps) => all(steps, truthOf));
    case "any":
      return list(run, condition, environment, (steps) => any(steps, truthOf));
    case "atLeast":
      return list(run, condition, environment, (steps) => atLeast(condition.count, steps, truthOf));
    case "not": {
      const step = conditionStep(run, condition.operand, environment);
      const value = not(truthOf(step));
      return {
        ...stepAt(run, condition.origin, { kind: "condition", truth: value, steps: [step] }),
        note: verdict([], condition.origin.words, value),
      };
    }
    case "holds":
      return { ...leaf([condition.term]), note: verdict([], condition.origin.words, truth()) };
    case "compare":
    case "compareOrder":
    case "same":
      return leaf([condition.left, condition.right]);
    case "oneOf":
      return leaf([condition.left]);
    case "elapsed":
      return leaf([condition.from, condition.to, condition.amount]);
    case "exists":
      return {
        ...leaf([condition.count]),
        note: verdict([countPhrase(run, condition.candidates, environment)], condition.origin.words, truth()),
        steps: [
          ...candidateSteps(run, condition.candidates, environment),
          ...termSteps(run, condition.count, environment),
        ],
      };
    case "ranked":
      return {
        ...leaf([condition.amount]),
        note: verdict(positionPhrases(run, condition, environment), condition.origin.words, truth()),
      };
    case "reading": {
      const option = optionOf(run, condition.reading);
      const taken =
        option === null ? `“${condition.reading}”的读法尚未确定` : `“${condition.reading}”采读法${option}`;
      return { ...leaf([]), note: `${taken}，本项限读法${condition.option}。` };
    }
    case "defined": {
      const record = resolve(run, condition.subject, environment);
      const decision = run.decisions.get(condition.decision);
      return {
        ...leaf([]),
        steps: isOpen(record) || decision === undefined ? [] : [decisionStep(run, decision, record)],
      };
    }
  }
};

/** The value of a step that stands for a condition. */
export const truthOf = (step: Step): Truth => step.truth ?? { kind: "indeterminate", reasons: [] };

const list = (
  run: Run,
  condition: Extract<Condition, { operands: readonly Condition[] }>,
  environment: Environment,
  combine: (steps: readonly Step[]) => Truth,
): Step => {
  const steps = condition.operands.map((operand) => conditionStep(run, operand, environment));
  const met = steps.filter((step) => truthOf(step).kind === "true").length;
  const open = steps.filter((step) => truthOf(step).kind === "indeterminate").length;
  const tally = `${steps.length}项中符合${met}项${open === 0 ? "" : `，不能判定${open}项`}`;
  return {
    ...stepAt(run, condition.origin, { kind: kindOf(condition), truth: combine(steps), steps }),
    note: `${tally}。`,
  };
};

const kindOf = (condition: Condition): Step["kind"] => {
  if (condition.origin.item !== null) return "item";
  switch (condition.kind) {
    case "all":
    case "any":
    case "atLeast":
      return "group";
    case "reading":
      return "reading";
    case "constant":
    case "not":
    case "holds":
    case "compare":
    case "compareOrder":
    case "oneOf":
    case "same":
    case "elapsed":
    case "exists":
    case "ranked":
    case "defined":
      return "condition";
  }
};

const positionPhrases = (
  run: Run,
  condition: Extract<Condition, { kind: "ranked" }>,
  environment: Environment,
): readonly string[] => {
  const record = resolve(run, condition.subject, environment);
  const ranking = run.decisions.get(condition.ranking);
  if (isOpen(record) || ranking?.kind !== "ranking") return [];
  const placement = placementOf(run, ranking, record);
  if (placement.kind === "open") return [];
  const end = condition.end === "front" ? "第" : "倒数第";
  return [`共${between(placement.size)}个，排名${end}${between(placement[condition.end])}位`];
};

const between = ({ low, high }: Between): string => (low === high ? String(low) : `${low}至${high}`);
