import type { Page, Worker } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { analysed, drive, driveWith, until } from "./support/drive.ts";
import { openStudio, type OpenedStudio } from "./support/studio.ts";

/** How long a call of these tests waits for a worker that hangs, in milliseconds. */
const HANGS_AFTER = 1000;

let studio: OpenedStudio;
let page: Page;

beforeAll(async () => {
  studio = await openStudio();
  ({ page } = studio);
  await analysed(page);
});

afterAll(() => studio.close());

/** The worker of that name, once the one before it, that was ended, is gone. */
const workerNamed = async (name: string): Promise<Worker> => {
  const found = (): readonly Worker[] => page.workers().filter((worker) => worker.url().includes(name));
  await expect.poll(() => found().length).toBe(1);
  return found()[0]!;
};

/** Throws where nothing catches, as a fault of the worker would. */
const crash = (worker: Worker): Promise<void> =>
  worker.evaluate(() => {
    setTimeout(() => {
      throw new Error("made to crash");
    });
  });

/** Lets the worker never come back, and waits until it is so: from then on it answers nobody. */
const hang = async (worker: Worker): Promise<void> => {
  await page.evaluate(() => {
    const { promise, resolve } = Promise.withResolvers<void>();
    const channel = new BroadcastChannel("hangs");
    channel.addEventListener("message", () => {
      channel.close();
      resolve();
    });
    Object.assign(window, { hangs: promise });
  });
  worker
    .evaluate(() => {
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel goes to its own origin only
      new BroadcastChannel("hangs").postMessage(null);
      for (;;);
    })
    .catch(() => {
      // It was ended, as it should be.
    });
  await page.evaluate(() => (window as unknown as { readonly hangs: Promise<void> }).hangs);
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
  await analysed(page);
  const first = await workerNamed("language-worker");
  await crash(first);
  await told("文本分析意外中断，已经重新启动。您的文字没有丢失。");
  expect(await openText()).toBe(before);
  expect(await errors()).toBe(0);
  await write(BROKEN);
  await analysed(page);
  expect(await errors()).toBeGreaterThan(0);
  expect(await workerNamed("language-worker")).not.toBe(first);
  await dismissAll();
});

test("an analysis that hangs is started anew; what was written meanwhile is analysed", async () => {
  await hang(await workerNamed("language-worker"));
  const after = await driveWith(page, BROKEN, (state, broken) => {
    const { path, text } = state.currentText!;
    state.documents.edit(path, `${text.replace(broken, "")}写在停顿中的话。\n`);
    return state.currentText!.text;
  });
  const answer = await driveWith(page, HANGS_AFTER, (state, patience) =>
    state.language
      .call((api) => api.tables(), patience)
      .then(
        () => "answered",
        (error: unknown) => (error instanceof Error ? error.name : "thrown"),
      ),
  );
  expect(answer).toBe("WorkerEnded");
  await told("文本分析长时间没有响应，已经重新启动。您的文字没有丢失。");
  await analysed(page);
  expect(await openText()).toBe(after);
  expect(await errors()).toBe(0);
  await dismissAll();
});

test("the outline, the hover and the completion go on with the new worker", async () => {
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
  await crash(await workerNamed("evaluation-worker"));
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
  await hang(await workerNamed("evaluation-worker"));
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
