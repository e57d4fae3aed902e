import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { describe, expect, test } from "vitest";
import writeWorkbook, { type SheetData } from "write-excel-file/universal";
import { readWorkbook, type ReadWorkbook } from "../../../compiler/data/excel.ts";
import { plainNumber } from "../../../compiler/data/excel-package.ts";

const bytesOf = async (
  ...sheets: { readonly sheet: string; readonly data: SheetData }[]
): Promise<Uint8Array> =>
  new Uint8Array(await (await writeWorkbook(sheets.map((each) => ({ ...each }))).toBlob()).arrayBuffer());

const NAMES = new Set(["编号", "名称", "床位数", "开业日期", "公立", "利用率"]);

const read = async (bytes: Uint8Array): Promise<ReadWorkbook> => readWorkbook("台账.xlsx", bytes, NAMES);

/** Rows with the number of their line. */
const rowsOf = (workbook: ReadWorkbook, at = 0): readonly unknown[] =>
  workbook.kind === "failed"
    ? []
    : workbook.sheets[at]!.table.rows.map(({ line, cells }) => [
        line,
        ...Array.from(cells.values(), ({ text }) => text),
      ]);

describe("cells", () => {
  test("become the text of a data file", async () => {
    const bytes = await bytesOf({
      sheet: "机构",
      data: [
        ["编号", "名称", "床位数", "开业日期", "公立", "利用率"],
        [
          "甲1",
          "第一医院",
          1200,
          { value: new Date(Date.UTC(2025, 5, 1)), type: Date, format: "yyyy年mm月dd日" },
          true,
          { value: 0.804, type: Number, format: "0.0%" },
        ],
        [
          "甲2",
          "=1+1",
          0.1 + 0.2,
          { value: new Date(Date.UTC(1999, 11, 31)), type: Date, format: "yyyy-mm-dd" },
          false,
          { value: 1e-7, type: Number },
        ],
        [
          { value: 440_000_000_123_456, type: Number },
          `line \r\n break`,
          -3.5,
          null,
          null,
          { value: 1, type: Number, format: "0%" },
        ],
      ],
    });
    const found = await read(bytes);
    expect(found).toMatchObject({ kind: "sheets", sheets: [{ name: "机构", table: { file: "台账.xlsx" } }] });
    expect(rowsOf(found)).toEqual([
      [2, "甲1", "第一医院", "1200", "2025-06-01", "是", "80.4%"],
      [3, "甲2", "=1+1", "0.3", "1999-12-31", "否", "0.0000001"],
      [4, "440000000123456", "line break", "-3.5", "100%"],
    ]);
  });

  test.each([
    [0.1 + 0.2, "0.3"],
    [1e21, "1000000000000000000000"],
    [-2.5e-10, "-0.00000000025"],
    [0, "0"],
    [1234.5, "1234.5"],
  ])("%d is written as %s", (value, text) => {
    expect(plainNumber(value)).toBe(text);
  });
});

describe("headings", () => {
  test("are found below titles and groups, and rows keep their numbers", async () => {
    const bytes = await bytesOf({
      sheet: "Sheet1",
      data: [
        ["阳江市定点医药机构一览表", null, null],
        [],
        ["基本情况", null, "规模"],
        ["编号", "名称", "床位数（张）"],
        ["甲1", "第一医院", 12],
        [],
        ["甲2", "第二医院", 13],
      ],
    });
    const found = await read(bytes);
    expect(rowsOf(found)).toEqual([
      [5, "甲1", "第一医院", "12"],
      [7, "甲2", "第二医院", "13"],
    ]);
  });

  test("several sheets are several tables; empty ones are left out", async () => {
    const data: SheetData = [["编号"], ["甲"]];
    const found = await read(
      await bytesOf({ sheet: "县区", data }, { sheet: "空", data: [] }, { sheet: "机构", data }),
    );
    expect(found.kind === "sheets" && found.sheets.map(({ name, table }) => [name, table.file])).toEqual([
      ["县区", "台账.xlsx“县区”表"],
      ["机构", "台账.xlsx“机构”表"],
    ]);
  });
});

