import type { Rational } from "../../language/index.ts";

/**
 * A question to a solver: a formula without quantifiers over finite choices and linear arithmetic on exact
 * numbers. Whether an answer exists is asked; a model tells what each variable is.
 */
export interface Question {
  readonly variables: Variables;
  readonly formula: Formula;
}

export interface Variables {
  /** Number of options; an option is an index from 0. A boolean has two: 0 no, 1 yes. */
  readonly choices: ReadonlyMap<string, number>;
  readonly numbers: ReadonlyMap<string, NumberRange>;
}

/** Which numbers a variable can be: multiples of `step` (any rational where null) between the bounds, both included. */
export interface NumberRange {
  readonly step: Rational | null;
  readonly lower: Rational | null;
  readonly upper: Rational | null;
}

export type Formula =
  | { readonly kind: "constant"; readonly value: boolean }
  | { readonly kind: "not"; readonly operand: Formula }
  | { readonly kind: "and"; readonly operands: readonly Formula[] }
  | { readonly kind: "or"; readonly operands: readonly Formula[] }
  /** The choice is one of these options. */
  | { readonly kind: "choice"; readonly variable: string; readonly options: readonly number[] }
  | Linear;

/** Sum of coefficient × variable, plus the constant, in relation to zero. */
export interface Linear {
  readonly kind: "linear";
  readonly operator: "<" | "<=" | "=";
  readonly terms: readonly { readonly variable: string; readonly coefficient: Rational }[];
  readonly constant: Rational;
}

/** A value for every variable; one that the formula does not depend on has its first or nearest to zero. */
export interface Model {
  readonly choices: ReadonlyMap<string, number>;
  readonly numbers: ReadonlyMap<string, Rational>;
}

export type Answer =
  | { readonly kind: "satisfiable"; readonly model: Model }
  | { readonly kind: "unsatisfiable" }
  /** One Chinese sentence: why, and how much was tried. */
  | { readonly kind: "undecided"; readonly reason: string };

export interface SolverLimits {
  /** Steps of the own procedure. */
  readonly steps: number;
  /** Time of the second solver, and of one question altogether, in milliseconds. */
  readonly milliseconds: number;
  /** When the time of a question ends, by the clock of `performance`; the own procedure ends then as well. */
  readonly until?: number;
}

/** The second solver, which loads on demand. Never throws: what goes wrong is undecided. */
export interface SecondSolver {
  solve(question: Question, limits: SolverLimits): Promise<Answer>;
}
