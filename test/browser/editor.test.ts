import type { Page } from "playwright-core";
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { analysed, atRest, drive, driveWith } from "./support/drive.ts";
import { choose, command, isInText, isOpen } from "./support/hand.ts";
import { openStudio, type OpenedStudio } from "./support/studio.ts";

const POLICY = "yangjiang/2025.tiaowen";
const VOCABULARY = "vocabulary/医保定点.tiaowen";

let opened: OpenedStudio | null = null;
let page: Page;

beforeEach(async () => {
  await opened?.close();
  opened = await openStudio();
  ({ page } = opened);
  await isOpen(page);
  await driveWith(page, POLICY, ({ documents }, path) => documents.open(path));
  await analysed(page);
});

afterAll(async () => {
  await opened?.close();
});

const textOf = (path = POLICY): Promise<string> =>
  driveWith(page, path, ({ texts }, path) => texts.get().get(path)!.text);

/** Errors of the text as it is, which is read first. */
const errorCount = async (): Promise<number> => {
  await analysed(page);
  return drive(
    page,
    ({ findings }) => findings.get()!.findings.filter(({ severity }) => severity === "error").length,
  );
};

/** Puts the cursor behind the first place of the words. */
const cursorBehind = async (words: string): Promise<void> => {
  const at = (await textOf()).indexOf(words) + words.length;
  expect(at).toBeGreaterThanOrEqual(words.length);
  await driveWith(page, at, ({ editor }, at) =>
    editor.get()!.reveal({ start: at, end: at }, { select: true, focus: true }),
  );
};

const question = () => page.locator("tw-protection-dialog dialog[open]");
/** Answers no, and waits until the keyboard is back in the text. */
const refuse = async (): Promise<void> => {
  await page.keyboard.press("Escape");
  await question().waitFor({ state: "hidden" });
  await expect.poll(() => isInText(page)).toBe(true);
};
const suggestions = () => page.locator(".suggest-widget.visible .monaco-list-row");

describe("official text", () => {
  test("is not altered before a person agrees, and then only in that line", async () => {
    const before = await textOf();
    await cursorBehind("根据公众健康需求");
    await page.keyboard.type("x");
    await question().waitFor();
    expect(await textOf()).toBe(before);
    await refuse();
    await page.keyboard.press("Backspace");
    await question().waitFor();
    expect(await textOf()).toBe(before);
    await refuse();
    await page.keyboard.type("甲");
    await question().locator("button", { hasText: "仅修改这一次" }).click();
    await expect.poll(() => isInText(page)).toBe(true);
    await page.keyboard.type("乙");
    await expect.poll(() => textOf()).toBe(before.replace("根据公众健康需求", "根据公众健康需求甲乙"));
    await cursorBehind("我市自2000年");
    await page.keyboard.type("x");
    await question().waitFor();
  });

  test("takes a block behind a line without asking", async () => {
    await cursorBehind("基金安全高效”的医保定点格局。");
    await page.keyboard.type("【规则】新");
    await expect.poll(() => textOf()).toContain("的医保定点格局。\n【规则】新\n");
    expect(await question().count()).toBe(0);
  });

  test("is not altered by a composition either", async () => {
    const before = await textOf();
    const session = await page.context().newCDPSession(page);
    await cursorBehind("根据公众健康需求");
    await session.send("Input.imeSetComposition", { text: "hao", selectionStart: 3, selectionEnd: 3 });
    await session.send("Input.insertText", { text: "好" });
    await question().waitFor();
    await refuse();
    expect(await textOf()).toBe(before);
    await expect.poll(() => page.locator("tw-editor .view-lines").innerText()).not.toContain("需求好");
  });
});

