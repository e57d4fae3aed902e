import type { RuleBlock } from "../../language/index.ts";
import type { Field } from "../model/type.ts";
import type { PolicyView } from "./model.ts";

/** A 【例外】 to a rule, with a condition on a real field of its object to be changed; null where its object is not known. */
export const exceptionText = (view: PolicyView, block: RuleBlock): string | null => {
  const rule = block.name?.text;
  if (rule === undefined) return null;
  const object = objectOf(view, rule);
  const fields = object === null ? undefined : view.model.declarations.objects.get(object)?.fields;
  const condition = fields === undefined ? null : conditionOn([...fields.values()]);
  if (object === null || condition === null) return null;
  return `【例外】${freeName(view, `${rule}的例外`)}\n${condition}的${object}，不受${rule}限制。`;
};

/** The object whose records a rule judges; null where that is not known. */
export const objectOf = (view: PolicyView, rule: string): string | null =>
  view.model.environment.shapes.get(rule)?.object ??
  view.program?.decisions.find(({ name }) => name === rule)?.object ??
  null;

/** A yes-or-no field says most; else the first value of an enumeration. */
const conditionOn = (fields: readonly Field[]): string | null => {
  const statement = fields.find(({ type }) => type.kind === "boolean");
  if (statement !== undefined) return statement.name;
  for (const { name, type } of fields) {
    if (type.kind === "enumeration" && type.values[0] !== undefined) return `${name}为${type.values[0]}`;
  }
  return null;
};

const freeName = ({ model }: PolicyView, name: string): string => {
  let free = name;
  for (let count = 2; model.declarations.byName.has(free); count += 1) free = `${name}${count}`;
  return free;
};
