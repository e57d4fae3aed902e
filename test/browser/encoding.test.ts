import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { CDPSession, Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { PROJECT } from "./support/built-page.ts";
import {
  choose,
  command,
  find,
  isInText,
  isOffered,
  isOpen,
  PATIENCE,
  shownText,
  showsText,
  tabTo,
  toText,
} from "./support/hand.ts";
import { analysed } from "./support/drive.ts";
import { openStudio, type OpenedStudio } from "./support/studio.ts";

const OFFICIAL = `示例县社区食堂开办补贴试行办法

第一条　为方便居民就近用餐，结合本县实际，制定本办法。
第二条　用房面积60平方米以上且食品经营许可证有效的社区食堂，发给开办补贴。
第三条　本办法自2026年1月1日起施行。
`;

let studio: OpenedStudio;
let page: Page;

beforeAll(async () => {
  studio = await openStudio({
    folder: join(PROJECT, "examples", "02-first-rule"),
    context: { permissions: ["clipboard-read", "clipboard-write"] },
  });
  page = studio.page;
  await isOpen(page);
});

afterAll(() => studio.close());

const onDisk = (path: string): string => readFileSync(join(studio.folder, path), "utf8");

/** What is left of a policy without its blocks: the words of the official text. */
const officialWords = (policy: string): string =>
  policy.replaceAll(/^【(?!完)[\s\S]*?^【完】$/gmu, "").replaceAll(/\s/g, "");

describe("an article is encoded by choosing", () => {
  test("a text is pasted into a new policy and kept as it is", async () => {
    await command(page, "新建政策", "xjzc");
    await page.getByRole("dialog", { name: "新建政策" }).waitFor();
    await page.evaluate((text) => navigator.clipboard.writeText(text), OFFICIAL);
    await page.keyboard.press("Control+v");
    await tabTo(page, /^版本/);
    await page.keyboard.press("Control+a");
    await page.keyboard.type("2026");
    await tabTo(page, "新建");
    await page.keyboard.press("Enter");
    await page.getByText("已新建政策").waitFor();
    await expect.poll(() => shownText(page)).toContain(OFFICIAL.split("\n")[3]);
    expect(onDisk("示例县社区食堂开办补贴试行办法/source/2026.txt")).toBe(OFFICIAL);
  });

  test("record, measure and rule are written with letters and choices", async () => {
    await command(page, "显示或者收起下方窗格", "xshzsqxfcg");
    await find(page, "发给开办补贴。");
    await page.keyboard.press("End");
    await page.keyboard.press("Enter");
    // A record, by initials; its fields have types to choose from.
    await choose(page, "【dx", "【对象】");
    await page.keyboard.insertText("社区食堂");
    await page.keyboard.press("Tab");
    await page.keyboard.insertText("用房面积");
    await page.keyboard.press("Tab");
    await choose(page, "sz", "数值");
    await page.keyboard.insertText("（平方米）");
    await page.keyboard.press("End");
    await page.keyboard.press("Backspace");
    await page.keyboard.insertText("；\n食品经营许可证有效");
    await page.keyboard.type("：");
    await choose(page, "shif", "是否");
    await page.keyboard.insertText("。\n");
    await choose(page, "cs", "【措施】");
    await page.keyboard.insertText("发给开办补贴");
    await page.keyboard.press("Tab");
    // A rule, by full pinyin, Han characters and initials.
    await choose(page, "guize", "【规则】");
    await page.keyboard.insertText("开办补贴");
    await page.keyboard.press("Tab");
    await choose(page, "社", "社区食堂");
    await page.keyboard.press("Tab");
    await choose(page, "yfmj", "用房面积");
    await page.keyboard.insertText("60平方米以上");
    await choose(page, "q", "且");
    await choose(page, "shipinjy", "食品经营许可证有效");
    await page.keyboard.press("Tab");
    await choose(page, "yd", "应当");
    await page.keyboard.press("Tab");
    await choose(page, "fgkb", "发给开办补贴");
    await page.keyboard.press("Tab");
    await expect
      .poll(() => shownText(page))
      .toContain("社区食堂用房面积60平方米以上且食品经营许可证有效的，应当发给开办补贴。");
    await page.locator("tw-status").getByText("错误 0").waitFor({ timeout: PATIENCE });
  });

  test("the outline says that the article is encoded", async () => {
    const outline = page.getByRole("tree", { name: "目录" });
    const article = (name: RegExp): Promise<number> => outline.getByRole("treeitem", { name }).count();
    await expect.poll(() => article(/^第二条.*已编码/), { timeout: PATIENCE }).toBe(1);
    expect(await article(/^第一条.*未处理/)).toBe(1);
  });

  test("the saved file has the official words unchanged", async () => {
    await page.keyboard.press("Control+s");
    const path = "示例县社区食堂开办补贴试行办法/2026.tiaowen";
    await expect.poll(() => onDisk(path), { timeout: PATIENCE }).toContain("【规则】开办补贴");
    const saved = onDisk(path);
    expect(officialWords(saved)).toBe(OFFICIAL.replaceAll(/\s/g, ""));
    expect(saved).toContain(
      "【对象】社区食堂\n名称：文本；\n用房面积：数值（平方米）；\n食品经营许可证有效：是否。\n",
    );
    expect(studio.problems).toEqual([]);
  });
});

describe("a policy is reached with the mouse as well", () => {
  test("from the menu to a window, and back without a new file", async () => {
    await page.getByRole("button", { name: "文件" }).click();
    await page.getByRole("menuitem", { name: /新建政策/ }).click();
    const dialog = page.getByRole("dialog", { name: "新建政策" });
    await dialog.waitFor();
    await page.getByRole("button", { name: "取消" }).click();
    await dialog.waitFor({ state: "hidden" });
    await page.getByRole("combobox", { name: "打开的文件" }).selectOption("policy.tiaowen");
    await expect.poll(() => shownText(page), { timeout: PATIENCE }).toContain("高龄津贴");
  });
});

describe("official text", () => {
  const asks = (): Locator => page.getByRole("dialog", { name: "条文原文受保护" });
  const WORDS = "为了弘扬敬老风尚，制定本办法。";

  test("asks before it is changed, and stays where that is given up", async () => {
    await find(page, "弘扬");
    await page.keyboard.type("x");
    await asks().waitFor({ timeout: PATIENCE });
    await page.keyboard.press("Escape");
    await asks().waitFor({ state: "hidden" });
    await expect.poll(() => shownText(page)).toContain(WORDS);
    // The keyboard is back in the text: the next letter asks anew.
    await expect.poll(() => isInText(page)).toBe(true);
    await page.keyboard.press("Delete");
    await asks().waitFor({ timeout: PATIENCE });
    await tabTo(page, "取消");
    await page.keyboard.press("Enter");
    await asks().waitFor({ state: "hidden" });
    await expect.poll(() => shownText(page)).toContain(WORDS);
  });

  test("asks behind a composition too", async () => {
    const devtools = await page.context().newCDPSession(page);
    await find(page, "敬老");
    await page.keyboard.press("ArrowRight");
    await devtools.send("Input.imeSetComposition", { text: "ai", selectionStart: 2, selectionEnd: 2 });
    await devtools.send("Input.insertText", { text: "爱" });
    await asks().waitFor({ timeout: PATIENCE });
    await page.keyboard.press("Escape");
    await asks().waitFor({ state: "hidden" });
    await expect.poll(() => shownText(page)).toContain(WORDS);
  });

  test("is corrected once where that is agreed to", async () => {
    await find(page, "风尚，");
    await page.keyboard.press("ArrowRight");
    await page.keyboard.insertText("特");
    await asks().waitFor({ timeout: PATIENCE });
    await tabTo(page, "仅修改这一次");
    await page.keyboard.press("Enter");
    await expect.poll(() => shownText(page)).toContain("为了弘扬敬老风尚，特制定本办法。");
    await toText(page);
    await page.keyboard.press("Control+z");
    await expect.poll(() => shownText(page)).toContain(WORDS);
  });

  test("a mark on an empty line begins a block without asking", async () => {
    await find(page, "第三条");
    await page.keyboard.press("ArrowLeft");
    await page.keyboard.press("ArrowUp");
    await page.keyboard.press("Enter");
    await choose(page, "【shuom", "【说明】");
    await expect.poll(() => shownText(page)).toContain("【说明】宣示。");
    expect(await asks().isVisible()).toBe(false);
    for (let step = 0; step < 3; step += 1) await page.keyboard.press("Control+z");
    await expect.poll(() => shownText(page)).not.toContain("【说明】宣示。");
    expect(studio.problems).toEqual([]);
  });
});

describe("an input method composes in the middle of a rule", () => {
  const RULE = "户籍所在地为本市且年龄80周岁以上的居民";
  let devtools: CDPSession;
  const compose = async (letters: string): Promise<void> => {
    await devtools.send("Input.imeSetComposition", {
      text: letters,
      selectionStart: letters.length,
      selectionEnd: letters.length,
    });
  };
  const errors = (count: number): Promise<void> =>
    page.locator("tw-status").getByText(`错误 ${count}`).waitFor({ timeout: PATIENCE });

  beforeAll(async () => {
    devtools = await page.context().newCDPSession(page);
    await command(page, "打开示例市　policy", "高龄津贴");
    await showsText(page, "高龄津贴");
    await find(page, "户籍所在地为本市且");
    await page.keyboard.press("ArrowRight");
    await errors(0);
  });

  test("no list opens while it composes, and Enter is left to it", async () => {
    for (const letters of ["n", "ni", "nian", "nian'l", "nian'ling"]) {
      await compose(letters);
      await expect.poll(() => shownText(page)).toContain(`为本市且${letters}年龄80周岁`);
      expect(await isOffered(page)).toBe(false);
    }
    await devtools.send("Input.dispatchKeyEvent", {
      type: "rawKeyDown",
      key: "Enter",
      code: "Enter",
      windowsVirtualKeyCode: 229,
    });
    await expect.poll(() => shownText(page)).toContain("为本市且nian'ling年龄80周岁");
    await devtools.send("Input.insertText", { text: "年龄" });
    await expect.poll(() => shownText(page)).toContain("户籍所在地为本市且年龄年龄80周岁以上的居民，发给");
  });

  test("what is wrong is found behind the composition, and one step takes it back", async () => {
    await expect.poll(() => page.locator("tw-status").getByText("错误 0").count()).toBe(0);
    await page.keyboard.press("Escape");
    await page.keyboard.press("Control+z");
    await expect.poll(() => shownText(page)).toContain(`${RULE}，发给`);
    await expect.poll(() => shownText(page)).not.toContain("nian");
    await analysed(page);
    await errors(0);
  });

  test("a composition that is given up leaves nothing behind", async () => {
    await compose("zhong");
    await compose("");
    await expect.poll(() => shownText(page)).toContain(`${RULE}，发给`);
    await analysed(page);
    await errors(0);
    expect(studio.problems).toEqual([]);
  });
});
