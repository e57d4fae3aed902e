import type { Clause, Finding } from "./finding.ts";
import type { Node } from "./normal.ts";
import type { Side, Sides } from "./sides.ts";

export const clauseOf = (node: Node, side: Side): Clause => ({
  condition: node.source,
  origin: node.source.origin,
  dormant: isDormant(node, side),
});

/** Whether a node holds only under a reading that is not adopted. */
export const isDormant = (node: Node, { program }: Side): boolean =>
  node.guards.some(({ name, option }) => program.readings.get(name)?.adopted !== option);

/** What every finding between two clauses has, before it is told what it is. */
export const between = (left: Node, right: Node, sides: Sides): Omit<Finding, "kind"> => ({
  left: clauseOf(left, sides.left),
  right: clauseOf(right, sides.right),
  before: null,
  after: null,
  what: null,
  effect: 0,
  wording: false,
});
