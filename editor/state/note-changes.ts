import type { Note, NoteAnchor } from "../worker/worker-api.ts";

/** A note written now. */
export const newNote = (kind: Note["kind"], text: string, anchor: NoteAnchor, author: string): Note => ({
  id: crypto.randomUUID(),
  kind,
  anchor,
  text,
  author,
  writtenAt: new Date().toISOString(),
  state: "未处理",
  replies: [],
});

export const changedNote = (
  note: Note,
  change: Partial<Pick<Note, "text" | "kind" | "state" | "replies">>,
): Note => ({ ...note, ...change });

/** Ours, and what others have added since; of a note that both have, ours with the replies of both. */
export const mergeNotes = (ours: readonly Note[], others: readonly Note[]): readonly Note[] => {
  const known = new Map(others.map((note) => [note.id, note]));
  const merged = ours.map((note) => {
    const other = known.get(note.id);
    if (other === undefined) return note;
    const said = new Set(note.replies.map(({ writtenAt, author }) => `${writtenAt} ${author}`));
    const added = other.replies.filter(({ writtenAt, author }) => !said.has(`${writtenAt} ${author}`));
    return { ...note, replies: [...note.replies, ...added] };
  });
  const mine = new Set(ours.map(({ id }) => id));
  return [...merged, ...others.filter(({ id }) => !mine.has(id))];
};
