import type { Span } from "../../language/index.ts";

/** The lines of a stretch that show something, without the blank characters around them. */
export const shownLines = (text: string, within: Span): readonly Span[] => {
  const lines: Span[] = [];
  for (let at = within.start; at < within.end;) {
    const newline = text.indexOf("\n", at);
    const next = newline < 0 || newline >= within.end ? within.end : newline;
    const line = withoutBlanks(text, at, next);
    if (line !== null) lines.push(line);
    at = next + 1;
  }
  return lines;
};

/** The same stretch without blank characters at its ends; null where nothing is left. */
export const withoutBlanks = (text: string, from: number, to: number): Span | null => {
  let start = from;
  let end = to;
  while (start < end && isBlank(text[start]!)) start += 1;
  while (end > start && isBlank(text[end - 1]!)) end -= 1;
  return start < end ? { start, end } : null;
};

const isBlank = (character: string): boolean => /\s/u.test(character);
