import { beforeEach, describe, expect, test, vi } from "vitest";
import type { RunState } from "../../../editor/state/run-state.ts";
import { Studio } from "../../../editor/state/studio.ts";
import type { WorkerConnection } from "../../../editor/worker/connection.ts";
import type {
  EvaluationService,
  Explanation,
  LanguageService,
  LoadedRegister,
  RecordCard,
  ResultFilter,
  ResultView,
  RunResults,
  WhatIfAnswer,
} from "../../../editor/worker/worker-api.ts";

const PATH = "某市/2025.tiaowen";
const TARGET = { object: "机构", id: "M1", decision: "d" };

const register: LoadedRegister = { records: [], errors: [], errorsLeft: 0 } as unknown as LoadedRegister;
const resultsOf = (name: string): RunResults =>
  ({ at: name, decisions: [], records: [], conflicts: [] }) as unknown as RunResults;
const viewOf = (name: string): ResultView =>
  ({ rows: new Uint32Array(), groups: [{ title: name }] }) as never;
const explanationOf = (name: string): Explanation => ({ summary: [name] }) as unknown as Explanation;

/** A worker that answers each question when it is told to. */
const page = () => {
  const waiting: { readonly name: string; readonly given: unknown; answer(found: unknown): void }[] = [];
  const ask =
    (name: string) =>
    (given: unknown): Promise<unknown> =>
      new Promise((answer) => waiting.push({ name, given, answer }));
  const api = {
    setPolicy: async () => [],
    load: async () => register,
    run: ask("run"),
    view: ask("view"),
    explain: ask("explain"),
    whatIf: ask("whatIf"),
    record: async (): Promise<RecordCard> => ({ ...TARGET, source: "", fields: [] }),
    reach: async () => null,
  };
  const evaluation = { call: (question: (remote: typeof api) => unknown) => question(api), end: () => {} };
  const language = { call: async () => ({ paths: [], missing: [] }) };
  const studio = new Studio(
    language as unknown as WorkerConnection<LanguageService>,
    evaluation as unknown as WorkerConnection<EvaluationService>,
    evaluation as unknown as WorkerConnection<EvaluationService>,
    evaluation as unknown as WorkerConnection<EvaluationService>,
  );
  studio.paths.set([PATH]);
  studio.put({ path: PATH, text: "文", version: 1, stored: "", isDirty: false });
  studio.current.set(PATH);
  /** The oldest question of that name, once it is asked. */
  const asked = async (name: string) => {
    await vi.waitUntil(() => waiting.some((each) => each.name === name));
    return waiting.splice(
      waiting.findIndex((each) => each.name === name),
      1,
    )[0]!;
  };
  return { studio, run: studio.run, asked };
};

describe("answers that come late", () => {
  let run: RunState;
  let asked: ReturnType<typeof page>["asked"];

  beforeEach(async () => {
    ({ run, asked } = page());
    await vi.waitUntil(() => run.path === PATH);
    run.register.set(register);
    const first = run.runRules();
    (await asked("run")).answer(resultsOf("第一次"));
    (await asked("view")).answer(viewOf("全部"));
    await first;
  });

  const narrowedBy = (given: unknown): string => (given as ResultFilter).text;

  test("results that are narrowed while a run ends stay narrowed", async () => {
    const second = run.runRules();
    (await asked("run")).answer(resultsOf("第二次"));
    const before = await asked("view");
    run.narrow({ text: "M041" });
    before.answer(viewOf("全部"));
    const after = await asked("view");
    expect(narrowedBy(after.given)).toBe("M041");
    after.answer(viewOf("M041"));
    await second;
    expect(run.filter.get().text).toBe("M041");
    expect(run.view.get()).toEqual(viewOf("M041"));
    expect(run.results.get()).toEqual(resultsOf("第二次"));
  });

  test("rows of the results of before are not shown beside those of a new run", async () => {
    run.narrow({ text: "旧" });
    const old = await asked("view");
    const second = run.runRules();
    (await asked("run")).answer(resultsOf("第二次"));
    (await asked("view")).answer(viewOf("新"));
    await second;
    old.answer(viewOf("旧"));
    await new Promise((resolve) => setTimeout(resolve));
    expect(run.view.get()).toEqual(viewOf("新"));
  });

  test("an explanation comes although something was tried while it was made", async () => {
    run.target.set(TARGET);
    (await asked("explain")).answer(explanationOf("从前"));
    await vi.waitUntil(() => run.explain.card.get() !== null);
    const second = run.runRules();
    (await asked("run")).answer(resultsOf("第二次"));
    (await asked("view")).answer(viewOf("全部"));
    await second;
    const explained = await asked("explain");
    run.explain.try("年龄", "80");
    const tried = await asked("whatIf");
    explained.answer(explanationOf("现在"));
    await vi.waitUntil(() => !run.explain.isLoading.get());
    expect(run.explain.explanation.get()).toEqual(explanationOf("现在"));
    tried.answer({ explanation: null, problems: [], others: [] } satisfies WhatIfAnswer);
    (await asked("whatIf")).answer({ explanation: explanationOf("试改"), problems: [], others: [] });
    await vi.waitUntil(() => run.explain.answer.get()?.explanation !== null);
    expect(run.explain.answer.get()?.explanation).toEqual(explanationOf("试改"));
  });
});
