import type { Span } from "../../language/index.ts";

/** How many of the parts, which come in the order of the text, begin at an offset or before it. */
export const countBegun = (parts: readonly { readonly span: Span }[], offset: number): number => {
  let low = 0;
  let high = parts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (parts[middle]!.span.start <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
};

/** The last of the parts that begins at an offset or before it; null where none does. */
export const lastBegun = <Part extends { readonly span: Span }>(
  parts: readonly Part[],
  offset: number,
): Part | null => parts[countBegun(parts, offset) - 1] ?? null;
