import { sharedSchema } from "../../analyse/witness/index.ts";
import type { Program } from "../../model/ir.ts";

/** Two programs read as one for their words: fields, parameters, and how the rules speak of them. */
export const withBoth = (left: Program, right: Program): Program => {
  const [low, high] = left.policy.name <= right.policy.name ? [left, right] : [right, left];
  const known = together.get(low)?.get(high);
  if (known !== undefined) return known;
  const both: Program = {
    ...low,
    ...sharedSchema(low, high),
    decisions: [...low.decisions, ...high.decisions],
    exceptions: new Map([...high.exceptions, ...low.exceptions]),
  };
  const partners = together.get(low) ?? new WeakMap<Program, Program>();
  together.set(low, partners.set(high, both));
  return both;
};

const together = new WeakMap<Program, WeakMap<Program, Program>>();
