import type { ComparedRow, OutlineNode } from "../../worker/worker-api.ts";
import type { IconName } from "../icon/icons.ts";
import type { OutlineMark } from "../outline/outline.ts";

type Change = NonNullable<ComparedRow["change"]>;

/** A picture for each way in which a provision changed; the word stands beside it. */
export const CHANGE_ICONS = {
  unchanged: "check",
  changed: "diff-modified",
  added: "diff-added",
  deleted: "diff-removed",
  renumbered: "diff-renamed",
  moved: "move",
  split: "split",
  merged: "merge",
} as const satisfies Readonly<Record<Change, IconName>>;

/** Marks of the rows that have a word for what became of them. */
export const changeMarks = (rows: readonly ComparedRow[]): ReadonlyMap<string, OutlineMark> =>
  new Map(
    rows.flatMap((row) =>
      row.change === null ? [] : [[row.id, { icon: CHANGE_ICONS[row.change], word: row.word }] as const],
    ),
  );

/** The tree with changed provisions alone, below the headings that they stand under. */
export const changedNodes = (
  nodes: readonly OutlineNode[],
  isChanged: (id: string) => boolean,
): readonly OutlineNode[] =>
  nodes.flatMap((node) => {
    const children = changedNodes(node.children, isChanged);
    return children.length === 0 && !isChanged(node.id) ? [] : [{ ...node, children }];
  });

/** Rows that tell of a change, with the headings that any of them stands under. */
export const changedRows = (
  rows: readonly ComparedRow[],
  isTold: (row: ComparedRow) => boolean,
): readonly ComparedRow[] => {
  const kept: ComparedRow[] = [];
  let headings: ComparedRow[] = [];
  for (const row of rows) {
    if (row.kind === "heading") {
      headings = [...headings.filter(({ depth }) => depth < row.depth), row];
      // A changed heading is told even where nothing below it is.
      if (!isTold(row)) continue;
    } else if (!isTold(row)) continue;
    if (row.kind === "furniture") headings = [];
    kept.push(...headings.filter((heading) => heading !== row), row);
    headings = [];
  }
  return kept;
};
