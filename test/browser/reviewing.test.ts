import { readFileSync } from "node:fs";
import { join } from "node:path";
import { strFromU8, unzipSync } from "fflate";
import type { Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { command, downloaded, find, isOpen, PATIENCE, shownText, tabTo, toText } from "./support/hand.ts";
import { analysed } from "./support/drive.ts";
import { openStudio, type OpenedStudio } from "./support/studio.ts";

let studio: OpenedStudio;
let page: Page;

beforeAll(async () => {
  studio = await openStudio({ context: { permissions: ["clipboard-read", "clipboard-write"] } });
  page = studio.page;
  await isOpen(page);
});

afterAll(() => studio.close());

const onDisk = (path: string): string => readFileSync(join(studio.folder, path), "utf8");
const status = (words: string | RegExp): Locator => page.locator("tw-status").getByText(words);

describe("a rule that is broken is repaired", () => {
  const RULE = "存在违约行为，限「违约和违反法律法规规定」读法一";

  test("what is wrong is listed, and the cure is chosen at its place", async () => {
    await command(page, "打开阳江", "阳江");
    await expect.poll(() => shownText(page)).toContain("阳江市");
    await analysed(page);
    await status("错误 0").waitFor({ timeout: PATIENCE });
    await find(page, "存在违约行为，限");
    await page.keyboard.press("ArrowLeft");
    await page.keyboard.press("Delete");
    await status(/错误 [1-9]/).waitFor({ timeout: PATIENCE });
    await toText(page);
    await page.keyboard.press("Control+.");
    const menu = page.locator(".action-widget").filter({ hasText: "快速修复" });
    await menu.getByText("改为“存在违约行为”").waitFor({ timeout: PATIENCE });
    await page.keyboard.press("Enter");
    await expect.poll(() => shownText(page), { timeout: PATIENCE }).toContain(RULE);
    await status("错误 0").waitFor({ timeout: PATIENCE });
  });

  test("the same from the list of findings", async () => {
    await find(page, "存在违约行为，限");
    await page.keyboard.press("ArrowLeft");
    await page.keyboard.press("Delete");
    await status(/错误 [1-9]/).waitFor({ timeout: PATIENCE });
    await command(page, "查看问题", "ckwt");
    const list = page.getByRole("list", { name: "问题" });
    const row = list.getByRole("listitem").filter({ hasText: "“在违约行”没有声明" });
    await row.waitFor({ timeout: PATIENCE });
    expect(await row.innerText()).toContain("五（三）3");
    await tabTo(page, /没有声明，无法确定它指什么/);
    await tabTo(page, /^改正：“在违约行”没有声明/);
    await page.keyboard.press("Enter");
    await expect.poll(() => shownText(page), { timeout: PATIENCE }).toContain(RULE);
    await status("错误 0").waitFor({ timeout: PATIENCE });
    await row.waitFor({ state: "hidden", timeout: PATIENCE });
  });
});

describe("cases follow the rules", () => {
  const table = (): Locator => page.getByRole("region", { name: "用例" });
  const row = (): Locator => table().getByRole("row").filter({ hasText: "违约和违法按其中一种理解" }).first();

  test("an expectation that is wrong fails, and what is found is written as expected", async () => {
    await command(page, "查看用例", "ckyl");
    await row().getByText("通过", { exact: true }).waitFor({ timeout: PATIENCE });
    await find(page, "「没有」的违约违法处理不成立");
    await page.keyboard.press("ArrowRight");
    for (const _ of "不成立") await page.keyboard.press("Backspace");
    await page.keyboard.insertText("成立");
    await row().getByText("未通过").waitFor({ timeout: PATIENCE });
    await expect.poll(() => row().innerText()).toMatch(/预期成立，实际不成立/);
    await tabTo(page, "另写为新用例");
    await page.keyboard.press("Enter");
    const copy = table().getByRole("row").filter({ hasText: "按其中一种理解（实际结果）" });
    await copy.getByText("通过", { exact: true }).waitFor({ timeout: PATIENCE });
    await row().getByText("未通过").waitFor({ timeout: PATIENCE });
    await command(page, "撤销");
    await copy.waitFor({ state: "detached", timeout: PATIENCE });
    await tabTo(page, "以实际结果为预期");
    await page.keyboard.press("Enter");
    await row().getByText("通过", { exact: true }).waitFor({ timeout: PATIENCE });
    await expect.poll(() => shownText(page)).toMatch(/「没有」的「?违约违法处理」?不成立；/);
    expect(studio.problems).toEqual([]);
  });
});

describe("notes keep to their words", () => {
  const QUOTE = "及时按照医保协议和相关法律法规规定进行处理";
  const SIDECAR = "yangjiang/2025.批注.json";
  const card = (): Locator => page.locator("tw-note-card");

  test("a note is written on selected words, kept beside the policy, and found again", async () => {
    await find(page, QUOTE);
    await command(page, "批注选定的文字", "pzxd");
    const field = page.getByRole("textbox", { name: "批注内容" });
    await field.waitFor({ timeout: PATIENCE });
    await page.keyboard.insertText("“及时”没有期限，请明确工作日数。");
    await page.keyboard.press("Control+Enter");
    await card().getByText("请明确工作日数").waitFor({ timeout: PATIENCE });
    await expect.poll(() => onDisk(SIDECAR), { timeout: PATIENCE }).toContain("请明确工作日数");
    await page.reload();
    await isOpen(page);
    await command(page, "查看批注", "ckpz");
    await card().getByText("请明确工作日数").waitFor({ timeout: PATIENCE });
    await card().getByRole("button", { name: QUOTE }).waitFor();
    expect(await card().getByText("所批注的文字已经修改或者删除").count()).toBe(0);
  });

  test("is lost when the words are changed, and back when that is undone", async () => {
    await find(page, QUOTE);
    await page.keyboard.press("ArrowLeft");
    await page.keyboard.press("Delete");
    await page.getByRole("dialog", { name: "条文原文受保护" }).waitFor({ timeout: PATIENCE });
    await tabTo(page, "仅修改这一次");
    await page.keyboard.press("Enter");
    await card().getByText("所批注的文字已经修改或者删除").waitFor({ timeout: PATIENCE });
    await toText(page);
    await page.keyboard.press("Control+z");
    const lost = (): Promise<number> => card().getByText("所批注的文字已经修改或者删除").count();
    await expect.poll(lost, { timeout: PATIENCE }).toBe(0);
  });

  test("is handed on as a review opinion in Word", async () => {
    const { name, bytes } = await downloaded(page, () => command(page, "导出法审意见", "dcfsyj"));
    expect(name).toMatch(/法审意见.*\.docx$/);
    const words = strFromU8(unzipSync(bytes)["word/document.xml"]!);
    expect(words).toContain("请明确工作日数");
    expect(words).toContain(QUOTE);
    expect(studio.problems).toEqual([]);
  });
});

describe("a name is changed everywhere", () => {
  const RULE = "存在违约行为，限「违约和违反法律法规规定」读法一";

  test("a name is changed in policy and vocabulary, and one step takes both back", async () => {
    const policy = "yangjiang/2025.tiaowen";
    const vocabulary = "vocabulary/医保定点.tiaowen";
    await find(page, "存在违约行为，限");
    await page.keyboard.press("ArrowLeft");
    await page.keyboard.press("F2");
    const dialog = page.getByRole("dialog", { name: "改名：存在违约行为" });
    await dialog.waitFor({ timeout: PATIENCE });
    await page.keyboard.insertText("有违约行为");
    await page.keyboard.press("Enter");
    await dialog.waitFor({ state: "hidden", timeout: PATIENCE });
    await expect.poll(() => shownText(page), { timeout: PATIENCE }).toContain("有违约行为，限「违约");
    await status("错误 0").waitFor({ timeout: PATIENCE });
    await command(page, "全部保存", "qbbc");
    await expect.poll(() => onDisk(vocabulary), { timeout: PATIENCE }).toContain("\n有违约行为：");
    await expect.poll(() => onDisk(policy), { timeout: PATIENCE }).not.toContain("存在违约行为");
    await toText(page);
    await page.keyboard.press("Control+z");
    await expect.poll(() => shownText(page), { timeout: PATIENCE }).toContain(RULE);
    await status("错误 0").waitFor({ timeout: PATIENCE });
    await command(page, "全部保存", "qbbc");
    await expect.poll(() => onDisk(vocabulary), { timeout: PATIENCE }).toContain("\n存在违约行为：");
    await expect.poll(() => onDisk(policy), { timeout: PATIENCE }).not.toContain("有违约行为");
    expect(studio.problems).toEqual([]);
  });
});
