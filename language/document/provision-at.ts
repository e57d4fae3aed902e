import type { OfficialDocument, Provision } from "./model.ts";

/**
 * The provision that a block at `offset` stands under: the one whose words end last before it. At
 * the end of a 条 (or of a heading with several paragraphs) it is the whole of that; behind the items
 * of a 款 that is not the last it is that 款. `null` in front of the first provision.
 */
export const provisionBefore = (document: OfficialDocument, offset: number): Provision | null => {
  const starts = document.provisions;
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (starts[middle]!.span.start < offset) low = middle + 1;
    else high = middle;
  }
  const nearest = starts[low - 1];
  return nearest === undefined ? null : widen(nearest, offset);
};

/** Climbs as long as the parent is a whole that ends here. */
const widen = (provision: Provision, offset: number): Provision => {
  let widest = provision;
  for (let at: Provision | null = provision; at !== null; at = at.parent) {
    if (at.span.end > offset) break;
    const isWhole =
      at.level === "article" ||
      (at.level === "paragraph" && at.children.length > 0) ||
      at.children.some(({ level }) => level === "paragraph");
    if (isWhole) widest = at;
    if (at.level === "article") break;
  }
  return widest;
};

/** The deepest provision whose text, marker included, reaches over `offset`; else the one before it. */
export const provisionAt = (document: OfficialDocument, offset: number): Provision | null => {
  let low = 0;
  let high = document.provisions.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (document.provisions[middle]!.span.start <= offset) low = middle + 1;
    else high = middle;
  }
  const nearest = document.provisions[low - 1] ?? null;
  for (let at = nearest; at !== null; at = at.parent) {
    if (at.span.end > offset) return at;
  }
  return nearest;
};
