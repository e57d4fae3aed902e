import type { BoundaryBlock, PolicyFile, Provision } from "../../language/index.ts";

/** 界限 of a file by the provision where they hold; null is the whole document. */
export interface Boundary {
  readonly within: Provision | null;
  readonly words: readonly string[];
  readonly inclusive: boolean;
}

export const boundariesOf = (file: PolicyFile): readonly Boundary[] =>
  file.blocks
    .filter((block): block is BoundaryBlock => block.kind === "boundary")
    .map((block) => ({ within: placeOf(block, file), words: block.words, inclusive: block.inclusive }));

/** What the bound words mean under one provision: the narrowest declaration wins. */
export const inclusiveAt = (
  boundaries: readonly Boundary[],
  provision: Provision | null,
): ReadonlyMap<string, boolean> => {
  const holding = boundaries
    .map((boundary) => ({ boundary, depth: depthWithin(provision, boundary.within) }))
    .filter(({ depth }) => depth !== null)
    .sort((left, right) => (right.depth ?? 0) - (left.depth ?? 0));
  const words = new Map<string, boolean>();
  for (const { boundary } of holding) {
    for (const word of boundary.words) words.set(word, boundary.inclusive);
  }
  return words;
};

const placeOf = (block: BoundaryBlock, file: PolicyFile): Provision | null => {
  if (block.scope === "document" || block.provision === null) return null;
  const level = block.scope;
  for (let at = file.document.byPath.get(block.provision) ?? null; at !== null; at = at.parent) {
    if (at.level === level || (level === "chapter" && at.level === "heading1")) return at;
  }
  return null;
};

/** Steps up from the provision to the boundary's place; null where it is not inside. */
const depthWithin = (provision: Provision | null, place: Provision | null): number | null => {
  if (place === null) return Number.MAX_SAFE_INTEGER;
  let depth = 0;
  for (let at = provision; at !== null; at = at.parent) {
    if (at === place) return depth;
    depth += 1;
  }
  return null;
};
