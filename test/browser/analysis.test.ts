import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Locator, Page } from "playwright-core";
import { command, find, isOpen, PATIENCE, showsText, shownText, tabTo, toText } from "./support/hand.ts";
import { analysed } from "./support/drive.ts";
import { openStudio, type OpenedStudio } from "./support/studio.ts";

let studio: OpenedStudio;
let page: Page;

beforeAll(async () => {
  studio = await openStudio({ context: { permissions: ["clipboard-read", "clipboard-write"] } });
  page = studio.page;
  await isOpen(page);
  await command(page, "打开牡丹江", "牡丹江");
  await showsText(page, "牡丹江");
  await analysed(page);
  await status("错误 0").waitFor({ timeout: PATIENCE });
});

afterAll(() => studio.close());

const status = (words: string | RegExp): Locator => page.locator("tw-status").getByText(words);
const panel = (): Locator => page.getByRole("tabpanel", { name: "分析" });
const list = (): Locator => page.getByRole("listbox", { name: "分析发现的问题" });
const article = (label: string): Locator => list().getByRole("group", { name: label, exact: true });
const detail = (): Locator => page.getByRole("region", { name: "所选的问题" });
/** The state line of the panel says that what is on show is of the text as it is. */
const upToDate = (): Promise<void> =>
  panel()
    .getByText(/共判定\d+次/)
    .waitFor({ timeout: PATIENCE });

/** Moves down the list until that finding is the one that is looked at. */
const chooseByKeys = async (words: RegExp): Promise<void> => {
  await page.keyboard.press("Home");
  for (let step = 0; step < 60; step += 1) {
    const chosen = list().getByRole("option", { selected: true });
    if ((await chosen.count()) > 0 && words.test(await chosen.innerText())) return;
    await page.keyboard.press("ArrowDown");
  }
  throw new Error(`The arrow keys do not reach ${String(words)}`);
};

const OVERLAP = /规则条件（一）“公立定点医疗机构”与规则条件（六）“门诊定点医疗机构”可以同时符合/;

