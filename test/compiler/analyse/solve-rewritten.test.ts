import { describe, expect, test } from "vitest";
import { multiply, rational } from "../../../language/index.ts";
import type { Formula, Question } from "../../../compiler/analyse/formula.ts";
import { solve } from "../../../compiler/analyse/solve/index.ts";
import {
  and,
  chanceFrom,
  choiceOf,
  modelProblem,
  not,
  or,
  question,
  range,
  sum,
  yes,
} from "./solve-questions.ts";

const LIMITS = { steps: 50_000, milliseconds: 60_000 };

/** Steps and not time, because other work on the machine can stop any of them. */
const AT_ONCE = { ...LIMITS, steps: 1000 };

describe("a formula and the same formula in other words", () => {
  test("differ nowhere, which is found at once", () => {
    for (let seed = 0; seed < 12; seed++)
      expect(solve(differs(seed, false), AT_ONCE).kind, `seed ${seed}`).toBe("unsatisfiable");
  });

  test("differ somewhere where one word is another", () => {
    for (let seed = 0; seed < 12; seed++) {
      const asked = differs(seed, true);
      const answer = solve(asked, LIMITS);
      const wrong = answer.kind === "satisfiable" ? modelProblem(asked, answer.model) : answer.kind;
      expect(wrong, `seed ${seed}`).toBeNull();
    }
  });
});

/** Whether a formula of 60 parts and its rewritten form can differ; `changed` gives the rewritten one a new limit. */
const differs = (seed: number, changed: boolean): Question => {
  const chance = chanceFrom(seed);
  const parts = Array.from({ length: 60 }, (_, index): Formula => {
    if (index % 3 === 0) return sum([[`x${index % 10}`, 1]], chance.pick(["<", "<="]), chance.between(1, 99));
    return index % 3 === 1 ? yes(`b${index}`) : choiceOf(`e${index % 7}`, chance.below(5), chance.below(5));
  });
  const build = (list: readonly Formula[]): Formula => {
    if (list.length === 1) return list[0]!;
    const cut = chance.between(1, list.length - 1);
    const [left, right] = [build(list.slice(0, cut)), build(list.slice(cut))];
    if (chance.below(5) === 0) return or(and(left, not(right)), and(not(left), right));
    return chance.below(2) === 0 ? and(left, right) : or(left, right);
  };
  const original = build(parts);
  const rewritten = new Map<Formula, Formula>();
  const again = (formula: Formula): Formula => {
    const known = rewritten.get(formula) ?? inOtherWords(formula, again, chance.below(2) === 0);
    rewritten.set(formula, known);
    return known;
  };
  const other = changed
    ? or(and(again(original), yes("new")), and(original, not(yes("old"))))
    : again(original);
  const choices = Object.fromEntries([
    ...Array.from({ length: 60 }, (_, index) => [`b${index}`, 2] as const),
    ...Array.from({ length: 7 }, (_, index) => [`e${index}`, 5] as const),
    ["new", 2],
    ["old", 2],
  ]);
  const ranges = Array.from({ length: 10 }, (_, index) => {
    const step = index % 2 === 0 ? rational(1) : rational(1, 100);
    return [`x${index}`, range(0, 200, step)] as const;
  });
  return question(
    not(or(and(original, other), and(not(original), not(other)))),
    choices,
    Object.fromEntries(ranges),
  );
};

const inOtherWords = (formula: Formula, again: (part: Formula) => Formula, turned: boolean): Formula => {
  switch (formula.kind) {
    case "and":
      return turned
        ? not(or(...formula.operands.map((part) => not(again(part))).reverse()))
        : and(
            ...formula.operands.map(again),
            or(again(formula.operands[0]!), again(formula.operands.at(-1)!)),
          );
    case "or":
      return turned
        ? not(and(...formula.operands.map((part) => not(again(part))).reverse()))
        : or(and(...formula.operands.map(again)), ...formula.operands.map(again));
    case "not":
      return not(again(formula.operand));
    case "choice":
      return or(...formula.options.map((option) => choiceOf(formula.variable, option)));
    case "linear": {
      const opposite = formula.operator === "<" ? "<=" : "<";
      return not({
        ...formula,
        operator: opposite,
        terms: formula.terms.map(({ variable }) => ({ variable, coefficient: rational(-2) })),
        constant: multiply(rational(-2), formula.constant),
      });
    }
    case "constant":
      return formula;
  }
};
