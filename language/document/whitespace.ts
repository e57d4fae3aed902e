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
