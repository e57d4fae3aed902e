import { openDatabase } from "./database.ts";
import { lastWords, noLastWords, tabsWithLastWords, type LastWords } from "./last-words.ts";
import { journalOfTab, type SharedJournal } from "./tab-journal.ts";
import type { Tab } from "./tab.ts";

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
  readonly #last: LastWords;
  readonly #onFailure: () => void;
  /** Newest text by path; null where the entry is to go. */
  readonly #waiting = new Map<string, JournalEntry | null>();
  /** What is being written just now. */
  #underWay: readonly JournalEntry[] = [];
  #timer: ReturnType<typeof setTimeout> | undefined;
  #writing: Promise<void> = Promise.resolve();

  /** `onFailure` is told, once, that texts are not being kept. */
  constructor(table: JournalTable, onFailure: () => void = () => {}, last: LastWords = noLastWords) {
    this.#table = table;
    this.#last = last;
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
    const said = this.#last.read();
    if (said.some((entry) => entry.path === path))
      this.#last.write(said.filter((entry) => entry.path !== path));
    return this.flush();
  }

  /** Texts that were not saved before the page ended, oldest first. */
  async pending(): Promise<readonly JournalEntry[]> {
    await this.flush();
    const entries = [...(await this.#table.all().catch(() => [])), ...this.#last.read()];
    const newest = new Map<string, JournalEntry>();
    for (const { path, text, baseVersion, at } of entries.sort((left, right) => left.at - right.at)) {
      newest.delete(path);
      newest.set(path, { path, text, baseVersion, at });
    }
    return [...newest.values()];
  }

  /** The page is being left: what waits is kept at once, and written as well. */
  leave(): void {
    const unwritten = new Map(this.#underWay.map((entry) => [entry.path, entry]));
    for (const [path, entry] of this.#waiting)
      if (entry === null) unwritten.delete(path);
      else unwritten.set(path, entry);
    // Texts of other files that were kept so the last time, and not saved since, stay.
    const before = this.#last
      .read()
      .filter(({ path }) => !unwritten.has(path) && this.#waiting.get(path) !== null);
    if (unwritten.size > 0) this.#last.write([...before, ...unwritten.values()]);
    void this.flush();
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
    this.#underWay = entries.flatMap(([, entry]) => (entry === null ? [] : [entry]));
    try {
      await Promise.all(
        entries.map(([path, entry]) => (entry === null ? this.#table.remove(path) : this.#table.put(entry))),
      );
    } catch {
      this.#onFailure();
    } finally {
      this.#underWay = [];
    }
  }
}

/** The journal of a workspace as this tab sees it. Writes at once when the page is hidden or left. */
export const openJournal = (workspace: string, tab: Tab, onFailure: () => void): Journal => {
  const shared = withLastWords(workspace, databaseJournal(workspace), tab);
  const journal = new Journal(journalOfTab(shared, tab), onFailure, lastWords(workspace, tab.id));
  addEventListener("pagehide", () => journal.leave());
  document.addEventListener("visibilitychange", () => void journal.flush());
  return journal;
};

/** The same with what closed tabs could only just say. */
const withLastWords = (workspace: string, shared: SharedJournal, tab: Tab): SharedJournal => ({
  ...shared,
  all: async () => {
    const open = await tab.open();
    for (const left of tabsWithLastWords(workspace).filter((each) => !open.has(each))) {
      const said = lastWords(workspace, left);
      const known = new Map(
        (await shared.all()).filter((entry) => entry.tab === left).map((entry) => [entry.path, entry.at]),
      );
      for (const entry of said.read())
        if (entry.at > (known.get(entry.path) ?? 0)) await shared.put({ ...entry, tab: left });
      said.write([]);
    }
    return shared.all();
  },
});

/** Keyed by the workspace with the tab, and by the path. */
const databaseJournal = (workspace: string): SharedJournal => {
  const keyOf = (tab: string): string => (tab === "" ? workspace : `${workspace}\u0000${tab}`);
  return {
    put: async ({ tab, ...entry }) => {
      const steps = (await openDatabase()).transaction("journal", "readwrite");
      const put = steps.store.put({ ...entry, workspace: keyOf(tab) });
      // A page that is being left is not waited for: the step has to be ended before it is answered.
      steps.commit();
      await Promise.all([put, steps.done]);
    },
    remove: async (tab, path) => {
      await (await openDatabase()).delete("journal", [keyOf(tab), path]);
    },
    all: async () => {
      const range = IDBKeyRange.bound([workspace, ""], [`${workspace}\u0001`, ""]);
      const found = await (await openDatabase()).getAll("journal", range);
      return found.map(({ workspace: key, ...entry }) => ({
        ...entry,
        tab: key.slice(workspace.length + 1),
      }));
    },
  };
};

const once = (work: () => void): (() => void) => {
  let done = false;
  return () => {
    if (!done) work();
    done = true;
  };
};
