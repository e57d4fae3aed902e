import { isNegated, nodeOf, opposite, type Edge, type Graph } from "./graph.ts";

/** The conjunctions under a root, those that others stand on first, and what is asked of each node. */
export interface Conjunctions {
  readonly operands: ReadonlyMap<number, readonly Edge[]>;
  /** The edges that the root asks to hold, wherever they do anything for it. */
  readonly asked: ReadonlySet<Edge>;
}

export const conjunctionsUnder = (graph: Graph, root: Edge, nodes: readonly number[]): Conjunctions => {
  const operands = flatten(graph, nodes);
  const asked = new Set<Edge>([root]);
  for (const [node, edges] of [...operands].toReversed()) {
    if (asked.has(2 * node)) for (const edge of edges) asked.add(edge);
    if (asked.has(2 * node + 1)) for (const edge of edges) asked.add(opposite(edge));
  }
  return { operands, asked };
};

/** The operands of conjunctions; one that only another conjunction uses is part of that one. */
const flatten = (graph: Graph, nodes: readonly number[]): Map<number, readonly Edge[]> => {
  const uses = new Map<number, number>();
  for (const node of nodes)
    for (const edge of graph.operands[node] ?? []) uses.set(nodeOf(edge), (uses.get(nodeOf(edge)) ?? 0) + 1);
  const isPart = (edge: Edge): boolean =>
    !isNegated(edge) && graph.operands[nodeOf(edge)] !== null && uses.get(nodeOf(edge)) === 1;
  const parts = new Set<number>();
  const flat = new Map<number, readonly Edge[]>();
  // From the root on, so that a part of a part is found where its whole is taken apart.
  for (const node of nodes.toReversed()) {
    if (graph.operands[node] === null || parts.has(node)) continue;
    const operands: Edge[] = [];
    const open = [...graph.operands[node]!];
    while (open.length > 0) {
      const edge = open.pop()!;
      if (isPart(edge)) {
        parts.add(nodeOf(edge));
        open.push(...graph.operands[nodeOf(edge)]!);
      } else operands.push(edge);
    }
    flat.set(node, operands.reverse());
  }
  return new Map([...flat].toReversed());
};
