import { add, compare, multiply, rational } from "../../language/index.ts";
import type { FactRecord, Facts } from "../model/facts.ts";
import type { Decision } from "../model/ir.ts";
import type { Type } from "../model/type.ts";
import type { Value } from "../model/value.ts";
import { printValue, withFacts, withRecord, type Run } from "../evaluate/index.ts";
import { boundariesBehind, smallestStep, valuesAround, type Boundaries } from "./boundary.ts";

/** The same register with more of one fact of one record. */
export interface Raised {
  readonly record: FactRecord;
  readonly facts: Facts;
  readonly value: Value;
  readonly print: string;
}

/** Every greater value of a field at which the result of a decision may change. */
export const withRaised = (
  run: Run,
  record: FactRecord,
  field: string,
  decision: Decision,
): readonly Raised[] => {
  const type = run.program.objects.get(record.object)?.fields.get(field)?.type;
  const value = record.facts.get(field);
  if (type === undefined || value === undefined) return [];
  return greaterValues(boundariesBehind(run.program, decision), type, value).map((greater) =>
    raisedTo(run, record, field, greater, type),
  );
};

/** The same register with this amount of the field. */
export const raisedTo = (
  run: Run,
  record: FactRecord,
  field: string,
  value: Value,
  type: Type | null = run.program.objects.get(record.object)?.fields.get(field)?.type ?? null,
): Raised => {
  const changed = withFacts(record, [[field, value]]);
  return { record: changed, facts: withRecord(run.facts, changed), value, print: printValue(value, type) };
};

const greaterValues = (boundaries: Boundaries, type: Type, value: Value): readonly Value[] => {
  if (type.kind === "number" && value.kind === "number") {
    const step = smallestStep(type);
    const near = [1, 1000].map((count) => add(value.value, multiply(step, rational(count))));
    const limits = valuesAround(type, boundaries);
    return [...near, ...limits]
      .filter((greater) => compare(greater, value.value) > 0)
      .map((greater) => ({ kind: "number", value: greater }));
  }
  if (type.kind === "date" && value.kind === "date") {
    return [1, 30, 366].map((days) => ({ kind: "date", value: value.value + days }));
  }
  if (type.kind === "boolean" && value.kind === "boolean")
    return value.value ? [] : [{ kind: "boolean", value: true }];
  if (type.kind !== "enumeration" || value.kind !== "enumeration" || type.ascending === null) return [];
  const place = type.ascending.indexOf(value.value);
  return place < 0
    ? []
    : type.ascending.slice(place + 1).map((greater) => ({ kind: "enumeration", value: greater }));
};
