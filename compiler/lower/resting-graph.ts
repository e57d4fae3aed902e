import { walk, type Name, type TreeNode } from "../../language/index.ts";
import {
  ofKind,
  type Declarations,
  type DeclaredClassification,
  type DeclaredDefinition,
  type DeclaredIndicator,
  type DeclaredRanking,
} from "../resolve/declared.ts";

/** What is declared by words that may use other such names. */
export type Resting = DeclaredDefinition | DeclaredIndicator | DeclaredClassification | DeclaredRanking;

/** Each with those whose names stand in its words. */
export type RestingGraph = ReadonlyMap<Resting, readonly Resting[]>;

export const restingGraph = (declarations: Declarations): RestingGraph => {
  const nodes: readonly Resting[] = [
    ...ofKind(declarations, "definition"),
    ...ofKind(declarations, "indicator"),
    ...ofKind(declarations, "classification"),
    ...ofKind(declarations, "ranking"),
  ];
  const named = new Map<string, Resting[]>();
  for (const node of nodes) named.set(node.name, [...(named.get(node.name) ?? []), node]);
  return new Map(
    nodes.map((node) => {
      const names = new Set(namesIn(contentOf(node)).map(({ text }) => text));
      return [node, [...names].flatMap((name) => named.get(name) ?? [])];
    }),
  );
};

/** Every name in a part of the tree. */
export const namesIn = (root: unknown): readonly Name[] => {
  const found: Name[] = [];
  walk(root, (node) => {
    if (isName(node)) found.push(node);
  });
  return found;
};

const isName = (node: TreeNode): node is Name => node.kind === "name";

/** The words that say what the name means. */
export const contentOf = (node: Resting): unknown => {
  switch (node.kind) {
    case "definition":
      return node.definition.phrase;
    case "indicator":
      return node.indicator.value;
    case "classification":
      return node.block.items;
    case "ranking":
      return [node.block.members, node.block.keys.map(({ value }) => value)];
  }
};

/** The shortest way from one back to itself. */
export const shortestCircle = (from: Resting, graph: RestingGraph): readonly Resting[] | null => {
  const ways: (readonly Resting[])[] = [[from]];
  const seen = new Set<Resting>();
  for (const way of ways) {
    for (const next of graph.get(way.at(-1)!) ?? []) {
      if (next === from) return way;
      if (!seen.has(next)) ways.push([...way, next]);
      seen.add(next);
    }
  }
  return null;
};
