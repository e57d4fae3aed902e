import type { Download, Locator, Page } from "playwright-core";
import { readFileSync } from "node:fs";

/** How long a person would wait before saying that nothing happens, in milliseconds. */
export const PATIENCE = 30_000;

/** Looks again and again until what is found fits; the error tells what was found last. */
const until = async <Found>(
  look: () => Promise<Found>,
  fits: (found: Found) => boolean,
  words: string,
): Promise<Found> => {
  const end = Date.now() + PATIENCE;
  for (;;) {
    const found = await look();
    if (fits(found)) return found;
    if (Date.now() > end) throw new Error(`${words} was waited for; there was ${JSON.stringify(found)}`);
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
};

/** The page has read its policies and the text can be written in. */
export const isOpen = async (page: Page): Promise<void> => {
  await page.locator("tw-editor .view-line").first().waitFor({ timeout: PATIENCE });
  await page.getByRole("tree", { name: "目录" }).getByRole("treeitem").first().waitFor({ timeout: PATIENCE });
};

/** Runs the command of that title from the palette, by its words or by the first letters of their pinyin. */
export const command = async (page: Page, title: string, words = title): Promise<void> => {
  const palette = page.getByRole("combobox", { name: "查找命令、条款或者文件" });
  await page.keyboard.press("Control+k");
  await palette.waitFor({ timeout: PATIENCE });
  await page.keyboard.insertText(words);
  const first = page.getByRole("listbox", { name: "找到的内容" }).getByRole("option", { selected: true });
  await until(
    () => first.innerText(),
    (found) => found.includes(title),
    `“${title}” in the palette`,
  );
  await page.keyboard.press("Enter");
  await palette.waitFor({ state: "hidden", timeout: PATIENCE });
};

/** Gives the keyboard to the text. */
export const toText = async (page: Page): Promise<void> => {
  await page.keyboard.press("Alt+0");
  await until(
    () => isInText(page),
    (found) => found,
    "the keyboard in the text",
  );
};

/** Whether the keyboard writes into the text. */
export const isInText = (page: Page): Promise<boolean> =>
  page.evaluate(() => document.activeElement?.closest("tw-editor .monaco-editor") !== null);

/** Selects the first place of the words, as one finds words in a text. */
export const find = async (page: Page, words: string): Promise<void> => {
  await toText(page);
  await page.keyboard.press("Control+Home");
  await page.keyboard.press("Control+f");
  const field = page.getByRole("textbox", { name: "查找" });
  await field.waitFor({ timeout: PATIENCE });
  await until(
    () => field.evaluate((element) => element === document.activeElement),
    (found) => found,
    "the keyboard in the field",
  );
  // The words of last time are taken away first: they would not be sought anew.
  await page.keyboard.press("Control+a");
  await page.keyboard.press("Backspace");
  await page.keyboard.insertText(words);
  await page
    .locator(".find-widget .matchesCount")
    .filter({ hasText: /第 \d+ 项/ })
    .waitFor({ timeout: PATIENCE });
  await page.keyboard.press("Escape");
  await until(
    () => isInText(page),
    (found) => found,
    "the keyboard in the text",
  );
  await until(
    () => selectedWords(page),
    (found) => found === words,
    `“${words}” selected`,
  );
};

/** The words that are selected in the text, taken as a person takes them. */
export const selectedWords = async (page: Page): Promise<string> => {
  await page.evaluate(() => navigator.clipboard.writeText("（没有选定）"));
  await page.keyboard.press("Control+c");
  return page.evaluate(() => navigator.clipboard.readText());
};

/** The text that is in sight; lines that are cut at the edge go on without a break. */
export const shownText = (page: Page): Promise<string> =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>("tw-editor .view-lines .view-line")]
      .sort((left, right) => left.offsetTop - right.offsetTop)
      .map((line) => (line.textContent ?? "").replaceAll("\u00a0", " "))
      .join(""),
  );

/** Waits until the words are in sight. */
export const showsText = async (page: Page, words: string): Promise<void> => {
  await until(
    () => shownText(page),
    (found) => found.includes(words),
    `“${words}” in the text`,
  );
};

