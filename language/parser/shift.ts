/**
 * The same tree a number of characters further: every span in it moves, everything else is shared where
 * nothing below it has a span.
 */
export const shift = <Value>(value: Value, by: number): Value => moved(value, by) as Value;

const moved = (value: unknown, by: number): unknown => {
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.length === 0 ? value : value.map((part) => moved(part, by));
  const { start, end } = value as { start?: unknown; end?: unknown };
  if (typeof start === "number" && typeof end === "number") return { start: start + by, end: end + by };
  const { numerator } = value as { numerator?: unknown };
  if (typeof numerator === "bigint") return value;
  const copy: Record<string, unknown> = {};
  for (const key in value) copy[key] = moved((value as Record<string, unknown>)[key], by);
  return copy;
};
