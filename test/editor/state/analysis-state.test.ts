import { signal } from "@lit-labs/signals";
import { describe, expect, test, vi } from "vitest";
import { AnalysisState } from "../../../editor/state/analysis-state.ts";
import type { OpenText, Studio } from "../../../editor/state/studio.ts";
import { WorkerEnded } from "../../../editor/worker/connection.ts";
import type {
  AnalysisCard,
  AnalysisSuggestion,
  AnalysisView,
  Details,
  Findings,
  LoadedRegister,
  MeasuredParameter,
  PolicyTexts,
} from "../../../editor/worker/worker-api.ts";

const PATH = "a/2025.tiaowen";

const card = (message: string): AnalysisCard => ({
  code: "class-gap",
  severity: "warning",
  certainty: "shown",
  certaintyWords: "已举例并经核对",
  message,
  places: [{ rule: "类别", label: "第一条", file: PATH, span: { start: 0, end: 1 }, words: "甲" }],
  witness: null,
  hasSuggestions: true,
  reason: null,
  parameter: null,
});

interface Asked {
  readonly texts: PolicyTexts;
  readonly version: number;
  readonly at: string;
  answer(...messages: readonly string[]): void;
}

/** A page whose worker answers when it is told to. */
const page = () => {
  const asked: Asked[] = [];
  const refusals: (() => void)[] = [];
  const undone: string[] = [];
  let measured: MeasuredParameter | null = { message: "共有1处界限。", steps: [] };
  const run = {
    register: signal<LoadedRegister | null>(null),
    path: PATH,
    files: signal([]),
    mappings: signal([]),
  };
  let suggestions: readonly AnalysisSuggestion[] | null = [];
  const texts = signal<ReadonlyMap<string, OpenText>>(new Map());
  const current = signal<string | null>(PATH);
  const findings = signal<Findings | null>(null);
  const details = signal<Details | null>(null);
  const api = {
    analyse: (given: PolicyTexts, version: number, at: string) =>
      new Promise<AnalysisView>((resolve, reject) => {
        refusals.push(() => reject(new WorkerEnded()));
        asked.push({
          texts: given,
          version,
          at,
          answer: (...messages) =>
            resolve({
              path: given.path,
              version,
              findings: messages.map(card),
              left: [],
              notes: [],
              asked: 3,
              undecided: 0,
              milliseconds: 1,
            }),
        });
      }),
    suggestionsFor: async () => suggestions,
    measure: async () => measured,
  };
  const studio = {
    texts,
    current,
    findings,
    details,
    day: signal("2026-01-01"),
    run,
    editor: signal({ undo: (path: string) => undone.push(path) }),
    get currentText() {
      return texts.get().get(current.get() ?? "") ?? null;
    },
    language: { call: async () => ({ paths: [], missing: [] }) },
    analysing: { call: (ask: (remote: typeof api) => Promise<unknown>) => ask(api) },
  };

  const write = (text: string, version: number, isRunnable = true): void => {
    texts.set(new Map([[PATH, { path: PATH, text, version, stored: "1", isDirty: false }]]));
    findings.set({ path: PATH, version, findings: [], isRunnable } as unknown as Findings);
    details.set({ path: PATH, version } as unknown as Details);
  };
  write("甲", 1);
  const state = new AnalysisState(studio as unknown as Studio);
  return {
    state,
    studio,
    asked,
    undone,
    write,
    end: () => {
      for (const refuse of refusals.splice(0)) refuse();
    },
    forget: () => {
      measured = null;
    },
    suggest: (found: readonly AnalysisSuggestion[] | null) => {
      suggestions = found;
    },
  };
};

const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));

/** One analysis with these findings. */
const analysed = async ({ state, asked }: ReturnType<typeof page>, ...messages: readonly string[]) => {
  const done = state.run();
  await settled();
  asked.at(-1)!.answer(...messages);
  await done;
};

