import { openDatabase } from "./database.ts";

/** A text that was typed and not yet saved. */
export interface JournalEntry {
  readonly path: string;
  readonly text: string;
  /** Version of the stored file that the text is based on. */
  readonly baseVersion: string;
  /** Milliseconds since 1970. */
  readonly at: number;
}

/** Where the entries of one workspace are kept. */
export interface JournalTable {
  put(entry: JournalEntry): Promise<void>;
  remove(path: string): Promise<void>;
  all(): Promise<readonly JournalEntry[]>;
}

/** At most this long a typed letter is kept by the page alone, in milliseconds. */
const REST = 400;

/** Keeps unsaved texts, so that a crash of the page or of the machine loses none. Never throws: typing goes on. */
export class Journal {
  readonly #table: JournalTable;
  readonly #onFailure: () => void;
  /** Newest text by path; null where the entry is to go. */
  readonly #waiting = new Map<string, JournalEntry | null>();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #writing: Promise<void> = Promise.resolve();

  /** `onFailure` is told, once, that texts are not being kept. */
  constructor(table: JournalTable, onFailure: () => void = () => {}) {
    this.#table = table;
    this.#onFailure = once(onFailure);
  }

  /** Keeps the text, at the latest after `REST`; a later text of the same file takes its place. */
  remember(path: string, text: string, baseVersion: string): void {
    this.#waiting.set(path, { path, text, baseVersion, at: Date.now() });
    // The timer is not begun anew with each letter: who types without rest is kept safe too.
    this.#timer ??= setTimeout(() => void this.flush(), REST);
  }

  /** The text was saved or given up. */
  forget(path: string): Promise<void> {
    this.#waiting.set(path, null);
    return this.flush();
  }

  /** Texts that were not saved before the page ended, oldest first. */
  async pending(): Promise<readonly JournalEntry[]> {
    await this.flush();
    const entries = await this.#table.all().catch(() => []);
    return [...entries].sort((left, right) => left.at - right.at);
  }

  /** Writes at once what waits. */
  flush(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const entries = [...this.#waiting];
    this.#waiting.clear();
    if (entries.length > 0) this.#writing = this.#writing.then(() => this.#write(entries));
    return this.#writing;
  }

  async #write(entries: readonly (readonly [string, JournalEntry | null])[]): Promise<void> {
    try {
      await Promise.all(
        entries.map(([path, entry]) => (entry === null ? this.#table.remove(path) : this.#table.put(entry))),
      );
    } catch {
      this.#onFailure();
    }
  }
}

/** The journal of a workspace. Writes at once when the page is hidden or left. */
export const openJournal = (workspace: string, onFailure: () => void): Journal => {
  const journal = new Journal(databaseJournal(workspace), onFailure);
  const flush = (): void => void journal.flush();
  addEventListener("pagehide", flush);
  document.addEventListener("visibilitychange", flush);
  return journal;
};

const databaseJournal = (workspace: string): JournalTable => ({
  put: async (entry) => {
    await (await openDatabase()).put("journal", { ...entry, workspace });
  },
  remove: async (path) => {
    await (await openDatabase()).delete("journal", [workspace, path]);
  },
  all: async () =>
    (await openDatabase()).getAll("journal", IDBKeyRange.bound([workspace, ""], [workspace, "\u{10FFFF}"])),
});

const once = (work: () => void): (() => void) => {
  let done = false;
  return () => {
    if (!done) work();
    done = true;
  };
};
