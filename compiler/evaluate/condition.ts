import type { Condition } from "../model/ir.ts";
import type { Truth } from "../model/outcome.ts";
import { countCandidates } from "./aggregate.ts";
import { compareOrder, compareResults, same } from "./comparison.ts";
import { compareElapsed } from "./elapsed.ts";
import { judge } from "./judge.ts";
import { isRanked } from "./ranking.ts";
import { isOpen, sameValue } from "./result.ts";
import { optionOf, type Environment, type Run } from "./run.ts";
import { resolve, unreadable } from "./subject.ts";
import { evaluateTerm, judgedValue } from "./term.ts";
import { all, any, atLeast, decided, indeterminate, not } from "./truth.ts";

/** What a condition is worth: 真, 假, or 不定 with its reasons. */
export const evaluateCondition = (run: Run, condition: Condition, environment: Environment): Truth => {
  const ask = (operand: Condition): Truth => evaluateCondition(run, operand, environment);
  const value = (term: Parameters<typeof evaluateTerm>[1]) => evaluateTerm(run, term, environment);
  switch (condition.kind) {
    case "constant":
      return decided(condition.value);
    case "all":
      return all(condition.operands, ask);
    case "any":
      return any(condition.operands, ask);
    case "atLeast":
      return atLeast(condition.count, condition.operands, ask);
    case "not":
      return not(ask(condition.operand));
    case "holds": {
      const held = value(condition.term);
      if (isOpen(held)) return indeterminate(held.reasons);
      return held.kind === "boolean"
        ? decided(held.value)
        : indeterminate(unreadable(condition.origin).reasons);
    }
    case "compare":
      return compareResults(
        condition.operator,
        value(condition.left),
        value(condition.right),
        condition.origin,
      );
    case "compareOrder":
      return compareOrder(condition, value(condition.left), value(condition.right));
    case "oneOf": {
      const left = value(condition.left);
      if (isOpen(left)) return indeterminate(left.reasons);
      return decided(condition.values.some((candidate) => sameValue(left, candidate)));
    }
    case "same":
      return same(value(condition.left), value(condition.right));
    case "elapsed":
      return compareElapsed(condition, value(condition.from), value(condition.to), value(condition.amount));
    case "exists": {
      const count = countCandidates(run, condition.candidates, environment);
      return compareResults(
        QUANTIFIERS[condition.quantifier],
        count,
        value(condition.count),
        condition.origin,
      );
    }
    case "ranked":
      return isRanked(run, condition, environment);
    case "reading": {
      const option = optionOf(run, condition.reading);
      return option === null
        ? indeterminate([{ kind: "读法未定", name: condition.reading }])
        : decided(option === condition.option);
    }
    case "defined": {
      const record = resolve(run, condition.subject, environment);
      if (isOpen(record)) return indeterminate(record.reasons);
      const found = judgedValue(judge(run, condition.decision, record), condition.decision, record);
      if (isOpen(found)) return indeterminate(found.reasons);
      return decided(found.kind !== "boolean" || found.value);
    }
  }
};

const QUANTIFIERS = { atLeast: ">=", atMost: "<=", exactly: "=" } as const;
