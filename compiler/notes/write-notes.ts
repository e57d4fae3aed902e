import type { NoteFile } from "./model.ts";

/** The sidecar file as text: the same notes give the same text, with the known parts first and everything else behind. */
export const writeNotes = (file: NoteFile): string => {
  const notes = file.notes.map((note) => ({
    ...ordered(note, NOTE_PARTS),
    anchor: ordered(note.anchor, ANCHOR_PARTS),
    replies: note.replies.map((reply) => ordered(reply, REPLY_PARTS)),
  }));
  return `${JSON.stringify({ ...ordered(file, FILE_PARTS), notes }, null, 2)}\n`;
};

const FILE_PARTS = ["version", "policy", "notes"] as const;
const NOTE_PARTS = ["id", "kind", "state", "author", "writtenAt", "anchor", "text", "replies"] as const;
const ANCHOR_PARTS = ["provision", "label", "block", "quote", "before", "after"] as const;
const REPLY_PARTS = ["author", "writtenAt", "text"] as const;

/** Known parts in their order, then what else there is, by name. */
const ordered = <Value extends object>(
  value: Value,
  first: readonly (keyof Value & string)[],
): Readonly<Record<string, unknown>> => {
  const known = new Set<string>(first);
  const others = Object.entries(value)
    .filter(([name]) => !known.has(name))
    .sort(([left], [right]) => (left < right ? -1 : 1));
  return Object.fromEntries([...first.map((name) => [name, value[name]] as const), ...others]);
};
