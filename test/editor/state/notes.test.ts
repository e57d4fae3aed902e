import { describe, expect, test, vi } from "vitest";
import { mergeNotes, newNote, timeNow } from "../../../editor/state/notes/note-changes.ts";
import { Sidecar } from "../../../editor/state/notes/sidecar.ts";
import { Journal, type JournalEntry } from "../../../editor/storage/journal.ts";
import { createLanguageSession } from "../../../editor/worker/language/session.ts";
import type { Note, NoteAnchor, NoteFile } from "../../../editor/worker/worker-api.ts";
import { MemoryStore } from "./memory-store.ts";

const POLICY = "某市/2025.tiaowen";
const PATH = "某市/2025.批注.json";
const ANCHOR: NoteAnchor = { provision: null, label: "全文", quote: "", before: "", after: "", block: null };

const note = (text: string): Note => newNote("批注", text, ANCHOR, "张三");
const [first, second] = [note("甲"), note("乙")];

const open = async (store: MemoryStore, entries = new Map<string, JournalEntry>()) => {
  const session = createLanguageSession();
  const failures: string[] = [];
  const journal = new Journal({
    put: async (entry) => void entries.set(entry.path, entry),
    remove: async (path) => void entries.delete(path),
    all: async () => [...entries.values()],
  });
  const places = {
    store,
    journal,
    read: (text: string) => session.readNotes(text),
    write: (file: NoteFile) => session.writeNotes(file),
  };
  const events = {
    changed: () => {},
    created: () => {},
    failed: (message: string) => void failures.push(message),
  };
  const sidecar = new Sidecar(POLICY, places, events);
  await sidecar.open(store.files.has(PATH));
  return { sidecar, journal, entries, failures };
};

const fileWith = (notes: readonly Note[]): string => JSON.stringify({ version: 1, policy: POLICY, notes });
const stored = (store: MemoryStore): readonly Note[] =>
  (JSON.parse(store.files.get(PATH)?.text ?? "{}") as Partial<NoteFile>).notes ?? [];
const words = (notes: readonly Note[] | undefined): readonly string[] => notes?.map(({ text }) => text) ?? [];

describe("the file of notes", () => {
  test("a note that is removed while the file is being written does not come back", async () => {
    const store = new MemoryStore({ [PATH]: fileWith([first]) });
    const { sidecar } = await open(store);
    sidecar.put([first, second]);
    const writing = sidecar.store();
    sidecar.put([first]);
    await Promise.all([writing, sidecar.store()]);
    expect(words(sidecar.file?.notes)).toEqual(["甲"]);
    expect(words(stored(store))).toEqual(["甲"]);
    expect(sidecar.isStored).toBe(true);
  });

  test("notes of two people are both kept, and what one has removed stays removed", async () => {
    const store = new MemoryStore({ [PATH]: fileWith([first, second]) });
    const { sidecar } = await open(store);
    store.writeElsewhere(PATH, fileWith([first, second, note("别处")]));
    sidecar.put([second, note("这里")]);
    await sidecar.store();
    expect(words(stored(store))).toEqual(["乙", "这里", "别处"]);
  });

  test("notes that fail to be stored are kept, told, and stored the next time", async () => {
    const store = new MemoryStore({});
    const { sidecar, failures, entries, journal } = await open(store);
    sidecar.put([first]);
    store.failure = "磁盘已满。";
    await sidecar.store();
    await journal.flush();
    expect(failures).toEqual(["批注没有保存：磁盘已满。"]);
    expect(sidecar.isStored).toBe(false);
    expect(entries.has(PATH)).toBe(true);
    await sidecar.store();
    await journal.flush();
    expect(words(stored(store))).toEqual(["甲"]);
    expect(entries.has(PATH)).toBe(false);
  });

  test("notes that were not stored before the page ended come back", async () => {
    const store = new MemoryStore({ [PATH]: fileWith([first]) });
    const page = await open(store);
    page.sidecar.put([second]);
    await page.journal.flush();
    const next = await open(store, page.entries);
    expect(words(next.sidecar.file?.notes)).toEqual(["乙"]);
    await next.sidecar.store();
    expect(words(stored(store))).toEqual(["乙"]);
  });

  test("a file that is gone, or that others have broken, takes no notes with it", async () => {
    const store = new MemoryStore({ [PATH]: fileWith([first]) });
    const { sidecar } = await open(store);
    store.writeElsewhere(PATH, "{坏");
    sidecar.put([first, second]);
    await sidecar.store();
    expect(words(stored(store))).toEqual(["甲", "乙"]);
    expect(store.files.get(PATH)?.text).toContain("{坏");
    store.files.delete(PATH);
    sidecar.put([second, first]);
    await sidecar.store();
    expect(words(stored(store))).toEqual(["乙", "甲"]);
  });

  test("nothing is written over a file that could not be read", async () => {
    const store = new MemoryStore({ [PATH]: fileWith([first]) });
    store.read = () => Promise.reject(new TypeError("broken"));
    const { sidecar } = await open(store).catch(() => ({ sidecar: null }));
    expect(sidecar).toBeNull();
    expect(words(stored(store))).toEqual(["甲"]);
  });
});

test("a note is written also where the browser makes no numbers of its own", () => {
  vi.stubGlobal("crypto", { getRandomValues: (numbers: Uint32Array) => numbers.fill(7) });
  expect(note("甲").id).toBe("7-7-7-7");
  vi.unstubAllGlobals();
});

test("a note carries the day on which it was written where it was written", () => {
  const written = timeNow(new Date("2025-06-01T23:30:00Z"));
  expect(written).toMatch(/^2025-06-0[12]T\d\d:\d\d:00[+-]\d\d:\d\d$/);
  expect(new Date(written).toISOString()).toBe("2025-06-01T23:30:00.000Z");
  expect(Number(written.slice(8, 10))).toBe(new Date("2025-06-01T23:30:00Z").getDate());
});

describe("notes of two sides", () => {
  const settled: Note = { ...first, state: "已采纳" };
  const reply = (text: string) => ({ text, author: "李四", writtenAt: "2025-06-01T00:00:00Z" });
  test.each([
    ["a change of theirs holds where we left the note alone", [first], [first], [settled], [settled]],
    ["ours holds where both have changed", [first], [{ ...first, state: "未采纳" }], [settled], ["未采纳"]],
    ["what they have removed is removed", [first, second], [first, second], [second], [second]],
    ["what they have removed and we have changed stays", [first], [settled], [], [settled]],
    ["what we have removed and they have changed stays", [first], [], [settled], [settled]],
  ] as const)("%s", (_title, base, ours, theirs, expected) => {
    const merged = mergeNotes(base, ours, theirs);
    expect(merged.map((each, at) => (typeof expected[at] === "string" ? each.state : each))).toEqual(
      expected,
    );
  });

  test("replies of both stand below the note", () => {
    const [merged] = mergeNotes(
      [first],
      [{ ...first, replies: [reply("我的")] }],
      [{ ...first, replies: [reply("别处的")] }],
    );
    expect(merged?.replies.map(({ text }) => text)).toEqual(["我的", "别处的"]);
  });
});
