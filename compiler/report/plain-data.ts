import { printRational } from "../../language/index.ts";
import type { Rational } from "../../language/index.ts";

/** Keys that repeat whole texts or point back up the tree; a stage shows each thing once. */
const LEFT_OUT = new Set([
  "source",
  "segments",
  "segment",
  "document",
  "parent",
  "provisions",
  "text",
  "findings",
]);

/**
 * A tree of the compiler as data that JSON can hold: maps become objects, fractions their decimal
 * form, spans `[start, end]`. Class instances and functions do not occur in these trees.
 */
export const plainData = (value: unknown, seen: readonly object[] = []): unknown => {
  if (typeof value === "bigint") return value.toString();
  if (typeof value !== "object" || value === null) return value;
  if (seen.includes(value)) return "（见上）";
  const path = [...seen, value];
  if (Array.isArray(value)) return value.map((each) => plainData(each, path));
  if (value instanceof Map)
    return Object.fromEntries([...value].map(([key, each]) => [String(key), plainData(each, path)]));
  if (value instanceof Set) return [...value].map((each) => plainData(each, path));
  if (isRational(value)) return printRational(value);
  if (isSpan(value)) return `${value.start}–${value.end}`;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, each]) =>
      isLeftOut(key, each) || (key === "text" && "provisions" in value) ? [] : [[key, plainData(each, path)]],
    ),
  );
};

const isLeftOut = (key: string, value: unknown): boolean =>
  LEFT_OUT.has(key) && typeof value === "object" && value !== null;

const isRational = (value: object): value is Rational =>
  "numerator" in value &&
  "denominator" in value &&
  typeof value.numerator === "bigint" &&
  typeof value.denominator === "bigint";

const isSpan = (value: object): value is { start: number; end: number } => {
  const keys = Object.keys(value);
  return (
    keys.length === 2 &&
    "start" in value &&
    "end" in value &&
    typeof value.start === "number" &&
    typeof value.end === "number"
  );
};
