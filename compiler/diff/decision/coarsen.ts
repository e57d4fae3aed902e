import type { Closeness } from "./describe.ts";
import type { DecisionNode, DecisionText } from "./nodes.ts";
import type { NodePairs } from "./pairs.ts";
import type { Hints } from "./plan.ts";
import type { ReplayedNode } from "./replay.ts";
import { bareWords } from "./bare-words.ts";

/**
 * Compares what a decision made with what it should have made, and asks for more words where they differ. False
 * where nothing is left to ask for.
 */
export const coarsen = (
  hints: Hints,
  made: readonly ReplayedNode[],
  right: DecisionText,
  pairs: NodePairs,
): boolean => {
  const results = new Map(made.filter(({ kind }) => kind !== "heading").map((node) => [node.label, node]));
  let asked = false;
  for (const node of right.nodes) {
    if (node.kind === "heading") continue;
    const result = results.get(node.label);
    const wanted = bareWords(right.text.slice(node.stretch.start, node.stretch.end));
    if (result !== undefined && bareWords(result.text) === wanted) continue;
    const next = COARSER[hints.closeness.get(node) ?? "words"];
    if (next === null) continue;
    hints.closeness.set(node, next);
    asked = true;
  }
  const before = hints.rebuilt.size;
  rebuildHeadings(hints, made, right, pairs);
  const isInOrder = made.every(({ label }, index) => label === right.nodes[index]?.label);
  if (!isInOrder && hints.rebuilt.size === before) {
    for (const heading of pairs.headings.keys()) hints.rebuilt.add(heading);
  }
  return asked || hints.rebuilt.size > before;
};

const COARSER: Readonly<Record<Closeness, Closeness | null>> = {
  words: "parts",
  parts: "whole",
  whole: null,
};

/** Headings that do not stand in front of the same 条 as they should, or have not the same words. */
const rebuildHeadings = (
  hints: Hints,
  made: readonly ReplayedNode[],
  right: DecisionText,
  pairs: NodePairs,
): void => {
  const found = headingsByUnit(made.map(({ kind, label, text }) => ({ kind, label, words: text })));
  const wanted = headingsByUnit(
    right.nodes.map((node) => ({
      kind: node.kind,
      label: node.label,
      words: right.text.slice(node.stretch.start, node.stretch.end),
    })),
  );
  const wrong = new Set<string>();
  for (const unit of new Set([...found.keys(), ...wanted.keys()])) {
    const [one, other] = [found.get(unit) ?? [], wanted.get(unit) ?? []];
    if (one.join("\n") === other.join("\n")) continue;
    for (const words of [...one, ...other]) wrong.add(words);
  }
  for (const [old, heading] of pairs.headings) {
    if (wrong.has(bareWords(right.text.slice(heading.stretch.start, heading.stretch.end)))) {
      hints.rebuilt.add(old);
    }
  }
};

const headingsByUnit = (
  nodes: readonly { readonly kind: DecisionNode["kind"]; readonly label: string; readonly words: string }[],
): ReadonlyMap<string, readonly string[]> => {
  const groups = new Map<string, string[]>();
  let open: string[] = [];
  for (const { kind, label, words } of nodes) {
    if (kind === "heading") open.push(bareWords(words));
    if (kind !== "unit") continue;
    if (open.length > 0) groups.set(label, open);
    open = [];
  }
  if (open.length > 0) groups.set("", open);
  return groups;
};
