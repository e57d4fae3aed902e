/** Marks that may stand around the new words; the first ones are those that decisions use. */
const PAIRS: readonly (readonly [open: string, close: string])[] = [
  ["“", "”"],
  ["『", "』"],
  ["「", "」"],
  ["〖", "〗"],
];

/** Where every ordinary pair stands unevenly in the words, fences as long as it takes. */
const FENCE_OPEN = "⟦";
const FENCE_CLOSE = "⟧";

/** Words in quotation marks such that their end can be told: “…”, and 『…』 where “ and ” do not match in them. */
export const quoted = (words: string): string => {
  const pair = PAIRS.find(([open, close]) => isBalanced(words, open, close));
  if (pair !== undefined) return pair[0] + words + pair[1];
  let length = 2;
  while (words.includes(FENCE_OPEN.repeat(length)) || words.includes(FENCE_CLOSE.repeat(length))) length += 1;
  return `${FENCE_OPEN.repeat(length)}\n${words}\n${FENCE_CLOSE.repeat(length)}`;
};

/** Whether an ordinary pair can hold the words. */
export const isBalanced = (words: string, open = "“", close = "”"): boolean => {
  let depth = 0;
  for (const character of words) {
    if (character === open) depth += 1;
    if (character === close) depth -= 1;
    if (depth < 0) return false;
  }
  return depth === 0;
};

/** A text with each quotation taken out, and the quotations in their order. */
export interface Unquoted {
  readonly skeleton: string;
  readonly quotes: readonly string[];
}

/** Stands in the skeleton for a quotation; no document uses this character. */
export const QUOTE = "\ue000";

/** Takes the outermost quotations out of a text; a mark without its partner stays where it is. */
export const unquote = (text: string): Unquoted => {
  const quotes: string[] = [];
  let skeleton = "";
  for (let at = 0; at < text.length;) {
    const end = endOfQuote(text, at);
    if (end === null) {
      skeleton += text[at];
      at += 1;
      continue;
    }
    quotes.push(text.slice(end.wordsStart, end.wordsEnd));
    skeleton += QUOTE;
    at = end.end;
  }
  return { skeleton, quotes };
};

interface QuoteEnd {
  readonly wordsStart: number;
  readonly wordsEnd: number;
  readonly end: number;
}

const endOfQuote = (text: string, at: number): QuoteEnd | null => {
  if (text[at] === FENCE_OPEN) return endOfFence(text, at);
  const pair = PAIRS.find(([open]) => open === text[at]);
  if (pair === undefined) return null;
  const [open, close] = pair;
  let depth = 0;
  for (let index = at; index < text.length; index += 1) {
    if (text[index] === open) depth += 1;
    if (text[index] === close) depth -= 1;
    if (depth === 0) return { wordsStart: at + 1, wordsEnd: index, end: index + 1 };
  }
  return null;
};

const endOfFence = (text: string, at: number): QuoteEnd | null => {
  let length = 0;
  while (text[at + length] === FENCE_OPEN) length += 1;
  if (length < 2) return null;
  const end = text.indexOf(FENCE_CLOSE.repeat(length), at + length);
  return end < 0 ? null : { wordsStart: at + length, wordsEnd: end, end: end + length };
};
