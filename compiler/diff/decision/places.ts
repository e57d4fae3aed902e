import { parseCitation, resolveCitation, withoutSpace, type Provision } from "../../../language/index.ts";
import { partName } from "./part-name.ts";
import type { DecisionNode, DecisionText } from "./nodes.ts";

/** What a label of a decision means in the text in force. */
export interface NamedPlace {
  readonly node: DecisionNode;
  /** Null for the node as a whole. */
  readonly part: Provision | null;
}

export type PlaceFinder = (label: string) => NamedPlace | string;

/** Finds places by their labels; a Chinese sentence where there is none, or more than one. */
export const placesIn = (text: DecisionText): PlaceFinder => {
  const byLabel = new Map<string, DecisionNode[]>();
  for (const node of text.nodes) push(byLabel, withoutSpace(node.label), node);
  const parts = new Map<string, NamedPlace[]>();
  const nodeOf = new Map<Provision, DecisionNode>();
  for (const node of text.nodes) {
    if (node.kind === "heading" || node.provision === null) continue;
    nodeOf.set(node.provision, node);
    for (const part of below(node.provision)) {
      nodeOf.set(part, node);
      for (const name of new Set([part.label, partName(part)]))
        push(parts, withoutSpace(name), { node, part });
    }
  }
  return (label) => {
    const sought = withoutSpace(label);
    const nodes = byLabel.get(sought) ?? [];
    if (nodes.length > 1) return `原文中有${nodes.length}处“${label}”，不能确定修改的是哪一处。`;
    if (nodes[0] !== undefined) return { node: nodes[0], part: null };
    const found = parts.get(sought) ?? [];
    if (found.length > 1) return `原文中有${found.length}处“${label}”，不能确定修改的是哪一处。`;
    if (found[0] !== undefined) return found[0];
    const citation = parseCitation(label);
    const resolution = citation === null ? null : resolveCitation(citation, null, text.document);
    const [cited] = resolution?.provisions ?? [];
    const node = cited === undefined ? undefined : nodeOf.get(cited);
    if (cited === undefined || node === undefined) return `原文中没有找到“${label}”。`;
    return { node, part: node.provision === cited ? null : cited };
  };
};

const push = <Key, Value>(map: Map<Key, Value[]>, key: Key, value: Value): void => {
  const known = map.get(key);
  if (known === undefined) map.set(key, [value]);
  else known.push(value);
};

/** Everything below; a single 款 goes by the name of its 条 and is left out. */
const below = (provision: Provision): Provision[] =>
  provision.children.flatMap((child) => [
    ...(child.label === provision.label ? [] : [child]),
    ...below(child),
  ]);
