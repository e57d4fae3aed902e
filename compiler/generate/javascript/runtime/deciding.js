// @ts-check
/** @import { Context, Environment } from "./context.js" */
/** @import { Condition } from "./conditions.js" */
/** @import { Exception } from "./judging.js" */

/** The origins of the items that make a condition what it is: one true operand of 之一 is enough, 同时符合 needs all. @type {(context: Context, condition: Condition, environment: Environment, whole: number) => readonly number[]} */
export const decidingItems = (context, condition, environment, whole) => {
  const { clause, operands, negated } = condition;
  const item = clause.item ?? whole;
  if (negated?.operands !== undefined) return decidingItems(context, negated, environment, item);
  if (operands === undefined || operands.length === 0) return [item];
  const { kind } = condition.truth(context, environment);
  return operands
    .filter((operand) => operand.truth(context, environment).kind === kind)
    .flatMap((operand) => decidingItems(context, operand, environment, item));
};

/** The same for conditions that are open; none for others. @type {(context: Context, condition: Condition, environment: Environment, whole: number) => readonly number[]} */
export const openItems = (context, condition, environment, whole) =>
  condition.truth(context, environment).kind === "open"
    ? decidingItems(context, condition, environment, whole)
    : [];

/** What leaves a rule of measures or requirements open. @type {(context: Context, conditions: readonly Condition[], exceptions: readonly Exception[], environment: Environment, whole: number) => readonly number[]} */
export const openParts = (context, conditions, exceptions, environment, whole) => [
  ...conditions.flatMap((condition) => openItems(context, condition, environment, whole)),
  ...exceptions.flatMap(({ condition, origin }) => openItems(context, condition, environment, origin)),
];
