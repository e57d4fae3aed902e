import { readFileSync } from "node:fs";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { Documents } from "../../../editor/state/documents.ts";
import { lookAtDisk } from "../../../editor/state/disk.ts";
import { Studio } from "../../../editor/state/studio.ts";
import { Journal, type JournalEntry, type JournalTable } from "../../../editor/storage/journal.ts";
import { WorkerEnded, type WorkerConnection } from "../../../editor/worker/connection.ts";
import { createLanguageSession } from "../../../editor/worker/language/session.ts";
import { decodeText } from "../../../editor/state/text-codec.ts";
import type { EvaluationService, LanguageService } from "../../../editor/worker/worker-api.ts";
import { GONE, StoreFailure } from "../../../editor/storage/store.ts";
import { MemoryStore } from "./memory-store.ts";

const PATH = "某市/2025.tiaowen";

/** A worker that has just ended: the page goes on without its answers. */
const noWorker = { call: () => Promise.reject(new WorkerEnded()), end: () => {} };

interface Page {
  readonly studio: Studio;
  readonly documents: Documents;
  readonly store: MemoryStore;
  readonly journal: Map<string, JournalEntry>;
}

const studioWith = (language: object): Studio =>
  new Studio(
    language as WorkerConnection<LanguageService>,
    noWorker as unknown as WorkerConnection<EvaluationService>,
    noWorker as unknown as WorkerConnection<EvaluationService>,
    noWorker as unknown as WorkerConnection<EvaluationService>,
  );

const tableOf = (journal: Map<string, JournalEntry>): JournalTable => ({
  put: async (entry) => void journal.set(entry.path, entry),
  remove: async (path) => void journal.delete(path),
  all: async () => [...journal.values()],
});

const openPage = async (store: MemoryStore, journal = new Map<string, JournalEntry>()): Promise<Page> => {
  const studio = studioWith(noWorker);
  const documents = new Documents(
    studio,
    store,
    (_workspace, onFailure) => new Journal(tableOf(journal), onFailure),
  );
  studio.documents = documents;
  await documents.load();
  studio.current.set(PATH);
  return { studio, documents, store, journal };
};

const textOf = ({ studio }: Page): string | undefined => studio.texts.get().get(PATH)?.text;
const isDirty = ({ studio }: Page): boolean | undefined => studio.texts.get().get(PATH)?.isDirty;

