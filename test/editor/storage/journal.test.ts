import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { Journal, type JournalEntry, type JournalTable } from "../../../editor/storage/journal.ts";
import { lastWords } from "../../../editor/storage/last-words.ts";

interface Kept extends JournalTable {
  readonly entries: Map<string, JournalEntry>;
  puts: number;
}

const keep = (): Kept => {
  const entries = new Map<string, JournalEntry>();
  const kept: Kept = {
    entries,
    puts: 0,
    put: async (entry) => {
      kept.puts += 1;
      entries.set(entry.path, entry);
    },
    remove: async (path) => void entries.delete(path),
    all: async () => [...entries.values()],
  };
  return kept;
};

describe("journal", () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  test("letters that follow one another are written together, within half a second also while typing goes on", async () => {
    const table = keep();
    const journal = new Journal(table);
    for (let letter = 1; letter <= 20; letter += 1) {
      journal.remember("a.tiaowen", "字".repeat(letter), "v1");
      await vi.advanceTimersByTimeAsync(50);
    }
    expect(table.puts).toBe(2);
    expect(table.entries.get("a.tiaowen")!.text.length).toBeGreaterThanOrEqual(10);
    await vi.advanceTimersByTimeAsync(500);
    expect(table.puts).toBe(3);
    expect(table.entries.get("a.tiaowen")).toMatchObject({ text: "字".repeat(20), baseVersion: "v1" });
  });

  test("writes at once when asked to, and gives what is pending with the oldest first", async () => {
    const table = keep();
    const journal = new Journal(table);
    journal.remember("b.tiaowen", "乙", "v1");
    await vi.advanceTimersByTimeAsync(1);
    journal.remember("a.tiaowen", "甲", "v2");
    expect(table.puts).toBe(0);
    await journal.flush();
    expect(table.puts).toBe(2);
    expect((await new Journal(table).pending()).map(({ path, text }) => [path, text])).toEqual([
      ["b.tiaowen", "乙"],
      ["a.tiaowen", "甲"],
    ]);
  });

  test("what was saved is forgotten, a letter that waited for it too; what is typed after is kept", async () => {
    const table = keep();
    const journal = new Journal(table);
    journal.remember("a.tiaowen", "一", "v1");
    await journal.forget("a.tiaowen");
    await vi.advanceTimersByTimeAsync(1000);
    expect(await journal.pending()).toEqual([]);
    const forgetting = journal.forget("a.tiaowen");
    journal.remember("a.tiaowen", "二", "v2");
    await forgetting;
    await vi.advanceTimersByTimeAsync(1000);
    expect(await journal.pending()).toMatchObject([{ path: "a.tiaowen", text: "二", baseVersion: "v2" }]);
  });

  test("a slow write and a later one stay in their order", async () => {
    const table = keep();
    let slow = true;
    table.put = async (entry) => {
      if (slow) {
        slow = false;
        await new Promise((resolve) => setTimeout(resolve, 5000));
      }
      table.entries.set(entry.path, entry);
    };
    const journal = new Journal(table);
    journal.remember("a.tiaowen", "一", "v1");
    await vi.advanceTimersByTimeAsync(500);
    journal.remember("a.tiaowen", "二", "v1");
    await vi.advanceTimersByTimeAsync(10_000);
    expect(table.entries.get("a.tiaowen")?.text).toBe("二");
  });

  test("a page that is left keeps what waits and what is being written, until it is saved", async () => {
    const table = keep();
    const kept = new Map<string, string>();
    const last = lastWords("w", "t", () => ({
      getItem: (key) => kept.get(key) ?? null,
      setItem: (key, text) => void kept.set(key, text),
      removeItem: (key) => void kept.delete(key),
    }));
    // The page ends before anything is written.
    const left = new Journal({ ...table, put: () => new Promise(() => {}) }, undefined, last);
    left.remember("a.tiaowen", "一", "v1");
    await vi.advanceTimersByTimeAsync(500);
    left.remember("b.tiaowen", "二", "v1");
    left.leave();
    await table.put({ path: "a.tiaowen", text: "旧", baseVersion: "v0", at: 1 });
    const next = new Journal(table, undefined, last);
    expect((await next.pending()).map(({ path, text }) => [path, text])).toEqual([
      ["a.tiaowen", "一"],
      ["b.tiaowen", "二"],
    ]);
    await next.forget("a.tiaowen");
    expect((await next.pending()).map(({ path }) => path)).toEqual(["b.tiaowen"]);
    await next.forget("b.tiaowen");
    expect(await next.pending()).toEqual([]);
    expect(kept.size).toBe(0);
  });

  test("leaving again takes nothing from the texts that were kept the last time", async () => {
    const kept = new Map<string, string>();
    const last = lastWords("w", "t", () => ({
      getItem: (key) => kept.get(key) ?? null,
      setItem: (key, text) => void kept.set(key, text),
      removeItem: (key) => void kept.delete(key),
    }));
    const table = { ...keep(), put: () => new Promise<void>(() => {}) };
    for (const path of ["a.tiaowen", "b.tiaowen"]) {
      const journal = new Journal(table, undefined, last);
      journal.remember(path, path, "v1");
      journal.leave();
    }
    expect(last.read().map(({ path }) => path)).toEqual(["a.tiaowen", "b.tiaowen"]);
  });

  test.each(["", "{", "null", '[{"path":1}]'])("last words that read %j are none", (text) => {
    const place = { getItem: () => text, setItem: () => {}, removeItem: () => {} };
    expect(lastWords("w", "t", () => place).read()).toEqual([]);
  });

  test("where nothing can be kept this is told once, and typing goes on", async () => {
    const told = vi.fn<() => void>();
    const broken: JournalTable = {
      put: () => Promise.reject(new Error("full")),
      remove: () => Promise.reject(new Error("full")),
      all: () => Promise.reject(new Error("full")),
    };
    const journal = new Journal(broken, told);
    journal.remember("a.tiaowen", "一", "v1");
    await journal.flush();
    await journal.forget("a.tiaowen");
    expect(await journal.pending()).toEqual([]);
    expect(told).toHaveBeenCalledTimes(1);
  });
});
