import { span, type Span } from "../../source.ts";
import type { LogicalParagraph } from "../logical-paragraphs.ts";

/** Where a part of a paragraph's text stands in the file; line breaks inside it are included. */
export const placeIn = ({ pieces }: Pick<LogicalParagraph, "pieces">, from: number, to: number): Span => {
  if (pieces.length === 1) return span(pieces[0]!.start + from, pieces[0]!.start + to);
  return span(offsetIn(pieces, from, false), offsetIn(pieces, to, true));
};

/** Between two lines a start belongs to the later one and an end to the earlier. */
const offsetIn = (pieces: readonly Span[], at: number, isEnd: boolean): number => {
  let left = at;
  for (const { start, end } of pieces) {
    const length = end - start;
    if (left < length || (isEnd && left === length)) return start + left;
    left -= length;
  }
  return pieces.at(-1)?.end ?? 0;
};
