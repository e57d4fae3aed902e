import { span, type Span } from "../../../language/index.ts";
import { bareWords } from "./bare-words.ts";
import type { DecisionNode, DecisionText, HeadingNode } from "./nodes.ts";
import type { Statement } from "./statement.ts";

/** An item of the decision and its place in the right text. */
export interface PlacedItem {
  readonly at: number;
  readonly statements: readonly Statement[];
}

export interface HeadingPlan {
  readonly left: DecisionText;
  readonly right: DecisionText;
  /** The heading in force that a right one goes on from. */
  readonly old: ReadonlyMap<HeadingNode, HeadingNode>;
  /** Numbers follow from the order and need no sentence. */
  readonly inOrder: boolean;
  readonly placeOf: (node: DecisionNode) => number;
  readonly placeOfGone: (node: DecisionNode) => number;
}

/** What is said of 编、章、节; null where a new one has no 条 behind it to name its place. */
export const headingItems = (plan: HeadingPlan): readonly PlacedItem[] | null => {
  const { left, right, old, placeOf } = plan;
  const kept = new Set(old.values());
  const items: PlacedItem[] = [];
  for (const node of left.nodes) {
    if (node.kind !== "heading" || kept.has(node)) continue;
    const statement: Statement = { kind: "deleteHeading", target: node.label };
    items.push({ at: plan.placeOfGone(node) + 0.125, statements: [statement] });
  }
  let nextUnit: string | null = null;
  for (const node of right.nodes.toReversed()) {
    if (node.kind === "unit") nextUnit = node.label;
    if (node.kind !== "heading") continue;
    const before = old.get(node);
    if (before === undefined && nextUnit === null) return null;
    const statement = before === undefined ? added(right, node, nextUnit ?? "") : changed(plan, before, node);
    if (statement !== null) items.push({ at: placeOf(node), statements: [statement] });
  }
  return items;
};

const added = (right: DecisionText, node: HeadingNode, before: string): Statement => {
  const title = node.title === null ? null : wordsOf(right, node.title);
  return { kind: "addHeading", label: node.label, title, before };
};

/** Its number is told where it does not follow from the order of the 条. */
const changed = (plan: HeadingPlan, old: HeadingNode, node: HeadingNode): Statement | null => {
  const before = wordsOf(plan.left, old.title ?? span(0, 0));
  const after = wordsOf(plan.right, node.title ?? span(0, 0));
  const title = bareWords(before) === bareWords(after) ? null : after;
  const keepsNumber = plan.inOrder || old.provision.number === node.provision.number;
  const becomes = keepsNumber ? null : node.label;
  if (title === null && becomes === null) return null;
  return { kind: "heading", target: old.label, becomes, title };
};

const wordsOf = ({ text }: DecisionText, { start, end }: Span): string => text.slice(start, end);
