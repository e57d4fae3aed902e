import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import writeWorkbook from "write-excel-file/universal";
import { command, downloaded, find, isOpen, PATIENCE, selectedWords, tabTo, toText } from "./support/hand.ts";
import { openStudio, type OpenedStudio } from "./support/studio.ts";

const QUOTE = "发现定点医药机构存在违约和违反法律法规规定的，及时按照医保协议和相关法律法规规定进行处理";

let studio: OpenedStudio;
let page: Page;

beforeAll(async () => {
  studio = await openStudio({ context: { permissions: ["clipboard-read", "clipboard-write"] } });
  page = studio.page;
  await isOpen(page);
});

afterAll(() => studio.close());

const grid = (): Locator => page.getByRole("grid", { name: /^核对结果/ });
const rows = (): Promise<number> =>
  grid()
    .getAttribute("aria-label")
    .then((label) => Number(/共([\d,]+)项/.exec(label ?? "")?.[1]?.replaceAll(",", "") ?? -1));

/** The words that are marked in the text as those that a step rests on. */
const markedWords = (): Promise<string> =>
  page.evaluate(() => [...document.querySelectorAll(".tw-said")].map((part) => part.textContent).join(""));

describe("from a record to the words that decided it", () => {
  test("the supplied register is read and judged", async () => {
    await command(page, "打开阳江", "阳江");
    await command(page, "使用随附数据", "sysfsj");
    await expect.poll(rows, { timeout: PATIENCE }).toBeGreaterThan(1000);
    await tabTo(page, "重新核对");
    await page.keyboard.press("Enter");
    await page.getByRole("button", { name: "重新核对" }).waitFor({ timeout: PATIENCE });
    await expect.poll(rows, { timeout: PATIENCE }).toBeGreaterThan(1000);
  });

  test("the results are narrowed to one rule and one status", async () => {
    await tabTo(page, /^成立/);
    await page.keyboard.press("Space");
    await tabTo(page, /^违约违法处理/);
    await page.keyboard.press("Space");
    await expect.poll(rows).toBeLessThan(100);
    await tabTo(page, "查找结果");
    await page.keyboard.insertText("M041");
    await expect.poll(rows).toBe(1);
  });

  test("the reasoning of a result leads to the quoted words", async () => {
    await tabTo(page, "核对结果，共1项");
    await page.keyboard.press("End");
    await page.keyboard.press("Enter");
    const steps = page.getByRole("tree", { name: "推理过程" });
    await steps.getByRole("treeitem", { name: /违约违法处理：成立/ }).waitFor({ timeout: PATIENCE });
    await tabTo(page, /违约违法处理：成立/);
    await page.keyboard.press("Enter");
    await expect.poll(markedWords).toContain(QUOTE);
    await toText(page);
    await expect.poll(() => selectedWords(page)).toBe(QUOTE);
  });

  test("the same with the mouse, step by step", async () => {
    await grid().getByRole("row").filter({ hasText: "M041" }).click();
    const steps = page.getByRole("tree", { name: "推理过程" });
    await steps.getByRole("treeitem", { name: /规则条件（二）/ }).click();
    await expect.poll(markedWords).toContain(QUOTE);
    await page.getByRole("button", { name: "由这一条决定的结果" }).click();
    await page.getByRole("button", { name: /^取消筛选：由.+决定$/ }).click();
    await expect.poll(rows).toBeGreaterThan(1000);
  });

  test("a provision leads back to the records that it decided", async () => {
    await command(page, "取消全部筛选", "qxqbsx");
    await find(page, QUOTE);
    await command(page, "查看由这一条决定的结果", "ckyzytj");
    await expect.poll(rows).toBeLessThan(1000);
    const shown = (): Promise<readonly string[]> => grid().getByRole("row").allInnerTexts();
    await expect.poll(async () => (await shown())[1]).toMatch(/^违约违法处理/);
    expect((await shown()).join()).toContain("M041");
    await command(page, "取消全部筛选", "qxqbsx");
    await expect.poll(rows).toBeGreaterThan(1000);
  });

  test("another fact gives another result at once", async () => {
    await tabTo(page, "存在违反法律法规规定行为");
    await page.keyboard.press("ArrowDown");
    const answer = page.locator("tw-what-if").getByRole("status");
    await answer.getByText("不成立", { exact: true }).waitFor({ timeout: PATIENCE });
    await tabTo(page, "恢复", "Shift+Tab");
    await page.keyboard.press("Enter");
    await expect.poll(() => answer.count()).toBe(0);
  });

  test("the results are given out as a table without formulas", async () => {
    const { name, bytes } = await downloaded(page, () =>
      command(page, "导出核对结果为 CSV 表格", "dchdjgwcsv"),
    );
    expect(name).toMatch(/\.csv$/);
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const text = bytes.toString("utf8");
    expect(text).toContain("M041");
    expect(text.split("\n").length).toBeGreaterThan(1000);
    for (const cell of text.split(/[,\r\n]/)) expect(cell).not.toMatch(/^"?[=+@]/);
    expect(studio.problems).toEqual([]);
  });
});

describe("a register with other headings and bad cells", () => {
  const HEADINGS = [
    "机构编号",
    "机构名称",
    "机构类别",
    "存在违约行为情况",
    "存在违反法律法规规定行为",
    "床位利用率",
  ];
  const RECORDS = [
    ["H1", '=HYPERLINK("http://example.com")', "定点医疗机构", "是", "否", "80%"],
    ["H2", "合成医院二", "定点医疗机构", "也许", "否", "很高"],
    ["H3", "合成医院三", "定点医疗机构", "否", "否", "75%"],
  ];
  let folder: string;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "tiaowen-register-"));
    writeFileSync(
      join(folder, "定点医药机构登记.csv"),
      [HEADINGS, ...RECORDS]
        .map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(","))
        .join("\n"),
    );
    const data = [HEADINGS, ...RECORDS].map((row) => row.map((value) => ({ value, type: String })));
    const workbook = await writeWorkbook([{ sheet: "登记", data }]).toBlob();
    writeFileSync(join(folder, "定点医药机构登记.xlsx"), Buffer.from(await workbook.arrayBuffer()));
  });

  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test.each([".csv", ".xlsx"])("from a file %s", async (ending) => {
    const file = join(folder, `定点医药机构登记${ending}`);
    await command(page, "查看核对结果", "ckhdjg");
    await tabTo(page, /^(?:登记数据)?\d+条$/);
    await page.keyboard.press("Enter");
    await tabTo(page, "不用这些数据");
    await page.keyboard.press("Enter");
    const choosing = page.waitForEvent("filechooser", { timeout: PATIENCE });
    await command(page, "打开登记数据", "dkdjsj");
    await (await choosing).setFiles(file);
    await page.getByRole("combobox", { name: "“存在违约行为情况”对应的字段" }).waitFor({ timeout: PATIENCE });
    const chosen = (heading: string): Promise<string> =>
      page.getByRole("combobox", { name: `“${heading}”对应的字段` }).inputValue();
    expect(await chosen("机构编号")).toBe("编号");
    expect(await chosen("机构名称")).toBe("名称");
    expect(await chosen("存在违约行为情况")).toBe("存在违约行为");
    await tabTo(page, /^(?:确认并读取|按下面的对应关系重新读取)$/);
    await page.keyboard.press("Enter");
    const errors = page.getByRole("grid", { name: "读不出来的内容" });
    await errors.waitFor({ timeout: PATIENCE });
    for (const cell of ["也许", "很高"]) await errors.getByText(cell, { exact: true }).first().waitFor();
    await tabTo(page, "仍然核对");
    await page.keyboard.press("Enter");
    await grid().waitFor({ timeout: PATIENCE });
    await expect.poll(rows).toBe(3);
    const { bytes } = await downloaded(page, () => command(page, "导出核对结果为 CSV 表格", "dchdjgwcsv"));
    expect(bytes.toString("utf8")).not.toMatch(/(?:^|[,"\n])=HYPERLINK/);
    expect(studio.problems).toEqual([]);
  });
});
