import { divide, multiply, printRational, rational, unitOf } from "../../../language/index.ts";
import type { Type } from "../../model/type.ts";
import type { Value } from "../../model/value.ts";
import { isoDay } from "../day.ts";

/** A value for programs: numbers as exact text in the declared unit (100笔, 79.9％, 1/3公里), days as 2026-01-01. */
export const exactValue = (value: Value, type: Type | null): unknown => {
  switch (value.kind) {
    case "number":
      return exactNumber(value.value, type);
    case "date":
      return isoDay(value.value);
    case "boolean":
    case "text":
    case "enumeration":
      return value.value;
    case "coordinate":
      return { longitude: value.longitude, latitude: value.latitude, system: value.system };
    case "reference":
      return value.id;
  }
};

export const exactNumber = (
  value: Extract<Value, { kind: "number" }>["value"],
  type: Type | null,
): string => {
  if (type?.kind !== "number") return printRational(value);
  if (type.share) return `${printRational(multiply(value, rational(100n)))}％`;
  const factor = (type.unit === null ? null : unitOf(type.unit)?.factor) ?? rational(1n);
  return `${printRational(divide(value, factor) ?? value)}${type.unit ?? ""}`;
};
