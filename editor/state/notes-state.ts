import { signal } from "@lit-labs/signals";
import type { FoundAnchor, NoteFile } from "../worker/worker-api.ts";
import type { Studio } from "./studio.ts";

/** The 批注 of the open policy and where they stand in its text now. */
export class NotesState {
  readonly file = signal<NoteFile | null>(null);
  /** By id of the note. */
  readonly places = signal<ReadonlyMap<string, FoundAnchor>>(new Map());
  /** Note that is looked at. */
  readonly selected = signal<string | null>(null);
  readonly studio: Studio;

  constructor(studio: Studio) {
    this.studio = studio;
  }
}
