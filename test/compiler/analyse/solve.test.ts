import { describe, expect, test } from "vitest";
import { compare, multiply, rational, type Rational } from "../../../language/index.ts";
import type { Model, Question } from "../../../compiler/analyse/formula.ts";
import { holds, solve } from "../../../compiler/analyse/solve/index.ts";
import { chanceFrom, questionBy } from "./solve-questions.ts";

const LIMITS = { steps: 20_000, milliseconds: 5_000 };

/** Every way to give the variables values; only where all numbers are on bounded grids. */
const everyModel = function* ({ variables }: Question): Iterable<Model> {
  const domains: (readonly [string, readonly (number | Rational)[]])[] = [];
  for (const [name, count] of variables.choices)
    domains.push([name, Array.from({ length: count }, (_, option) => option)]);
  for (const [name, { step, lower, upper }] of variables.numbers) {
    const values: Rational[] = [];
    for (let count = -100; count <= 100; count++) {
      const value = multiply(step!, rational(count));
      if (compare(value, lower!) >= 0 && compare(value, upper!) <= 0) values.push(value);
    }
    domains.push([name, values]);
  }
  const given = (taken: readonly number[]): Model => {
    const choices = new Map<string, number>();
    const numbers = new Map<string, Rational>();
    for (const [index, [name, values]] of domains.entries()) {
      const value = values[taken[index]!]!;
      if (typeof value === "number") choices.set(name, value);
      else numbers.set(name, value);
    }
    return { choices, numbers };
  };
  if (domains.some(([, values]) => values.length === 0)) return;
  const taken = domains.map(() => 0);
  for (;;) {
    yield given(taken);
    let index = 0;
    while (index < taken.length && ++taken[index]! === domains[index]![1].length) taken[index++] = 0;
    if (index === taken.length) return;
  }
};

const inRange = ({ variables }: Question, model: Model): boolean =>
  [...variables.choices].every(([name, count]) => {
    const option = model.choices.get(name);
    return option !== undefined && option >= 0 && option < count;
  }) &&
  [...variables.numbers].every(([name, { step, lower, upper }]) => {
    const value = model.numbers.get(name);
    if (value === undefined) return false;
    const onGrid =
      step === null || (value.numerator * step.denominator) % (value.denominator * step.numerator) === 0n;
    return (
      onGrid &&
      (lower === null || compare(value, lower) >= 0) &&
      (upper === null || compare(value, upper) <= 0)
    );
  });

describe("solve", () => {
  test("agrees with trying everything", () => {
    const chance = chanceFrom(20_261_122);
    const seen = { satisfiable: 0, unsatisfiable: 0, undecided: 0 };
    for (let round = 0; round < 4000; round++) {
      const asked = questionBy(chance, {
        choices: chance.between(0, 4),
        numbers: chance.between(round % 2, 3) || 1,
        depth: chance.between(0, 4),
        wide: 4,
        open: false,
      });
      const answer = solve(asked, LIMITS);
      seen[answer.kind]++;
      if (answer.kind === "satisfiable") {
        expect(inRange(asked, answer.model), `round ${round}`).toBe(true);
        expect(holds(asked.formula, answer.model), `round ${round}`).toBe(true);
        continue;
      }
      expect(answer.kind, `round ${round}`).toBe("unsatisfiable");
      for (const model of everyModel(asked))
        if (holds(asked.formula, model)) expect.fail(`round ${round} has a model`);
    }
    expect(seen.unsatisfiable).toBeGreaterThan(400);
    expect(seen.satisfiable).toBeGreaterThan(400);
  });
});