describe("the analysis on the page", () => {
  test("asks about the texts as they stand, on the day of the page, and never the same twice", async () => {
    const opened = page();
    await analysed(opened, "重叠");
    expect(opened.asked.map(({ texts, version, at }) => [texts.text, version, at])).toEqual([
      ["甲", 1, "2026-01-01"],
    ]);
    expect(opened.state.shown.get()?.findings.map(({ message }) => message)).toEqual(["重叠"]);
    await opened.state.run();
    expect(opened.asked).toHaveLength(1);
    const anew = opened.state.run(true);
    await settled();
    expect(opened.asked).toHaveLength(2);
    opened.asked[1]!.answer();
    await anew;
    expect(opened.state.shown.get()?.findings).toEqual([]);
  });

  test("takes an answer although the text was saved while it was made", async () => {
    const opened = page();
    const done = opened.state.run();
    await settled();
    const { texts } = opened.studio;
    texts.set(new Map([...texts.get()].map(([path, text]) => [path, { ...text, stored: "2" }])));
    opened.asked[0]!.answer("重叠");
    await done;
    expect(opened.state.shown.get()?.findings.map(({ message }) => message)).toEqual(["重叠"]);
  });

  test("keeps the findings of the earlier text on show as such until the new ones come", async () => {
    const opened = page();
    await analysed(opened, "重叠");
    expect(opened.state.isStale.get()).toBe(false);
    opened.write("乙", 2);
    expect(opened.state.isStale.get()).toBe(true);
    expect(opened.state.shown.get()?.findings).toHaveLength(1);
    await analysed(opened);
    expect([opened.state.isStale.get(), opened.state.shown.get()?.version]).toEqual([false, 2]);
    opened.studio.day.set("2026-02-01");
    expect(opened.state.isStale.get()).toBe(true);
  });

  test("drops an answer that comes after the text has changed again", async () => {
    const opened = page();
    const done = opened.state.run();
    await settled();
    opened.write("乙", 2);
    opened.asked[0]!.answer("重叠");
    await done;
    expect(opened.state.shown.get()).toBeNull();
    expect(opened.state.isRunning.get()).toBe(false);
  });

  test("shows nothing of another policy, and asks nothing of rules with errors", async () => {
    const opened = page();
    await analysed(opened, "重叠");
    opened.studio.current.set("b/2025.tiaowen");
    expect(opened.state.shown.get()).toBeNull();
    opened.studio.current.set(PATH);
    opened.write("错", 2, false);
    await opened.state.run();
    expect(opened.asked).toHaveLength(1);
    expect([opened.state.shown.get()?.version, opened.state.isStale.get()]).toEqual([1, true]);
  });

  test("keeps the finding that is looked at where it is found again, and says where it is no more", async () => {
    const opened = page();
    await analysed(opened, "重叠", "遗漏");
    opened.state.choose(opened.state.shown.get()!.findings[1]!);
    opened.write("乙", 2);
    await analysed(opened, "遗漏");
    expect(opened.state.chosen.get()).toBe(opened.state.shown.get()!.findings[0]);
    expect(opened.state.isSettled.get()).toBe(false);
    opened.write("丙", 3);
    await analysed(opened, "重叠");
    expect([opened.state.chosen.get(), opened.state.isSettled.get()]).toEqual([null, true]);
    opened.write("丁", 4);
    await analysed(opened, "重叠", "遗漏");
    // What mended it was undone.
    expect(opened.state.chosen.get()).toBe(opened.state.shown.get()!.findings[1]);
    expect(opened.state.isSettled.get()).toBe(false);
    opened.write("戊", 5);
    await analysed(opened, "重叠");
    expect([opened.state.chosen.get(), opened.state.isSettled.get()]).toEqual([null, true]);
    opened.state.choose(opened.state.shown.get()!.findings[0]!);
    expect(opened.state.isSettled.get()).toBe(false);
  });

  test("a worker that ends leaves what is on show; the next change asks again", async () => {
    const opened = page();
    await analysed(opened, "重叠");
    opened.write("乙", 2);
    const done = opened.state.run();
    await settled();
    opened.end();
    await done;
    expect([opened.state.hasFailed.get(), opened.state.isRunning.get()]).toEqual([true, false]);
    expect(opened.state.shown.get()?.findings).toHaveLength(1);
    opened.write("丙", 3);
    await analysed(opened);
    expect([opened.state.hasFailed.get(), opened.state.shown.get()?.version]).toEqual([false, 3]);
  });

  test("edits are tried for the findings of this text only; a worker that has forgotten them is asked anew", async () => {
    const opened = page();
    await analysed(opened, "重叠");
    const found = opened.state.shown.get()!.findings[0]!;
    const suggestion = { title: "除外", file: PATH, edits: [] };
    opened.suggest([suggestion]);
    await opened.state.trySuggestions(found);
    expect(opened.state.trials.get().get(found)).toEqual([suggestion]);
    opened.suggest(null);
    await opened.state.trySuggestions(found);
    await settled();
    expect(opened.state.trials.get().has(found)).toBe(false);
    expect(opened.asked).toHaveLength(2);
    opened.write("乙", 2);
    await opened.state.trySuggestions(found);
    expect(opened.state.trials.get().has(found)).toBe(false);
  });
});

