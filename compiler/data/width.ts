/** Full-width letters, digits, signs and spaces as half-width, so that IME width never decides a value. */
export const halfWidth = (text: string): string =>
  text.replace(FULL_WIDTH, (character) =>
    character === "\u3000" || character === "\u00a0"
      ? " "
      : String.fromCharCode(character.charCodeAt(0) - 0xfee0),
  );

/** Half-width, with no white space at all: the form in which names and values are compared. */
export const comparable = (text: string): string => halfWidth(text).replace(/\s+/g, "");

const FULL_WIDTH = /[\u3000\u00a0\uff01-\uff5e]/g;
