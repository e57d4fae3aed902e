/**
 * White space of every width, the byte-order mark included. Official texts are compared with all
 * of it removed, because pages and editors add and drop it freely.
 */
const SPACE = /\s+/g;

/** Characters that are drawn as nothing at all; a line of only these is blank. */
const INVISIBLE = /[\u200b-\u200d\u2060\ufeff]/;

export const withoutSpace = (text: string): string => text.replace(SPACE, "");

/** White space and characters without any shape. */
export const isBlankCharacter = (character: string): boolean =>
  character <= "\u00a0"
    ? /\s/.test(character)
    : character === "\u3000" || INVISIBLE.test(character) || /\s/.test(character);

/** The range of `text` from `start` to `end` without blank characters at either side. */
export const trimRange = (text: string, start: number, end: number): readonly [number, number] => {
  let [from, to] = [start, end];
  while (from < to && isBlankCharacter(text[from]!)) from += 1;
  while (to > from && isBlankCharacter(text[to - 1]!)) to -= 1;
  return [from, to];
};

/** The white space of `\s`, by code, because every character of a document passes here. */
export const isSpaceCode = (code: number): boolean =>
  code === 0x20 ||
  (code >= 9 && code <= 13) ||
  code === 0xa0 ||
  code === 0x3000 ||
  code === 0xfeff ||
  code === 0x1680 ||
  (code >= 0x2000 && code <= 0x200a) ||
  code === 0x2028 ||
  code === 0x2029 ||
  code === 0x202f ||
  code === 0x205f;