describe("rules", () => {
  test("pinyin typed with Latin letters is completed", async () => {
    await cursorBehind("（六）有其他基金运行风险情形，");
    await choose(page, "zongtichuang", "总体床位利用率");
    await expect.poll(() => textOf()).toContain("（六）有其他基金运行风险情形，总体床位利用率为所列情形");
  });

  test("the words of the provision are offered as soon as 依据 stands there", async () => {
    await cursorBehind("（六）有其他基金运行风险情形，");
    await choose(page, "yiju", "依据");
    await suggestions().filter({ hasText: "本条原文" }).first().waitFor();
    await expect.poll(() => textOf()).toContain("（六）有其他基金运行风险情形，依据「」");
  });

  test("Enter behind the end of a sentence begins a line, whatever could be said next", async () => {
    await cursorBehind("（六）有其他基金运行风险情形，");
    await page.keyboard.type("：", { delay: 30 });
    await suggestions().first().waitFor();
    await page.keyboard.press("Enter");
    await expect.poll(() => textOf()).toContain("（六）有其他基金运行风险情形，：\n");
  });

  test("a broken rule is repaired by the quick fix", async () => {
    await cursorBehind("为所列情形且相关情况未得到改善的统筹地区");
    await page.keyboard.type("乡");
    await expect.poll(errorCount).toBeGreaterThan(0);
    await page.keyboard.press("Escape");
    await page.keyboard.press("ArrowLeft");
    await page.keyboard.press("Control+.");
    const fix = page.locator(".action-widget .monaco-list-row", { hasText: "写成「乡」" });
    await fix.waitFor();
    await fix.click();
    await expect.poll(() => textOf()).toContain("统筹地区「乡」");
  });

  test("a composition stays as it is typed until it ends, and then is completed", async () => {
    const before = await textOf();
    const session = await page.context().newCDPSession(page);
    await cursorBehind("（二）预计本年度可能存在当期收不抵支风险，为所列情形，");
    for (const text of ["z", "zo", "zong"]) {
      const end = text.length;
      await session.send("Input.imeSetComposition", { text, selectionStart: end, selectionEnd: end });
    }
    expect(await textOf()).toBe(before);
    expect(await suggestions().count()).toBe(0);
    await session.send("Input.insertText", { text: "总体" });
    await expect.poll(() => textOf()).toContain("为所列情形，总体依据「预计本年度");
    await suggestions().first().waitFor();
  });

  test("what the editor can do is found in the palette: setting in order, taking back, sentence patterns", async () => {
    const before = await textOf();
    await cursorBehind("（一）本期新增定点机构数");
    await page.keyboard.type("  ");
    const untidy = before.replace("（一）本期新增定点机构数", "（一）本期新增定点机构数  ");
    await expect.poll(() => textOf()).toBe(untidy);
    await page.keyboard.press("Escape");
    await command(page, "整理格式");
    await expect.poll(() => textOf()).toBe(before);
    await command(page, "撤销");
    await expect.poll(() => textOf()).toBe(untidy);
    await expect.poll(() => isInText(page)).toBe(true);
    await page.keyboard.press("Shift+Alt+F");
    await expect.poll(() => textOf()).toBe(before);
    const shown = (): Promise<string> => page.locator("tw-editor .view-lines").innerText();
    await command(page, "折叠全部规则块");
    await expect.poll(shown).not.toContain("（二）本期新增定点机构数");
    await expect.poll(shown).toContain("【规则】稳慎新增");
    await command(page, "展开全部规则块");
    await command(page, "插入句式");
    await page.locator("tw-snippet-dialog dialog[open]").waitFor();
    await page.keyboard.press("Escape");
  });

  test("a key that comes before the browser has told that the palette was closed opens the next one", async () => {
    const palette = page.locator("tw-palette input");
    await drive(page, ({ shell }) => shell.palette.set("展开全部规则块"));
    await palette.waitFor();
    for (const close of ["Enter", "Escape"]) {
      await palette.evaluate(async (input, key) => {
        if (key === "Enter") input.dispatchEvent(new KeyboardEvent("keydown", { key }));
        else input.closest("dialog")!.dispatchEvent(new Event("cancel", { cancelable: true }));
        // Keys go before what the browser tells; only what the page itself does at once is done by then.
        for (let step = 0; step < 50; step += 1) await Promise.resolve();
        window.dispatchEvent(new KeyboardEvent("keydown", { key: "k", code: "KeyK", ctrlKey: true }));
        await new Promise((resolve) => setTimeout(resolve, 100));
      }, close);
      expect(await drive(page, ({ shell }) => shell.palette.get())).toBe("");
      await palette.waitFor();
    }
    await page.keyboard.press("Escape");
    await palette.waitFor({ state: "detached" });
  });

  test("a name of the vocabulary shows every policy that uses it", async () => {
    await cursorBehind("（一）上一年度医保基金");
    await page.keyboard.press("F12");
    await expect.poll(() => page.locator("tw-editor .view-lines").innerText()).toContain("职工医保参保人数");
    // At once: the cursor stands where it belongs as soon as the file is there, whatever is still found in it.
    await page.keyboard.press("F1");
    await page.locator(".monaco-hover", { hasText: "yangjiang/2025.tiaowen”中共" }).first().waitFor();
    await page.keyboard.press("Escape");
    await page.keyboard.press("Shift+F12");
    const files = page.locator(".reference-zone-widget .monaco-list-row");
    await files.filter({ hasText: "/yangjiang" }).waitFor();
    await files.filter({ hasText: "/mudanjiang" }).waitFor();
  });

  test("renaming a field over several files is one step of undo", async () => {
    const texts = () => Promise.all([textOf(), textOf(VOCABULARY)]);
    const before = await texts();
    await cursorBehind("（四）总体床位");
    await page.keyboard.press("F2");
    const name = page.locator("tw-rename-dialog input");
    await name.fill("全部床位使用情况");
    await name.press("Enter");
    await expect
      .poll(texts)
      .toEqual([
        expect.stringContaining("（四）全部床位使用情况达不到"),
        expect.stringContaining("全部床位使用情况："),
      ]);
    await expect.poll(errorCount).toBe(0);
    await page.keyboard.press("Control+z");
    await expect.poll(texts).toEqual(before);
    await expect.poll(errorCount).toBe(0);
  });

  test("words with a note are marked, and a click on them chooses the note", async () => {
    const words = "合理布局";
    const start = (await textOf()).indexOf(words);
    expect(start).toBeGreaterThan(0);
    await cursorBehind(words);
    await driveWith(page, { start, end: start + words.length }, async ({ notes }, span) => {
      await notes.add("疑问", "由谁认定？", span);
      notes.selected.set(null);
    });
    await atRest(page);
    // The mark lies below its words, which take the click.
    await page.locator("tw-editor .tw-note").first().click({ force: true });
    await expect
      .poll(() =>
        drive(
          page,
          ({ notes }) =>
            notes.selected.get() !== null && notes.selected.get() === notes.file.get()?.notes[0]?.id,
        ),
      )
      .toBe(true);
  });
});
