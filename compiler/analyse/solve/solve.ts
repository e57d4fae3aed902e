import { multiply, type Rational } from "../../../language/index.ts";
import type { Answer, Model, Question, SolverLimits } from "../formula.ts";
import { BoundsTheory } from "./bounds-theory.ts";
import { Budget } from "./budget.ts";
import { encode, type Encoding } from "./encoding.ts";
import { FALSE, TRUE } from "./graph.ts";
import { holds } from "./holds.ts";
import { ordinaryIn } from "./ordinary.ts";
import { problemOf, type Problem } from "./problem.ts";
import { numberOf, type Quantity } from "./quantity.ts";

/**
 * Decides the question exactly. Complete for choices and for numbers that stand alone; for sums of numbers on
 * grids it can end undecided, never wrong. The same question has the same answer.
 */
export const solve = (question: Question, limits: SolverLimits): Answer => {
  const problem = problemOf(question);
  if (problem === null || problem.root === FALSE) return { kind: "unsatisfiable" };
  if (problem.root === TRUE) return found(problem, modelOf(problem, null, new Map()));
  const budget = new Budget(limits.steps);
  const encoding = encode(problem);
  const theory = new BoundsTheory(encoding.search, encoding.chains, budget);
  const satisfiable = encoding.search.run(theory, budget);
  if (satisfiable === null) return { kind: "undecided", reason: exhausted(budget) };
  if (!satisfiable) return { kind: "unsatisfiable" };
  return found(problem, modelOf(problem, encoding, theory.counts()));
};

const found = ({ question }: Problem, model: Model): Answer =>
  holds(question.formula, model)
    ? { kind: "satisfiable", model }
    : { kind: "undecided", reason: "求得的一组取值代回原式后不成立，因此不作结论。" };

const exhausted = ({ spent, steps }: Budget): string =>
  `已试 ${spent} 步（上限 ${steps} 步），仍未得出有解或者无解的结论。`;

const modelOf = (
  problem: Problem,
  encoding: Encoding | null,
  counts: ReadonlyMap<Quantity, Rational>,
): Model => {
  const choices = new Map<string, number>();
  for (const [choice, { first }] of problem.choices) {
    const variables = encoding?.groups.get(choice) ?? [];
    const chosen = variables.findIndex((variable) => encoding!.search.holds(2 * variable));
    choices.set(choice, first[variables.length === 1 ? chosen + 1 : Math.max(0, chosen)]!);
  }
  const alone = new Map(
    (encoding?.chains ?? [])
      .filter(({ form }) => form.terms.length === 1)
      .map((chain) => [chain.form.terms[0]!.quantity, chain]),
  );
  const numbers = new Map<string, Rational>();
  for (const [name, quantity] of problem.quantities) {
    const count = counts.get(quantity);
    if (count !== undefined) {
      numbers.set(name, numberOf(quantity, count));
      continue;
    }
    const { over, under } = alone.get(quantity)?.around(encoding!.search) ?? { over: null, under: null };
    const { unit, lower, upper } = quantity;
    const interval = {
      lower:
        over === null
          ? lower && { value: multiply(unit, lower), open: false }
          : { value: multiply(unit, over.value), open: !over.strict },
      upper:
        under === null
          ? upper && { value: multiply(unit, upper), open: false }
          : { value: multiply(unit, under.value), open: under.strict },
    };
    numbers.set(name, ordinaryIn(interval, quantity.whole ? unit : null)!);
  }
  return { choices, numbers };
};
