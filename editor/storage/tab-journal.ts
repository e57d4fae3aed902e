import type { JournalEntry, JournalTable } from "./journal.ts";
import type { Tab } from "./tab.ts";

/** An entry with the tab that wrote it; empty for those from before tabs were told apart. */
export interface TabEntry extends JournalEntry {
  readonly tab: string;
}

/** Entries of one workspace from all tabs. */
export interface SharedJournal {
  put(entry: TabEntry): Promise<void>;
  remove(tab: string, path: string): Promise<void>;
  all(): Promise<readonly TabEntry[]>;
}

/** The part of a journal that a tab sees: what it wrote itself, and what tabs left that are no longer open. */
export const journalOfTab = (shared: SharedJournal, tab: Tab): JournalTable => ({
  put: (entry) => shared.put({ ...entry, tab: tab.id }),
  remove: (path) => shared.remove(tab.id, path),
  all: () =>
    tab.alone(async () => {
      const [entries, open] = [await shared.all(), await tab.open()];
      const own = entries.filter((entry) => entry.tab === tab.id);
      const taken = leftBehind(entries, open, new Set(own.map(({ path }) => path)));
      for (const entry of taken) {
        // First written, then removed: whatever happens in between, the text is kept.
        await shared.put({ ...entry, tab: tab.id });
        await shared.remove(entry.tab, entry.path);
      }
      return [...own, ...taken];
    }),
});

/**
 * The newest text of each file that a closed tab left. Files with a text of one's own are not touched, and older
 * texts stay where they are: they are offered when the newer one is settled.
 */
export const leftBehind = (
  entries: readonly TabEntry[],
  open: ReadonlySet<string>,
  own: ReadonlySet<string>,
): readonly TabEntry[] => {
  const newest = new Map<string, TabEntry>();
  for (const entry of entries) {
    if (open.has(entry.tab) || own.has(entry.path)) continue;
    const other = newest.get(entry.path);
    if (other === undefined || other.at < entry.at) newest.set(entry.path, entry);
  }
  return [...newest.values()];
};
