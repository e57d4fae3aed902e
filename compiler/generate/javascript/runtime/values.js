// @ts-check
/** @import { Fraction } from "./numbers.js" */
/** @import { Reason } from "./reasons.js" */
import { fraction, wholeNumber } from "./numbers.js";
import { readDay } from "./calendar.js";
import { joinedReasons, Later, reasonLevel } from "./reasons.js";

/**
 * A known value; numbers are exact and in base units, dates are days since 1970-01-01.
 * @typedef {{ readonly kind: "boolean", readonly value: boolean }
 *   | { readonly kind: "text" | "enumeration", readonly value: string }
 *   | { readonly kind: "number", readonly value: Fraction }
 *   | { readonly kind: "date", readonly value: number }
 *   | { readonly kind: "coordinate", readonly longitude: number, readonly latitude: number, readonly system: string | null }
 *   | { readonly kind: "reference", readonly object: string, readonly id: string }} Value
 */

/**
 * No value, and why; `level` is 3 where a fact is missing and 2 where only a decision is. A count keeps the bounds that are
 * certain, because they may be enough.
 * @typedef {{ readonly kind: "open", readonly level: number, readonly reasons: readonly Reason[], readonly low: Fraction | null, readonly high: Fraction | null }} Open
 */

/** @typedef {Value | Open} Result */

/** @type {(value: boolean) => Value} */
export const booleanValue = (value) => ({ kind: "boolean", value });
/** @type {(value: string) => Value} */
export const textValue = (value) => ({ kind: "text", value });
/** @type {(value: string) => Value} */
export const classValue = (value) => ({ kind: "enumeration", value });
/** @type {(above: bigint, below?: bigint) => Value} */
export const numberValue = (above, below) => ({ kind: "number", value: fraction(above, below) });
/** @type {(count: number) => Value} */
export const countValue = (count) => ({ kind: "number", value: wholeNumber(count) });
/** @type {(day: string | number) => Value} */
export const dateValue = (day) => ({
  kind: "date",
  value: typeof day === "number" ? day : (readDay(day) ?? 0),
});
/** @type {(longitude: number, latitude: number, system: string | null) => Value} */
export const coordinateValue = (longitude, latitude, system) => ({
  kind: "coordinate",
  longitude,
  latitude,
  system,
});
/** @type {(object: string, id: string) => Value} */
export const referenceValue = (object, id) => ({ kind: "reference", object, id });

/** @type {(...lists: readonly (readonly Reason[])[]) => Open} */
export const openFor = (...lists) => {
  const reasons = joinedReasons(...lists);
  return { kind: "open", level: reasonLevel(reasons), reasons, low: null, high: null };
};

/** What follows from values of which some are open. @type {(...results: readonly Result[]) => Open} */
export const stillOpen = (...results) => {
  const open = results.filter((result) => result.kind === "open");
  return new Later(Math.max(0, ...open.map(({ level }) => level)), () =>
    joinedReasons(...open.map(({ reasons }) => reasons)),
  );
};

/** @type {(result: Result) => readonly Reason[]} */
export const reasonsBehind = (result) => (result.kind === "open" ? result.reasons : []);

/** Equal exactly where the values are. @type {(value: Value) => string} */
export const valueKey = (value) => {
  switch (value.kind) {
    case "number":
      return `number:${value.value.above}/${value.value.below}`;
    case "coordinate":
      return `coordinate:${value.longitude},${value.latitude},${value.system ?? ""}`;
    case "reference":
      return `reference:${JSON.stringify([value.object, value.id])}`;
    case "boolean":
    case "text":
    case "enumeration":
    case "date":
      return `${value.kind}:${value.value}`;
  }
};

/** @type {(left: Value, right: Value) => boolean} */
export const sameValue = (left, right) => {
  if (left.kind === "number" || left.kind === "coordinate" || left.kind === "reference")
    return left.kind === right.kind && valueKey(left) === valueKey(right);
  return left.kind === right.kind && left.value === right.value;
};

/** A value of another kind than the rule reads is no value. @type {(words?: string) => Open} */
export const unreadable = (words = "") => openFor([{ kind: "缺少事实", name: words, object: "", id: "" }]);
