// @ts-check
/** @import { Context, Environment } from "./context.js" */
/** @import { Subject } from "./subjects.js" */
/** @import { Result, Value } from "./values.js" */
import { dateValue, referenceValue } from "./values.js";
import { isOpenRecord } from "./subjects.js";

/** The value of a term, or the reasons why it is open. @typedef {(context: Context, environment: Environment) => Result} Term */

/** @type {(value: Value) => Term} */
export const literal = (value) => () => value;

/** @type {(of: Subject, name: string) => Term} */
export const field = (of, name) => (context, environment) => {
  const record = of(context, environment);
  return isOpenRecord(record) ? record : record.fact(name);
};

/** @type {(of: Subject) => Term} */
export const recordItself = (of) => (context, environment) => {
  const record = of(context, environment);
  return isOpenRecord(record) ? record : referenceValue(record.object.name, record.id);
};

/** @type {Term} */
export const referenceDate = (context) => dateValue(context.at);
