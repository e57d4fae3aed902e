import { openDB, type DBSchema, type IDBPDatabase } from "idb";
import type { FileTable, StoredFile } from "./file-table.ts";
import type { JournalEntry } from "./journal.ts";
import type { WorkspaceFile } from "./store.ts";

interface StudioSchema extends DBSchema {
  /** What a list needs, apart from the contents, so that a list does not read them all. */
  files: { key: string; value: WorkspaceFile };
  contents: { key: string; value: Uint8Array };
  /** Keyed by workspace with tab, and by path. */
  journal: { key: [string, string]; value: JournalEntry & { readonly workspace: string } };
  /** Folders that were opened, to be opened again. */
  folders: { key: string; value: FileSystemDirectoryHandle };
}

export type Database = IDBPDatabase<StudioSchema>;

let opened: Promise<Database> | null = null;

/** The database of the page, opened once. Refused where the browser keeps nothing. */
export const openDatabase = (): Promise<Database> => {
  opened ??= openDB<StudioSchema>("tiaowen", 1, {
    upgrade: (database) => {
      database.createObjectStore("files", { keyPath: "path" });
      database.createObjectStore("contents");
      database.createObjectStore("journal", { keyPath: ["workspace", "path"] });
      database.createObjectStore("folders");
    },
    // A newer page in another window must be able to change the tables; the next call opens them anew.
    blocking: (_current, _blocked, event) => {
      opened = null;
      if (event.target instanceof IDBDatabase) event.target.close();
    },
    terminated: () => {
      opened = null;
    },
  }).catch((error: unknown) => {
    opened = null;
    throw error;
  });
  return opened;
};

/** The files of the browser's own workspace. */
export const databaseTable = (): FileTable => ({
  list: async () => (await openDatabase()).getAll("files"),
  isEmpty: async () => (await (await openDatabase()).count("files")) === 0,
  read: async (path) => {
    const steps = (await openDatabase()).transaction(["files", "contents"]);
    return found(await steps.objectStore("files").get(path), await steps.objectStore("contents").get(path));
  },
  write: async (file, known) => {
    const steps = (await openDatabase()).transaction(["files", "contents"], "readwrite");
    const files = steps.objectStore("files");
    const contents = steps.objectStore("contents");
    const before = found(await files.get(file.path), await contents.get(file.path));
    if ((before?.version ?? null) !== known) return { found: before };
    await Promise.all([...put(files, contents, file), steps.done]);
    return "written";
  },
  seed: async (seeds) => {
    const steps = (await openDatabase()).transaction(["files", "contents"], "readwrite");
    const files = steps.objectStore("files");
    const contents = steps.objectStore("contents");
    // Two windows may be opened at once; the second finds the files of the first.
    const isEmpty = (await files.count()) === 0;
    await Promise.all([...(isEmpty ? seeds : []).flatMap((file) => put(files, contents, file)), steps.done]);
  },
});

const found = (facts: WorkspaceFile | undefined, bytes: Uint8Array | undefined): StoredFile | null =>
  facts === undefined || bytes === undefined ? null : { ...facts, bytes };

const put = (
  files: { put(value: WorkspaceFile): Promise<unknown> },
  contents: { put(value: Uint8Array, key: string): Promise<unknown> },
  { path, size, version, bytes }: StoredFile,
): readonly Promise<unknown>[] => [files.put({ path, size, version }), contents.put(bytes, path)];
