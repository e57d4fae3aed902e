/** A node of the graph, or its negation: twice the node, plus one where negated. */
export type Edge = number;

export const TRUE: Edge = 0;
export const FALSE: Edge = 1;

export const opposite = (edge: Edge): Edge => edge ^ 1;
export const nodeOf = (edge: Edge): number => edge >> 1;
export const isNegated = (edge: Edge): boolean => (edge & 1) === 1;

/**
 * A formula as conjunctions and negations, where equal parts are one node. Every node comes after those that it
 * stands on, so a pass in order needs no recursion.
 */
export class Graph {
  /** What a conjunction joins; `null` for an input. Node 0 is the constant. */
  readonly operands: (readonly Edge[] | null)[] = [null];
  readonly #known = new Map<string, Edge>();

  input(): Edge {
    this.operands.push(null);
    return (this.operands.length - 1) * 2;
  }

  and(edges: readonly Edge[]): Edge {
    const operands = [...new Set(edges)].filter((edge) => edge !== TRUE).sort((a, b) => a - b);
    // Sorted, a node stands right before its negation.
    const contradictory = operands.some(
      (edge, index) => operands[index + 1] === (edge | 1) && !isNegated(edge),
    );
    if (operands[0] === FALSE || contradictory) return FALSE;
    if (operands.length === 0) return TRUE;
    if (operands.length === 1) return operands[0]!;
    const key = operands.join(" ");
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    this.operands.push(operands);
    const made = (this.operands.length - 1) * 2;
    this.#known.set(key, made);
    return made;
  }

  or(edges: readonly Edge[]): Edge {
    return opposite(this.and(edges.map(opposite)));
  }

  /** The nodes under an edge, those that others stand on first. The constant is none of them. */
  under(root: Edge): readonly number[] {
    const needed = new Uint8Array(this.operands.length);
    needed[nodeOf(root)] = 1;
    const nodes: number[] = [];
    for (let node = nodeOf(root); node > 0; node--) {
      if (needed[node] === 0) continue;
      nodes.push(node);
      for (const edge of this.operands[node] ?? []) needed[nodeOf(edge)] = 1;
    }
    return nodes.reverse();
  }
}
