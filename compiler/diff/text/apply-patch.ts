import type { TextPatch } from "../../model/change.ts";

/** The right text, made of the left one. */
export const applyPatch = (leftText: string, patch: TextPatch): string =>
  patch.pieces
    .map((piece) => (piece.kind === "new" ? piece.text : leftText.slice(piece.left.start, piece.left.end)))
    .join("");
