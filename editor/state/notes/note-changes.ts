import { chanceName } from "../../storage/chance-name.ts";
import type { Note, NoteAnchor, NoteFile } from "../../worker/worker-api.ts";

/** A note written now. */
export const newNote = (kind: Note["kind"], text: string, anchor: NoteAnchor, author: string): Note => ({
  id: chanceName(),
  kind,
  anchor,
  text,
  author,
  writtenAt: timeNow(),
  state: "未处理",
  replies: [],
});

/** With the zone of the machine, so that the day is the one on which it was written there: 2025-06-01T07:30:00+08:00. */
export const timeNow = (now: Date = new Date()): string => {
  const minutes = -now.getTimezoneOffset();
  const there = new Date(now.getTime() + minutes * 60_000).toISOString().slice(0, 19);
  const [hours, rest] = [Math.floor(Math.abs(minutes) / 60), Math.abs(minutes) % 60];
  const twoDigits = (number: number): string => String(number).padStart(2, "0");
  return `${there}${minutes < 0 ? "-" : "+"}${twoDigits(hours)}:${twoDigits(rest)}`;
};

export const changedNote = (
  note: Note,
  change: Partial<Pick<Note, "text" | "kind" | "state" | "replies">>,
): Note => ({ ...note, ...change });

/** The file as others have written it, with our notes; what they could not read of it is kept as they kept it. */
export const mergeFiles = (base: readonly Note[], ours: NoteFile, others: NoteFile): NoteFile => ({
  ...ours,
  ...others,
  policy: ours.policy,
  notes: mergeNotes(base, ours.notes, others.notes),
});

/**
 * What we and what others have made of the notes of `base`. What one side has changed or removed holds where the other
 * left it alone; where both changed the same, ours holds, with the replies of both. A note that one side has removed
 * and the other changed stays.
 */
export const mergeNotes = (
  base: readonly Note[],
  ours: readonly Note[],
  others: readonly Note[],
): readonly Note[] => {
  const was = byId(base);
  const theirs = byId(others);
  const own = byId(ours);
  const merged = ours.flatMap((note) => {
    const before = was.get(note.id);
    const other = theirs.get(note.id);
    if (other !== undefined) return [mergeNote(before, note, other)];
    return before !== undefined && isSame(before, note) ? [] : [note];
  });
  const added = others.filter((other) => {
    const before = was.get(other.id);
    return !own.has(other.id) && (before === undefined || !isSame(before, other));
  });
  return [...merged, ...added];
};

const mergeNote = (before: Note | undefined, note: Note, other: Note): Note => {
  const known = before === undefined ? [] : Object.entries(before);
  const left = new Set(
    known.filter(([part, value]) => isSame(partOf(note, part), value)).map(([part]) => part),
  );
  const ours = Object.fromEntries(Object.entries(note).filter(([part]) => !left.has(part)));
  return { ...other, ...ours, replies: mergeReplies(note.replies, other.replies) };
};

const mergeReplies = (ours: Note["replies"], others: Note["replies"]): Note["replies"] => {
  const said = new Set(ours.map((reply) => JSON.stringify(reply)));
  return [...ours, ...others.filter((reply) => !said.has(JSON.stringify(reply)))];
};

const byId = (notes: readonly Note[]): ReadonlyMap<string, Note> =>
  new Map(notes.map((note) => [note.id, note]));

const partOf = (note: object, part: string): unknown => Object.getOwnPropertyDescriptor(note, part)?.value;

const isSame = (left: unknown, right: unknown): boolean =>
  left === right || JSON.stringify(left) === JSON.stringify(right);
