import type { OutlineNode } from "../worker/worker-api.ts";

/** The nodes above the offset, from the outermost inwards. */
export const nodesAt = (nodes: readonly OutlineNode[], offset: number): readonly OutlineNode[] => {
  const node = lastBefore(nodes, offset);
  if (node === null || offset > endOf(node)) return [];
  return [node, ...nodesAt(node.children, offset)];
};

/** 第十六条第一款（二）, from the nodes above and the node itself; a block follows with its name. */
export const nodeLabel = (path: readonly OutlineNode[]): string => {
  const provisions = path.filter(({ kind }) => kind === "provision");
  const article = provisions.findLastIndex(({ label }) => /^第[^　]+条/u.test(label));
  const words = provisions
    .slice(Math.max(0, article))
    .map(({ label }) => label)
    .join(article === -1 ? "　" : "");
  const block = path.findLast(({ kind }) => kind === "block");
  return [words, block?.label].filter((part) => part !== undefined && part !== "").join(" · ");
};

/** Where the offset stands, in the words of the document. */
export const placeLabel = (nodes: readonly OutlineNode[], offset: number): string =>
  nodeLabel(nodesAt(nodes, offset));

/** A provision reaches to the end of the blocks that stand under it, which are no words of its own. */
const endOf = ({ span, children }: OutlineNode): number => {
  const last = children.at(-1);
  return last === undefined ? span.end : Math.max(span.end, endOf(last));
};

/** Nodes stand in the order of the text. */
const lastBefore = (nodes: readonly OutlineNode[], offset: number): OutlineNode | null => {
  let low = 0;
  let high = nodes.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (nodes[middle]!.span.start <= offset) low = middle + 1;
    else high = middle;
  }
  return nodes[low - 1] ?? null;
};
