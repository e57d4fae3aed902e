import type { Program } from "../../../compiler/model/ir.ts";
import type { Scenario } from "../../generators/program.ts";

/** Every name of a program that comes from its author: objects, fields, values, parameters, readings, rules. */
export const namesOf = (program: Program): readonly string[] => {
  const names = new Set<string>([
    ...program.objects.keys(),
    ...program.parameters.keys(),
    ...program.readings.keys(),
    ...program.exceptions.keys(),
    ...program.decisions.flatMap(({ id, name }) => [id, name]),
  ]);
  for (const { fields } of program.objects.values()) {
    for (const { name, type } of fields.values()) {
      names.add(name);
      if (type.kind === "enumeration") for (const value of type.values) names.add(value);
    }
  }
  for (const decision of program.decisions) {
    if (decision.kind !== "classification" || decision.type.kind !== "enumeration") continue;
    for (const value of decision.type.values) names.add(value);
  }
  return [...names];
};

/** The same scenario with other names, wherever they stand. */
export const renamed = (scenario: Scenario, names: ReadonlyMap<string, string>): Scenario => {
  const rename = (thing: unknown): unknown => {
    if (typeof thing === "string") return names.get(thing) ?? thing;
    if (thing instanceof Map) {
      return new Map(Array.from(thing, ([key, value]: [unknown, unknown]) => [rename(key), rename(value)]));
    }
    if (Array.isArray(thing)) return thing.map(rename);
    if (typeof thing !== "object" || thing === null) return thing;
    return Object.fromEntries(
      Object.entries(thing).map(([key, value]) => [key, KINDS.has(key) ? value : rename(value)]),
    );
  };
  return rename(scenario) as Scenario;
};

/** Words of the model itself. */
const KINDS: ReadonlySet<string> = new Set([
  "kind",
  "operator",
  "function",
  "quantifier",
  "unit",
  "dimension",
]);
