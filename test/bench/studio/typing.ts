import type { Browser, Page } from "playwright-core";
import { median } from "../support/measure.ts";
import type { Group } from "../support/table.ts";
import { watchKeystrokes, watchLongTasks } from "./page-probes.ts";
import { openPolicy } from "./open-policy.ts";
import { LARGE_POLICY, RULES } from "./workspace.ts";

const KEYS = 120;
const PAUSE = 160;

declare global {
  interface Window {
    keystrokes: number[];
    longTasks: number[];
  }
}

/** Keys in the middle of the large policy that mend a rule and break it in turn. */
export const measureTyping = async (browser: Browser, address: string): Promise<Group> => {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  const page = await context.newPage();
  await page.goto(address);
  await openPolicy(page, LARGE_POLICY);
  await goIntoRule(page);
  await page.keyboard.press("x");
  await page.locator(".monaco-editor .squiggly-error").first().waitFor();
  await page.waitForTimeout(1500);
  await page.evaluate(watchKeystrokes);
  await page.evaluate(watchLongTasks);
  await page.evaluate(() => {
    window.longTasks.length = 0;
  });
  for (let key = 0; key < KEYS; key += 1) {
    await page.keyboard.press(key % 2 === 0 ? "Backspace" : "x");
    await page.waitForFunction((seen) => window.keystrokes.length > seen, key, { timeout: 5000 });
    await page.waitForTimeout(PAUSE);
  }
  const times = await page.evaluate(() => window.keystrokes);
  const longest = await page.evaluate(() => window.longTasks);
  await context.close();
  const sorted = times.toSorted((left, right) => left - right);
  return {
    title: `按键到画出问题（${RULES}条规则的政策，${times.length}次按键；主线程停顿超过50毫秒${longest.length}次）`,
    lines: [
      { name: "中位数", time: median(times), unit: "ms", ratio: null, target: { of: "time", atMost: 50 } },
      {
        name: "第95百分位",
        time: sorted[Math.floor(sorted.length * 0.95)]!,
        unit: "ms",
        ratio: null,
        target: { of: "time", atMost: 100 },
      },
      {
        name: "主线程最长停顿",
        time: Math.max(0, ...longest),
        unit: "ms",
        ratio: null,
        target: { of: "time", atMost: 50 },
      },
    ],
  };
};

/** Behind the full stop that ends a rule in the middle of the text. */
const goIntoRule = async (page: Page): Promise<void> => {
  await page.locator(".monaco-editor .view-lines").first().click();
  await page.keyboard.press("Control+f");
  await page.keyboard.insertText(`【规则】规则${RULES / 2 + 2}`);
  await page.keyboard.press("Enter");
  await page.keyboard.press("Escape");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("End");
};
