import type { Block, PolicyFile, Span } from "../../language/index.ts";
import type { NoteAnchor } from "./model.ts";
import { blockKey, labelOf, labelOfBlock, provisionAround, wordsStart } from "./provision-around.ts";
import { indexFrom, officialWords, wordsOf, type WordStream } from "./word-stream.ts";

/** How many characters around the words are remembered. */
const CONTEXT = 32;

/**
 * What a note on these words remembers of them. Words of the official text are quoted without the blocks between them;
 * a range without words stands for the whole provision, or the whole block, that it lies in.
 */
export const anchorAt = (file: PolicyFile, range: Span): NoteAnchor => {
  const { text } = file.source;
  const wanted = inside(range, text.length);
  const block = file.blocks.find(
    ({ segment: { span } }) =>
      span.start <= wanted.start && wanted.start < span.end && wanted.end <= span.end,
  );
  const words = officialWords(file);
  const isOfficial = indexFrom(words, wanted.start) < indexFrom(words, wanted.end);
  const within = block ?? (isOfficial ? undefined : firstBlockIn(file, wanted));
  return within === undefined ? officialAnchor(file, words, wanted) : blockAnchor(file, within, wanted);
};

const officialAnchor = (file: PolicyFile, words: WordStream, wanted: Span): NoteAnchor => {
  const [from, to] = [indexFrom(words, wanted.start), indexFrom(words, wanted.end)];
  if (from === to) {
    const provision = provisionAround(file, wanted);
    const first = provision === null ? from : indexFrom(words, wordsStart(provision));
    return {
      provision: provision?.path ?? null,
      label: labelOf(file, provision),
      quote: "",
      // What stands behind the provision may get another number, and is no part of it.
      ...around(
        file,
        words,
        first,
        first,
        provision === null ? Infinity : indexFrom(words, provision.span.end),
      ),
      block: null,
    };
  }
  const provision = provisionAround(file, { start: words.offsets[from]!, end: words.offsets[to - 1]! + 1 });
  return {
    provision: provision?.path ?? null,
    label: labelOf(file, provision),
    quote: quoteOf(file.source.text, words, from, to),
    ...around(file, words, from, to),
    block: null,
  };
};

const blockAnchor = (file: PolicyFile, block: Block, wanted: Span): NoteAnchor => {
  const words = wordsOf(file.source.text, [block.segment.span]);
  const [from, to] = [indexFrom(words, wanted.start), indexFrom(words, wanted.end)];
  const isWhole = from === to || (from === 0 && to === words.offsets.length);
  return {
    provision: block.provision,
    label: labelOfBlock(file, block),
    quote: isWhole ? "" : quoteOf(file.source.text, words, from, to),
    ...(isWhole ? around(file, words, 0, 0) : around(file, words, from, to)),
    block: blockKey(block),
  };
};

/** The words as they stand, a line end where the text has one; what stands in between is left out. */
const quoteOf = (text: string, { offsets }: WordStream, from: number, to: number): string => {
  const parts: string[] = [];
  for (let at = from; at < to; at += 1) {
    const [last, next] = [at === from ? null : offsets[at - 1]!, offsets[at]!];
    if (last !== null && next > last + 1) {
      const gap = text.slice(last + 1, next);
      parts.push(gap.includes("\n") ? "\n" : gap);
    }
    parts.push(text[next]!);
  }
  return parts.join("");
};

const around = (
  file: PolicyFile,
  { offsets }: WordStream,
  from: number,
  to: number,
  last = Infinity,
): Pick<NoteAnchor, "before" | "after"> => {
  const read = (start: number, end: number): string =>
    Array.from(offsets.subarray(Math.max(0, start), end), (offset) => file.source.text[offset]!)
      .join("")
      .toWellFormed();
  return { before: read(from - CONTEXT, from), after: read(to, Math.min(last, to + CONTEXT)) };
};

const inside = ({ start, end }: Span, length: number): Span => {
  const from = Math.min(Math.max(0, start), length);
  return { start: from, end: Math.min(Math.max(from, end), length) };
};

/** A range over several blocks and nothing else belongs to the first of them. */
const firstBlockIn = (file: PolicyFile, { start, end }: Span): Block | undefined =>
  start === end
    ? undefined
    : file.blocks.find(({ segment: { span } }) => span.start < end && start < span.end);
