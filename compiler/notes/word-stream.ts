import type { PolicyFile, Span } from "../../language/index.ts";

/** Words without white space and with one width, and where each character stands in the file. */
export interface WordStream {
  readonly words: string;
  readonly offsets: Uint32Array;
}

/** The official text of a file as one run of words, over all blocks that stand in between. Remembered by file. */
export const officialWords = (file: PolicyFile): WordStream => {
  const known = remembered.get(file) ?? wordsOf(file.source.text, file.segments.official);
  remembered.set(file, known);
  return known;
};

const remembered = new WeakMap<PolicyFile, WordStream>();

export const wordsOf = (text: string, spans: readonly Span[]): WordStream => {
  const offsets = new Uint32Array(spans.reduce((sum, { start, end }) => sum + end - start, 0));
  const parts: string[] = [];
  let length = 0;
  for (const { start, end } of spans) {
    parts.push(folded(text.slice(start, end)));
    for (let at = start; at < end; at += 1) {
      if (isBlank(text.charCodeAt(at))) continue;
      offsets[length] = at;
      length += 1;
    }
  }
  return { words: parts.join(""), offsets: offsets.subarray(0, length) };
};

/** The same for words that are sought: blanks left out, full width as half width. */
export const folded = (words: string): string =>
  words
    .replaceAll(BLANKS, "")
    .replaceAll(/[\uFF01-\uFF5E]/gu, (wide) => String.fromCharCode(wide.charCodeAt(0) - WIDER));

/** Index of the first character of a stream that stands at or after an offset of the file. */
export const indexFrom = ({ offsets }: WordStream, offset: number): number => {
  let low = 0;
  let high = offsets.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (offsets[middle]! < offset) low = middle + 1;
    else high = middle;
  }
  return low;
};

const WIDER = 0xfe_e0;

/** White space of every width, and what has no width at all. */
const BLANKS = /[\s\u00AD\u180E\u200B-\u200F\u2060-\u2064\uFEFF]/gu;

const isBlank = (code: number): boolean =>
  code <= 0x20
    ? code === 0x20 || (code >= 9 && code <= 13)
    : code === 0xa0 ||
      code === 0xad ||
      code === 0x16_80 ||
      code === 0x18_0e ||
      (code >= 0x20_00 && code <= 0x20_0f) ||
      code === 0x20_28 ||
      code === 0x20_29 ||
      code === 0x20_2f ||
      (code >= 0x20_5f && code <= 0x20_64) ||
      code === 0x30_00 ||
      code === 0xfe_ff;
