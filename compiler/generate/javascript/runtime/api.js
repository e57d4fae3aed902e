// @ts-check
/** @import { Context, Definition } from "./context.js" */
/** @import { Decision } from "./judging.js" */
/** @import { Outcome } from "./outcomes.js" */
import { judge } from "./judging.js";
import { outcomeOf } from "./outcomes.js";

/** Decisions of an object; a 【定义】 has no effect of its own and is told only where it is named. @type {(definition: Definition, object: string, only?: readonly string[]) => readonly Decision[]} */
export const decisionsOf = ({ decisions }, object, only) =>
  [...decisions.values()].filter(
    ({ about, kind }) =>
      about.object === object &&
      (only === undefined ? kind !== "definition" : only.includes(about.name) || only.includes(about.id)),
  );

/** @type {(context: Context, object: string, given: Readonly<Record<string, unknown>>, only?: readonly string[]) => readonly Outcome[]} */
export const explained = (context, object, given, only) => {
  const record = context.recordOf(object, given);
  return decisionsOf(context.definition, object, only).map((decision) =>
    outcomeOf(context, decision, record),
  );
};

/** A key named __proto__ stays a key. @type {<Held>(entries: readonly (readonly [string, Held])[]) => Record<string, Held>} */
const byDecision = (entries) => Object.fromEntries(entries);

/** The class, the number in print or the place that each decision found. @type {(context: Context, object: string, given: Readonly<Record<string, unknown>>) => Record<string, string | number | null>} */
export const valuesOf = (context, object, given) => {
  const record = context.recordOf(object, given);
  return byDecision(
    decisionsOf(context.definition, object)
      .filter(({ kind }) => kind === "classification" || kind === "indicator" || kind === "ranking")
      .map((decision) => {
        const value = context.outside === null ? judge(context, decision.about.id, record).value : null;
        const place =
          decision.kind === "ranking" && value?.kind === "number" ? Number(value.value.above) : null;
        return [decision.about.id, value === null ? null : (place ?? decision.print(value))];
      }),
  );
};
