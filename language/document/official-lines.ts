import type { SourceText, Span } from "../source.ts";
import { trimRange } from "./whitespace.ts";

/** A line of official text that shows something, without the blank characters around it. */
export interface OfficialLine {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** Number of # of a Markdown heading; the words begin behind them. */
  readonly headingDepth: number;
}

/** The lines of the official spans, blank ones left out. Spans end at line ends. */
export const officialLines = (source: SourceText, official: readonly Span[]): OfficialLine[] => {
  const lines: OfficialLine[] = [];
  for (const part of official) {
    let at = part.start;
    while (at < part.end) {
      const newline = source.text.indexOf("\n", at);
      const end = newline < 0 || newline >= part.end ? part.end : newline;
      const line = readLine(source.text, at, end);
      if (line !== null) lines.push(line);
      at = end + 1;
    }
  }
  return lines;
};

const readLine = (text: string, lineStart: number, lineEnd: number): OfficialLine | null => {
  let [start, end] = trimRange(text, lineStart, lineEnd);
  let headingDepth = 0;
  while (headingDepth < 6 && text[start + headingDepth] === "#") headingDepth += 1;
  if (headingDepth > 0) [start, end] = trimRange(text, start + headingDepth, end);
  return start < end ? { start, end, text: text.slice(start, end), headingDepth } : null;
};
