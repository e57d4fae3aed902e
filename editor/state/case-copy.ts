import type { Span } from "../worker/worker-api.ts";
import type { Replacement } from "./ports.ts";

/** A second 用例 behind the one in `block`, with the changes in it and a name that no other has; the first stays. */
export const copiedCase = (
  text: string,
  block: Span,
  changes: readonly Replacement[],
  name: string,
  taken: readonly string[],
): { readonly name: string; readonly edit: Replacement } | null => {
  const end = block.start + text.slice(block.start, block.end).trimEnd().length;
  const body = changes
    .toSorted((left, right) => right.span.start - left.span.start)
    .reduce(
      (words, { span, newText }) =>
        words.slice(0, span.start - block.start) + newText + words.slice(span.end - block.start),
      text.slice(block.start, end),
    );
  const header = body.indexOf(name);
  const firstLine = body.indexOf("\n");
  if (header === -1 || (firstLine !== -1 && header > firstLine)) return null;
  const free = freeName(name, taken);
  const copy = body.slice(0, header) + free + body.slice(header + name.length);
  return { name: free, edit: { span: { start: end, end }, newText: `\n\n${copy}` } };
};

const freeName = (name: string, taken: readonly string[]): string => {
  const used = new Set(taken);
  const wanted = `${name}（实际结果）`;
  let free = wanted;
  for (let number = 2; used.has(free); number += 1) free = `${wanted}之${number}`;
  return free;
};
