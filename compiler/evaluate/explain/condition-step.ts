import type { Condition, Term } from "../../model/ir.ts";
import type { Step, Truth } from "../../model/outcome.ts";
import { evaluateCondition } from "../condition.ts";
import { placementOf } from "../ranking.ts";
import { isOpen } from "../result.ts";
import type { Environment, Run } from "../run.ts";
import type { Between } from "../standing.ts";
import { resolve } from "../subject.ts";
import { all, any, atLeast, not } from "../truth.ts";
import { wordsOf } from "../../model/words.ts";
import { candidateSteps, countPhrase } from "./candidate-step.ts";
import { decisionStep } from "./decision-step.ts";
import { isGuard, isSetAside, leadOf, listNote } from "./list.ts";
import { stepAt } from "./place.ts";
import { readingNote, unlessReading } from "./reading-note.ts";
import { negationVerdict, verdict } from "./sentence.ts";
import { knownPhrases, termSteps } from "./term-step.ts";

/** A condition with its parts, in the order of the words. The value of a list comes from the steps below it. */
export const conditionStep = (run: Run, condition: Condition, environment: Environment): Step => {
  switch (condition.kind) {
    case "all":
      return list(run, condition, environment, (steps) => all(steps, truthOf));
    case "any":
      return list(run, condition, environment, (steps) => any(steps, truthOf));
    case "atLeast":
      return list(run, condition, environment, (steps) => atLeast(condition.count, steps, truthOf));
    case "not":
      return negation(run, condition, environment);
    case "constant":
    case "holds":
    case "compare":
    case "compareOrder":
    case "oneOf":
    case "same":
    case "elapsed":
    case "exists":
    case "ranked":
    case "reading":
    case "defined":
      return leaf(run, condition, environment);
  }
};

/** The value of a step that stands for a condition. */
export const truthOf = (step: Step): Truth => step.truth ?? { kind: "indeterminate", reasons: [] };

const leaf = (run: Run, condition: Condition, environment: Environment): Step => {
  const truth = evaluateCondition(run, condition, environment);
  const words = wordsOf(condition.origin);
  return stepAt(run, condition.origin, {
    kind: kindOf(condition),
    truth,
    note:
      condition.kind === "reading"
        ? readingNote(run, condition)
        : verdict(figures(run, condition, environment), words, truth),
    steps: stepsBelow(run, condition, environment),
  });
};

const negation = (
  run: Run,
  condition: Extract<Condition, { kind: "not" }>,
  environment: Environment,
): Step => {
  const step = conditionStep(run, condition.operand, environment);
  const truth = not(truthOf(step));
  return stepAt(run, condition.origin, {
    kind: kindOf(condition),
    truth,
    note:
      condition.operand.kind === "reading"
        ? unlessReading(run, condition.operand)
        : negationVerdict(figures(run, condition.operand, environment), wordsOf(condition.origin), truth),
    // The same words without 不 or 没有 would say nothing that the facts below them do not say.
    steps: "operands" in condition.operand ? [step] : step.steps,
  });
};

/** The terms that a condition compares. */
const termsOf = (condition: Condition): readonly Term[] => {
  switch (condition.kind) {
    case "holds":
      return [condition.term];
    case "compare":
    case "compareOrder":
    case "same":
      return [condition.left, condition.right];
    case "oneOf":
      return [condition.left];
    case "elapsed":
      return [condition.from, condition.to, condition.amount];
    case "exists":
      return [condition.count];
    case "ranked":
      return [condition.amount];
    case "constant":
    case "all":
    case "any":
    case "atLeast":
    case "not":
    case "reading":
    case "defined":
      return [];
  }
};

/** The figures that decide a condition, each as part of a sentence. Whether a fact holds needs none. */
const figures = (run: Run, condition: Condition, environment: Environment): readonly string[] => {
  if (condition.kind === "holds") return [];
  const known = termsOf(condition).flatMap((term) => knownPhrases(run, term, environment));
  if (condition.kind === "exists") return [countPhrase(run, condition.candidates, environment), ...known];
  return condition.kind === "ranked" ? [...positionPhrases(run, condition, environment), ...known] : known;
};

const stepsBelow = (run: Run, condition: Condition, environment: Environment): readonly Step[] => {
  if (condition.kind === "defined") {
    const record = resolve(run, condition.subject, environment);
    const decision = run.decisions.get(condition.decision);
    return isOpen(record) || decision === undefined ? [] : [decisionStep(run, decision, record)];
  }
  const terms = termsOf(condition).flatMap((term) => termSteps(run, term, environment));
  if (condition.kind !== "exists") return terms;
  return [...candidateSteps(run, condition.candidates, environment), ...terms];
};

const list = (
  run: Run,
  condition: Extract<Condition, { operands: readonly Condition[] }>,
  environment: Environment,
  combine: (steps: readonly Step[]) => Truth,
): Step => {
  const steps = condition.operands.map((operand) => conditionStep(run, operand, environment));
  const told = { kind: kindOf(condition), truth: combine(steps), words: leadOf(condition) };
  const guarded = guardedParts(condition, steps);
  if (guarded === null) {
    const considered = steps.filter((_, index) => !isSetAside(run, condition.operands[index]!));
    const note = listNote(condition, considered.map(truthOf), steps.length - considered.length);
    return stepAt(run, condition.origin, { ...told, note, steps });
  }
  const { guard, part } = guarded;
  if (isSetAside(run, condition))
    return stepAt(run, condition.origin, { ...told, setAside: true, note: guard.note });
  // The part says the same words as the item, so that its steps stand at once below the item.
  return stepAt(run, condition.origin, { ...told, note: part.note, steps: [guard, ...part.steps] });
};

/** 限「等情况」读法二 and the one part that it limits. */
const guardedParts = (
  { operands }: Extract<Condition, { operands: readonly Condition[] }>,
  steps: readonly Step[],
): { readonly guard: Step; readonly part: Step } | null => {
  if (operands.length !== 2) return null;
  const at = operands.findIndex(isGuard);
  return at < 0 ? null : { guard: steps[at]!, part: steps[1 - at]! };
};

const kindOf = (condition: Condition): Step["kind"] => {
  if (isGuard(condition)) return "reading";
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
