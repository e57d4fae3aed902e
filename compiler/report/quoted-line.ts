import { maskPersonalNumbers, type Span } from "../../language/index.ts";
import { displayWidth, visible } from "./width.ts";

/**
 * The line of a finding with the found words between ⟦ and ⟧: carets below the line would not meet
 * Han characters. Of a long line only the neighbourhood is shown, and numbers of persons without their middle.
 */
export const quotedLine = (file: string, place: Span, columns: number): string => {
  const from = Math.max(0, place.start - NEIGHBOURHOOD);
  const text = maskPersonalNumbers(file.slice(from, place.start + NEIGHBOURHOOD));
  const range = { start: place.start - from, end: Math.min(place.end - from, text.length) };
  const lineStart = text.lastIndexOf("\n", range.start - 1) + 1;
  const lineEnd = endOfLine(text, range.start);
  const markEnd = Math.min(Math.max(range.end, range.start), lineEnd);
  const budget = Math.max(24, columns) - 4;
  const marked = shorten(
    visible(text.slice(range.start, Math.min(markEnd, range.start + budget * 2))),
    budget,
    "end",
  );
  const rest = Math.max(0, budget - displayWidth(marked));
  const after = visible(text.slice(markEnd, Math.min(lineEnd, markEnd + budget))).trimEnd();
  const before = visible(text.slice(Math.max(lineStart, range.start - budget), range.start)).trimStart();
  const room = Math.max(0, rest - Math.min(displayWidth(after), Math.floor(rest / 2)));
  const left = shorten(before, room, "start");
  const right = shorten(after, Math.max(0, rest - displayWidth(left)), "end");
  return `${left}⟦${marked}⟧${right}`;
};

/** More than a line on paper or a screen can show. */
const NEIGHBOURHOOD = 2000;

const endOfLine = (text: string, from: number): number => {
  const at = text.indexOf("\n", from);
  return at < 0 ? text.length : at;
};

/** Keeps the start or the end of a text within a number of columns; … stands for what is gone. */
const shorten = (text: string, columns: number, gone: "start" | "end"): string => {
  if (displayWidth(text) <= columns) return text;
  const characters = gone === "end" ? [...text] : [...text].reverse();
  const kept: string[] = [];
  let used = 1;
  for (const character of characters) {
    used += displayWidth(character);
    if (used > columns) break;
    kept.push(character);
  }
  return gone === "end" ? `${kept.join("")}…` : `…${kept.reverse().join("")}`;
};
