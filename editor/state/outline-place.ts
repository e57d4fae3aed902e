import type { OutlineNode } from "../worker/worker-api.ts";

/** The nodes above the offset, from the outermost inwards. */
export const nodesAt = (nodes: readonly OutlineNode[], offset: number): readonly OutlineNode[] => {
  const node = lastBefore(nodes, offset);
  if (node === null || offset > node.span.end) return [];
  return [node, ...nodesAt(node.children, offset)];
};

/** 第十六条第一款（二）; within a block also its name. */
export const placeLabel = (nodes: readonly OutlineNode[], offset: number): string => {
  const above = nodesAt(nodes, offset);
  const provisions = above.filter(({ kind }) => kind === "provision");
  const first = Math.max(
    0,
    provisions.findLastIndex(({ label }) => /^第.+条(?!.)/u.test(label)),
  );
  const words = provisions
    .slice(first)
    .map(({ label }) => label)
    .join("");
  const block = above.findLast(({ kind }) => kind === "block");
  return [words, block?.label].filter((part) => part !== undefined && part !== "").join(" · ");
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
