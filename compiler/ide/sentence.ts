import {
  KEYWORDS,
  wordsOfBlock,
  type BlockSegment,
  type LexicalContext,
  type PolicyFile,
} from "../../language/index.ts";
import { sentenceStart } from "./place.ts";
import { lettersBefore, type Typed } from "./typed.ts";

/** One word of the sentence before the cursor, as the lexer cuts it. */
export interface Word {
  /** Name of the token type: Term, Modal, Comma. */
  readonly type: string;
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** The words of a sentence up to an offset, and what has been typed of the next one. */
export interface Sentence {
  readonly words: readonly Word[];
  readonly typed: Typed;
  readonly context: LexicalContext;
}

/** Cuts the sentence before an offset the way the parser would; null in blocks without sentences. */
export const sentenceBefore = (file: PolicyFile, block: BlockSegment, offset: number): Sentence | null => {
  const { text } = file.source;
  const letters = lettersBefore(text, offset);
  const lettersStart = offset - letters.length;
  const body =
    block.keyword === "界限" ? { start: block.nameSpan.start, end: block.bodySpan.end } : block.bodySpan;
  const start = Math.min(sentenceStart(text, body, lettersStart), lettersStart);
  const cut = wordsOfBlock({
    text,
    segment: { ...block, nameSpan: { start, end: start }, bodySpan: { start, end: lettersStart } },
    vocabulary: file.vocabulary,
  });
  if (cut === null) return null;
  const words = cut.lexed.tokens.map((token): Word => ({
    type: token.tokenType.name,
    text: token.image,
    start: token.startOffset,
    end: token.endOffset + 1,
  }));
  return { words, typed: typedOf(words, letters, lettersStart, offset), context: cut.context };
};

const MOST_STARTS = 24;

const typedOf = (words: readonly Word[], letters: string, lettersStart: number, offset: number): Typed => {
  const starts: number[] = [];
  let reach = lettersStart;
  let unfinished = false;
  for (let at = words.length - 1; at >= 0; at -= 1) {
    const word = words[at]!;
    if (word.end !== reach || !isLetters(word) || starts.length > MOST_STARTS) break;
    if (word.type === "Undeclared") {
      unfinished ||= reach === lettersStart;
      for (let inside = Math.max(word.start + 1, word.end - MOST_STARTS); inside < word.end; inside += 1)
        starts.push(inside);
    }
    starts.push(word.start);
    reach = word.start;
  }
  starts.sort((left, right) => left - right);
  return { offset, letters, lettersStart, starts: [...starts, lettersStart], unfinished };
};

const isLetters = ({ type, text }: Word): boolean =>
  type !== "Quoted" && type !== "Title" && type !== "ItemMarker" && /^[\p{Script=Han}A-Za-z\d·]/u.test(text);

/** The words before a place in the sentence; what is not cut as a word there is left out. */
export const wordsBefore = (words: readonly Word[], start: number): readonly Word[] => {
  let count = words.length;
  while (count > 0 && words[count - 1]!.end > start) count -= 1;
  return words.slice(0, count);
};

/** Names that a scenario introduces: 设主体「甲」. */
export const recordsIn = (text: string): readonly { readonly object: string; readonly id: string }[] =>
  [...text.matchAll(/设([^，,。；;：:「“设]{1,40})[「“]([^」”\n]{1,40})[」”]/g)].map((match) => ({
    object: match[1]!.trim(),
    id: match[2]!.trim(),
  }));

/** Keywords that count in one kind of sentence. */
export const keywordsOf = (context: LexicalContext): readonly string[] => {
  let words = byContext.get(context);
  if (words === undefined) {
    words = Object.entries(KEYWORDS).flatMap(([word, { only, token }]) => {
      if (only !== undefined && !only.includes(context)) return [];
      if (token === "ListHead" || token === "ClassifyHead") return USUAL_HEADS.test(word) ? [word] : [];
      return /^\p{Script=Han}/u.test(word) ? [word] : [];
    });
    byContext.set(context, words);
  }
  return words;
};

/** Of the many ways to begin a list, those that officials write most. */
const USUAL_HEADS = /^(?:(?:有|存在|符合|同时符合|同时具备)下列(?:情形|条件)(?:之一)?|按照下列规定认定)$/;

const byContext = new Map<LexicalContext, readonly string[]>();
