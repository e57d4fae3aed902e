import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { strFromU8, unzipSync } from "fflate";
import type { Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { PROJECT } from "./support/built-page.ts";
import { command, downloaded, find, isOpen, PATIENCE, shownText, tabTo } from "./support/hand.ts";
import { openStudio, type OpenedStudio } from "./support/studio.ts";

describe("what is typed is not lost", () => {
  const PATH = "policy.tiaowen";
  const LINE = "户籍所在地为本市且年龄80周岁以上的居民，发给高龄津贴。";
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

  const onDisk = (): string => readFileSync(join(studio.folder, PATH), "utf8");
  const write = (text: string): void => writeFileSync(join(studio.folder, PATH), text);
  const dialog = (): Locator => page.getByRole("dialog", { name: "磁盘上的文件已改变" });

  /** Changes the age of the rule here, and the name of its office elsewhere. */
  const typeAge = async (from: string, to: string): Promise<void> => {
    await find(page, `年龄为${from}周岁`);
    await page.keyboard.insertText(`年龄为${to}周岁`);
    await expect.poll(() => shownText(page)).toContain(`年龄为${to}周岁`);
  };

  /** Saves, and answers the question that comes because the file is another one now. */
  const saveAndAnswer = async (answer: string): Promise<void> => {
    await page.keyboard.press("Control+s");
    await dialog().waitFor({ timeout: PATIENCE });
    await tabTo(page, answer);
    await page.keyboard.press("Enter");
    await dialog().waitFor({ state: "hidden", timeout: PATIENCE });
  };

  test("a reload in the middle of an edit brings the text back, and the file is untouched until it is saved", async () => {
    const before = onDisk();
    await find(page, LINE);
    await page.keyboard.press("End");
    await page.keyboard.press("ArrowLeft");
    await page.keyboard.insertText("，依据「具有本市户籍且年龄80周岁");
    await page.reload();
    await isOpen(page);
    await page.getByText("上次未保存的修改已恢复").waitFor({ timeout: PATIENCE });
    await find(page, "，依据「具有本市户籍且年龄80周岁");
    expect(onDisk()).toBe(before);
    await page.keyboard.press("Control+z");
    await page.keyboard.press("Delete");
    await page.keyboard.press("Control+s");
    await expect.poll(onDisk).toContain(LINE);
  });

  test("a file that was changed elsewhere is asked about: the own text stays", async () => {
    await typeAge("79", "78");
    write(onDisk().replace("示例市民政局", "示例市卫生健康局"));
    await saveAndAnswer("保留我的（覆盖）");
    await expect.poll(onDisk).toContain("年龄为78周岁");
    expect(onDisk()).toContain("示例市民政局");
  });

  test("or the text of the disk is taken, and the own one can be brought back", async () => {
    await typeAge("78", "77");
    write(onDisk().replace("示例市民政局", "示例市卫生健康局"));
    await saveAndAnswer("用磁盘上的");
    await page.getByText("已换成磁盘上的文字").waitFor({ timeout: PATIENCE });
    await expect.poll(() => shownText(page)).toContain("年龄为78周岁");
    await find(page, "年龄为78周岁");
    await tabTo(page, "换回我的");
    await page.keyboard.press("Enter");
    await expect.poll(() => shownText(page)).toContain("年龄为77周岁");
    await find(page, "年龄为77周岁");
    expect(onDisk()).toContain("年龄为78周岁");
    expect(onDisk()).toContain("示例市卫生健康局");
  });

  test("or both are compared before anything is changed", async () => {
    const other = onDisk().replace("示例市卫生健康局", "示例市老龄办");
    write(other);
    await saveAndAnswer("比较后再定");
    const left = page.getByRole("combobox", { name: "前一份文件" });
    await expect.poll(() => left.inputValue(), { timeout: PATIENCE }).toContain("（磁盘上的）");
    expect(onDisk()).toBe(other);
    await command(page, "转到编写", "zdbx");
    await find(page, "年龄为77周岁");
    // The browser notes in its console that three writes were refused, as they should be.
    expect(studio.problems.filter((problem) => !problem.includes("409 (Conflict)"))).toEqual([]);
  });
});

describe("two cities are compared", () => {
  let studio: OpenedStudio;
  let page: Page;

  beforeAll(async () => {
    studio = await openStudio();
    page = studio.page;
    await isOpen(page);
  });

  afterAll(() => studio.close());

  test("and the table is taken along in Word", async () => {
    await command(page, "转到比较", "zdbj");
    const [left, right] = ["前一份文件", "后一份文件"].map((name) => page.getByRole("combobox", { name }));
    await expect
      .poll(async () => [await left!.inputValue(), await right!.inputValue()].sort())
      .toEqual(["mudanjiang/2025-draft.tiaowen", "yangjiang/2025.tiaowen"]);
    await tabTo(page, "比较上面选定的两份文件");
    await page.keyboard.press("Enter");
    await page.getByRole("combobox", { name: "导出比较结果" }).waitFor({ timeout: 2 * PATIENCE });
    const { name, bytes } = await downloaded(page, () =>
      command(page, "导出比较结果为 Word 对照表", "dcbjjgwword"),
    );
    expect(name).toMatch(/\.docx$/);
    const words = strFromU8(unzipSync(bytes)["word/document.xml"]!);
    expect(words).toContain("第十六条");
    expect(words).toContain("阳江市");
    expect(studio.problems).toEqual([]);
  });
});
