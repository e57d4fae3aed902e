import type { FoundAnchor, Note, Span } from "../worker/worker-api.ts";
import { plain } from "./plain-text.ts";

/** Words of the text that a note was written on, and what is shown when they are pointed at. */
export interface NoteMark {
  readonly note: string;
  readonly span: Span;
  /** Markdown in which the words of the note are nothing but words. */
  readonly hover: string;
  readonly isSettled: boolean;
}

/** Of a note on a whole provision only the beginning is marked, of one on the whole text nothing. */
export const marksOfNotes = (
  notes: readonly Note[],
  places: ReadonlyMap<string, FoundAnchor>,
): readonly NoteMark[] =>
  notes.flatMap((note) => {
    if (note.anchor.provision === null && note.anchor.block === null && note.anchor.quote === "") return [];
    return spansOf(places.get(note.id)).map(({ start, end }): NoteMark => ({
      note: note.id,
      span: { start, end: note.anchor.quote === "" ? Math.min(end, start + BEGINNING) : end },
      hover: `**${note.kind}**　${plain(firstWords(note.text))}`,
      isSettled: note.state !== "未处理",
    }));
  });

/** 第十六条 and the like. */
const BEGINNING = 4;
const LONGEST = 60;

const spansOf = (place: FoundAnchor | undefined): readonly Span[] => {
  switch (place?.kind) {
    case "found":
      return [place];
    case "several":
      return place.places;
    case "lost":
    case undefined:
      return [];
  }
};

const firstWords = (text: string): string => {
  const line = text.trim().split("\n", 1)[0] ?? "";
  // Cut between characters, also where one takes two units.
  const characters = Array.from(line.slice(0, 2 * LONGEST + 1));
  return characters.length <= LONGEST ? line : `${characters.slice(0, LONGEST).join("")}……`;
};
