import type { Replacement } from "../state/ports.ts";
import type { Span } from "../worker/worker-api.ts";

/** What is known of the text before a change. */
export interface Protected {
  readonly text: string;
  /** Official text, in order and without overlaps. */
  readonly official: readonly Span[];
  /** Stretches that may be changed although they count as official: agreed to, or being written just now. */
  readonly free: readonly Span[];
}

export type Verdict = "allowed" | "startsBlock" | "ask";

/**
 * Whether a change may be made without asking. Blocks may be changed at will; of official text only white space
 * between its lines, and a block may be begun on an empty line or behind a line.
 */
export const judge = (known: Protected, changes: readonly Replacement[]): Verdict => {
  if (known.text.trim() === "") return "allowed";
  const verdicts = new Set(changes.map((change) => judgeOne(known, change)));
  if (verdicts.has("ask")) return "ask";
  return verdicts.has("startsBlock") ? "startsBlock" : "allowed";
};

/** Whether a change that would alter official text is the beginning of a block's name on an empty line: letters or words. */
export const meansBlock = (
  text: string,
  changes: readonly Replacement[],
  blockNames: readonly string[],
): boolean => {
  const [change] = changes;
  if (changes.length !== 1 || change === undefined || change.span.start !== change.span.end) return false;
  const line = linesAround(text, change.span);
  if (text.slice(line.start, line.end).trim() !== "") return false;
  return /^[a-z]$/i.test(change.newText) || blockNames.includes(change.newText);
};

/** The lines that a stretch touches, from the beginning of the first to the end of the last. */
export const linesAround = (text: string, { start, end }: Span): Span => {
  const after = text.indexOf("\n", end);
  return {
    start: start === 0 ? 0 : text.lastIndexOf("\n", start - 1) + 1,
    end: after < 0 ? text.length : after,
  };
};

const judgeOne = ({ text, official, free }: Protected, change: Replacement): Verdict => {
  const { span, newText } = change;
  if (free.some(({ start, end }) => start <= span.start && span.end <= end))
    return newText === "【" && isEndOfWords(text, span) ? "startsBlock" : "allowed";
  const touched = official.filter((part) => touches(text, part, span));
  if (touched.length === 0) return "allowed";
  if (newText === text.slice(span.start, span.end)) return "allowed";
  if (span.start < span.end && touched.some((part) => removesWords(text, part, span))) return "ask";
  const line = linesAround(text, span);
  const before = text.slice(line.start, span.start).trim();
  const after = text.slice(span.end, line.end).trim();
  if (newText.trim() === "") return keepsLinesApart(text, change, before, after) ? "allowed" : "ask";
  // Before the words of a line, what is put in has to end with a line of its own, as 【完】 does where it was forgotten.
  const keepsWords = after === "" || (before === "" && newText.endsWith("\n"));
  return BLOCK_BEGINS.test(newText) && keepsWords ? "startsBlock" : "ask";
};

const isEndOfWords = (text: string, span: Span): boolean => {
  const line = linesAround(text, span);
  return text.slice(line.start, span.start).trim() !== "" && text.slice(span.end, line.end).trim() === "";
};

/** An edge counts as touched where words put in there would become part of an official line. */
const touches = (text: string, part: Span, span: Span): boolean => {
  if (span.start < span.end) return span.start < part.end && part.start < span.end;
  const at = span.start;
  if (at === part.start) return at === 0 || text[at - 1] === "\n";
  if (at === part.end) return at === text.length || text[at - 1] !== "\n";
  return part.start < at && at < part.end;
};

const removesWords = (text: string, part: Span, span: Span): boolean =>
  text.slice(Math.max(part.start, span.start), Math.min(part.end, span.end)).trim() !== "";

/** White space may come and go as long as no line of the official text is cut or joined to another. */
const keepsLinesApart = (
  text: string,
  { span, newText }: Replacement,
  before: string,
  after: string,
): boolean => {
  if (before === "" || after === "") return true;
  const hadBreak = text.slice(span.start, span.end).includes("\n");
  return hadBreak && newText.includes("\n");
};

const BLOCK_BEGINS = /^\s*【/;
