import { lastBegun } from "./begun.ts";
import type { BlockSegment, PolicyFile, Span } from "../../language/index.ts";

/** Where in a file something is typed. */
export interface Place {
  readonly offset: number;
  /** The line up to the offset, white space in front left out, and where that begins. */
  readonly line: string;
  readonly lineStart: number;
  /** What follows on the line. */
  readonly after: string;
  /** The block around the offset; null in official text. */
  readonly block: BlockSegment | null;
  /** Behind the 】 of the header line of `block`. */
  readonly inHeader: boolean;
  /** Nothing but white space stands before the line. */
  readonly isFirstLine: boolean;
}

export const placeAt = (file: PolicyFile, at: number): Place => {
  const { text } = file.source;
  const offset = Math.max(0, Math.min(at, text.length));
  const begin = text.lastIndexOf("\n", offset - 1) + 1;
  const whole = text.slice(begin, offset);
  const line = whole.trimStart();
  const end = text.indexOf("\n", offset);
  const block = blockAt(file.segments.blocks, offset, text);
  return {
    offset,
    line,
    lineStart: offset - line.length,
    after: text.slice(offset, end < 0 ? text.length : end),
    block,
    inHeader:
      block !== null &&
      offset <= Math.max(block.nameSpan.end, block.headerSpan.end) &&
      begin <= block.span.start,
    isFirstLine: text.slice(0, begin).trim() === "",
  };
};

/** The block that is being written at an offset: behind its first character, before the line that closes it. */
const blockAt = (blocks: readonly BlockSegment[], offset: number, text: string): BlockSegment | null => {
  const block = lastBegun(blocks, offset - 1);
  if (block === null || offset > block.span.end) return null;
  if (block.closedBy === "end" && offset > block.bodySpan.end) return null;
  // Where the block was cut off because official text goes on, a new line below it is official text.
  if (block.closedBy === "recovery" && offset === block.span.end && text[offset - 1] === "\n") return null;
  return block;
};

/** The 「 around an offset that is not closed before it, within one block; null where there is none. */
export const openQuote = (text: string, from: number, offset: number): number | null => {
  const open: number[] = [];
  for (let at = from; at < offset; at += 1) {
    const character = text[at]!;
    if ("「『“｢".includes(character)) open.push(at);
    else if ("」』”｣".includes(character)) open.pop();
  }
  return open.at(-1) ?? null;
};

/** From where the sentence around an offset begins: behind the last 。 outside quotation marks. */
export const sentenceStart = (text: string, body: Span, offset: number): number => {
  const from = Math.max(body.start, offset - LONGEST_SENTENCE);
  let start = from;
  let depth = 0;
  for (let at = from; at < offset; at += 1) {
    const character = text[at]!;
    if ("「『“｢".includes(character)) depth += 1;
    else if ("」』”｣".includes(character)) depth = Math.max(0, depth - 1);
    else if (depth === 0 && character === "。") start = at + 1;
  }
  return start;
};

const LONGEST_SENTENCE = 6_000;
