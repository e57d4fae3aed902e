// @ts-check
/** @import { Fraction } from "./numbers.js" */
/** @import { Term } from "./terms.js" */
/** @import { Result } from "./values.js" */
import { minus, over, plus, roundedTo, times, wholeNumber } from "./numbers.js";
import { openFor, stillOpen, unreadable } from "./values.js";

/** Numbers of 10^15 base units and more are 溢出. */
const TOO_LARGE = 1_000_000_000_000_000n;

/** @type {(value: Fraction, words: string) => Result} */
export const withinBound = (value, words) => {
  const magnitude = value.above < 0n ? -value.above : value.above;
  return magnitude < TOO_LARGE * value.below
    ? { kind: "number", value }
    : openFor([{ kind: "溢出", name: words }]);
};

const ON_NUMBERS = { add: plus, subtract: minus, multiply: times, divide: over };

/** Numbers are exact, and a date moves by days. @type {(words: string, operator: keyof typeof ON_NUMBERS, left: Term, right: Term) => Term} */
export const arithmetic = (words, operator, left, right) => (context, environment) => {
  const [first, second] = [left(context, environment), right(context, environment)];
  if (first.kind === "open" || second.kind === "open") return stillOpen(first, second);
  if (first.kind === "number" && second.kind === "number") {
    const found = ON_NUMBERS[operator](first.value, second.value);
    return found === null ? openFor([{ kind: "除数为零", name: words }]) : withinBound(found, words);
  }
  if (first.kind !== "date") return unreadable(words);
  if (second.kind === "date" && operator === "subtract")
    return { kind: "number", value: wholeNumber(first.value - second.value) };
  if (second.kind !== "number" || second.value.below !== 1n) return unreadable(words);
  const days = Number(second.value.above);
  if (operator === "add") return { kind: "date", value: first.value + days };
  return operator === "subtract" ? { kind: "date", value: first.value - days } : unreadable(words);
};

/** @type {(words: string, mode: "halfUp" | "down" | "up", digits: number, operand: Term) => Term} */
export const rounded = (words, mode, digits, operand) => (context, environment) => {
  const value = operand(context, environment);
  if (value.kind === "open") return stillOpen(value);
  return value.kind === "number"
    ? withinBound(roundedTo(value.value, digits, mode), words)
    : unreadable(words);
};
