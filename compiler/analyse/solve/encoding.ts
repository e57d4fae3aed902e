import { compare, ZERO, type Rational } from "../../../language/index.ts";
import { Chain, type Link } from "./chain.ts";
import { conjunctionsUnder, type Conjunctions } from "./conjunctions.ts";
import type { Ceiling, Form } from "./form.ts";
import { isNegated, nodeOf, type Edge } from "./graph.ts";
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
  const conjunctions = conjunctionsUnder(problem.graph, problem.root, nodes);
  const groups = encodeChoices(problem, nodes, search, variables);
  const chains = encodeCeilings(problem, nodes, conjunctions.asked, search, variables);
  encodeConjunctions(problem.root, conjunctions, search, variables);
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
  wanted: ReadonlySet<Edge>,
  search: Search,
  variables: Map<number, number>,
): Chain[] => {
  const chains = new Map<string, Chain>();
  for (const node of nodes) {
    const input = inputs.get(node);
    if (input?.kind !== "ceiling") continue;
    const { form, ceiling } = input;
    const asked = { holding: wanted.has(2 * node), failing: wanted.has(2 * node + 1) };
    const variable = search.variable(firstValue(form, ceiling, asked));
    variables.set(node, variable);
    const chain = chains.get(form.key) ?? new Chain(form);
    chains.set(form.key, chain);
    chain.links.push({ ceiling, variable, asked });
  }
  for (const chain of chains.values()) chain.connect(search);
  return [...chains.values()];
};

/** What asks nothing of a sum comes first; else what numbers near zero say. */
const firstValue = (form: Form, ceiling: Ceiling, { holding, failing }: Link["asked"]): boolean =>
  form.terms.length > 1 && holding !== failing ? failing : reaches(ceiling, nearestToZero(form));

const nearestToZero = ({ lower, upper }: Form): Rational =>
  lower !== null && lower.numerator > 0n ? lower : upper !== null && upper.numerator < 0n ? upper : ZERO;

const reaches = ({ value, strict }: Ceiling, number: Rational): boolean =>
  compare(number, value) < (strict ? 0 : 1);

/** Only in the direction in which the root needs it. */
const encodeConjunctions = (
  root: Edge,
  { operands, asked }: Conjunctions,
  search: Search,
  variables: Map<number, number>,
): void => {
  for (const node of operands.keys()) variables.set(node, search.variable(false));
  const literal = (edge: Edge): Literal => 2 * variables.get(nodeOf(edge))! + (isNegated(edge) ? 1 : 0);
  search.clause([literal(root)]);
  for (const [node, edges] of operands) {
    const itself = literal(2 * node);
    if (asked.has(2 * node)) for (const edge of edges) search.clause([negation(itself), literal(edge)]);
    if (asked.has(2 * node + 1)) search.clause([itself, ...edges.map((edge) => negation(literal(edge)))]);
  }
};
