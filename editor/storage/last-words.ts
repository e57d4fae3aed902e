import type { JournalEntry } from "./journal.ts";
import { z } from "./zod.ts";

/** Texts that are kept in the moment in which the page is left, when nothing can be waited for any more. */
export interface LastWords {
  read(): readonly JournalEntry[];
  /** Replaces what was there. What is too long is left to the journal itself. */
  write(entries: readonly JournalEntry[]): void;
}

const ENTRIES = z.array(
  z.object({ path: z.string(), text: z.string(), baseVersion: z.string(), at: z.number() }),
);

/** In localStorage, which writes before it answers. */
export const lastWords = (
  workspace: string,
  tab: string,
  place: () => Pick<Storage, "getItem" | "setItem" | "removeItem"> = () => localStorage,
): LastWords => {
  const key = keyOf(workspace, tab);
  return {
    read: () => {
      try {
        const parsed = ENTRIES.safeParse(JSON.parse(place().getItem(key) ?? "[]"));
        return parsed.success ? parsed.data : [];
      } catch {
        return [];
      }
    },
    write: (entries) => {
      try {
        if (entries.length === 0) place().removeItem(key);
        else place().setItem(key, JSON.stringify(entries));
      } catch {
        // Too long, or not allowed: the journal has been told to write too.
      }
    },
  };
};

/** Tabs of whose last words some are kept; the empty one is from before tabs were told apart. */
export const tabsWithLastWords = (workspace: string): readonly string[] => {
  try {
    const [bare, start] = [keyOf(workspace, ""), keyOf(workspace, "\u0000").slice(0, -1)];
    return Object.keys(localStorage).flatMap((key) =>
      key === bare ? [""] : key.startsWith(start) ? [key.slice(start.length)] : [],
    );
  } catch {
    return [];
  }
};

const keyOf = (workspace: string, tab: string): string =>
  `tiaowen.unsaved.${workspace}${tab === "" ? "" : `\u0000${tab}`}`;

/** For pages and tests that have no such place. */
export const noLastWords: LastWords = { read: () => [], write: () => {} };
