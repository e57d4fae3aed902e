import { print, segment, type Span } from "../../language/index.ts";
import type { PolicyView } from "./model.ts";

/**
 * The blocks in canonical form, one edit for each block that changes. Official text, blocks with errors and blocks
 * in which a word would be lost stay as they are.
 */
export const format = (view: PolicyView): readonly { readonly span: Span; readonly newText: string }[] => {
  const { file } = view;
  const { text, name } = file.source;
  const printed = print(file);
  if (printed === text) return [];
  const before = file.segments.blocks;
  const after = segment({ name, text: printed }).blocks;
  if (before.length !== after.length) return [];
  const edits: { span: Span; newText: string }[] = [];
  let at = 0;
  let printedAt = 0;
  for (const [index, { span }] of before.entries()) {
    const place = after[index]!.span;
    // What stands between two blocks is official text: where it is not the same, nothing is touched.
    if (text.slice(at, span.start) !== printed.slice(printedAt, place.start)) return [];
    const asWritten = text.slice(span.start, span.end);
    const canonical = printed.slice(place.start, place.end);
    if (canonical !== asWritten && keepsEveryWord(asWritten, canonical))
      edits.push({ span, newText: canonical });
    at = span.end;
    printedAt = place.end;
  }
  return text.slice(at) === printed.slice(printedAt) ? edits : [];
};

/** Letters and digits of the one stand in the other in the same order, full or half width. */
const keepsEveryWord = (before: string, after: string): boolean => {
  const sought = lettersOf(before);
  const found = lettersOf(after);
  let at = 0;
  for (const letter of found) if (at < sought.length && letter === sought[at]) at += 1;
  return at === sought.length;
};

const lettersOf = (words: string): readonly string[] => words.normalize("NFKC").match(/[\p{L}\p{N}]/gu) ?? [];
