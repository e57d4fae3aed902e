import type { DecisionText, HeadingNode, UnitNode } from "./nodes.ts";

/** The heading that each 条 stands under. */
export type Chapters = ReadonlyMap<UnitNode, HeadingNode>;

export const chaptersOf = ({ nodes }: DecisionText): Chapters => {
  const chapters = new Map<UnitNode, HeadingNode>();
  let heading: HeadingNode | null = null;
  for (const node of nodes) {
    if (node.kind === "heading") heading = node;
    else if (node.kind === "unit" && heading !== null) chapters.set(node, heading);
  }
  return chapters;
};
