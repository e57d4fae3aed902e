import {
  nodesAt,
  printNumeral,
  type Item,
  type PolicyFile,
  type Span,
  type TextEdit,
} from "../../../language/index.ts";
import type { Origin } from "../../model/ir.ts";

/** An item as it is written, with the items beside it. */
export interface WrittenItem {
  readonly file: PolicyFile;
  readonly item: Item;
  readonly siblings: readonly Item[];
}

/** The item of a rule that a clause stands in; null where its text is not at hand, or it stands in no item. */
export const writtenItem = (files: readonly PolicyFile[], { file, span }: Origin): WrittenItem | null => {
  const policy = files.find(({ source }) => source.name === file);
  const block = policy?.blocks.find((each) => each.span.start <= span.start && span.end <= each.span.end);
  if (policy === undefined || block === undefined) return null;
  const path = nodesAt(block, span.start);
  const item = path.findLast((node): node is Item => node.kind === "item" && span.end <= node.span.end);
  if (item === undefined) return null;
  return {
    file: policy,
    item,
    siblings: path.flatMap(listsUnder).find((items) => items.includes(item)) ?? [item],
  };
};

/** A sentence of an 【例外】 is no node of its own. */
const listsUnder = (node: object): readonly (readonly Item[])[] => [
  ...listOf(node),
  ...("sentences" in node && Array.isArray(node.sentences) ? node.sentences.flatMap(listOf) : []),
];

const listOf = (node: object): readonly (readonly Item[])[] =>
  "items" in node && Array.isArray(node.items) ? [node.items as readonly Item[]] : [];

/** Without an item: its separator goes with it, the stop behind the list stays, those behind it are counted anew. */
export const struck = ({ file, item, siblings }: WrittenItem): readonly TextEdit[] => {
  const index = siblings.indexOf(item);
  const [before, after] = [siblings[index - 1], siblings[index + 1]];
  const gap: Span | null =
    after !== undefined
      ? { start: item.span.start, end: after.span.start }
      : before !== undefined
        ? { start: endOf(file, before), end: endOf(file, item) }
        : null;
  if (gap === null) return [];
  return [
    { span: gap, newText: "" },
    ...siblings
      .slice(index + 1)
      .filter(({ marker }) => marker !== "")
      .map(({ marker, markerSpan, number }) => ({ span: markerSpan, newText: numbered(marker, number - 1) })),
  ];
};

/** With one more item at the end, written as the others are; the stop behind the list stays there. */
export const added = (
  { file, siblings }: WrittenItem,
  words: string,
): { readonly edit: TextEdit; readonly text: string } => {
  const last = siblings.at(-1)!;
  const previous = siblings.at(-2);
  const between =
    previous === undefined ? "；\n" : file.source.text.slice(endOf(file, previous), last.span.start);
  const text = `${numbered(last.marker, last.number + 1)}${words}`;
  const end = endOf(file, last);
  return { edit: { span: { start: end, end }, newText: `${between}${text}` }, text };
};

/** Where the words of an item end, before its ； or 。. */
const endOf = ({ source }: PolicyFile, { span }: Item): number =>
  span.start + source.text.slice(span.start, span.end).replace(/[；;。.]?\s*$/u, "").length;

/** A marker of the same style with another number. */
const numbered = (marker: string, number: number): string =>
  marker.replace(/[\d一二三四五六七八九十百〇零]+/u, /\d/.test(marker) ? `${number}` : printNumeral(number));
