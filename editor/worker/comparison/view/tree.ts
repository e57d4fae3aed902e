import type { OutlineNode } from "../../../../compiler/ide/model.ts";
import type { ComparedRow } from "../view-model.ts";
import { textOf } from "./rows.ts";

/** The rows as the tree of the outline: headings with the provisions that stand under them. */
export const comparedTree = (rows: readonly ComparedRow[]): readonly OutlineNode[] => {
  const roots: OutlineNode[] = [];
  let open: { readonly depth: number; readonly children: OutlineNode[] }[] = [];
  for (const row of rows) {
    const children: OutlineNode[] = [];
    const node = nodeOf(row, children);
    if (row.kind === "heading") open = open.filter(({ depth }) => depth < row.depth);
    if (row.kind === "furniture") open = [];
    (open.at(-1)?.children ?? roots).push(node);
    if (row.kind === "heading") open.push({ depth: row.depth, children });
  }
  return roots;
};

const nodeOf = (row: ComparedRow, children: readonly OutlineNode[]): OutlineNode => ({
  id: row.id,
  kind: "provision",
  label: row.label,
  words: row.kind === "heading" ? "" : firstWords(row),
  state: null,
  keyword: null,
  worst: null,
  span: row.right.span ?? row.left.span ?? { start: 0, end: 0 },
  children,
});

const SHOWN = 24;

/** The first words of the provision without its number. */
const firstWords = ({ left, right }: ComparedRow): string => {
  const paragraphs = right.paragraphs.length > 0 ? right.paragraphs : left.paragraphs;
  const words = textOf(paragraphs[0] ?? []).replace(NUMBER, "");
  return [...words].slice(0, SHOWN).join("");
};

const NUMBER =
  /^(?:第[〇零一二三四五六七八九十百千\d]+条|[一二三四五六七八九十]+、|（[一二三四五六七八九十]+）|\d+[.．、])[\s　]*/u;