describe("a suggestion that is adopted", () => {
  const adopting = async () => {
    const opened = page();
    await analysed(opened, "重叠");
    const found = opened.state.shown.get()!.findings[0]!;
    const suggestion = {
      title: "除外",
      file: PATH,
      edits: [
        { span: { start: 0, end: 0 }, newText: "（一）" },
        { span: { start: 1, end: 1 }, newText: "，但乙除外" },
      ],
    };
    opened.suggest([suggestion]);
    await opened.state.trySuggestions(found);
    opened.state.choose(found);
    opened.state.agree(found, suggestion);
    return { ...opened, found, suggestion };
  };

  test("stays on show until the new analysis is there, and can be taken back then too", async () => {
    const opened = await adopting();
    // It may still be refused.
    expect(opened.state.adopted.get()).toBeNull();
    opened.write("（一）甲，但乙除外", 2);
    expect(opened.state.adopted.get()?.suggestion).toBe(opened.suggestion);
    expect(opened.state.trials.get().get(opened.found)).toEqual([opened.suggestion]);
    await analysed(opened);
    expect(opened.state.isSettled.get()).toBe(true);
    expect(opened.state.adopted.get()?.suggestion).toBe(opened.suggestion);
    opened.state.takeBack();
    expect(opened.undone).toEqual([PATH]);
  });

  test("is adopted no more once something else was written, or another finding is looked at", async () => {
    const opened = await adopting();
    opened.write("（一）甲，但乙除外", 2);
    opened.write("（一）甲，但乙丙除外", 3);
    expect(opened.state.adopted.get()).toBeNull();
    opened.state.takeBack();
    expect(opened.undone).toEqual([]);
    await analysed(opened);
    expect(opened.state.agreed.get()).toBeNull();
    const other = await adopting();
    other.write("（一）甲，但乙除外", 2);
    await analysed(other, "遗漏");
    other.state.choose(other.state.shown.get()!.findings[0]!);
    expect(other.state.adopted.get()).toBeNull();
  });

  test("is offered again where it was taken back before the new analysis", async () => {
    const opened = await adopting();
    opened.write("（一）甲，但乙除外", 2);
    opened.write("甲", 3);
    expect([opened.state.isStale.get(), opened.state.adopted.get()]).toEqual([false, null]);
    expect(opened.state.trials.get().get(opened.found)).toEqual([opened.suggestion]);
  });
});

describe("the values of an open parameter", () => {
  test("are tried on the register that is open; of another one nothing is told", async () => {
    const opened = page();
    await analysed(opened, "没有确定");
    const found = opened.state.shown.get()!.findings[0]!;
    const { measured } = opened.state;
    await measured.measure(found);
    expect(measured.of(found)).toBeNull();
    const register: LoadedRegister = { records: [], errors: [], errorsLeft: 0, notes: [], synthetic: true };
    opened.studio.run.register.set(register);
    const done = measured.measure(found);
    expect(measured.of(found)?.answer).toBe("measuring");
    await done;
    expect(measured.of(found)?.answer).toEqual({ message: "共有1处界限。", steps: [] });
    opened.studio.run.register.set({ ...register });
    expect(measured.of(found)).toBeNull();
    opened.forget();
    await measured.measure(found);
    expect(measured.of(found)?.answer).toBe("failed");
    opened.write("乙", 2);
    await analysed(opened, "没有确定");
    expect(measured.of(opened.state.shown.get()!.findings[0]!)).toBeNull();
  });
});

describe("following the text", () => {
  test("waits until the panel was looked at and the typing rests, and stops where it is switched off", async () => {
    vi.useFakeTimers();
    try {
      const opened = page();
      const stop = opened.state.watch();
      await vi.advanceTimersByTimeAsync(5000);
      expect(opened.asked).toHaveLength(0);
      opened.state.wake();
      await vi.advanceTimersByTimeAsync(10);
      expect(opened.asked).toHaveLength(1);
      opened.asked[0]!.answer();
      await vi.advanceTimersByTimeAsync(10);
      opened.write("乙", 2);
      await vi.advanceTimersByTimeAsync(500);
      opened.write("乙丙", 3);
      await vi.advanceTimersByTimeAsync(500);
      expect(opened.asked).toHaveLength(1);
      await vi.advanceTimersByTimeAsync(500);
      expect(opened.asked.map(({ version }) => version)).toEqual([1, 3]);
      opened.asked[1]!.answer();
      opened.state.isOn.set(false);
      opened.write("丁", 4);
      await vi.advanceTimersByTimeAsync(5000);
      expect(opened.asked).toHaveLength(2);
      stop();
    } finally {
      vi.useRealTimers();
    }
  });
});
