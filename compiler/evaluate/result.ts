import { rational, type Rational } from "../../language/index.ts";
import type { Reason } from "../model/outcome.ts";
import type { Value } from "../model/value.ts";
import { union } from "./reason.ts";

/** A term whose value is not settled. A count keeps the bounds that are certain, because they may be enough. */
export interface Open {
  readonly kind: "open";
  readonly reasons: readonly Reason[];
  readonly bounds: Bounds | null;
}

export interface Bounds {
  readonly low: Rational;
  readonly high: Rational;
}

export type Result = Value | Open;

export const open = (...lists: readonly (readonly Reason[])[]): Open => ({
  kind: "open",
  reasons: union(...lists),
  bounds: null,
});

export const isOpen = (thing: object): thing is Open => "kind" in thing && thing.kind === "open";

export const openReasons = (result: Result): readonly Reason[] => (isOpen(result) ? result.reasons : []);

export const numberValue = (value: Rational | number | bigint): Value => ({
  kind: "number",
  value: typeof value === "object" ? value : rational(value),
});

/** Equal exactly where the values are. */
export const valueKey = (value: Value): string => {
  switch (value.kind) {
    case "boolean":
    case "text":
    case "enumeration":
    case "date":
      return `${value.kind}:${value.value}`;
    case "number":
      return `number:${value.value.numerator}/${value.value.denominator}`;
    case "coordinate":
      return `coordinate:${value.longitude},${value.latitude},${value.system ?? ""}`;
    case "reference":
      return JSON.stringify(["reference", value.object, value.id]);
  }
};

/** Numbers are kept in lowest terms, so equal keys and equal values are the same thing. */
export const sameValue = (left: Value, right: Value): boolean =>
  left.kind === right.kind && valueKey(left) === valueKey(right);
