import type { Diagnostic, TextEdit } from "../../language/index.ts";

export interface FixedText {
  readonly text: string;
  /** How many fixes were applied. */
  readonly applied: number;
}

/** Applies the safe fixes that do not touch each other; the rest wait for the next round. */
export const applySafeFixes = (text: string, diagnostics: readonly Diagnostic[]): FixedText => {
  const chosen: TextEdit[] = [];
  let applied = 0;
  for (const fix of diagnostics.flatMap((diagnostic) => diagnostic.fixes ?? [])) {
    if (!fix.safe || fix.edits.length === 0) continue;
    if (fix.edits.some((edit) => chosen.some((other) => touches(edit, other)))) continue;
    chosen.push(...fix.edits);
    applied += 1;
  }
  chosen.sort((left, right) => left.span.start - right.span.start);
  const parts: string[] = [];
  let at = 0;
  for (const { span, newText } of chosen) {
    parts.push(text.slice(at, span.start), newText);
    at = span.end;
  }
  parts.push(text.slice(at));
  return { text: parts.join(""), applied };
};

/** Two insertions at one place touch as well: their order would be chance. */
const touches = (left: TextEdit, right: TextEdit): boolean =>
  left.span.start <= right.span.end && right.span.start <= left.span.end;
