import type { Condition } from "../../model/ir.ts";
import { judged, judgedPairs, type Cases } from "./cases.ts";
import { compareOrder, compareOutcomes, equalsAny, equalOutcomes } from "./comparison.ts";
import { countIn, counted, isCount } from "./count.ts";
import { valuesOfDecision } from "./decision.ts";
import { elapsed } from "./elapsed.ts";
import { constant } from "./logic.ts";
import { opaqueCondition } from "./opaque.ts";
import { isRanked } from "./ranked.ts";
import { resolve } from "./resolve.ts";
import type { Places, View } from "./stage.ts";
import { casesOf } from "./term.ts";
import { all, any, atLeast, decided, not, oneOf, openAt, type Truth } from "./truth.ts";
import { WHY } from "./why.ts";

/** When a condition about the records of some slots stands at which level; as the interpreter finds it. */
export const truthOf = (view: View, condition: Condition, places: Places): Truth => {
  const memo = memoOf(view, condition);
  const key = JSON.stringify(places.map(({ object, id }) => [object, id]));
  const found = memo.get(key) ?? find(view, condition, places);
  memo.set(key, found);
  return found;
};

const find = (view: View, condition: Condition, places: Places): Truth => {
  const always = view.structure.constantOf(condition);
  if (always !== null) return decided(constant(always));
  const ask = (operand: Condition): Truth => truthOf(view, operand, places);
  const opaque = (why: string): Truth => opaqueCondition(view, condition, places, why);
  const onPairs = (
    { left, right }: Pick<Extract<Condition, { kind: "same" }>, "left" | "right">,
    judge: Parameters<typeof judgedPairs>[2],
  ): Truth => {
    const [first, second] = [casesOf(view, left, places), casesOf(view, right, places)];
    return first && second && isSmall(first, second) ? judgedPairs(first, second, judge) : opaque(WHY.value);
  };
  switch (condition.kind) {
    case "constant":
      return decided(constant(condition.value));
    case "all":
      return all(condition.operands.map(ask));
    case "any":
      return any(condition.operands.map(ask));
    case "atLeast":
      return atLeast(condition.count, condition.operands.map(ask));
    case "not":
      return not(ask(condition.operand));
    case "holds": {
      const cases = casesOf(view, condition.term, places);
      if (cases === null) return opaque(WHY.value);
      return judged(cases, (outcome) => {
        if (outcome.kind === "open") return openAt(outcome.level);
        return outcome.kind === "constant" && outcome.value.kind === "boolean"
          ? decided(constant(outcome.value.value))
          : openAt(3);
      });
    }
    case "compare": {
      const count = counted(condition);
      const truth = count && countIn(view, count, places);
      if (truth !== null) return truth;
      // A count that is not settled still has bounds, which may decide.
      if (isCount(condition.left) || isCount(condition.right)) return opaque(WHY.count);
      return onPairs(condition, (left, right) => compareOutcomes(condition.operator, left, right));
    }
    case "compareOrder":
      return onPairs(condition, (left, right) => compareOrder(condition, left, right));
    case "oneOf": {
      const cases = casesOf(view, condition.left, places);
      return cases === null
        ? opaque(WHY.value)
        : judged(cases, (outcome) => equalsAny(outcome, condition.values));
    }
    case "same":
      return onPairs(condition, equalOutcomes);
    case "elapsed":
      return elapsed(view, condition, places) ?? opaque(WHY.period);
    case "exists": {
      const count = counted(condition);
      return (count && countIn(view, count, places)) ?? opaque(WHY.count);
    }
    case "ranked":
      return isRanked(view, condition, places);
    case "reading": {
      const option = view.program.readings.get(condition.reading)?.adopted ?? null;
      return option === null ? openAt(2) : decided(constant(option === condition.option));
    }
    case "defined":
      return belongs(view, condition, places) ?? opaque(WHY.ranking);
  }
};

const belongs = (
  view: View,
  { decision: id, subject }: Extract<Condition, { kind: "defined" }>,
  places: Places,
): Truth | null => {
  const decision = view.program.decisions.find((each) => each.id === id);
  if (decision?.kind === "ranking") return null;
  const cases: { guard: Parameters<typeof oneOf>[0][number]["guard"]; truth: Truth }[] = [];
  for (const named of resolve(view, subject, places)) {
    if (named.slot === null) {
      cases.push({ guard: named.guard, truth: openAt(named.level) });
      continue;
    }
    const values = decision === undefined ? null : valuesOfDecision(view, decision, named.slot);
    if (decision !== undefined && values === null) return null;
    const truth = values === null ? openAt(2) : judged(values, belonging);
    cases.push({ guard: named.guard, truth });
  }
  return oneOf(cases);
};

/** Whatever has a value belongs, but for what does not hold. */
const belonging: Parameters<typeof judged>[1] = (outcome) => {
  if (outcome.kind === "open") return openAt(outcome.level);
  return decided(
    constant(outcome.kind !== "constant" || outcome.value.kind !== "boolean" || outcome.value.value),
  );
};

const isSmall = (left: Cases, right: Cases): boolean => left.length * right.length <= MOST_PAIRS;

const MOST_PAIRS = 400;

const memoOf = (view: View, condition: Condition): Map<string, Truth> => {
  const ofView = memos.get(view) ?? new WeakMap<Condition, Map<string, Truth>>();
  memos.set(view, ofView);
  const known = ofView.get(condition) ?? new Map<string, Truth>();
  ofView.set(condition, known);
  return known;
};

const memos = new WeakMap<View, WeakMap<Condition, Map<string, Truth>>>();
