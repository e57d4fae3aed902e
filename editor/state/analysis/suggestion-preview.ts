import type { AnalysisSuggestion } from "../../worker/worker-api.ts";

/** Words of a line, and whether the edit takes them away or brings them. */
export interface Piece {
  readonly text: string;
  readonly isChanged: boolean;
}

/** One place that an edit changes: its lines as they are and as they would be; empty where there are none. */
export interface PreviewPlace {
  readonly before: readonly Piece[];
  readonly after: readonly Piece[];
}

type Edits = AnalysisSuggestion["edits"];

/** What edits do to a text, place by place; edits of the same lines are shown together. */
export const previewOf = (text: string, edits: Edits): readonly PreviewPlace[] => {
  const sorted = edits.toSorted((left, right) => left.span.start - right.span.start);
  const groups: { start: number; end: number; readonly edits: Edits[number][] }[] = [];
  for (const edit of sorted) {
    const { start, end } = isOwnLines(text, edit) ? edit.span : linesAround(text, edit.span);
    const last = groups.at(-1);
    if (last !== undefined && start <= last.end && !isOwnLines(text, edit)) {
      last.end = Math.max(last.end, end);
      last.edits.push(edit);
    } else groups.push({ start, end, edits: [edit] });
  }
  return groups.map((group) => placeOf(text, group));
};

/** Whole lines that are put between two others change neither of them. */
const isOwnLines = (text: string, { span: { start, end }, newText }: Edits[number]): boolean =>
  start === end &&
  ((newText.endsWith("\n") && (start === 0 || text[start - 1] === "\n")) ||
    (newText.startsWith("\n") && (start === text.length || text[start] === "\n")));

const linesAround = (text: string, span: { readonly start: number; readonly end: number }) => {
  const end = text.indexOf("\n", span.end);
  return {
    start: span.start === 0 ? 0 : text.lastIndexOf("\n", span.start - 1) + 1,
    end: end === -1 ? text.length : end,
  };
};

const placeOf = (
  text: string,
  group: { readonly start: number; readonly end: number; readonly edits: Edits },
): PreviewPlace => {
  const before: Piece[] = [];
  const after: Piece[] = [];
  let at = group.start;
  const keep = (end: number): void => {
    const words = text.slice(at, end);
    if (words === "") return;
    const kept = { text: shortened(words, at === group.start, end === group.end), isChanged: false };
    before.push(kept);
    after.push(kept);
  };
  for (const { span, newText } of group.edits) {
    keep(span.start);
    const old = text.slice(span.start, span.end);
    if (old !== "") before.push({ text: old, isChanged: true });
    const put = group.start === group.end ? newText.replace(/^\n+|\n+$/g, "") : newText;
    if (put !== "") after.push({ text: put, isChanged: true });
    at = span.end;
  }
  keep(group.end);
  return { before, after };
};

/** Words around a change that say where it is. */
const CONTEXT = 40;

const shortened = (words: string, isFirst: boolean, isLast: boolean): string => {
  if (words.length <= 2 * CONTEXT) return words;
  const head = words.slice(0, CONTEXT);
  const tail = words.slice(-CONTEXT);
  if (isFirst && !isLast) return `……${tail}`;
  return isLast ? `${head}……` : `${head}……${tail}`;
};
