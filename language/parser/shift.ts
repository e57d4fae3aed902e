import type { Block } from "../ast.ts";

/** The block as it was read first, and how far it has moved since. */
export interface BlockOrigin {
  readonly block: Block;
  readonly by: number;
}

const origins = new WeakMap<Block, BlockOrigin>();

/**
 * Where a block comes from: the same object for as long as its text and the words it was cut with stay the
 * same, wherever it moves. Later passes memoise on it and move their own results by `by`.
 */
export const originOf = (block: Block): BlockOrigin => origins.get(block) ?? { block, by: 0 };

/**
 * The block a number of characters further. Its sentences move when somebody first looks at them: after a
 * keystroke at the top of a file nobody looks at most of the blocks below.
 */
export const moveBlock = (block: Block, by: number): Block => {
  const moved = {};
  for (const [key, value] of Object.entries(block)) {
    if (Array.isArray(value) && value.length > 0) {
      Object.defineProperty(moved, key, {
        enumerable: true,
        configurable: true,
        get: () => {
          const shifted = shift(value, by);
          Object.defineProperty(moved, key, { enumerable: true, value: shifted });
          return shifted;
        },
      });
    } else {
      (moved as Record<string, unknown>)[key] = shift(value, by);
    }
  }
  origins.set(moved as Block, { block, by });
  return moved as Block;
};

/** The same tree a number of characters further: every span in it moves. */
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
