import type { LineIndex, TextEdit } from "../../../language/index.ts";
import type { Suggestion } from "../../model/analysis.ts";

/** A suggestion with the lines that it changes. */
export interface ReportedSuggestion {
  readonly title: string;
  readonly file: string;
  readonly edits: readonly TextEdit[];
  readonly changes: readonly ChangedLines[];
}

/** Whole lines before and after; one of the two is empty where lines are only added or taken away. */
export interface ChangedLines {
  /** Of the first line that is shown, before the change; where lines are only added, of the line that they stand before. */
  readonly line: number;
  readonly before: string;
  readonly after: string;
}

export const editsOf = (
  { title, file, edits }: Suggestion,
  text: string | null,
  lines: LineIndex,
): ReportedSuggestion => ({
  title,
  file,
  edits,
  changes: text === null ? [] : together(edits, text).map((group) => changeOf(group, text, lines)),
});

/** Edits that touch the same lines are one change. */
const together = (edits: readonly TextEdit[], text: string): readonly (readonly TextEdit[])[] => {
  const groups: TextEdit[][] = [];
  let end = -1;
  for (const edit of edits.toSorted((left, right) => left.span.start - right.span.start)) {
    if (lineStart(text, edit.span.start) < end) groups.at(-1)!.push(edit);
    else groups.push([edit]);
    end = Math.max(end, lineEnd(text, edit.span.end) + 1);
  }
  return groups;
};

const changeOf = (edits: readonly TextEdit[], text: string, lines: LineIndex): ChangedLines => {
  const start = lineStart(text, edits[0]!.span.start);
  const end = lineEnd(text, Math.max(...edits.map(({ span }) => span.end)));
  let after = text.slice(start, end);
  for (const { span, newText } of edits.toReversed())
    after = after.slice(0, span.start - start) + newText + after.slice(span.end - start);
  return withoutShared({ line: lines.position(start).line, before: text.slice(start, end), after });
};

/** 在第58行之后增加: where lines are only added there is none to see the place by. */
export const placeOfAdded = ({ line, before, after }: ChangedLines): string | null =>
  before.trim() !== "" || after.trim() === "" ? null : `在第${line - 1}行之后增加：`;

/** Lines that stay as they are need not be shown. */
const withoutShared = ({ line, before, after }: ChangedLines): ChangedLines => {
  const [left, right] = [before.split("\n"), after.split("\n")];
  let first = line;
  while (left.length > 0 && right.length > 0 && left[0] === right[0]) {
    left.shift();
    right.shift();
    first += 1;
  }
  while (left.length > 0 && right.length > 0 && left.at(-1) === right.at(-1)) {
    left.pop();
    right.pop();
  }
  return { line: first, before: left.join("\n"), after: right.join("\n") };
};

const lineStart = (text: string, at: number): number => text.lastIndexOf("\n", at - 1) + 1;

const lineEnd = (text: string, at: number): number => {
  const end = text.indexOf("\n", at);
  return end < 0 ? text.length : end;
};
