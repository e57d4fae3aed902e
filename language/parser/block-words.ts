import type { BlockSegment } from "../document/model.ts";
import type { LexicalContext } from "../keywords.ts";
import { tokenize, type Lexed } from "../lexer/index.ts";
import { lexiconFor, localLexicon } from "../lexer/lexicon.ts";
import type { Span } from "../source.ts";
import { localNames, type Vocabulary } from "../vocabulary.ts";
import { trimmed } from "./text-pieces.ts";

/** What one block is read with. */
export interface BlockInput {
  readonly file: string;
  readonly text: string;
  readonly segment: BlockSegment;
  readonly provision: string | null;
  readonly vocabulary: Vocabulary;
}

export interface BlockWords {
  readonly range: Span;
  readonly context: LexicalContext;
  readonly lexed: Lexed;
}

/** Blocks that consist of sentences, and the words that count in them. The others declare names or are prose. */
const CONTEXTS: Readonly<Record<string, LexicalContext>> = {
  参数: "parameter",
  定义: "rule",
  指标: "rule",
  认定: "rule",
  排名: "ranking",
  规则: "rule",
  例外: "rule",
  断言: "rule",
  界限: "rule",
  用例: "case",
  性质: "property",
};

/** The words of a block that consists of sentences; null for the others. */
export const wordsOfBlock = ({
  text,
  segment,
  vocabulary,
}: Pick<BlockInput, "text" | "segment" | "vocabulary">): BlockWords | null => {
  const context = CONTEXTS[segment.keyword];
  if (context === undefined) return null;
  const range = sentenceRange(text, segment);
  const lexicon = lexiconFor(vocabulary, context, segment.keyword === "例外" ? true : undefined);
  const local = segment.keyword === "用例" ? localNames(text, range) : [];
  return {
    range,
    context,
    lexed: tokenize(text, range, lexicon, local.length === 0 ? null : localLexicon(local)),
  };
};

/** 【界限】 has no name, so its sentence may begin on the header line; so may that of a 【断言】 with nothing below. */
const sentenceRange = (text: string, segment: BlockSegment): Span => {
  const whole = { start: segment.nameSpan.start, end: segment.bodySpan.end };
  if (segment.keyword === "界限") return whole;
  return segment.keyword === "断言" && trimmed(text, segment.bodySpan).text === "" ? whole : segment.bodySpan;
};
