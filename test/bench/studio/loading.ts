import type { Browser } from "playwright-core";
import { median } from "../support/measure.ts";
import type { Group } from "../support/table.ts";

const ROUNDS = 7;

/** From the request of the page to the painted window, and to an editor with the findings of its text. */
export const measureLoading = async (browser: Browser, address: string): Promise<Group> => {
  const shells: number[] = [];
  const editors: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
    const page = await context.newPage();
    await page.goto(address, { waitUntil: "commit" });
    await page.locator(".monaco-editor .view-line").first().waitFor();
    editors.push(await page.evaluate(() => performance.now()));
    shells.push(
      await page.evaluate(
        () => performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? Number.NaN,
      ),
    );
    await context.close();
  }
  return {
    title: `打开网页（每次都是没有缓存的新窗口，${ROUNDS}次）`,
    lines: [
      {
        name: "窗口画出",
        time: median(shells),
        unit: "ms",
        ratio: null,
        target: { of: "time", atMost: 1000 },
      },
      {
        name: "编辑器可用",
        time: median(editors),
        unit: "ms",
        ratio: null,
        target: { of: "time", atMost: 3000 },
      },
    ],
  };
};
