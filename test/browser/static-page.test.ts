import { readFileSync } from "node:fs";
import { unzipSync } from "fflate";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { BUILT_PAGE } from "./support/built-page.ts";
import { launchBrowser } from "./support/chromium.ts";
import { analysed, drive, driveWith, until } from "./support/drive.ts";
import { serveStatic, type StaticServer } from "./support/static-server.ts";
import { watchedPage } from "./support/studio.ts";

const YANGJIANG = "yangjiang/2025.tiaowen";
const MUDANJIANG = "mudanjiang/2025-draft.tiaowen";
const ADDED = "\n第九百条　在浏览器中加的一条。\n";

let server: StaticServer;
let browser: Browser;
let page: Page;
const problems: string[] = [];

beforeAll(async () => {
  server = await serveStatic(BUILT_PAGE, "/a/b/");
  browser = await launchBrowser();
  page = await opened();
});

afterAll(async () => {
  await browser.close();
  await server.close();
});

/** A browser that has never seen the page. */
const fresh = (options: BrowserContextOptions = {}): Promise<Page> =>
  watchedPage(browser, options, problems, false);

const opened = async (page?: Page): Promise<Page> => {
  const ready = page ?? (await fresh());
  await ready.goto(server.address);
  await until(ready, "the workspace", ({ isReady }) => isReady.get());
  return ready;
};

const textOf = (path: string): Promise<string | undefined> =>
  driveWith(page, path, ({ texts }, path) => texts.get().get(path)?.text);

test("begins with both cities, which are analysed and judged", async () => {
  for (const path of [MUDANJIANG, YANGJIANG]) {
    await driveWith(page, path, (studio, path) => studio.documents.open(path));
    await analysed(page);
    expect(await drive(page, ({ findings }) => findings.get()!.isRunnable)).toBe(true);
    await drive(page, (studio) => studio.run.intake.openBundled());
    await until(page, "results", ({ run }) => run.results.get() !== null && run.phase.get() === "idle");
    expect(await drive(page, ({ run }) => run.results.get()!.decision.length)).toBeGreaterThan(100);
  }
});

test("keeps in the browser what was saved, and gives back what was not", async () => {
  await driveWith(page, ADDED, async (studio, added) => {
    const { path, text } = studio.currentText!;
    studio.documents.edit(path, `${text}${added}`);
    await studio.documents.save(path);
  });
  await driveWith(page, MUDANJIANG, async (studio, path) => {
    studio.documents.edit(path, `${studio.texts.get().get(path)!.text}未保存的话\n`);
    await studio.documents.journal.flush();
  });
  await page.reload();
  await until(page, "the workspace", ({ isReady }) => isReady.get());
  expect(await textOf(YANGJIANG)).toContain(ADDED);
  expect(await textOf(MUDANJIANG)).toContain("未保存的话");
  await page.getByText("上次未保存的修改已恢复").waitFor();
});

test("gives everything out as one archive", async () => {
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.evaluate(() =>
      window.dispatchEvent(new CustomEvent("tw-command", { detail: { id: "export-zip" } })),
    ),
  ]);
  const files = unzipSync(new Uint8Array(readFileSync(await download.path())));
  const paths = Object.keys(files);
  expect(paths).toEqual(expect.arrayContaining([YANGJIANG, MUDANJIANG, "vocabulary/医保定点.tiaowen"]));
  expect(new TextDecoder().decode(files[YANGJIANG])).toContain(ADDED);
  expect(new TextDecoder().decode(files[MUDANJIANG])).toContain("未保存的话");
});

test("makes a new policy of an official text", async () => {
  await drive(page, (studio) => studio.shell.dialog.set({ kind: "new-policy" }));
  const dialog = page.locator("tw-new-policy");
  await dialog.getByLabel("公文全文").fill("示例市管理办法\n\n第一条　为了加强管理，制定本办法。\n");
  await dialog.getByLabel("文件夹名称").fill("示例");
  await dialog.getByLabel("版本").fill("2025");
  await dialog.getByRole("button", { name: "新建", exact: true }).click();
  await until(page, "the new policy", ({ current }) => current.get() === "示例/2025.tiaowen");
  await page.reload();
  await until(page, "the workspace", ({ isReady }) => isReady.get());
  expect(await textOf("示例/2025.tiaowen")).toContain("第一条　为了加强管理，制定本办法。");
});

test("offers no folders where the browser cannot open any", async () => {
  const page = await fresh();
  await page.addInitScript(() => {
    Reflect.deleteProperty(window, "showDirectoryPicker");
  });
  await opened(page);
  await drive(page, (studio) => studio.current.set(null));
  await page.locator("tw-start button").first().waitFor();
  const offers = page.locator("tw-start").getByRole("button", { name: "打开文件夹", disabled: false });
  expect(await offers.count()).toBe(0);
  await drive(page, (studio) => studio.shell.palette.set("打开文件夹"));
  await page.locator("tw-palette").getByRole("status").waitFor();
  const choices = await page.locator("tw-palette [role=option]:not([aria-disabled=true])").allInnerTexts();
  expect(choices.filter((choice) => choice.startsWith("打开文件夹"))).toEqual([]);
  await page.context().close();
});

test("takes no sample whose name leads out of the workspace", async () => {
  const page = await fresh();
  const text = "第一条　本办法适用于机构。\n";
  const paths = [
    "ok/1.tiaowen",
    "../out.tiaowen",
    "/root.tiaowen",
    "a/../../b.tiaowen",
    "a\\..\\c.tiaowen",
    "",
  ];
  await page.route("**/samples.json", (route) =>
    route.fulfill({ json: { files: paths.map((path) => ({ path, text })) } }),
  );
  await opened(page);
  expect(await drive(page, (studio) => studio.paths.get())).toEqual(["ok/1.tiaowen"]);
  await page.context().close();
});

test.each(["", "{", "[]", '{"files":[{"path":"ok/1.tiaowen"}]}'])(
  "samples that say %j leave an empty workspace that can be worked in",
  async (body) => {
    const page = await fresh();
    await page.route("**/samples.json", (route) => route.fulfill({ body, contentType: "application/json" }));
    await opened(page);
    await page.locator("tw-start button").first().waitFor();
    expect(await drive(page, (studio) => studio.paths.get())).toEqual([]);
    await page.context().close();
  },
);

test("asked for nothing that is not there, and nobody else", () => {
  expect(server.missing).toEqual([]);
  expect(problems).toEqual([]);
});
