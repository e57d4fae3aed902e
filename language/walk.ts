import type { Block } from "./ast.ts";
import type { Span } from "./source.ts";

/** Anything of the tree that has a kind: blocks, sentences, conditions, values, names. */
export interface TreeNode {
  readonly kind: string;
  readonly span: Span;
}

/** What a visitor may say: leave out what is below this node. */
export type Visit = (node: TreeNode, ancestors: readonly TreeNode[]) => "skip" | undefined | void;

/** Visits every node under a value in reading order, parents before children. */
export const walk = (root: unknown, visit: Visit): void => walkUnder(root, visit, []);

/** Every node of one kind in reading order. */
export const nodesOfKind = <Kind extends string>(
  root: unknown,
  kind: Kind,
): (TreeNode & { readonly kind: Kind })[] => {
  const found: (TreeNode & { readonly kind: Kind })[] = [];
  walk(root, (node) => {
    if (node.kind === kind) found.push(node as TreeNode & { readonly kind: Kind });
  });
  return found;
};

/** The innermost nodes around an offset, outermost first. */
export const nodesAt = (root: Block | readonly Block[], offset: number): readonly TreeNode[] => {
  const path: TreeNode[] = [];
  walk(root, (node) => {
    if (offset < node.span.start || offset > node.span.end) return "skip";
    path.push(node);
    return undefined;
  });
  return path;
};

/**
 * The tree without positions, for comparing what two texts say. Where the text stands (segments,
 * provisions) goes too.
 */
export const stripSpans = (value: unknown): unknown => {
  if (typeof value === "bigint") return `${value}`;
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map(stripSpans);
  const stripped: Record<string, unknown> = {};
  for (const [key, part] of Object.entries(value)) {
    // 原则上 is kept as the span of its words; only whether it stands there counts.
    if (key === "inPrinciple") stripped[key] = part !== null;
    else if (!isPlace(key)) stripped[key] = stripSpans(part);
  }
  return stripped;
};

const isPlace = (key: string): boolean =>
  key === "span" || key.endsWith("Span") || key === "segment" || key === "provision";

const walkUnder = (value: unknown, visit: Visit, ancestors: readonly TreeNode[]): void => {
  if (typeof value !== "object" || value === null) return;
  if (Array.isArray(value)) {
    for (const part of value) walkUnder(part, visit, ancestors);
    return;
  }
  let path = ancestors;
  if (isNode(value)) {
    if (visit(value, ancestors) === "skip") return;
    path = [...ancestors, value];
  }
  for (const [key, part] of Object.entries(value)) {
    if (key !== "span" && key !== "segment") walkUnder(part, visit, path);
  }
};

const isNode = (value: object): value is TreeNode =>
  "kind" in value && typeof value.kind === "string" && "span" in value && typeof value.span === "object";
