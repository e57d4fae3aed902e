import { readDocument } from "../../../language/index.ts";
import type { ComparedSide } from "../../model/change.ts";

/**
 * Line breaks inside a 款: where a page or a line of the stored file ended, and the sentence goes on. They are no
 * paragraphs, and the table does not print them.
 */
export const wrappedLines = ({ file, text }: ComparedSide): ReadonlySet<number> => {
  const breaks = new Set<number>();
  for (const { pieces, titleSpan } of readDocument({ name: file, text }).provisions) {
    for (const [at, piece] of pieces.entries()) {
      const next = pieces[at + 1];
      if (next === undefined || piece === titleSpan || ENDS.test(text.slice(piece.start, piece.end)))
        continue;
      const between = text.slice(piece.end, next.start);
      if (between.trim() !== "") continue;
      for (let offset = piece.end; offset < next.start; offset += 1) {
        if (text[offset] === "\n") breaks.add(offset);
      }
    }
  }
  return breaks;
};

/** What a 款 ends with; anything else goes on. */
const ENDS = /[。；：:;！？”’」』]\s*$/u;
