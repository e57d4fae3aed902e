import type { Run } from "./run.ts";
import {
  SAME,
  STATES,
  UNKNOWN_CONTENT,
  type Piece,
  type PieceContent,
  type Places,
  type Segmentation,
} from "./segment-run.ts";

/** A message shows one other reading; a few suffice to find one that parses. */
const MOST_ALTERNATIVES = 4;

/** Reads the cheapest way back from the end, and the ways that cost the same. */
export const collect = (run: Run, { costs, from, contents, ties }: Places): Segmentation => {
  const end = run.cells.length * STATES;
  const ends = Array.from({ length: STATES }, (_, state) => end + state);
  const last = ends.reduce((best, node) => (costs[node]! < costs[best]! ? node : best));
  const path = (node: number): Piece[] => {
    const pieces: Piece[] = [];
    for (let target = node; from[target]! >= 0; target = from[target]!) {
      pieces.push(pieceBetween(from[target]!, target, contents[target]!));
    }
    return pieces.reverse();
  };
  const pieces = path(last);
  const alternatives: (readonly Piece[])[] = [];
  if (!pieces.some((piece) => piece.content.kind === "unknown")) {
    for (const node of ends) {
      if (node !== last && costs[node]! - costs[last]! < SAME) alternatives.push(path(node));
    }
    let index = pieces.length;
    for (
      let target = last;
      from[target]! >= 0 && alternatives.length < MOST_ALTERNATIVES;
      target = from[target]!
    ) {
      index -= 1;
      const tie = ties.get(target);
      if (tie === undefined) continue;
      const tied = pieceBetween(tie.from, target, tie.content);
      alternatives.push([...path(tie.from), tied, ...pieces.slice(index + 1)]);
    }
  }
  return { pieces: joinUnknown(run, pieces), cost: costs[last]!, alternatives };
};

const pieceBetween = (source: number, target: number, content: PieceContent): Piece => ({
  start: Math.floor(source / STATES),
  end: Math.floor(target / STATES),
  content,
});

/** Neighbouring unknown characters are one word, and digits that touch one belong to it (步行15分钟距离). */
const joinUnknown = (run: Run, pieces: readonly Piece[]): Piece[] => {
  const joined: Piece[] = [];
  for (const piece of pieces) {
    const previous = joined.at(-1);
    if (piece.content.kind === "unknown" && previous !== undefined && touches(run, previous, piece)) {
      joined[joined.length - 1] = { start: previous.start, end: piece.end, content: UNKNOWN_CONTENT };
      const before = joined.at(-2);
      if (
        previous.content.kind === "number" &&
        before !== undefined &&
        before.end === previous.start &&
        opensDistance(before)
      ) {
        joined.splice(-2, 2, { start: before.start, end: piece.end, content: UNKNOWN_CONTENT });
      }
    } else {
      joined.push(piece);
    }
  }
  return joined;
};

const touches = (run: Run, previous: Piece, piece: Piece): boolean =>
  previous.end === piece.start &&
  !run.barriers[piece.start]! &&
  (previous.content.kind === "unknown" || previous.content.kind === "number");

const opensDistance = (piece: Piece): boolean =>
  piece.content.kind === "keyword" && (piece.content.token === "Metric" || piece.content.token === "Around");