/** Does something that gives a file away, and answers the file. */
export const downloaded = async (
  page: Page,
  act: () => Promise<void>,
): Promise<{ readonly name: string; readonly bytes: Buffer }> => {
  const waiting = page.waitForEvent("download", { timeout: PATIENCE });
  await act();
  const download: Download = await waiting;
  return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
};

/** Closes the list of what may be written, where one is open, so that Enter and Tab are free. */
const closeList = async (page: Page): Promise<void> => {
  if (!(await isOffered(page))) return;
  await page.keyboard.press("Escape");
  await until(
    () => isOffered(page),
    (found) => !found,
    "the list closed",
  );
};

/** Windows in which the Tab key goes on from the text instead of writing into it. */
const leaving = new WeakSet<Page>();

/** Lets the Tab key go on from the text, as the editor offers with Ctrl+M; the keyboard is in the text then. */
const letTabLeaveText = async (page: Page): Promise<void> => {
  await closeList(page);
  if (leaving.has(page)) return;
  await page.keyboard.press("Control+m");
  leaving.add(page);
  page.once("domcontentloaded", () => leaving.delete(page));
};

/** The name of what the keyboard is on. */
const focusedName = (page: Page): Promise<string> =>
  page.evaluate(() => {
    let focused = document.activeElement;
    while (focused?.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement;
    if (focused === null) return "";
    const labels =
      focused instanceof HTMLInputElement || focused instanceof HTMLSelectElement
        ? [...(focused.labels ?? [])].map((label) => label.textContent)
        : [];
    const name = focused.getAttribute("aria-label") ?? labels[0] ?? focused.textContent ?? "";
    return name.replaceAll(/\s+/g, " ").trim();
  });

/** Goes with the Tab key to what has the name, round and round while it is still being made; fails where it never comes. */
export const tabTo = async (page: Page, name: string | RegExp, key = "Tab"): Promise<void> => {
  const seen: string[] = [];
  const fits = (found: string): boolean => (typeof name === "string" ? found === name : name.test(found));
  const end = Date.now() + PATIENCE;
  for (let step = 0; step < 120 || Date.now() < end; step += 1) {
    const found = await focusedName(page);
    if (fits(found)) return;
    seen.push(found.slice(0, 20));
    if (await isInText(page)) await letTabLeaveText(page);
    await page.keyboard.press(key);
  }
  throw new Error(`The Tab key does not reach ${String(name)}; it reached ${seen.slice(-120).join(" | ")}`);
};

const offers = (page: Page): Locator => page.locator(".suggest-widget.visible .monaco-list-row");

/** Whether a list of what may be written is open. */
export const isOffered = (page: Page): Promise<boolean> =>
  page.locator(".suggest-widget.visible").isVisible();

/** What is offered, as it is read out. */
const offeredLabels = (page: Page): Promise<readonly string[]> =>
  offers(page).evaluateAll((rows) => rows.map((row) => row.getAttribute("aria-label") ?? ""));

/** Types the letters one after the other, each once the list has answered the last, and takes the word from the list. */
export const choose = async (page: Page, letters: string, label: string): Promise<void> => {
  await page.keyboard.type(letters);
  if (letters === "") await page.keyboard.press("Control+Space");
  const isLabel = (row: string): boolean => row === label || row.startsWith(`${label}，`);
  await until(
    () => offeredLabels(page),
    (rows) => rows.some(isLabel),
    `“${label}” at “${letters}” in the list`,
  );
  const focused = page.locator(".suggest-widget.visible .monaco-list-row.focused");
  for (let step = 0; step < 40; step += 1) {
    if (isLabel((await focused.first().getAttribute("aria-label")) ?? "")) break;
    await page.keyboard.press("ArrowDown");
  }
  await page.keyboard.press("Enter");
  await page
    .locator(".suggest-widget.visible")
    .waitFor({ state: "hidden", timeout: 1000 })
    .catch(() => {
      // A list of what may come next has opened already.
    });
};
