import { multiply, type Rational } from "../../../language/index.ts";
import type { Formula, NumberRange, Question } from "../formula.ts";
import { inOrder } from "./in-order.ts";

/** A question in the common input language of solvers, and under which names its variables stand there. */
export interface SmtText {
  readonly text: string;
  /** Names of choices: of two options a truth value, of more a number from 0. */
  readonly choices: ReadonlyMap<string, string>;
  /** Names of numbers; those on a grid stand as whole multiples of the step. */
  readonly numbers: ReadonlyMap<string, string>;
}

/** Every part of the formula gets a name of its own, so that shared parts stay shared and nothing nests deeply. */
export const smtText = ({ variables, formula }: Question): SmtText => {
  const choices = new Map([...variables.choices.keys()].map((name, index) => [name, `c${index}`]));
  const numbers = new Map([...variables.numbers.keys()].map((name, index) => [name, `n${index}`]));
  const lines: string[] = [];
  for (const [name, count] of variables.choices) lines.push(...declareChoice(choices.get(name)!, count));
  for (const [name, range] of variables.numbers) lines.push(...declareNumber(numbers.get(name)!, range));
  const parts = new Map<Formula, string>();
  for (const part of inOrder(formula)) {
    const name = `p${parts.size}`;
    lines.push(`(declare-const ${name} Bool)`, `(assert (= ${name} ${partText(part)}))`);
    parts.set(part, name);
  }
  lines.push(`(assert ${parts.get(formula)!})`);
  return { text: lines.join("\n"), choices, numbers };

  function partText(part: Formula): string {
    switch (part.kind) {
      case "constant":
        return String(part.value);
      case "not":
        return `(not ${parts.get(part.operand)!})`;
      case "and":
      case "or":
        return joined(
          part.kind,
          part.operands.map((operand) => parts.get(operand)!),
        );
      case "choice":
        return oneOf(choices.get(part.variable)!, variables.choices.get(part.variable)!, part.options);
      case "linear": {
        const terms = part.terms.map(({ variable, coefficient }) =>
          termText(numbers.get(variable)!, variables.numbers.get(variable)!, coefficient),
        );
        return `(${part.operator} (+ 0.0 ${terms.join(" ")} ${numberText(part.constant)}) 0.0)`;
      }
    }
  }
};

const declareChoice = (name: string, count: number): readonly string[] => {
  if (count === 2) return [`(declare-const ${name} Bool)`];
  return [`(declare-const ${name} Int)`, `(assert (and (<= 0 ${name}) (< ${name} ${count})))`];
};

const declareNumber = (name: string, range: NumberRange): readonly string[] => {
  const value = valueText(name, range);
  const bound = (lower: string, upper: string): string => `(assert (<= ${lower} ${upper}))`;
  return [
    `(declare-const ${name} ${range.step === null ? "Real" : "Int"})`,
    ...(range.lower === null ? [] : [bound(numberText(range.lower), value)]),
    ...(range.upper === null ? [] : [bound(value, numberText(range.upper))]),
  ];
};

const valueText = (name: string, { step }: NumberRange): string =>
  step === null ? name : `(* ${numberText(step)} (to_real ${name}))`;

const termText = (name: string, { step }: NumberRange, coefficient: Rational): string =>
  step === null
    ? `(* ${numberText(coefficient)} ${name})`
    : `(* ${numberText(multiply(coefficient, step))} (to_real ${name}))`;

const oneOf = (name: string, count: number, options: readonly number[]): string => {
  const possible = [...new Set(options)].filter((option) => option >= 0 && option < count);
  if (count !== 2)
    return joined(
      "or",
      possible.map((option) => `(= ${name} ${option})`),
    );
  if (possible.length === 2) return "true";
  return possible.length === 0 ? "false" : possible[0] === 1 ? name : `(not ${name})`;
};

const joined = (word: "and" | "or", operands: readonly string[]): string =>
  operands.length === 0 ? String(word === "and") : `(${word} ${operands.join(" ")})`;

const numberText = ({ numerator, denominator }: Rational): string => {
  const above = numerator < 0n ? `(- ${-numerator}.0)` : `${numerator}.0`;
  return denominator === 1n ? above : `(/ ${above} ${denominator}.0)`;
};
