import { fold, isLatin, isSpace } from "../lexer/characters.ts";
import type { Span } from "../source.ts";

/** A stretch of a block's text, white space at both ends left out. */
export interface Piece {
  readonly text: string;
  readonly span: Span;
}

/** The stretch without white space around it. */
export const trimmed = (text: string, range: Span): Piece => {
  let { start, end } = range;
  while (start < end && isSpace(text.charCodeAt(start))) start += 1;
  while (end > start && isSpace(text.charCodeAt(end - 1))) end -= 1;
  return { text: text.slice(start, end), span: { start, end } };
};

/**
 * Cuts at any of the given marks (in canonical width) outside quotes and brackets; empty pieces are left
 * out. Marks of both widths count.
 */
export const splitAt = (text: string, range: Span, marks: string): Piece[] => {
  const pieces: Piece[] = [];
  let start = range.start;
  let depth = 0;
  let quoted = 0;
  const close = (end: number): void => {
    const piece = trimmed(text, { start, end });
    if (piece.text !== "") pieces.push(piece);
  };
  for (let at = range.start; at < range.end; at += 1) {
    const mark = String.fromCharCode(fold(text.charCodeAt(at)));
    if (mark === "「" || mark === "《") quoted += 1;
    else if (mark === "」" || mark === "》") quoted = Math.max(0, quoted - 1);
    else if (quoted > 0) continue;
    else if (mark === "（") depth += 1;
    else if (mark === "）") depth = Math.max(0, depth - 1);
    else if (
      depth === 0 &&
      (marks.includes(mark) || (isPoint(mark) && marks.includes("。") && endsSentence(text, at)))
    ) {
      close(at);
      start = at + 1;
    }
  }
  close(range.end);
  return pieces;
};

const isPoint = (mark: string): boolean => mark === "." || mark === "．";

/** A half-width point is a full stop unless a letter or digit follows it: 1.5, CGCS.2000. */
const endsSentence = (text: string, at: number): boolean =>
  at + 1 >= text.length || !isLatin(fold(text.charCodeAt(at + 1)));

/** First offset of a mark outside quotes, brackets allowed; −1 where there is none. */
export const findMark = (text: string, range: Span, mark: string): number => {
  let quoted = 0;
  for (let at = range.start; at < range.end; at += 1) {
    const found = String.fromCharCode(fold(text.charCodeAt(at)));
    if (found === "「" || found === "《") quoted += 1;
    else if (found === "」" || found === "》") quoted = Math.max(0, quoted - 1);
    else if (quoted === 0 && found === mark) return at;
  }
  return -1;
};
