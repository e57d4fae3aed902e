import { matchLetters } from "./pinyin.ts";

/** What has been typed of a word before the cursor. */
export interface Typed {
  readonly offset: number;
  /** Latin letters directly before the cursor. */
  readonly letters: string;
  readonly lettersStart: number;
  /** Where a word may have begun, the longest first; the last is `lettersStart`. */
  readonly starts: readonly number[];
  /** Something stands directly before the letters that is no whole word. */
  readonly unfinished: boolean;
}

/** How a candidate fits what was typed: what it stands in place of, and a small number where it fits well. */
export interface Match {
  readonly start: number;
  readonly penalty: number;
  /** Nothing of it is typed yet. */
  readonly isEmpty: boolean;
}

/** The longest beginning of the word before the cursor, in characters and then letters; null where none fits. */
export const matchTyped = (word: string, typed: Typed, text: string): Match | null => {
  const first = word[0];
  if (first === undefined) return null;
  const { letters, lettersStart, starts } = typed;
  for (const start of starts) {
    if (start === lettersStart) break;
    if (text[start] !== first) continue;
    const written = text.slice(start, lettersStart);
    if (!word.startsWith(written)) continue;
    const fit = matchLetters(word, written.length, letters);
    if (fit !== null) return { start, penalty: fit, isEmpty: false };
  }
  if (letters === "") return typed.unfinished ? null : { start: lettersStart, penalty: 3, isEmpty: true };
  if (word.toLowerCase().startsWith(letters.toLowerCase()))
    return { start: lettersStart, penalty: 0, isEmpty: false };
  const fit = matchLetters(word, 0, letters);
  return fit === null ? null : { start: lettersStart, penalty: fit + 1, isEmpty: false };
};

const LETTERS = /[A-Za-zＡ-Ｚａ-ｚüÜ]{0,40}$/;

/** The Latin letters at the end of a text. */
export const lettersBefore = (text: string, offset: number): string =>
  LETTERS.exec(text.slice(Math.max(0, offset - 40), offset))?.[0] ?? "";
