import type { Diagnostic, Span, TextEdit } from "../../language/index.ts";
import type { FileEdits, PolicyView } from "./model.ts";

/** Texts after edits, with what was changed in them. */
export interface Change {
  readonly texts: ReadonlyMap<string, string>;
  readonly files: readonly FileEdits[];
}

/** Applies edits to texts; the edits of a file stand in order and do not overlap. */
export const edited = (texts: ReadonlyMap<string, string>, files: readonly FileEdits[]): Change => {
  const changed = new Map(texts);
  for (const { file, edits } of files) {
    const text = texts.get(file) ?? "";
    const parts: string[] = [];
    let at = 0;
    for (const { span, newText } of edits) {
      parts.push(text.slice(at, span.start), newText);
      at = span.end;
    }
    changed.set(file, parts.join("") + text.slice(at));
  }
  return { texts: changed, files };
};

/** Where a span stands after the edits; one that was replaced is what replaced it. */
export const movedBy = ({ files }: Change, file: string, span: Span): Span => {
  const edits = files.find((each) => each.file === file)?.edits ?? [];
  return { start: movedOffset(edits, span.start, false), end: movedOffset(edits, span.end, true) };
};

interface Shifts {
  readonly starts: readonly number[];
  /** How far what stands behind the first n edits has moved. */
  readonly sums: readonly number[];
}

const cache = new WeakMap<readonly TextEdit[], Shifts>();

const shiftsOf = (edits: readonly TextEdit[]): Shifts => {
  let shifts = cache.get(edits);
  if (shifts === undefined) {
    const sums = [0];
    for (const { span, newText } of edits) sums.push(sums.at(-1)! + newText.length - (span.end - span.start));
    shifts = { starts: edits.map(({ span }) => span.start), sums };
    cache.set(edits, shifts);
  }
  return shifts;
};

const movedOffset = (edits: readonly TextEdit[], offset: number, isEnd: boolean): number => {
  const { starts, sums } = shiftsOf(edits);
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (starts[middle]! < offset) low = middle + 1;
    else high = middle;
  }
  const inside = edits[low - 1];
  if (inside === undefined) return offset;
  if (offset >= inside.span.end) return offset + sums[low]!;
  const start = inside.span.start + sums[low - 1]!;
  return isEnd ? start + inside.newText.length : start;
};

/** The first error that the changed texts have and the old ones had not; null where there is none. */
export const errorsAdded = (before: PolicyView, after: PolicyView): Diagnostic | null => {
  const left = new Map<string, number>();
  const keyOf = ({ file, code }: Diagnostic): string => `${file} ${code}`;
  for (const found of before.diagnostics) {
    if (found.severity === "error") left.set(keyOf(found), (left.get(keyOf(found)) ?? 0) + 1);
  }
  for (const found of after.diagnostics) {
    if (found.severity !== "error") continue;
    const count = left.get(keyOf(found)) ?? 0;
    if (count === 0) return found;
    left.set(keyOf(found), count - 1);
  }
  return null;
};
