import type { Answer, Model, Question, SolverLimits } from "../formula.ts";
import { BoundsTheory } from "./bounds-theory.ts";
import { Budget } from "./budget.ts";
import { encode } from "./encoding.ts";
import { FALSE, TRUE } from "./graph.ts";
import { holds } from "./holds.ts";
import { modelOf } from "./model-of.ts";
import { polish } from "./polish.ts";
import { isPossible } from "./possible.ts";
import { problemOf, type Problem } from "./problem.ts";

/**
 * Decides the question exactly. Complete for choices and for numbers that stand alone; for sums of numbers on
 * grids it can end undecided, never wrong. The same question has the same answer, but for a time that ends before.
 */
export const solve = (question: Question, limits: SolverLimits): Answer => {
  const problem = problemOf(question);
  if (problem === null || problem.root === FALSE) return { kind: "unsatisfiable" };
  if (problem.root === TRUE) return found(problem, modelOf(problem, null, new Map()));
  const budget = new Budget(limits.steps, limits.until);
  const encoding = encode(problem);
  const theory = new BoundsTheory(encoding.search, encoding.chains, budget);
  const satisfiable = encoding.search.run(theory, budget);
  if (satisfiable === null) return { kind: "undecided", reason: exhausted(budget) };
  if (!satisfiable) return { kind: "unsatisfiable" };
  return found(problem, polish(problem, modelOf(problem, encoding, theory.counts())));
};

const found = ({ question }: Problem, model: Model): Answer =>
  isPossible(question.variables, model) && holds(question.formula, model)
    ? { kind: "satisfiable", model }
    : { kind: "undecided", reason: "求得的一组取值代回原式后不成立，因此不作结论。" };

const exhausted = ({ spent, steps, isLate }: Budget): string =>
  isLate
    ? `已试 ${spent} 步，时间已到，仍未得出有解或者无解的结论。`
    : `已试 ${spent} 步（上限 ${steps} 步），仍未得出有解或者无解的结论。`;
