// @ts-check
/** @import { Context } from "./context.js" */
/** @import { DatedValue } from "./register.js" */
/** @import { Subject } from "./subjects.js" */
/** @import { Term } from "./terms.js" */
/** @import { Result } from "./values.js" */
import { openFor } from "./values.js";
import { isOpenRecord } from "./subjects.js";

/** A parameter at the 基准日; `region` names the record that it differs by. @type {(name: string, region?: Subject) => Term} */
export const parameter = (name, region) => (context, environment) => {
  if (region === undefined) return parameterValue(context, name, null);
  const record = region(context, environment);
  return isOpenRecord(record) ? record : parameterValue(context, name, record.id);
};

/** The value, or who has to decide it. @type {(context: Context, name: string, region: string | null) => Result} */
export const parameterValue = (context, name, region) =>
  context.recall(parameterValue, JSON.stringify([name, region]), () => {
    const declared = context.definition.parameters.get(name);
    const lists = [declared?.values ?? [], context.register.parameters.get(name) ?? []];
    const found =
      (region === null ? null : newest(lists, region, context.at)) ?? newest(lists, null, context.at);
    if (found !== null) return found.value;
    const owner = declared?.owner ?? { name: "未明确", source: null };
    return openFor([{ kind: "参数未定", name, owner: owner.name, source: owner.source, region }]);
  });

/**
 * The one that began last; among those of one day the first, so that the policy's own stands before a supplied one.
 * @type {(lists: readonly (readonly DatedValue[])[], region: string | null, at: number) => DatedValue | null}
 */
const newest = (lists, region, at) => {
  /** @type {DatedValue | null} */
  let best = null;
  for (const value of lists.flat()) {
    const began = value.from ?? -Infinity;
    if (value.region === region && began <= at && (best === null || began > (best.from ?? -Infinity)))
      best = value;
  }
  return best;
};
