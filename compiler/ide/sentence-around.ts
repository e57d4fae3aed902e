import { lastBegun } from "./begun.ts";
import type { Block, Span } from "../../language/index.ts";
import { cutBlock, type BlockToken } from "./block-tokens.ts";
import type { PolicyView } from "./model.ts";

/** A word of a block with its place in the file. */
export interface PlacedToken {
  readonly token: BlockToken;
  readonly span: Span;
}

/** A word among the words of its block. */
export interface WordInBlock {
  readonly block: Block;
  readonly tokens: readonly PlacedToken[];
  readonly index: number;
}

/** The block that reaches over a place of the policy. */
export const blockAt = (view: PolicyView, offset: number): Block | null => {
  const block = lastBegun(view.file.blocks, offset);
  return block !== null && offset <= block.span.end ? block : null;
};

/** The word that begins at a place, with what stands around it; null where no word of a sentence does. */
export const wordAt = (view: PolicyView, start: number): WordInBlock | null => {
  const block = blockAt(view, start);
  const cut = block === null ? null : cutBlock(view.file, block);
  if (block === null || cut === null) return null;
  const tokens = cut.words.lexed.tokens.map((token) => ({
    token,
    span: { start: token.startOffset + cut.by, end: token.endOffset + 1 + cut.by },
  }));
  const index = tokens.findIndex(({ span }) => span.start <= start && start < span.end);
  return index < 0 ? null : { block, tokens, index };
};
