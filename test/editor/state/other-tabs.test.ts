import { beforeEach, describe, expect, test } from "vitest";
import { OtherTabs, type TabMessage } from "../../../editor/state/other-tabs.ts";

interface Page {
  readonly others: OtherTabs;
  readonly warned: Set<string>;
}

let pages: Page[];
beforeEach(() => {
  pages = [];
});

const open = (tab: string, workspace = "w"): Page => {
  const warned = new Set<string>();
  const send = (message: TabMessage): void => {
    for (const page of pages) if (page !== self) page.others.hear(message);
  };
  const ends = { workspace, tab, send, warn: (path: string) => void warned.add(path) };
  const others = new OtherTabs({ ...ends, withdraw: (path) => void warned.delete(path) });
  const self: Page = { others, warned };
  pages.push(self);
  return self;
};

const edits = (page: Page, ...paths: readonly string[]): void => page.others.edited(new Set(paths));

describe("a file that is edited in two tabs", () => {
  test("is told in both, until one of them has settled it", () => {
    const [first, second] = [open("1"), open("2")];
    edits(first, "a");
    expect(first.warned.size + second.warned.size).toBe(0);
    edits(second, "b");
    expect(first.warned.size + second.warned.size).toBe(0);
    edits(second, "b", "a");
    expect([[...first.warned], [...second.warned]]).toEqual([["a"], ["a"]]);
    edits(first);
    expect(first.warned.size + second.warned.size).toBe(0);
    edits(first, "a");
    expect([[...first.warned], [...second.warned]]).toEqual([["a"], ["a"]]);
  });

  test("is found by a tab that is opened later", () => {
    const first = open("1");
    edits(first, "a");
    const second = open("2");
    edits(second, "a");
    expect([[...first.warned], [...second.warned]]).toEqual([["a"], ["a"]]);
  });

  test("stays told while a third one edits it, and no longer when all others are closed", () => {
    const [first, second, third] = [open("1"), open("2"), open("3")];
    for (const page of [first, second, third]) edits(page, "a");
    second.others.leave();
    expect([[...first.warned], [...second.warned], [...third.warned]]).toEqual([["a"], [], ["a"]]);
    third.others.leave();
    expect(first.warned.size).toBe(0);
  });

  test("is another one in another workspace", () => {
    const [first, second] = [open("1"), open("2", "v")];
    edits(first, "a");
    edits(second, "a");
    expect(first.warned.size + second.warned.size).toBe(0);
  });
});