describe("documents", () => {
  let page: Page;
  beforeEach(async () => {
    page = await openPage(new MemoryStore({ [PATH]: "原文\n", "某市/data/a.csv": "编号\n" }));
  });

  test("what is typed is unsaved until it is what lies in the store", async () => {
    page.documents.edit(PATH, "改过\n");
    expect(isDirty(page)).toBe(true);
    page.documents.edit(PATH, "原文\n");
    expect(isDirty(page)).toBe(false);
    page.documents.edit(PATH, "改过\n");
    expect(await page.documents.save(PATH)).toBe("saved");
    expect(isDirty(page)).toBe(false);
    expect(page.store.files.get(PATH)?.text).toBe("改过\n");
  });

  test("two savings at once write one after the other", async () => {
    page.documents.edit(PATH, "一\n");
    const first = page.documents.save(PATH);
    page.documents.edit(PATH, "二\n");
    expect(await Promise.all([first, page.documents.save(PATH)])).toEqual(["saved", "saved"]);
    expect(page.store.files.get(PATH)?.text).toBe("二\n");
    expect(isDirty(page)).toBe(false);
  });

  test("a saving that fails is told and loses nothing", async () => {
    page.documents.edit(PATH, "改过\n");
    page.store.failure = "磁盘已满。";
    expect(await page.documents.save(PATH)).toBe("failed");
    expect(isDirty(page)).toBe(true);
    expect(page.studio.notices.get().map(({ text }) => text)).toEqual(["磁盘已满。"]);
  });

  test("a text that was changed elsewhere is read anew where nothing was typed", async () => {
    page.store.writeElsewhere(PATH, "别处\n");
    await lookAtDisk(page.studio, page.documents);
    expect(textOf(page)).toBe("别处\n");
    expect(isDirty(page)).toBe(false);
  });

  test("two different changes are both kept until somebody decides", async () => {
    page.documents.edit(PATH, "我的\n");
    page.store.writeElsewhere(PATH, "别处\n");
    await lookAtDisk(page.studio, page.documents);
    expect(textOf(page)).toBe("我的\n");
    expect([...page.studio.changedOnDisk.get()]).toEqual([PATH]);
    expect(await page.documents.save(PATH)).toBe("changed");
    expect(page.store.files.get(PATH)?.text).toBe("别处\n");
    expect(page.documents.others.get(PATH)?.text).toBe("别处\n");
    expect(page.studio.shell.dialog.get()).toEqual({ kind: "changed-on-disk", path: PATH });
  });

  test("mine over theirs, theirs over mine", async () => {
    page.documents.edit(PATH, "我的\n");
    page.store.writeElsewhere(PATH, "别处\n");
    await page.documents.save(PATH);
    expect(await page.documents.save(PATH, true)).toBe("saved");
    expect(page.store.files.get(PATH)?.text).toBe("我的\n");
    page.documents.edit(PATH, "又改\n");
    page.store.writeElsewhere(PATH, "别处又改\n");
    await page.documents.save(PATH);
    const taken = page.documents.takeStored(PATH);
    page.documents.edit(PATH, "读的时候还在写\n");
    expect(await taken).toBe("读的时候还在写\n");
    expect(textOf(page)).toBe("别处又改\n");
    expect(page.studio.changedOnDisk.get().size).toBe(0);
    expect(page.studio.notices.get().filter(({ about }) => about !== undefined)).toEqual([]);
  });

  test("a file that is gone keeps its text and can be written again", async () => {
    page.store.files.delete(PATH);
    await lookAtDisk(page.studio, page.documents);
    expect(textOf(page)).toBe("原文\n");
    expect(await page.documents.save(PATH, true)).toBe("saved");
    expect(page.store.files.get(PATH)?.text).toBe("原文\n");
  });

  test("an answer that was lost on the way is no conflict", async () => {
    page.documents.edit(PATH, "同样\n");
    page.store.writeElsewhere(PATH, "同样\n");
    expect(await page.documents.save(PATH)).toBe("saved");
    expect(isDirty(page)).toBe(false);
  });

  test("what was typed before the page ended comes back, on the version that it was based on", async () => {
    page.documents.edit(PATH, "没有保存\n");
    await page.documents.journal.flush();
    page.store.writeElsewhere(PATH, "后来别处改的\n");
    const next = await openPage(page.store, page.journal);
    expect(textOf(next)).toBe("没有保存\n");
    expect(isDirty(next)).toBe(true);
    expect(next.studio.shell.recovered.get()).toEqual([PATH]);
    expect(await next.documents.save(PATH)).toBe("changed");
  });

  test("what was saved does not come back", async () => {
    page.documents.edit(PATH, "保存了\n");
    await page.documents.journal.flush();
    await page.documents.save(PATH);
    await page.documents.journal.flush();
    const next = await openPage(page.store, page.journal);
    expect(next.studio.shell.recovered.get()).toEqual([]);
    expect(isDirty(next)).toBe(false);
  });

  test("what is typed while the store is being read is not overwritten", async () => {
    page.store.writeElsewhere(PATH, "别处\n");
    const looking = lookAtDisk(page.studio, page.documents);
    page.documents.edit(PATH, "刚写的\n");
    await looking;
    expect(textOf(page)).toBe("刚写的\n");
    expect(page.documents.others.get(PATH)?.text).toBe("别处\n");
  });

  test("a workspace that was left changes nothing in the next one", async () => {
    page.store.writeElsewhere(PATH, "旧的工作区\n");
    const looking = lookAtDisk(page.studio, page.documents);
    page.studio.documents = new Documents(
      page.studio,
      new MemoryStore({ [PATH]: "新的工作区\n" }),
      () => page.documents.journal,
    );
    await page.studio.documents.load();
    await looking;
    expect(textOf(page)).toBe("新的工作区\n");
  });

  test("a list that cannot be read keeps no text from being saved again", async () => {
    const path = "新/1.tiaowen";
    await page.documents.hold(path, "新的\n", GONE);
    const list = page.store.list.bind(page.store);
    page.store.list = () => Promise.reject(new StoreFailure("不能列出。"));
    const told = new Promise<unknown>((resolve) => process.once("unhandledRejection", resolve));
    expect(await page.documents.save(path)).toBe("saved");
    expect(await told).toBeInstanceOf(StoreFailure);
    page.store.list = list;
    page.documents.edit(path, "又改\n");
    expect(await page.documents.save(path)).toBe("saved");
    expect(page.store.files.get(path)?.text).toBe("又改\n");
  });

  test("a text that only the journal has comes back too", async () => {
    const journal = new Map([
      ["新/1.tiaowen", { path: "新/1.tiaowen", text: "新的\n", baseVersion: "v9", at: 1 }],
    ]);
    const next = await openPage(page.store, journal);
    expect(next.studio.texts.get().get("新/1.tiaowen")?.text).toBe("新的\n");
    expect(await next.documents.save("新/1.tiaowen")).toBe("saved");
    expect(page.store.files.get("新/1.tiaowen")?.text).toBe("新的\n");
  });
});

describe("a text that the open policy uses", () => {
  test("is read with it again as soon as it changes", async () => {
    const [policy, vocabulary] = ["yangjiang/2025.tiaowen", "vocabulary/医保定点.tiaowen"];
    const textOf = (path: string): string => readFileSync(`policies/${path}`, "utf8");
    const session = createLanguageSession();
    const studio = studioWith({ call: (ask: (api: LanguageService) => Promise<unknown>) => ask(session) });
    const store = new MemoryStore({ [policy]: textOf(policy), [vocabulary]: textOf(vocabulary) });
    studio.documents = new Documents(studio, store, () => new Journal(tableOf(new Map())));
    await studio.documents.load();
    await studio.documents.open(policy);
    const errors = (): number | undefined =>
      studio.findings.get()?.findings.filter(({ severity }) => severity === "error").length;
    expect(errors()).toBe(0);
    studio.documents.edit(vocabulary, textOf(vocabulary).replaceAll("统筹地区", "别的地区"));
    await vi.waitFor(() => expect(errors()).toBeGreaterThan(0));
  });
});

describe("bytes of a file", () => {
  test.each([
    [
      "UTF-8 with the character for what could not be read",
      new TextEncoder().encode("条文\uFFFD\uFFFD𠀀\n"),
      "条文\uFFFD\uFFFD𠀀\n",
    ],
    ["UTF-8 with a mark and carriage returns", new TextEncoder().encode("\uFEFF一\r\n二\r三"), "一\n二\n三"],
    ["GB 18030", Uint8Array.of(0xcc, 0xf5, 0xce, 0xc4), "条文"],
    ["neither", Uint8Array.of(0x61, 0xff), "a\uFFFD"],
  ])("%s", (_title, bytes, text) => {
    expect(decodeText(bytes)).toBe(text);
  });
});
