import { provisionAt, type Block, type PolicyFile, type Provision, type Span } from "../../language/index.ts";

/** The lowest provision that holds the whole range; null where only the document does. */
export const provisionAround = (file: PolicyFile, { start, end }: Span): Provision | null => {
  let at = provisionAt(file.document, start);
  while (at !== null && (at.span.start > start || at.span.end < end)) at = at.parent;
  return at;
};

/** What a place is called; where there is no provision, the document. */
export const labelOf = (file: PolicyFile, provision: Provision | null): string =>
  provision?.label ?? file.document.title ?? "全文";

/** 规则 自然退出: keyword and name of a block. */
export const blockKey = ({ segment }: Block): string =>
  segment.name === "" ? segment.keyword : `${segment.keyword} ${segment.name}`;

/** What the provision of a block, or the block itself, is called. */
export const labelOfBlock = (file: PolicyFile, block: Block): string =>
  (block.provision === null ? null : file.document.byPath.get(block.provision)?.label) ?? blockKey(block);

/** Where the words of a provision begin, behind its number. */
export const wordsStart = ({ pieces, children, span }: Provision): number =>
  pieces[0]?.start ?? (children[0] === undefined ? span.start : wordsStart(children[0]));
