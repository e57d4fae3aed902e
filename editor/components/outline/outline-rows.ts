import type { OutlineNode } from "../../worker/worker-api.ts";

/** A line of the tree as it is shown. */
export interface OutlineRow {
  readonly node: OutlineNode;
  /** From 1. */
  readonly level: number;
  /** Among its siblings that are shown, from 1, and how many these are. */
  readonly position: number;
  readonly count: number;
  readonly hasChildren: boolean;
  readonly isOpen: boolean;
}

export interface OutlineChoice {
  readonly folded: ReadonlySet<string>;
  /** Words in the label or in the text; empty for all. */
  readonly filter: string;
  readonly untreatedOnly: boolean;
}

/** The lines that are shown. What a filter finds stays below what it belongs to, and is unfolded. */
export const outlineRows = (
  nodes: readonly OutlineNode[],
  { folded, filter, untreatedOnly }: OutlineChoice,
): readonly OutlineRow[] => {
  const words = filter.trim();
  const isFiltered = words !== "" || untreatedOnly;
  const kept = isFiltered ? new Set<OutlineNode>() : null;
  const keep = (node: OutlineNode, isInside: boolean): boolean => {
    const own =
      (words === "" || isInside || node.label.includes(words) || node.words.includes(words)) &&
      (!untreatedOnly || (node.kind === "provision" && node.state === "未处理"));
    const found = words !== "" && (isInside || node.label.includes(words));
    let below = false;
    for (const child of node.children) below = keep(child, found) || below;
    if (own || below) kept?.add(node);
    return own || below;
  };
  if (isFiltered) for (const node of nodes) keep(node, false);
  const rows: OutlineRow[] = [];
  const add = (siblings: readonly OutlineNode[], level: number): void => {
    const shown = kept === null ? siblings : siblings.filter((node) => kept.has(node));
    for (const [at, node] of shown.entries()) {
      const hasChildren =
        kept === null ? node.children.length > 0 : node.children.some((child) => kept.has(child));
      const isOpen = hasChildren && (isFiltered || !folded.has(node.id));
      rows.push({ node, level, position: at + 1, count: shown.length, hasChildren, isOpen });
      if (isOpen) add(node.children, level + 1);
    }
  };
  add(nodes, 1);
  return rows;
};

/** Where the rows stand, by the id of their node. */
export const placesOf = (rows: readonly OutlineRow[]): ReadonlyMap<string, number> =>
  new Map(rows.map(({ node }, at) => [node.id, at]));

/** The row of the lowest node that is shown among the given ones, outermost first; -1 where none is. */
export const rowOfInnermost = (
  places: ReadonlyMap<string, number>,
  above: readonly OutlineNode[],
): number => {
  const shown = above.findLast(({ id }) => places.has(id));
  return shown === undefined ? -1 : (places.get(shown.id) ?? -1);
};

/** The parent's row, from which a row is reached by the left arrow. */
export const parentRow = (rows: readonly OutlineRow[], at: number): number => {
  const level = rows[at]?.level ?? 1;
  for (let above = at - 1; above >= 0; above -= 1) if (rows[above]!.level < level) return above;
  return at;
};

/** The next row whose label begins with the typed words, after the active one and from the top again. */
export const rowStartingWith = (rows: readonly OutlineRow[], from: number, typed: string): number => {
  for (let step = 0; step < rows.length; step += 1) {
    const at = (from + step) % rows.length;
    if (rows[at]!.node.label.startsWith(typed)) return at;
  }
  return -1;
};
