import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Journal } from "../../../editor/storage/journal.ts";
import {
  journalOfTab,
  leftBehind,
  type SharedJournal,
  type TabEntry,
} from "../../../editor/storage/tab-journal.ts";
import { openTab, type Tab, type TabPlaces } from "../../../editor/storage/tab.ts";

const entry = (tab: string, path: string, text: string, at: number): TabEntry => ({
  tab,
  path,
  text,
  baseVersion: "v1",
  at,
});

const shared = (): SharedJournal & { readonly entries: Map<string, TabEntry> } => {
  const entries = new Map<string, TabEntry>();
  return {
    entries,
    put: async (each) => void entries.set(`${each.tab}/${each.path}`, each),
    remove: async (tab, path) => void entries.delete(`${tab}/${path}`),
    all: async () => [...entries.values()],
  };
};

const tabs = new Set<string>();
const tab = (id: string): Tab => {
  tabs.add(id);
  return { id, open: () => Promise.resolve(new Set(tabs)), alone: (work) => work() };
};

const pathsOf = async (journal: Journal): Promise<readonly string[]> =>
  (await journal.pending()).map(({ path, text }) => `${path}：${text}`);

describe("the journal of a tab", () => {
  test("gives what the tab wrote, also after a reload, and nothing of a tab that is open", async () => {
    const table = shared();
    const first = new Journal(journalOfTab(table, tab("甲")));
    const second = new Journal(journalOfTab(table, tab("乙")));
    first.remember("a", "甲的", "v1");
    second.remember("a", "乙的", "v1");
    await Promise.all([first.flush(), second.flush()]);
    expect(await pathsOf(new Journal(journalOfTab(table, tab("甲"))))).toEqual(["a：甲的"]);
    expect(await pathsOf(new Journal(journalOfTab(table, tab("乙"))))).toEqual(["a：乙的"]);
    expect(await pathsOf(new Journal(journalOfTab(table, tab("丙"))))).toEqual([]);
  });

  test("takes over what a closed tab left, once, and what was there before tabs were told apart", async () => {
    tabs.clear();
    const table = shared();
    for (const each of [entry("关", "a", "关的", 1), entry("", "b", "旧的", 2)]) await table.put(each);
    const taking = new Journal(journalOfTab(table, tab("甲")));
    expect(await pathsOf(taking)).toEqual(["a：关的", "b：旧的"]);
    expect(await pathsOf(new Journal(journalOfTab(table, tab("乙"))))).toEqual([]);
    await taking.forget("a");
    await taking.forget("b");
    expect([...table.entries]).toEqual([]);
  });

  test("a second closed tab's text of one file is offered when the first is settled, and never lost", async () => {
    tabs.clear();
    const table = shared();
    await table.put(entry("关一", "a", "先的", 1));
    await table.put(entry("关二", "a", "后的", 2));
    const taking = new Journal(journalOfTab(table, tab("甲")));
    expect(await pathsOf(taking)).toEqual(["a：后的"]);
    expect(await pathsOf(taking)).toEqual(["a：后的"]);
    await taking.forget("a");
    expect(await pathsOf(taking)).toEqual(["a：先的"]);
  });

  test("nothing of open tabs and at most one text of a file is taken, always the newest", () => {
    const entries = fc.array(
      fc.record({
        tab: fc.constantFrom("", "一", "二", "三"),
        path: fc.constantFrom("a", "b"),
        at: fc.nat(9),
      }),
    );
    const some = fc.subarray(["", "一", "二", "三"]);
    fc.assert(
      fc.property(entries, some, fc.subarray(["a", "b"]), (all, open, own) => {
        const given = all.map(({ tab: id, path, at }) => entry(id, path, "", at));
        const taken = leftBehind(given, new Set(open), new Set(own));
        const free = given.filter((each) => !open.includes(each.tab) && !own.includes(each.path));
        expect(new Set(taken.map(({ path }) => path))).toEqual(new Set(free.map(({ path }) => path)));
        expect(taken.length).toBe(new Set(taken.map(({ path }) => path)).size);
        for (const { path, at } of taken)
          expect(at).toBe(Math.max(...free.filter((each) => each.path === path).map((each) => each.at)));
      }),
    );
  });
});

/** Locks of one browser; those of a tab go when it is closed. */
class Browser {
  readonly #held = new Map<string, string>();
  #count = 0;

  close(page: string): void {
    for (const [name, holder] of this.#held) if (holder === page) this.#held.delete(name);
  }

  places(page: string, session: Map<string, string>): TabPlaces {
    const request = (name: string, options: unknown, work?: unknown): Promise<unknown> => {
      const act = work ?? options;
      if (typeof act !== "function") throw new TypeError("nothing to do");
      if (this.#held.has(name)) return Promise.reject(new DOMException("late", "TimeoutError"));
      this.#held.set(name, page);
      return act({ name, mode: "exclusive" });
    };
    return {
      session: {
        getItem: (key) => session.get(key) ?? null,
        setItem: (key, value) => void session.set(key, value),
      },
      locks: { request, query: async () => ({ held: Array.from(this.#held.keys(), (name) => ({ name })) }) },
      newId: () => {
        this.#count += 1;
        return `${this.#count}`;
      },
    };
  }
}

describe("a tab", () => {
  test("keeps its name over a reload; a copy of it gets another", async () => {
    const browser = new Browser();
    const session = new Map<string, string>();
    const first = await openTab(browser.places("p1", session));
    browser.close("p1");
    const again = await openTab(browser.places("p2", session));
    expect(again.id).toBe(first.id);
    const copied = new Map(session);
    const copy = await openTab(browser.places("p3", copied));
    expect(copy.id).not.toBe(first.id);
    expect(await again.open()).toEqual(new Set([first.id, copy.id]));
    browser.close("p2");
    expect(await copy.open()).toEqual(new Set([copy.id]));
    browser.close("p3");
    expect((await openTab(browser.places("p4", copied))).id).toBe(copy.id);
  });
});
