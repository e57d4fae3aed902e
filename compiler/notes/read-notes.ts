import type { Note, NoteFile } from "./model.ts";
import { noteSchema, PARTS } from "./note-schema.ts";

export interface ReadNotes {
  readonly file: NoteFile;
  /** Plain sentences: what could not be read, and what becomes of it. */
  readonly problems: readonly string[];
}

/** Where what could not be read is kept, so that saving loses nothing. */
const UNREAD_NOTES = "未能读出的批注";
const UNREAD_TEXT = "未能读出的文件内容";

/**
 * Reads the sidecar file of notes. What is readable is used; the rest is told and kept: it stands in the file that is
 * handed back under names of its own, and is written again with it.
 */
export const readNotes = (text: string): ReadNotes => {
  if (text.trim() === "") return { file: EMPTY, problems: [] };
  const data = parsed(text);
  if (!isPlainObject(data)) {
    const kept = { [UNREAD_TEXT]: text };
    return {
      file: { ...EMPTY, ...kept },
      problems: ["批注文件的格式不对，其中的批注都没有显示。保存时，原有内容会原样保留在文件中。"],
    };
  }
  const { version, policy, notes, [UNREAD_NOTES]: unread, ...others } = data;
  const entries = [...(Array.isArray(notes) ? notes : []), ...(Array.isArray(unread) ? unread : [])];
  const read: Note[] = [];
  const bad: unknown[] = [];
  const problems = headProblems(version, notes);
  const ids = new Set<string>();
  for (const [at, entry] of entries.entries()) {
    const result = noteSchema.safeParse(entry);
    if (result.success) {
      const id = freeId(result.data.id, at, ids);
      ids.add(id);
      read.push({ ...result.data, id });
    } else {
      bad.push(entry);
      problems.push(problemOf(entry, at, result.error.issues[0]!.path[0]));
    }
  }
  const file: NoteFile = {
    ...others,
    version: 1,
    policy: typeof policy === "string" ? policy : "",
    notes: read,
    ...(bad.length === 0 ? {} : { [UNREAD_NOTES]: bad }),
    ...(notes === undefined || Array.isArray(notes) ? {} : { [UNREAD_TEXT]: text }),
  };
  return { file, problems };
};

const EMPTY: NoteFile = { version: 1, policy: "", notes: [] };

const headProblems = (version: unknown, notes: unknown): string[] => [
  ...(version === undefined || version === 1
    ? []
    : ["批注文件由其他版本的程序写成，可能有些内容没有显示；没有显示的内容在保存时保留。"]),
  ...(notes === undefined || Array.isArray(notes)
    ? []
    : ["批注文件中的“notes”应为列表，其中的批注没有显示。保存时，原有内容会保留在文件中。"]),
];

const problemOf = (entry: unknown, at: number, part: unknown): string => {
  const kept = "这条批注没有显示，保存时原样保留。";
  if (!isPlainObject(entry)) return `批注文件中的第${at + 1}条不是批注。${kept}`;
  const name = Object.keys(PARTS).find((each): each is keyof typeof PARTS => each === part);
  if (name === undefined) return `批注文件中的第${at + 1}条无法读取。${kept}`;
  const [words, expected] = PARTS[name];
  const value = entry[name];
  const actual = value === undefined ? "没有写明" : `现为${shown(value)}`;
  return `批注文件中的第${at + 1}条，“${words}”${actual}，应为${expected}。${kept}`;
};

const shown = (value: unknown): string => {
  if (typeof value === "object" && value !== null) return Array.isArray(value) ? "列表" : "一组内容";
  const text = String(value);
  return `“${text.length > LONGEST ? `${text.slice(0, LONGEST)}……` : text}”`;
};

const LONGEST = 30;

/** Two notes with one number cannot be told apart: the later one gets another. */
const freeId = (id: string, at: number, taken: ReadonlySet<string>): string => {
  const wanted = id === "" ? `第${at + 1}条` : id;
  if (!taken.has(wanted)) return wanted;
  let number = at + 1;
  while (taken.has(`${wanted}-${number}`)) number += 1;
  return `${wanted}-${number}`;
};

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text.replace(/^\uFEFF/u, ""));
  } catch {
    return null;
  }
};

const isPlainObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
