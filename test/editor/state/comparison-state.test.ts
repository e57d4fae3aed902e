import { signal } from "@lit-labs/signals";
import { describe, expect, test } from "vitest";
import { ComparisonState } from "../../../editor/state/comparison-state.ts";
import type { OpenText, Studio } from "../../../editor/state/studio.ts";
import { WorkerEnded } from "../../../editor/worker/connection.ts";
import type { ComparedRow, ComparedTexts, ComparisonView } from "../../../editor/worker/worker-api.ts";

const open = (path: string, text: string): OpenText => ({
  path,
  text,
  version: 1,
  stored: "1",
  isDirty: false,
});

const CELL = { tag: null, paragraphs: [], span: null } as const;

const row = (id: string, isChanged: boolean): ComparedRow => ({
  id,
  kind: "provision",
  depth: 0,
  label: id,
  change: isChanged ? "changed" : "unchanged",
  word: "",
  isChanged,
  left: CELL,
  right: CELL,
  notes: [],
});

const VIEW = {
  title: "对照表",
  rows: [row("一", true), row("二", false), row("三", true)],
} as unknown as ComparisonView;

/** A page with two policies, whose worker answers when it is told to. */
const page = () => {
  const waiting: { readonly texts: ComparedTexts; readonly answer: (view: ComparisonView) => void }[] = [];
  const refuse: (() => void)[] = [];
  const notices: string[] = [];
  const texts = signal<ReadonlyMap<string, OpenText>>(
    new Map([
      ["a/2025.tiaowen", open("a/2025.tiaowen", "名称：甲；")],
      ["b/2025.tiaowen", open("b/2025.tiaowen", "名称：乙；")],
    ]),
  );
  const api = {
    compare: (asked: ComparedTexts) => {
      return new Promise<ComparisonView>((resolve) => {
        waiting.push({ texts: asked, answer: resolve });
      });
    },
  };
  const studio = {
    texts,
    paths: signal([...texts.get().keys()]),
    current: signal("b/2025.tiaowen"),
    day: signal("2025-06-01"),
    isReady: signal(true),
    notify: (_: string, words: string) => notices.push(words),
    language: { call: async () => ({ paths: [], missing: [] }) },
    comparing: {
      call: (ask: (remote: typeof api) => Promise<unknown>) => {
        const ended = new Promise<never>((_, reject) => {
          refuse.push(() => reject(new WorkerEnded()));
        });
        return Promise.race([ask(api), ended]);
      },
      end: () => {
        for (const each of refuse.splice(0)) each();
      },
    },
  } as unknown as Studio;
  const state = new ComparisonState(studio);
  state.withData.set(false);
  state.wake();
  return { state, studio, texts, waiting, notices };
};

const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));

describe("comparing on the page", () => {
  test("the open policy and the other one are chosen at the beginning", () => {
    const { state } = page();
    expect([state.left.get(), state.right.get()]).toEqual(["b/2025.tiaowen", "a/2025.tiaowen"]);
  });

  test("what is compared are the texts as they stand now; a change of one makes the result an old one", async () => {
    const { state, texts, waiting } = page();
    const done = state.compare();
    await settled();
    expect(state.progress.get()).not.toBeNull();
    expect(waiting[0]!.texts.left.text).toBe("名称：乙；");
    waiting[0]!.answer(VIEW);
    await done;
    expect([state.comparison.get(), state.progress.get(), state.staleness.get()]).toEqual([VIEW, null, null]);
    texts.set(new Map([...texts.get(), ["a/2025.tiaowen", open("a/2025.tiaowen", "名称：丙；")]]));
    expect(state.staleness.get()).toBe("比较之后文件有改动。");
  });

  test("another day or other files make it an old one too", async () => {
    const { state, studio, waiting } = page();
    const done = state.compare();
    await settled();
    waiting[0]!.answer(VIEW);
    await done;
    studio.day.set("2026-01-01");
    expect(state.staleness.get()).toBe("比较之后改了基准日。");
    state.swap();
    expect(state.staleness.get()).toContain("已另外选择文件");
  });

  test("a comparison that was cancelled leaves what was shown before, and its late answer is dropped", async () => {
    const { state, waiting, notices } = page();
    const first = state.compare();
    await settled();
    waiting[0]!.answer(VIEW);
    await first;
    const second = state.compare();
    await settled();
    state.cancel();
    waiting[1]!.answer({ ...VIEW, title: "另一份" });
    await second;
    expect([state.comparison.get(), state.progress.get(), notices]).toEqual([VIEW, null, ["已取消比较。"]]);
  });

  test("nothing is asked of the worker while a side is missing", async () => {
    const { state, waiting } = page();
    state.right.set(null);
    await state.compare();
    expect([waiting.length, state.progress.get()]).toEqual([0, null]);
  });

  test("a file that is gone is named", async () => {
    const { state, waiting } = page();
    state.choose("left", "c/2025.tiaowen");
    await state.compare();
    expect([waiting.length, state.problem.get()]).toEqual([
      0,
      "“c/2025.tiaowen”已经不在工作区中，请另选一份文件。",
    ]);
  });

  test("steps go over the changed provisions, round and back", async () => {
    const { state, waiting } = page();
    const done = state.compare();
    await settled();
    waiting[0]!.answer(VIEW);
    await done;
    const walk = (direction: 1 | -1): string | null => {
      state.step(direction);
      return state.row.get();
    };
    expect([walk(1), walk(1), walk(1), walk(-1)]).toEqual(["一", "三", "一", "三"]);
  });

  test("two files of one name that are opened from elsewhere stay apart", () => {
    const { state } = page();
    state.open("left", "办法.txt", "第一条　甲。");
    state.open("right", "办法.txt", "第一条　乙。");
    expect(state.left.get()).not.toBe(state.right.get());
    expect(state.choices.get().map(({ name }) => name)).toEqual(
      expect.arrayContaining(["办法.txt", "办法-2.txt"]),
    );
  });
});
