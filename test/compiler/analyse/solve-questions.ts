import { rational, type Rational } from "../../../language/index.ts";
import type { Formula, Linear, Model, NumberRange, Question } from "../../../compiler/analyse/formula.ts";
import { holds } from "../../../compiler/analyse/solve/index.ts";
import { isPossible } from "../../../compiler/analyse/solve/possible.ts";

/** A source of chance that gives the same numbers for the same seed. */
export const chanceFrom = (seed: number): Chance => {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (count: number): number => Math.floor(next() * count);
  return {
    below,
    pick: (from) => from[below(from.length)]!,
    between: (low, high) => low + below(high - low + 1),
  };
};

export interface Chance {
  below(count: number): number;
  between(low: number, high: number): number;
  pick<Item>(from: readonly Item[]): Item;
}

export const yes = (variable: string): Formula => ({ kind: "choice", variable, options: [1] });
export const choiceOf = (variable: string, ...options: number[]): Formula => ({
  kind: "choice",
  variable,
  options,
});
export const not = (operand: Formula): Formula => ({ kind: "not", operand });
export const and = (...operands: Formula[]): Formula => ({ kind: "and", operands });
export const or = (...operands: Formula[]): Formula => ({ kind: "or", operands });

/** Sum in relation to a number: `sum([["x", 2], ["y", -1]], "<=", 3)`. */
export const sum = (
  terms: readonly (readonly [string, number | Rational])[],
  operator: Linear["operator"],
  right: number | Rational,
): Formula => ({
  kind: "linear",
  operator,
  terms: terms.map(([variable, coefficient]) => ({ variable, coefficient: exact(coefficient) })),
  constant: rational(-exact(right).numerator, exact(right).denominator),
});

export const exact = (value: number | Rational): Rational =>
  typeof value === "number" ? rational(value) : value;

export const range = (
  lower: number | Rational | null,
  upper: number | Rational | null,
  step: number | Rational | null = null,
): NumberRange => ({
  step: step === null ? null : exact(step),
  lower: lower === null ? null : exact(lower),
  upper: upper === null ? null : exact(upper),
});

export const question = (
  formula: Formula,
  choices: Readonly<Record<string, number>>,
  numbers: Readonly<Record<string, NumberRange>> = {},
): Question => ({
  variables: { choices: new Map(Object.entries(choices)), numbers: new Map(Object.entries(numbers)) },
  formula,
});

export interface Shape {
  readonly choices: number;
  readonly numbers: number;
  readonly depth: number;
  readonly wide: number;
  /** Whether numbers are without bounds and some without a grid. */
  readonly open: boolean;
}

/** A question by chance. */
export const questionBy = (chance: Chance, shape: Shape): Question => {
  const choices: Record<string, number> = {};
  for (let index = 0; index < shape.choices; index++) choices[`c${index}`] = chance.pick([1, 2, 2, 2, 3, 4]);
  const numbers: Record<string, NumberRange> = {};
  for (let index = 0; index < shape.numbers; index++) numbers[`n${index}`] = rangeBy(chance, shape.open);
  return question(
    formulaBy(chance, shape, Object.entries(choices), Object.keys(numbers), shape.depth),
    choices,
    numbers,
  );
};

const rangeBy = (chance: Chance, open: boolean): NumberRange => {
  const low = chance.between(-3, 2);
  const high = low + chance.between(0, 4);
  if (!open) return range(low, high, chance.pick([1, 1, rational(1, 2), 2, rational(3, 2)]));
  return range(
    chance.below(4) === 0 ? null : low * 4,
    chance.below(4) === 0 ? null : high * 4,
    chance.pick([null, null, 1, rational(1, 100), rational(2, 3)]),
  );
};

const formulaBy = (
  chance: Chance,
  shape: Shape,
  choices: readonly (readonly [string, number])[],
  numbers: readonly string[],
  depth: number,
): Formula => {
  const below = (): Formula => formulaBy(chance, shape, choices, numbers, depth - 1);
  const kind =
    depth === 0 ? chance.pick(["choice", "linear"]) : chance.pick(["and", "or", "not", "and", "or"]);
  if (kind === "and" || kind === "or") {
    const operands = Array.from({ length: chance.between(1, shape.wide) }, below);
    return kind === "and" ? and(...operands) : or(...operands);
  }
  if (kind === "not") return not(below());
  if ((kind === "choice" && choices.length > 0) || numbers.length === 0) {
    const [name, count] = chance.pick(choices);
    const options = Array.from({ length: count }, (_, option) => option).filter(() => chance.below(2) === 0);
    return choiceOf(name, ...options);
  }
  if (chance.below(30) === 0) return { kind: "constant", value: chance.below(2) === 0 };
  const terms = Array.from({ length: chance.pick([1, 1, 2, 2, 3]) }, () => {
    const coefficient = chance.pick([1, 1, -1, 2, -3, rational(1, 2), rational(5, 3)]);
    return [chance.pick(numbers), coefficient] as const;
  });
  return sum(
    terms,
    chance.pick(["<", "<=", "="]),
    rational(chance.between(-12, 12), chance.pick([1, 1, 2, 3])),
  );
};

/** What is wrong with a model as an answer, for a test to print. */
export const modelProblem = ({ variables, formula }: Question, model: Model): string | null => {
  if (!isPossible(variables, model)) return "a value is missing or out of range";
  return holds(formula, model) ? null : "the formula does not hold";
};
