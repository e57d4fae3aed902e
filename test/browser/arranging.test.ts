import type { Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { analysed, drive, driveWith } from "./support/drive.ts";
import { command, find, isOpen, PATIENCE, shownText } from "./support/hand.ts";
import { openStudio, type OpenedStudio } from "./support/studio.ts";

const POLICY = "yangjiang/2025.tiaowen";

let studio: OpenedStudio;
let page: Page;

beforeAll(async () => {
  studio = await openStudio({
    tour: true,
    context: { permissions: ["clipboard-read", "clipboard-write"] },
  });
  ({ page } = studio);
  await isOpen(page);
});

afterAll(async () => {
  await studio.close();
});

const divider = (name: string): Locator => page.getByRole("separator", { name });
const placeOf = async (name: string): Promise<{ readonly x: number; readonly y: number }> =>
  (await divider(name).boundingBox())!;

test("the first visit is led through five steps, once", async () => {
  const tour = page.getByRole("dialog").filter({ hasText: "/ 5" });
  for (let step = 1; step <= 5; step += 1) {
    await tour.getByText(`${step} / 5`).waitFor({ timeout: PATIENCE });
    await tour.getByRole("button", { name: step < 5 ? "下一步" : "开始使用" }).click();
  }
  await tour.waitFor({ state: "detached", timeout: PATIENCE });
  await page.reload();
  await isOpen(page);
  expect(await tour.count()).toBe(0);
});

describe("the window is arranged by hand", () => {
  test("a divider is drawn with the mouse and moved with the keys, and stays there after a reload", async () => {
    const before = await placeOf("目录宽度");
    await page.mouse.move(before.x, before.y + 200);
    await page.mouse.down();
    await page.mouse.move(before.x + 60, before.y + 210, { steps: 4 });
    await page.mouse.up();
    const place = async (): Promise<number> => (await placeOf("目录宽度")).x;
    await expect.poll(async () => Math.abs((await place()) - before.x - 60)).toBeLessThanOrEqual(2);
    const drawn = await place();
    await divider("目录宽度").focus();
    await page.keyboard.press("ArrowRight");
    await expect.poll(place).toBeGreaterThan(drawn);
    const moved = await place();
    await command(page, "配色：深色");
    await page.reload();
    await isOpen(page);
    await expect.poll(async () => Math.abs((await place()) - moved)).toBeLessThanOrEqual(2);
    expect(await page.evaluate(() => document.documentElement.dataset["theme"])).toBe("dark");
  });
});

describe("the outline and the line above a rule", () => {
  test("a click goes to the provision; what has no rules yet is listed alone", async () => {
    await driveWith(page, POLICY, (state, path) => state.documents.open(path));
    // The outline is there again, and stands still, once the text that was opened anew has been read.
    await analysed(page);
    const tree = page.getByRole("tree", { name: "目录" });
    await tree.getByRole("treeitem").filter({ hasText: "规则 县级总量平衡" }).click();
    await expect.poll(() => shownText(page), { timeout: PATIENCE }).toContain("【规则】县级总量平衡");
    const all = await tree.getByRole("treeitem").count();
    const untreated = page.getByRole("button", { name: "未处理" });
    await untreated.click();
    await expect.poll(() => tree.getByRole("treeitem").count()).toBeLessThan(all);
    await untreated.click();
    await expect.poll(() => untreated.getAttribute("aria-pressed")).toBe("false");
  });

  test("another policy has its provisions there, also after the end of the one before was looked at", async () => {
    const tree = page.getByRole("tree", { name: "目录" });
    const first = (words: string): Locator => tree.getByRole("treeitem").filter({ hasText: words });
    await command(page, "打开牡丹江", "牡丹江");
    await first("第一章").waitFor({ timeout: PATIENCE });
    await tree.focus();
    await page.keyboard.press("End");
    await first("第二十五条").first().waitFor({ timeout: PATIENCE });
    await driveWith(page, POLICY, (state, path) => state.documents.open(path));
    await expect.poll(() => first("一、现状").isVisible()).toBe(true);
  });

  test("the count of 用例 above a rule shows them, and 核对 judges that rule alone", async () => {
    await find(page, "【规则】县级总量平衡");
    // Lenses above the part in view are there too, hidden: only that of this rule is waited for.
    const of = page.locator("tw-editor .codelens-decoration a[title='查看“县级总量平衡”的用例']");
    await of
      .filter({ hasText: /^用例 (\d+)\/\1$/ })
      .first()
      .waitFor({ timeout: PATIENCE });
    await of.first().click();
    await expect.poll(() => drive(page, (state) => state.cases.rule.get())).toBe("县级总量平衡");
    await command(page, "使用随附数据");
    const judged = (): Promise<readonly string[]> =>
      drive(page, (state) => state.run.results.get()?.decisions.map(({ rule }) => rule) ?? []);
    await expect.poll(async () => (await judged()).length, { timeout: PATIENCE }).toBeGreaterThan(1);
    await page.locator("tw-editor .codelens-decoration a[title*='核对“县级总量平衡”']").first().click();
    await expect.poll(judged, { timeout: PATIENCE }).toEqual(["县级总量平衡"]);
    expect(studio.problems).toEqual([]);
  });

  test("a 用例 that fails is told above the rule in words", async () => {
    const above = page.locator("tw-editor .codelens-decoration a[title='查看“总量平衡”的用例']");
    await find(page, "本期新增定点机构数不超过本期退出定点机构数");
    await above.filter({ hasText: /^用例 (\d+)\/\1$/ }).waitFor({ timeout: PATIENCE });
    await page.keyboard.insertText("本期新增定点机构数超过本期退出定点机构数");
    await above.filter({ hasText: /^用例 \d+\/\d+（有未通过的）$/ }).waitFor({ timeout: PATIENCE });
    expect(studio.problems).toEqual([]);
  });
});
