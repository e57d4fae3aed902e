/**
 * Whether the words at a place stand in “…”, 《…》 or 「…」: they are then another's words, or a name.
 * Looks back a bounded distance, so that a long line costs no more than its length.
 */
export const isQuoted = (text: string, at: number): boolean => {
  const before = text.slice(Math.max(0, at - FAR), at);
  return PAIRS.some(([open, close]) => before.lastIndexOf(open) > before.lastIndexOf(close));
};

const FAR = 300;

const PAIRS = [
  ["“", "”"],
  ["《", "》"],
  ["「", "」"],
] as const;
