import { walk, type Block, type Span, type TextEdit, type TreeNode } from "../../language/index.ts";
import type * as ast from "../../language/index.ts";
import type { Declarations } from "../resolve/declared.ts";

/** Blocks whose words decide something; the others declare names, explain, or ask. */
const CHANGED = [
  "rule",
  "exception",
  "classification",
  "definition",
  "indicator",
  "ranking",
  "parameter",
] as const;

export type ChangedBlock = Extract<Block, { readonly kind: (typeof CHANGED)[number] }>;

export const isChanged = (block: Block): block is ChangedBlock =>
  (CHANGED as readonly string[]).includes(block.kind);

/** A block of rules, with what an operator has to know to change it. */
export interface Place {
  readonly block: ChangedBlock;
  readonly text: string;
  readonly declarations: Declarations;
  readonly nodes: readonly TreeNode[];
}

type AnyNode =
  | ast.Atom
  | ast.Sum
  | ast.Name
  | ast.Phrase
  | ast.Clause
  | ast.Joint
  | ast.Scope
  | ast.ListHead
  | ast.Item
  | ast.Action
  | ast.NormSentence;

export const placeOf = (block: ChangedBlock, text: string, declarations: Declarations): Place => {
  const nodes: TreeNode[] = [];
  walk(block, (node) => void nodes.push(node));
  return { block, text, declarations, nodes };
};

/** The nodes of one kind, in reading order. */
export const nodesIn = <Kind extends AnyNode["kind"]>(
  { nodes }: Place,
  kind: Kind,
): readonly Extract<AnyNode, { readonly kind: Kind }>[] => nodes.filter((node) => isOfKind(node, kind));

const isOfKind = <Kind extends AnyNode["kind"]>(
  node: TreeNode,
  kind: Kind,
): node is Extract<AnyNode, { readonly kind: Kind }> => node.kind === kind;

export const wordsAt = ({ text }: Place, { start, end }: Span): string => text.slice(start, end);

export const replace = (start: number, end: number, newText: string): readonly TextEdit[] => [
  { span: { start, end }, newText },
];

/** Where a word stands between two offsets, the last time; null where it does not. */
export const lastWord = ({ text }: Place, word: string, start: number, end: number): Span | null => {
  const at = text.slice(start, end).lastIndexOf(word);
  return at < 0 ? null : { start: start + at, end: start + at + word.length };
};