describe("what cannot be read is refused in words", () => {
  const message = async (bytes: Uint8Array): Promise<string> => {
    const found = await read(bytes);
    return found.kind === "failed" ? found.message : "read";
  };

  test("the old format", async () => {
    expect(await message(Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1))).toContain(
      "另存为“Excel 工作簿（.xlsx）”",
    );
  });

  test("other bytes, nothing, and a zip that is no workbook", async () => {
    expect(await message(strToU8("编号,名称\n"))).toContain("不是 Excel 工作簿");
    expect(await message(new Uint8Array())).toContain("不是 Excel 工作簿");
    expect(await message(zipSync({ "a.xml": strToU8("<a/>") }))).toContain("不是 Excel 工作簿");
  });

  test("a file that was cut off", async () => {
    const whole = await bytesOf({ sheet: "机构", data: [["编号"], ["甲"]] });
    expect(await message(whole.slice(0, whole.length / 2))).toContain("已损坏");
  });

  test("a file whose parts are no spreadsheet", async () => {
    const parts = unzipSync(await bytesOf({ sheet: "机构", data: [["编号"], ["甲"]] }));
    const broken = zipSync({ ...parts, "xl/workbook.xml": strToU8("<workbook><sheets></workbook>") });
    expect(await message(broken)).toMatch(/不能读取|没有可以读取的内容/);
  });

  test("a file that would grow without end is not unpacked", async () => {
    const parts = unzipSync(await bytesOf({ sheet: "机构", data: [["编号"], ["甲"]] }));
    const part = zipSync(
      { ...parts, "xl/worksheets/sheet2.xml": new Uint8Array(8 * 1024 * 1024) },
      { level: 9 },
    );
    // The size that the directory claims, raised beyond the limit.
    const view = new DataView(part.buffer);
    for (let at = 0; at + 46 < part.length; at += 1) {
      if (view.getUint32(at, true) !== 0x02014b50) continue;
      if (view.getUint32(at + 24, true) === 8 * 1024 * 1024) view.setUint32(at + 24, 0x7fffffff, true);
    }
    expect(await message(part)).toContain("展开后过大");
  });

  test("a file that hides how far it grows is given up at once", async () => {
    const parts = unzipSync(await bytesOf({ sheet: "机构", data: [["编号"], ["甲"]] }));
    const size = 64 * 1024 * 1024;
    const part = zipSync({ ...parts, "xl/worksheets/sheet2.xml": new Uint8Array(size) }, { level: 9 });
    const view = new DataView(part.buffer);
    for (let at = 0; at + 46 < part.length; at += 1)
      if (view.getUint32(at, true) === 0x02014b50 && view.getUint32(at + 24, true) === size)
        view.setUint32(at + 24, 1000, true);
    const started = performance.now();
    expect(await message(part)).toContain("展开后过大");
    expect(performance.now() - started).toBeLessThan(1000);
  });

  test("tags without end take no long time", async () => {
    const parts = unzipSync(await bytesOf({ sheet: "机构", data: [["编号"], ["甲"]] }));
    const name = Object.keys(parts).find((each) => each.includes("worksheets/sheet"))!;
    const hostile = `${'<c r="A1" s="1"'.repeat(20_000)}${"<row ".repeat(20_000)}`;
    const started = performance.now();
    expect(await message(zipSync({ ...parts, [name]: strToU8(hostile) }))).toContain("已损坏");
    expect(performance.now() - started).toBeLessThan(3000);
  }, 10_000);

  test.each([
    '<row r="900000000"><c r="A900000000" t="str"><v>远</v></c></row>',
    '<row r="9"><c r="ZZZZ9" t="str"><v>远</v></c></row>',
  ])("a cell that is far away: %s", async (far) => {
    const parts = unzipSync(await bytesOf({ sheet: "机构", data: [["编号"], ["甲"]] }));
    const name = Object.keys(parts).find((each) => each.includes("worksheets/sheet"))!;
    const sheet = strFromU8(parts[name]!).replace("</sheetData>", `${far}</sheetData>`);
    expect(await message(zipSync({ ...parts, [name]: strToU8(sheet) }))).toContain("范围过大");
  });
});
