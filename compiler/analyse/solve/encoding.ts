import { compare, ZERO, type Rational } from "../../../language/index.ts";
import { Chain } from "./chain.ts";
import type { Ceiling, Form } from "./form.ts";
import { isNegated, nodeOf, type Edge, type Graph } from "./graph.ts";
import type { Problem } from "./problem.ts";
import { negation, Search, type Literal } from "./search.ts";

/** The problem as clauses: which variable of the search stands for what. */
export interface Encoding {
  readonly search: Search;
  /** The variable of each group of a choice that the formula asks for; of two groups, that of the second only. */
  readonly groups: ReadonlyMap<string, readonly number[]>;
  readonly chains: readonly Chain[];
}

/** Writes the clauses. The root is not constant. */
export const encode = (problem: Problem): Encoding => {
  const search = new Search();
  const nodes = problem.graph.under(problem.root);
  const variables = new Map<number, number>();
  const groups = encodeChoices(problem, nodes, search, variables);
  const chains = encodeCeilings(problem, nodes, search, variables);
  encodeConjunctions(problem, nodes, search, variables);
  return { search, groups, chains };
};

const encodeChoices = (
  { inputs, choices }: Problem,
  nodes: readonly number[],
  search: Search,
  variables: Map<number, number>,
): Map<string, number[]> => {
  const groups = new Map<string, number[]>();
  for (const node of nodes) {
    const input = inputs.get(node);
    if (input?.kind !== "group") continue;
    const count = choices.get(input.choice)!.first.length;
    let made = groups.get(input.choice);
    if (made === undefined) {
      made = count === 2 ? [search.variable(false)] : oneOf(count, search);
      groups.set(input.choice, made);
    }
    variables.set(node, made[count === 2 ? 0 : input.group]!);
  }
  return groups;
};

/** Variables of which exactly one is true, at first the first. */
const oneOf = (count: number, search: Search): number[] => {
  const made = Array.from({ length: count }, (_, group) => search.variable(group === 0));
  search.exclude(made);
  search.clause(made.map((variable) => 2 * variable));
  return made;
};

const encodeCeilings = (
  { inputs }: Problem,
  nodes: readonly number[],
  search: Search,
  variables: Map<number, number>,
): Chain[] => {
  const chains = new Map<string, Chain>();
  for (const node of nodes) {
    const input = inputs.get(node);
    if (input?.kind !== "ceiling") continue;
    const { form, ceiling } = input;
    const variable = search.variable(reaches(ceiling, nearestToZero(form)));
    variables.set(node, variable);
    const chain = chains.get(form.key) ?? new Chain(form);
    chains.set(form.key, chain);
    chain.links.push({ ceiling, variable });
  }
  for (const chain of chains.values()) chain.connect(search);
  return [...chains.values()];
};

const nearestToZero = ({ lower, upper }: Form): Rational =>
  lower !== null && lower.numerator > 0n ? lower : upper !== null && upper.numerator < 0n ? upper : ZERO;

const reaches = ({ value, strict }: Ceiling, number: Rational): boolean =>
  compare(number, value) < (strict ? 0 : 1);

/** Only in the direction in which the root needs it. */
const encodeConjunctions = (
  { graph, root }: Problem,
  nodes: readonly number[],
  search: Search,
  variables: Map<number, number>,
): void => {
  const flat = flatten(graph, nodes);
  for (const node of flat.keys()) variables.set(node, search.variable(false));
  const literal = (edge: Edge): Literal => 2 * variables.get(nodeOf(edge))! + (isNegated(edge) ? 1 : 0);
  const needed = new Set<Edge>([root]);
  search.clause([literal(root)]);
  for (const [node, operands] of [...flat].toReversed()) {
    const itself = 2 * node;
    if (needed.has(itself)) {
      for (const operand of operands) {
        needed.add(operand);
        search.clause([negation(literal(itself)), literal(operand)]);
      }
    }
    if (needed.has(itself + 1)) {
      for (const operand of operands) needed.add(operand ^ 1);
      search.clause([literal(itself), ...operands.map((operand) => negation(literal(operand)))]);
    }
  }
};

/** The conjunctions in order; one that only another conjunction uses is part of that one. */
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
