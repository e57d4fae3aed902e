import type { Page, Worker } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { drive, driveWith, until } from "./support/drive.ts";
import { openStudio, type OpenedStudio } from "./support/studio.ts";

/** How long a call of these tests waits for a worker that hangs, in milliseconds. */
const PATIENCE = 1000;

let studio: OpenedStudio;
let page: Page;

beforeAll(async () => {
  studio = await openStudio();
  ({ page } = studio);
  page.setDefaultTimeout(10_000);
  await analysed();
});

afterAll(() => studio.close());

/** Waits until what was found belongs to the text as it is. */
const analysed = (): Promise<void> =>
  until(page, "findings", ({ findings, currentText }) => {
    const found = findings.get();
    return found !== null && found.path === currentText?.path && found.version === currentText.version;
  });

const workerNamed = (name: string): Worker => {
  const found = page.workers().find((worker) => worker.url().includes(name));
  if (found === undefined) throw new Error(`No worker is called ${name}.`);
  return found;
};

/** Throws where nothing catches, as a fault of the worker would. */
const crash = (worker: Worker): Promise<void> =>
  worker.evaluate(() => {
    setTimeout(() => {
      throw new Error("made to crash");
    });
  });

/** Never comes back; the worker answers nobody from now on. */
const hang = (worker: Worker): void => {
  worker
    .evaluate(() => {
      for (;;);
    })
    .catch(() => {
      // It was ended, as it should be.
    });
};

const told = (words: string): Promise<void> => page.locator("tw-toast").getByText(words).waitFor();

const dismissAll = (): Promise<void> =>
  drive(page, (state) => {
    for (const { id } of state.notices.get()) state.dismiss(id);
  });

/** Adds words to the end of the open text and answers the whole. */
const write = (words: string): Promise<string> =>
  driveWith(page, words, (state, words) => {
    const { path, text } = state.currentText!;
    state.documents.edit(path, `${text}${words}`);
    return state.currentText!.text;
  });

const openText = (): Promise<string> => drive(page, (state) => state.currentText!.text);

const BROKEN = "\n【规则】坏规则\n没有的词的定点申请，应符合没有的话。\n【完】\n";

const errors = (): Promise<number> =>
  drive(
    page,
    ({ findings }) => findings.get()!.findings.filter(({ severity }) => severity === "error").length,
  );

test("an analysis that crashes is started anew; nothing that was written is lost", async () => {
  const before = await write("\n未保存的话。\n");
  await analysed();
  const first = workerNamed("language-worker");
  await crash(first);
  await told("文本分析意外中断，已经重新启动。您的文字没有丢失。");
  expect(await openText()).toBe(before);
  expect(await errors()).toBe(0);
  await write(BROKEN);
  await analysed();
  expect(await errors()).toBeGreaterThan(0);
  expect(workerNamed("language-worker")).not.toBe(first);
  await dismissAll();
});

test("an analysis that hangs is started anew; what was written meanwhile is analysed", async () => {
  hang(workerNamed("language-worker"));
  const after = await driveWith(page, BROKEN, (state, broken) => {
    const { path, text } = state.currentText!;
    state.documents.edit(path, `${text.replace(broken, "")}写在停顿中的话。\n`);
    return state.currentText!.text;
  });
  const answer = await driveWith(page, PATIENCE, (state, patience) =>
    state.language
      .call((api) => api.tables(), patience)
      .then(
        () => "answered",
        (error: unknown) => (error instanceof Error ? error.name : "thrown"),
      ),
  );
  expect(answer).toBe("WorkerEnded");
  await told("文本分析长时间没有响应，已经重新启动。您的文字没有丢失。");
  await analysed();
  expect(await openText()).toBe(after);
  expect(await errors()).toBe(0);
  await dismissAll();
});

test("the outline, the hover and the completion go on with the new worker", async () => {
  await until(page, "details", ({ details, currentText }) => details.get()?.version === currentText?.version);
  await page.locator("tw-outline [role=treeitem]").first().waitFor();
  const path = await drive(page, (state) => state.current.get()!);
  const outline = await driveWith(page, path, (state, path) =>
    state.language.call((api) => api.sources(path)).then(({ paths }) => paths.length),
  );
  expect(outline).toBeGreaterThan(0);
});

test("results outlive a crash of the evaluation, and can be asked about again", async () => {
  await drive(page, (state) => {
    state.showLower("run");
    return state.run.intake.openBundled();
  });
  await until(page, "results", ({ run }) => run.results.get() !== null && run.phase.get() === "idle");
  const before = await drive(page, ({ run }) => run.results.get()!.decision.length);
  await crash(workerNamed("evaluation-worker"));
  await told("核对程序意外中断，已经重新启动。您的文字没有丢失。");
  expect(await drive(page, ({ run }) => run.results.get()!.decision.length)).toBe(before);
  await drive(page, ({ run }) => {
    const { records, decisions, record, decision } = run.results.get()!;
    const { object, id } = records[record[0]!]!;
    run.target.set({ object, id, decision: decisions[decision[0]!]!.id });
  });
  await page.locator("tw-explain #why").waitFor();
  await drive(page, (state) => state.run.runRules());
  expect(await drive(page, ({ run }) => run.results.get()!.decision.length)).toBe(before);
  await dismissAll();
});

test("a run that hangs is cancelled, and the next one runs", async () => {
  const before = await drive(page, ({ run }) => run.results.get()!.decision.length);
  hang(workerNamed("evaluation-worker"));
  await drive(page, (state) => {
    void state.run.runRules();
  });
  await page.getByRole("button", { name: "取消", exact: true }).click();
  await until(page, "the end of the run", ({ run }) => run.phase.get() === "idle");
  await drive(page, (state) => state.run.runRules());
  expect(await drive(page, ({ run }) => run.results.get()!.decision.length)).toBe(before);
});

test("nothing else went wrong", () => {
  expect(studio.problems.filter((problem) => !problem.includes("made to crash"))).toEqual([]);
});
