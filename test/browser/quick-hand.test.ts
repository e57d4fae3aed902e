import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { analysed, atRest, drive, driveWith } from "./support/drive.ts";
import { isInText, isOpen, PATIENCE } from "./support/hand.ts";
import { openStudio, type OpenedStudio } from "./support/studio.ts";

const POLICY = "yangjiang/2025.tiaowen";
const VOCABULARY = "vocabulary/医保定点.tiaowen";

let studio: OpenedStudio;
let page: Page;

beforeAll(async () => {
  studio = await openStudio();
  ({ page } = studio);
  await isOpen(page);
  await driveWith(page, POLICY, ({ documents }, path) => documents.open(path));
  await atRest(page);
});

afterAll(() => studio.close());

const spanOf = async (words: string): Promise<{ readonly start: number; readonly end: number }> => {
  const start = await driveWith(page, words, ({ currentText }, words) => currentText!.text.indexOf(words));
  expect(start).toBeGreaterThan(0);
  return { start, end: start + words.length };
};

/** What the page has not told yet, or the worker not answered yet, must not lose or misplace what a hand does meanwhile. */
describe("a hand that is quicker than the page", () => {
  test("a command at the cursor goes by where the cursor is now", async () => {
    const { start } = await spanOf("且相关情况未得到改善");
    const shown = await driveWith(page, start, ({ editor, shell, mode }, start) => {
      editor.get()!.reveal({ start, end: start }, { focus: true });
      document.activeElement!.dispatchEvent(
        new KeyboardEvent("keydown", { key: "F1", code: "F1", bubbles: true, composed: true }),
      );
      const shown = { mode: mode.get(), place: shell.helpPlace.get() };
      mode.set("write");
      return shown;
    });
    expect(shown).toEqual({ mode: "help", place: { page: "", anchor: "且" } });
  });

  test("words of another file are shown at once, whatever is still found in it", async () => {
    const { end } = await spanOf("（一）上一年度医保基金");
    await driveWith(page, end, ({ documents, editor }, end) => {
      editor.get()!.reveal({ start: end, end }, { focus: true });
      const open = documents.open.bind(documents);
      documents.open = (path) => {
        documents.open = open;
        void open(path);
        return new Promise(() => {});
      };
    });
    await page.keyboard.press("F12");
    const selected = (): Promise<string> =>
      drive(page, ({ currentText, editor }) => {
        const { start } = editor.get()!.selection();
        return `${currentText!.path} ${currentText!.text.slice(start, start + 8)}`;
      });
    await expect.poll(selected).toBe(`${VOCABULARY} 上一年度医保基金`);
    expect(await isInText(page)).toBe(true);
    await driveWith(page, POLICY, ({ documents }, path) => documents.open(path));
    await analysed(page);
  });

  test("words can be shown in the very moment in which their file is opened", async () => {
    const words = await driveWith(page, VOCABULARY, async (state, path) => {
      const start = state.texts.get().get(path)!.text.indexOf("职工医保参保人数");
      void state.documents.open(path);
      state.reveal({ start, end: start + 2 }, true);
      await new Promise((resolve) => setTimeout(resolve, 200));
      const { start: from, end: to } = state.editor.get()!.selection();
      return [from - start, to - start];
    });
    expect(words).toEqual([0, 2]);
    await driveWith(page, POLICY, ({ documents }, path) => documents.open(path));
    await analysed(page);
  });

  test("what is typed to find results stays while the table is drawn anew", async () => {
    await drive(page, async (state) => {
      state.showLower("run");
      await state.run.intake.openBundled();
    });
    const field = page.getByRole("searchbox", { name: "查找结果" });
    await field.waitFor({ timeout: PATIENCE });
    const held = await field.evaluate(async (element) => {
      const input = element as HTMLInputElement;
      const filters = (input.getRootNode() as ShadowRoot).host as HTMLElement & {
        requestUpdate(): void;
        readonly updateComplete: Promise<unknown>;
      };
      input.value = "M0";
      input.dispatchEvent(new Event("input"));
      filters.requestUpdate();
      await filters.updateComplete;
      return input.value;
    });
    expect(held).toBe("M0");
    await expect.poll(() => drive(page, ({ run }) => run.filter.get().text)).toBe("M0");
    await drive(page, ({ run }) => run.clearFilter());
    await expect.poll(() => field.inputValue()).toBe("");
  });

  test("the end of the outline stays on show where the keyboard has gone to it", async () => {
    const { start } = await spanOf("根据公众健康需求");
    await driveWith(page, start, ({ editor }, at) => editor.get()!.reveal({ start: at, end: at }));
    await atRest(page);
    const tree = page.getByRole("tree", { name: "目录" });
    await tree.focus();
    await page.keyboard.press("End");
    const top = (): Promise<number> => tree.evaluate((element) => element.scrollTop);
    await expect.poll(top).toBeGreaterThan(0);
    const end = await top();
    const { start: other } = await spanOf("（六）有其他基金运行风险情形");
    await driveWith(page, other, ({ editor }, at) => editor.get()!.reveal({ start: at, end: at }));
    await expect.poll(() => drive(page, ({ place }) => place.get().offset)).toBe(other);
    await atRest(page);
    expect(await top()).toBe(end);
    expect(studio.problems).toEqual([]);
  });

  test("back in the text from another part of the page, the keyboard is there as well", async () => {
    const { start, end } = await spanOf("（六）有其他基金运行风险情形");
    for (const mode of ["compare", "help"] as const) {
      for (const way of ["key", "place"] as const) {
        await driveWith(page, mode, (state, mode) => state.mode.set(mode));
        await page.getByRole("main", { name: "编写" }).waitFor({ state: "hidden" });
        if (way === "key") await page.keyboard.press("Alt+0");
        else await driveWith(page, { start, end }, (state, span) => state.reveal(span, true));
        expect(await isInText(page)).toBe(true);
      }
    }
    await page.keyboard.press("Control+k");
    await page.keyboard.press("Escape");
    expect(await isInText(page)).toBe(true);
  });

  test("cures that are asked for come, also where the editor looks for them by itself meanwhile", async () => {
    const { end } = await spanOf("为所列情形且相关情况未得到改善的统筹地区");
    await driveWith(page, end, ({ editor }, at) => {
      editor.get()!.reveal({ start: at, end: at }, { focus: true });
    });
    await page.keyboard.type("乡");
    await atRest(page);
    await page.keyboard.press("Escape");
    await drive(page, ({ language }) => {
      const call = language.call.bind(language);
      language.call = async (ask) => {
        await new Promise((resolve) => setTimeout(resolve, 2000));
        return call(ask);
      };
    });
    await page.keyboard.press("ArrowLeft");
    await page.keyboard.press("Control+.");
    await page.locator(".action-widget").getByText("写成「乡」").waitFor();
    expect(studio.problems).toEqual([]);
  });
});
