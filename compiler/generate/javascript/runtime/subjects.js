// @ts-check
/** @import { Context, Environment } from "./context.js" */
/** @import { FactRecord } from "./objects.js" */
/** @import { Open } from "./values.js" */
import { openFor } from "./values.js";

/** Names a record from where a rule stands. @typedef {(context: Context, environment: Environment) => FactRecord | Open} Subject */

/** Variable 0 is the judged record; candidates of quantifiers get 1, 2, … from outside in. @type {(index: number, object: string) => Subject} */
export const variable = (index, object) => (_context, environment) =>
  environment[index] ?? openFor([{ kind: "缺少事实", name: object, object, id: "" }]);

/** The record that a reference leads to. @type {(from: Subject, field: string) => Subject} */
export const follow = (from, field) => (context, environment) => {
  const record = from(context, environment);
  if (isOpenRecord(record)) return record;
  const value = record.fact(field);
  if (value.kind === "open") return value;
  if (value.kind !== "reference") return record.missing(field);
  return (
    context.register.record(value.object, value.id) ??
    openFor([{ kind: "引用对象缺失", name: field, object: value.object, id: value.id }])
  );
};

/** @type {(found: FactRecord | Open) => found is Open} */
export const isOpenRecord = (found) => "kind" in found;
