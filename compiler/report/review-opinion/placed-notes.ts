import type { PolicyFile } from "../../../language/index.ts";
import { findAnchor, type FoundAnchor, type Note } from "../../notes/index.ts";

/** A note with where its words stand now. */
export interface PlacedNote {
  readonly note: Note;
  readonly found: FoundAnchor;
}

/** In the order of the document; what is no longer found stands at its provision, or at the end. */
export const placedNotes = (file: PolicyFile, notes: readonly Note[]): readonly PlacedNote[] =>
  notes
    .map((note) => {
      const found = findAnchor(file, note.anchor);
      return { note, found, at: startOf(found) };
    })
    .sort(
      (left, right) =>
        left.at - right.at ||
        // What is said of a provision as a whole comes before what is said of its words.
        Math.sign(left.note.anchor.quote.length) - Math.sign(right.note.anchor.quote.length) ||
        // The same moment may be written with the zone of another place.
        Date.parse(left.note.writtenAt) - Date.parse(right.note.writtenAt) ||
        compareWords(left.note.writtenAt, right.note.writtenAt) ||
        compareWords(left.note.id, right.note.id),
    )
    .map(({ note, found }) => ({ note, found }));

const startOf = (found: FoundAnchor): number => {
  switch (found.kind) {
    case "found":
      return found.start;
    case "several":
      return found.places[0]?.start ?? Number.MAX_SAFE_INTEGER;
    case "lost":
      return found.provision?.start ?? Number.MAX_SAFE_INTEGER;
  }
};

const compareWords = (left: string, right: string): number => (left < right ? -1 : left > right ? 1 : 0);
