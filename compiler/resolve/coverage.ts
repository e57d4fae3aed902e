import {
  coverText,
  originOf,
  type Block,
  type Covering,
  type Item,
  type PolicyFile,
  type Quote,
  type TextCoverage,
} from "../../language/index.ts";

/** Joins the official text with what the blocks say about it. */
export const coverageOf = (file: PolicyFile): TextCoverage =>
  coverText(file.document, file.blocks.flatMap(rememberedCovering));

/** What a block covers does not change while it only moves. */
const rememberedCovering = (moved: Block): readonly Covering[] => {
  const { block } = originOf(moved);
  const known = coverings.get(block) ?? coveringOf(block);
  coverings.set(block, known);
  return known;
};

const coverings = new WeakMap<Block, readonly Covering[]>();

const coveringOf = (block: Block): readonly Covering[] => {
  const path = block.provision;
  if (path === null) return [];
  switch (block.kind) {
    case "note":
      return block.status === null || block.status === "不提示"
        ? []
        : [{ path, quotes: textsOf(block.basis), status: block.status }];
    case "rule":
    case "exception":
      return block.sentences.map((sentence) =>
        coded(path, [...sentence.basis, ...sentence.items.flatMap(itemQuotes)]),
      );
    case "classification":
      return [coded(path, [...block.basis, ...block.items.flatMap(itemQuotes)])];
    case "definition":
      return block.definitions.map((definition) => coded(path, definition.basis));
    case "indicator":
      return block.indicators.map((indicator) => coded(path, indicator.basis));
    case "assertion":
      return block.assertions.map((assertion) => coded(path, assertion.basis));
    // A parameter, a ranking or a reading answers for no sentence: the rule that uses it does.
    case "ranking":
    case "parameter":
    case "metadata":
    case "object":
    case "measures":
    case "reading":
    case "boundary":
    case "case":
    case "property":
      return [];
  }
};

const coded = (path: string, quotes: readonly Quote[]): Covering => ({
  path,
  quotes: textsOf(quotes),
  status: "已编码",
});

const textsOf = (quotes: readonly Quote[]): readonly string[] | null =>
  quotes.length === 0 ? null : quotes.map((quote) => quote.text);

const itemQuotes = (item: Item): readonly Quote[] => [...item.basis, ...item.items.flatMap(itemQuotes)];