describe("the rules of 牡丹江 are analysed, with the keyboard alone", () => {
  test("the overlaps and gaps of 第十八条 stand in the panel", async () => {
    await command(page, "分析规则", "fxgz");
    await list().waitFor({ timeout: 2 * PATIENCE });
    await upToDate();
    const found = await article("第十八条").getByRole("option").allInnerTexts();
    expect(found.filter((words) => words.includes("可以同时符合"))).toHaveLength(4);
    expect(found.filter((words) => words.includes("没有写明这样的情形属于哪一类"))).toHaveLength(2);
    expect(found.filter((words) => words.includes("已举例并经核对")).length).toBeGreaterThanOrEqual(6);
  });

  test("a finding shows its clauses and its example, and Enter shows the words in the text", async () => {
    await tabTo(page, /^分析/);
    await tabTo(page, /^(?:错误|警告|提示)(?!.*\d+$)/);
    await chooseByKeys(OVERLAP);
    await detail().getByRole("heading", { name: "举例" }).waitFor();
    for (const words of [
      "定点医药机构「甲」：机构类别为定点医疗机构，经营性质为公立，医疗服务形式为门诊",
      "管理类别：冲突（A类、C类）",
      "（六）门诊定点医疗机构，为C类，依据「门诊定点医疗机构」；",
    ])
      await detail().getByText(words, { exact: true }).waitFor();
    await page.keyboard.press("Enter");
    await expect.poll(() => shownText(page), { timeout: PATIENCE }).toContain("【认定】管理类别");
  });

  test("the example becomes a 用例 that passes", async () => {
    await command(page, "分析规则", "fxgz");
    await tabTo(page, "插入为用例");
    await page.keyboard.press("Enter");
    await expect
      .poll(() => shownText(page), { timeout: PATIENCE })
      .toMatch(/【用例】管理类别两项重叠.*则「甲」的管理类别冲突。/s);
    await status("错误 0").waitFor({ timeout: PATIENCE });
    await command(page, "查看用例", "ckyl");
    const row = page
      .getByRole("region", { name: "用例" })
      .getByRole("row")
      .filter({ hasText: "管理类别两项重叠" });
    await row.getByText("通过", { exact: true }).waitFor({ timeout: PATIENCE });
  });

  test("an edit that was tried takes the finding away, and undoing brings it back", async () => {
    await command(page, "分析规则", "fxgz");
    await upToDate();
    await tabTo(page, "修改建议");
    await page.keyboard.press("Enter");
    await detail()
      .getByRole("button", { name: /^采用：在规则条件（一）后增加“，但门诊定点医疗机构除外”/ })
      .waitFor({ timeout: PATIENCE });
    await tabTo(page, /^采用：在规则条件（一）后增加“，但门诊定点医疗机构除外”/);
    await detail().getByRole("insertion").getByText("，但门诊定点医疗机构除外", { exact: true }).waitFor();
    await page.keyboard.press("Enter");
    await expect
      .poll(() => shownText(page), { timeout: PATIENCE })
      .toContain("（一）公立定点医疗机构，但门诊定点医疗机构除外，为A类");
    await detail().getByText("所选的问题已经没有了").waitFor({ timeout: PATIENCE });
    // The keyboard goes on where it can be used.
    await expect.poll(() => list().locator("[role=option]:focus").count(), { timeout: PATIENCE }).toBe(1);
    await upToDate();
    await expect.poll(() => list().innerText()).not.toMatch(OVERLAP);
    await command(page, "撤销");
    await list().getByText(OVERLAP).waitFor({ timeout: PATIENCE });
    await expect.poll(() => shownText(page)).not.toContain("但门诊定点医疗机构除外，为A类");
  });

  test("what was adopted stays on show and is taken back in the panel, before and after the new analysis", async () => {
    const focused = async (name: RegExp): Promise<void> => {
      await expect
        .poll(() => detail().getByRole("button", { name }).and(page.locator(":focus")).count(), {
          timeout: PATIENCE,
        })
        .toBe(1);
    };
    await command(page, "分析规则", "fxgz");
    await upToDate();
    // Without the analysis that begins by itself, the time in between is as long as one likes.
    await tabTo(page, "自动分析");
    await page.keyboard.press("Enter");
    await tabTo(page, /^(?:错误|警告|提示)(?!.*\d+$)/);
    await chooseByKeys(OVERLAP);
    await tabTo(page, "修改建议");
    await page.keyboard.press("Enter");
    await tabTo(page, /^采用：在规则条件（一）后增加“，但门诊定点医疗机构除外”/);
    await page.keyboard.press("Enter");
    await detail().getByText("已采用", { exact: true }).waitFor({ timeout: PATIENCE });
    await detail().getByRole("insertion").getByText("，但门诊定点医疗机构除外", { exact: true }).waitFor();
    await focused(/^撤销：在规则条件（一）后增加/);
    await page.keyboard.press("Enter");
    await focused(/^采用：在规则条件（一）后增加/);
    await expect.poll(() => shownText(page)).not.toContain("但门诊定点医疗机构除外，为A类");
    await page.keyboard.press("Enter");
    await focused(/^撤销：在规则条件（一）后增加/);
    await command(page, "分析规则", "fxgz");
    await tabTo(page, "重新分析");
    await page.keyboard.press("Enter");
    await detail().getByText("所选的问题已经没有了").waitFor({ timeout: PATIENCE });
    await tabTo(page, "撤销采用");
    await page.keyboard.press("Enter");
    await expect
      .poll(() => shownText(page), { timeout: PATIENCE })
      .not.toContain("但门诊定点医疗机构除外，为A类");
    await expect.poll(() => list().locator("[role=option]:focus").count(), { timeout: PATIENCE }).toBe(1);
    await command(page, "分析规则", "fxgz");
    await tabTo(page, "自动分析");
    await page.keyboard.press("Enter");
    await list().getByText(OVERLAP).waitFor({ timeout: PATIENCE });
    await upToDate();
  });

  test("what may stay is noted with its reason, and is told apart from then on", async () => {
    await command(page, "分析规则", "fxgz");
    await upToDate();
    await tabTo(page, /^(?:错误|警告|提示)(?!.*\d+$)/);
    await chooseByKeys(OVERLAP);
    await tabTo(page, "注明不提示");
    await page.keyboard.press("Enter");
    await expect
      .poll(() => shownText(page), { timeout: PATIENCE })
      .toContain("【说明】不提示「class-overlap」，理由：。");
    await page.keyboard.insertText("已请示，另行发文明确");
    await panel().getByText("另有4处已注明不提示").waitFor({ timeout: PATIENCE });
    await expect.poll(() => list().innerText()).not.toMatch(OVERLAP);
    await status("错误 0").waitFor({ timeout: PATIENCE });
  });

  test("while the rules have an error the findings of before stay, and say so", async () => {
    await find(page, "（七）单体定点零售药店");
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("Backspace");
    await status(/错误 [1-9]/).waitFor({ timeout: PATIENCE });
    await panel().getByText("规则有错误，以下为修改之前的。").waitFor({ timeout: PATIENCE });
    expect(await list().getByRole("option").count()).toBeGreaterThan(0);
    await toText(page);
    await page.keyboard.press("Control+z");
    await upToDate();
  });

  test("the box that goes from one remark to the next shows whole messages", async () => {
    await toText(page);
    await page.keyboard.press("Control+Home");
    const box = page.locator(".marker-widget .descriptioncontainer");
    let longest = 0;
    for (let step = 1; step <= 12; step += 1) {
      await page.keyboard.press("F8");
      await page.getByText(new RegExp(`^第${step}处，共\\d+处$`)).waitFor({ timeout: PATIENCE });
      const heights = (): Promise<readonly [number, number]> =>
        box.evaluate((words) => [words.scrollHeight, words.closest(".body")!.clientHeight] as const);
      await expect.poll(async () => (([needed, has]) => needed <= has)(await heights())).toBe(true);
      longest = Math.max(longest, (await heights())[0]);
    }
    // Four lines and more: they were cut where the box did not grow.
    expect(longest).toBeGreaterThan(70);
    await page.keyboard.press("Escape");
  });

  test("nothing went wrong on the way", () => {
    expect(studio.problems).toEqual([]);
  });
});
