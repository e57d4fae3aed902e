import { cpSync, existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { serveStudio } from "../../../compiler/cli/studio/serve.ts";
import { BUILT_PAGE, PROJECT } from "./built-page.ts";
import { launchBrowser } from "./chromium.ts";
import { PATIENCE } from "./hand.ts";

export interface OpenedStudio {
  readonly page: Page;
  /** The folder that is worked in: a copy of the supplied policies. */
  readonly folder: string;
  readonly address: string;
  /** What the page should never have done: errors, refused loads, requests to other places. */
  readonly problems: string[];
  /** A second window on the same folder, with nothing remembered. */
  newPage(options?: BrowserContextOptions): Promise<Page>;
  close(): Promise<void>;
}

export interface StudioStart {
  readonly context?: BrowserContextOptions;
  /** Folder to copy in place of the supplied policies. */
  readonly folder?: string;
  /** Shows the first-run tour; without it the tour counts as seen. */
  readonly tour?: boolean;
}

/** Serves a copy of the policies and opens the page on it in a browser of its own. */
export const openStudio = async (start: StudioStart = {}): Promise<OpenedStudio> => {
  if (!existsSync(join(BUILT_PAGE, "index.html")))
    throw new Error("The page is not built: run `npm run build` first.");
  const folder = mkdtempSync(join(tmpdir(), "tiaowen-studio-"));
  cpSync(start.folder ?? join(PROJECT, "policies"), folder, { recursive: true });
  const server = await serveStudio(folder, BUILT_PAGE, 0);
  const browser = await launchBrowser();
  const problems: string[] = [];
  const newPage = (options: BrowserContextOptions = {}): Promise<Page> =>
    watchedPage(browser, { ...start.context, ...options }, problems, start.tour ?? false);
  const page = await newPage();
  await page.goto(server.address);
  return {
    page,
    folder,
    address: server.address,
    problems,
    newPage,
    close: async () => {
      await browser.close();
      await server.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
};

/** A page that writes down everything it should not do. */
export const watchedPage = async (
  browser: Browser,
  options: BrowserContextOptions,
  problems: string[],
  tour: boolean,
): Promise<Page> => {
  const context = await browser.newContext({
    locale: "zh-CN",
    timezoneId: "Asia/Shanghai",
    viewport: { width: 1280, height: 800 },
    acceptDownloads: true,
    ...options,
  });
  if (!tour) {
    await context.addInitScript(() => {
      localStorage["tiaowen.settings"] ??= JSON.stringify({ tourSeen: true });
    });
  }
  context.setDefaultTimeout(PATIENCE);
  const page = await context.newPage();
  page.on("pageerror", (error) => problems.push(`error: ${error.message}`));
  page.on("console", (message) => {
    if (message.type() === "error") problems.push(`console: ${message.text()}`);
  });
  page.on("request", (request) => {
    const { protocol, hostname } = new URL(request.url());
    if (protocol.startsWith("http") && hostname !== "127.0.0.1") problems.push(`request: ${request.url()}`);
  });
  return page;
};
