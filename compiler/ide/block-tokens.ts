import { originOf, wordsOfBlock, type Block, type PolicyFile } from "../../language/index.ts";

type BlockWords = NonNullable<ReturnType<typeof wordsOfBlock>>;

/** The words that a block of sentences was cut into, and how far they have moved since. */
export interface CutBlock {
  readonly words: BlockWords;
  readonly by: number;
}

export type BlockToken = BlockWords["lexed"]["tokens"][number];

/** The words of a block; null for blocks that declare names or are prose. Cut once while the block stays the same. */
export const cutBlock = (file: PolicyFile, moved: Block): CutBlock | null => {
  const { block } = originOf(moved);
  const known = cuts.get(block);
  if (known !== undefined)
    return known === null ? null : { words: known.words, by: moved.span.start - known.start };
  const words = wordsOfBlock({ text: file.source.text, segment: moved.segment, vocabulary: file.vocabulary });
  cuts.set(block, words === null ? null : { words, start: moved.span.start });
  return words === null ? null : { words, by: 0 };
};

/** By the block as it was read first: with the words it was cut into, and where it stood then. */
const cuts = new WeakMap<Block, { readonly words: BlockWords; readonly start: number } | null>();
