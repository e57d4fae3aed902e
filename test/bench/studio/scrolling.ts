import type { Browser } from "playwright-core";
import { median } from "../support/measure.ts";
import type { Group } from "../support/table.ts";
import { openPolicy } from "./open-policy.ts";
import { watchLongTasks } from "./page-probes.ts";
import { JUDGED_POLICY, RECORDS } from "./workspace.ts";

interface Scrolled {
  readonly frames: readonly number[];
  readonly blank: number;
  readonly rows: number;
}

/** Judges the register and drives through all of its results, looking in every frame for rows that show nothing. */
export const measureScrolling = async (browser: Browser, address: string): Promise<Group> => {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  const page = await context.newPage();
  await page.goto(address);
  await openPolicy(page, JUDGED_POLICY);
  await page.getByRole("tab", { name: "核对" }).click();
  await page.getByRole("button", { name: "使用随附数据" }).click();
  const asked = Date.now();
  await page.locator("tw-rows [role=row]").nth(2).waitFor({ timeout: 120_000 });
  const judged = Date.now() - asked;
  await page.evaluate(watchLongTasks);
  await page.evaluate(() => {
    window.longTasks.length = 0;
  });
  const { frames, blank, rows } = await page.evaluate(driveThrough);
  const longest = await page.evaluate(() => window.longTasks);
  await context.close();
  if (rows < RECORDS * 10) throw new Error(`only ${rows} results`);
  return {
    title: `滚动${rows}条结果（${frames.length}帧，空白行${blank}处；读取并核对登记数据${judged}毫秒）`,
    lines: [
      { name: "每帧间隔", time: median(frames), unit: "ms", ratio: null },
      {
        name: "出现空白行的次数",
        time: blank,
        unit: "ms",
        ratio: null,
        target: { of: "time", atMost: 0 },
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

/** Runs in the page: jumps of every size, and in each frame a look at what stands in the window of the table. */
const driveThrough = async (): Promise<Scrolled> => {
  const deep = (root: ParentNode, selector: string): Element[] => [
    ...root.querySelectorAll(selector),
    ...[...root.querySelectorAll("*")].flatMap(({ shadowRoot }) =>
      shadowRoot === null ? [] : deep(shadowRoot, selector),
    ),
  ];
  const [table] = deep(document, "tw-rows");
  const scroller = table?.shadowRoot?.querySelector<HTMLElement>(".scroller");
  if (table === undefined || scroller === null || scroller === undefined) throw new Error("no table");
  const frame = (): Promise<number> => new Promise((resolve) => requestAnimationFrame(resolve));
  const isBlank = (): boolean => {
    const box = scroller.getBoundingClientRect();
    const rows = [...(table.shadowRoot?.querySelectorAll<HTMLElement>("[role=row]") ?? [])]
      .map((row) => ({ box: row.getBoundingClientRect(), text: row.textContent?.trim() ?? "" }))
      .filter((row) => row.box.bottom > box.top && row.box.top < box.bottom);
    const covered = rows.reduce(
      (sum, row) => sum + Math.min(row.box.bottom, box.bottom) - Math.max(row.box.top, box.top),
      0,
    );
    return rows.some(({ text }) => text === "") || covered < box.height - 30;
  };
  const frames: number[] = [];
  let blank = 0;
  let last = await frame();
  const end = scroller.scrollHeight - scroller.clientHeight;
  for (let step = 0; step <= 400; step += 1) {
    scroller.scrollTop = step < 200 ? (end * step) / 200 : Math.abs(Math.sin(step * 12.9898)) * end;
    const now = await frame();
    frames.push(now - last);
    last = now;
    if (isBlank()) blank += 1;
  }
  return {
    frames,
    blank,
    rows: Number(table.shadowRoot?.querySelector("[aria-rowcount]")?.ariaRowCount ?? 0),
  };
};
