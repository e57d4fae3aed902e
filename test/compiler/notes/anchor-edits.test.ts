import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { anchorAt, findAnchor } from "../../../compiler/notes/index.ts";
import { mudanjiang } from "../../support/city.ts";
import { fileOf } from "./note-sample.ts";

const { text: CITY } = mudanjiang.policy;
const FILE = fileOf(CITY);

/** Places in the official text and what a person may write there; the letters stand nowhere in the document. */
const edit = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  removed: fc.integer({ min: 0, max: 40 }),
  inserted: fc.constantFrom("", "甴曱", "\n\n", "　", "第九十九条　甴甶男甸。\n\n"),
});

/** Ranges of official text between two blank lines, so that no block is cut. */
const PARAGRAPHS = FILE.segments.official.flatMap(({ start, end }) =>
  [...CITY.slice(start, end).matchAll(/[^\n]{30,}/gu)].map((match) => ({
    start: start + match.index,
    end: start + match.index + match[0].length,
  })),
);

describe("a note stays with its words", () => {
  test("whatever is written and deleted farther away", () => {
    fc.assert(
      fc.property(
        fc.nat(PARAGRAPHS.length - 1),
        fc.double({ min: 0, max: 0.5, noNaN: true }),
        fc.integer({ min: 8, max: 60 }),
        fc.array(edit, { minLength: 1, maxLength: 4 }),
        (which, from, length, edits) => {
          const paragraph = PARAGRAPHS[which]!;
          const first = paragraph.start + Math.floor(from * (paragraph.end - paragraph.start - 8));
          const { start, end } = withoutOuterBlanks(first, Math.min(paragraph.end, first + length));
          const anchor = anchorAt(FILE, { start, end });
          const changed = edited(edits, { start: start - FAR, end: end + FAR });
          const found = findAnchor(fileOf(changed.text), anchor);
          const moved = { start: start + changed.shift, end: end + changed.shift };
          expect(found).toMatchObject({ kind: "found", ...moved });
        },
      ),
      { numRuns: 60 },
    );
  });

  test("and is never lost while they are there, however near the edit is", () => {
    fc.assert(
      fc.property(
        fc.nat(PARAGRAPHS.length - 1),
        fc.array(edit, { minLength: 1, maxLength: 3 }),
        (which, edits) => {
          const { start, end } = PARAGRAPHS[which]!;
          const changed = edited(edits, { start, end });
          const found = findAnchor(fileOf(changed.text), anchorAt(FILE, { start, end }));
          const places = found.kind === "found" ? [found] : found.kind === "several" ? found.places : [];
          expect(places).toContainEqual(
            expect.objectContaining({ start: start + changed.shift, end: end + changed.shift }),
          );
        },
      ),
      { numRuns: 60 },
    );
  });
});

/** Blanks are no words: where a selection ends in them, the note stands on the words before. */
const withoutOuterBlanks = (
  first: number,
  last: number,
): { readonly start: number; readonly end: number } => {
  const words = CITY.slice(first, last);
  return { start: last - words.trimStart().length, end: first + words.trimEnd().length };
};

/** Beyond what is remembered of the surroundings, blanks included. */
const FAR = 60;

/** Edits of the official text outside of a range, and by how much the range moved. */
const edited = (
  edits: readonly { readonly at: number; readonly removed: number; readonly inserted: string }[],
  kept: { readonly start: number; readonly end: number },
): { readonly text: string; readonly shift: number } => {
  let text = CITY;
  let shift = 0;
  const places = edits.map((each) => {
    const paragraph = PARAGRAPHS[Math.floor(each.at * (PARAGRAPHS.length - 1))]!;
    const at = paragraph.start + Math.floor(each.at * (paragraph.end - paragraph.start));
    return { ...each, at, end: Math.min(paragraph.end, at + each.removed) };
  });
  // From behind, so that the places in front stay where they are; what overlaps is left out.
  let limit = Infinity;
  for (const { at, end, inserted } of places.sort((left, right) => right.at - left.at)) {
    if (end > limit || (end > kept.start && at < kept.end) || at === kept.end) continue;
    text = text.slice(0, at) + inserted + text.slice(end);
    if (end <= kept.start) shift += inserted.length - (end - at);
    limit = at;
  }
  return { text, shift };
};
