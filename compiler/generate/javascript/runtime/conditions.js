// @ts-check
/** @import { Context, Environment } from "./context.js" */
/** @import { Term } from "./terms.js" */
/** @import { Truth } from "./truth.js" */
/** @import { Value } from "./values.js" */
import { allOf, anyOf, decided, FALSE, tally, TRUE, undecided, undecidedFor } from "./truth.js";
import { sameValue, unreadable } from "./values.js";

/**
 * What is told of a condition: the words of a single one, the number of the rule's own item that it stands in, whether
 * its parts can be told apart where it is not met, and what is said then of it, by the place where it begins.
 * @typedef {{
 *   readonly words?: string,
 *   readonly item?: number,
 *   readonly apart?: boolean,
 *   readonly said?: readonly [number, string],
 * }} Clause
 */

/**
 * @typedef {{
 *   readonly clause: Clause,
 *   readonly truth: (context: Context, environment: Environment) => Truth,
 *   readonly operands?: readonly Condition[],
 *   readonly negated?: Condition,
 *   readonly isReading?: boolean,
 * }} Condition
 */

/** @type {(clause: Clause, value: boolean) => Condition} */
export const constant = (clause, value) => ({ clause, truth: () => (value ? TRUE : FALSE) });

/** One 假 decides, whatever else is unknown. @type {(clause: Clause, operands: readonly Condition[]) => Condition} */
export const all = (clause, operands) => ({
  clause,
  operands,
  truth: (context, environment) => allOf(operands, (operand) => operand.truth(context, environment)),
});

/** One 真 decides. @type {(clause: Clause, operands: readonly Condition[]) => Condition} */
export const any = (clause, operands) => ({
  clause,
  operands,
  truth: (context, environment) => anyOf(operands, (operand) => operand.truth(context, environment)),
});

/** @type {(clause: Clause, count: number, operands: readonly Condition[]) => Condition} */
export const atLeast = (clause, count, operands) => ({
  clause,
  operands,
  truth: (context, environment) => {
    const { certain, open } = tally(operands, (operand) => operand.truth(context, environment), null);
    if (certain >= count) return TRUE;
    return certain + open.length < count ? FALSE : undecidedFor(...open);
  },
});

/** @type {(clause: Clause, operand: Condition) => Condition} */
export const not = (clause, operand) => ({
  clause,
  negated: operand,
  isReading: operand.isReading === true && operand.negated === undefined,
  truth: (context, environment) => {
    const truth = operand.truth(context, environment);
    return truth.kind === "open" ? truth : decided(truth.kind === "false");
  },
});

/** @type {(clause: Clause, term: Term) => Condition} */
export const holds = (clause, term) => ({
  clause,
  truth: (context, environment) => {
    const value = term(context, environment);
    if (value.kind === "open") return undecidedFor(value);
    return value.kind === "boolean" ? decided(value.value) : undecided(unreadable(clause.words).reasons);
  },
});

/** @type {(clause: Clause, left: Term, values: readonly Value[]) => Condition} */
export const oneOf = (clause, left, values) => ({
  clause,
  truth: (context, environment) => {
    const value = left(context, environment);
    if (value.kind === "open") return undecidedFor(value);
    return decided(values.some((each) => sameValue(value, each)));
  },
});

/** @type {(clause: Clause, left: Term, right: Term) => Condition} */
export const same = (clause, left, right) => ({
  clause,
  truth: (context, environment) => {
    const [first, second] = [left(context, environment), right(context, environment)];
    return first.kind === "open" || second.kind === "open"
      ? undecidedFor(first, second)
      : decided(sameValue(first, second));
  },
});

/** Whether the reading is taken in this option. @type {(clause: Clause, name: string, option: number) => Condition} */
export const reading = (clause, name, option) => ({
  clause,
  isReading: true,
  truth: (context) => {
    const taken = context.optionOf(name);
    return taken === null ? undecided([{ kind: "读法未定", name }]) : decided(taken === option);
  },
});
