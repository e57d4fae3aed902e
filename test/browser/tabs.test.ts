import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { BUILT_PAGE } from "./support/built-page.ts";
import { launchBrowser } from "./support/chromium.ts";
import { drive, driveWith, until } from "./support/drive.ts";
import { serveStatic, type StaticServer } from "./support/static-server.ts";
import { watchedPage } from "./support/studio.ts";

const PATH = "mudanjiang/2025-draft.tiaowen";
const WARNING = "也正在另一个标签页中修改";

let server: StaticServer;
let browser: Browser;
let first: Page;
const problems: string[] = [];

beforeAll(async () => {
  server = await serveStatic(BUILT_PAGE, "/");
  browser = await launchBrowser();
  first = await watchedPage(browser, {}, problems, false);
  await opened(first);
});

afterAll(async () => {
  await browser.close();
  await server.close();
});

const opened = async (page: Page): Promise<Page> => {
  await page.goto(server.address);
  await until(page, "the workspace", ({ isReady }) => isReady.get());
  return page;
};

const another = async (context: BrowserContext): Promise<Page> => opened(await context.newPage());

/** Words that were typed and not saved. */
const write = (page: Page, words: string): Promise<void> =>
  driveWith(page, { path: PATH, words }, async (studio, { path, words }) => {
    studio.documents.edit(path, `${studio.texts.get().get(path)!.text}${words}\n`);
    await studio.documents.journal.flush();
  });

const unsaved = (page: Page): Promise<readonly string[]> =>
  drive(page, ({ texts }) =>
    [...texts.get().values()].filter(({ isDirty }) => isDirty).map(({ text }) => text.trimEnd().slice(-3)),
  );

test("each tab has its own unsaved text; both are told of the other; a closed tab's text is given back", async () => {
  await write(first, "甲写的");
  const second = await another(first.context());
  expect(await unsaved(second)).toEqual([]);
  expect(await second.getByText("上次未保存的修改已恢复").count()).toBe(0);

  await write(second, "乙写的");
  await first.getByText(WARNING).waitFor();
  await second.getByText(WARNING).waitFor();

  await first.reload();
  await until(first, "the workspace", ({ isReady }) => isReady.get());
  expect(await unsaved(first)).toEqual(["甲写的"]);
  expect(await unsaved(second)).toEqual(["乙写的"]);

  await second.close();
  await first.getByText(WARNING).waitFor({ state: "hidden" });
  const third = await another(first.context());
  expect(await unsaved(third)).toEqual(["乙写的"]);
  await third.getByText("上次未保存的修改已恢复").waitFor();

  await third.getByRole("button", { name: "查看", exact: true }).last().click();
  await until(third, "the comparison", ({ comparison }) => comparison.comparison.get() !== null);
  expect(await drive(third, ({ comparison }) => [comparison.left.get(), comparison.right.get()])).toEqual([
    PATH.replace(".tiaowen", "（已保存的）.tiaowen"),
    PATH,
  ]);
  expect(problems).toEqual([]);
});

test("what a closed tab could only just say is given back as well, also from before tabs were told apart", async () => {
  const page = await watchedPage(browser, {}, problems, false);
  await opened(page);
  await drive(page, ({ documents }) => {
    const say = (tab: string, path: string, text: string): void =>
      localStorage.setItem(
        `tiaowen.unsaved.${documents.store.key}${tab}`,
        JSON.stringify([{ path, text, baseVersion: "", at: Date.now() }]),
      );
    say("", "yangjiang/2025.tiaowen", "以前的");
    say("\u0000closed", "mudanjiang/2025-draft.tiaowen", "关掉的");
  });
  await page.reload();
  await until(page, "the workspace", ({ isReady }) => isReady.get());
  expect([...(await unsaved(page))].sort()).toEqual(["以前的", "关掉的"]);
  expect(
    await page.evaluate(() => Object.keys(localStorage).filter((key) => key.includes("unsaved"))),
  ).toEqual([]);
  await page.reload();
  await until(page, "the workspace", ({ isReady }) => isReady.get());
  expect([...(await unsaved(page))].sort()).toEqual(["以前的", "关掉的"]);
  expect(problems).toEqual([]);
});
