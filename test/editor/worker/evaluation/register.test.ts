import { describe, expect, test } from "vitest";
import writeWorkbook, { type SheetData } from "write-excel-file/universal";
import { cutCsv } from "../../../../compiler/data/index.ts";
import { createEvaluation } from "../../../../editor/worker/evaluation/session.ts";
import type { ColumnMapping, RegisterFile, RunResults } from "../../../../editor/worker/worker-api.ts";
import { CITIES, cityFiles, cityRun, cityTexts, quiet, type City } from "./cities.ts";

const rowsOf = (file: RegisterFile): readonly (readonly string[])[] =>
  cutCsv(new TextDecoder().decode(file.bytes).replaceAll("\r\n", "\n")).map(({ cells }) => cells!);

const asCsv = (name: string, rows: readonly (readonly string[])[]): RegisterFile => ({
  name,
  bytes: new TextEncoder().encode(
    rows.map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(",")).join("\n"),
  ),
});

/** What came out, without the times. */
const told = (results: RunResults | null) => ({ ...results!, milliseconds: 0 });

const runWith = async (
  city: City,
  files: readonly RegisterFile[],
  mappings: readonly ColumnMapping[] = [],
): Promise<{ readonly results: RunResults | null; readonly notes: readonly string[] }> => {
  const session = createEvaluation();
  await session.setPolicy(cityTexts(city), 1);
  const { notes, errors } = await session.load(files, mappings);
  expect(errors).toEqual([]);
  return { results: await session.run(CITIES[city].at, null, quiet), notes };
};

test("of two registers that are opened at once the later one counts, though the first takes longer", async () => {
  const session = createEvaluation();
  await session.setPolicy(cityTexts("阳江"), 1);
  const sheet = (id: string): SheetData => [
    ["编号", "名称"],
    [id, id],
  ];
  const workbook = await writeWorkbook(sheet("旧")).toBlob();
  const slow = { name: "定点医药机构.xlsx", bytes: new Uint8Array(await workbook.arrayBuffer()) };
  const fast = asCsv("定点医药机构.csv", [
    ["编号", "名称"],
    ["新", "新"],
  ]);
  const [first] = await Promise.all([session.load([slow], []), session.load([fast], [])]);
  expect(first.records).toEqual([{ object: "定点医药机构", count: 1 }]);
  const results = await session.run(CITIES.阳江.at, null, quiet);
  expect([...new Set(results?.records.map(({ id }) => id))]).toEqual(["新"]);
});

describe.each(Object.keys(CITIES) as City[])("%s", (city) => {
  test("files are recognised by name with every column", async () => {
    const session = createEvaluation();
    await session.setPolicy(cityTexts(city), 1);
    const { files, objects } = await session.preview(cityFiles(city));
    expect(objects.map(({ name }) => name)).toContain("定点医药机构");
    for (const { name, mapping, certainty, problem, rows, sample } of files) {
      expect(problem).toBeNull();
      expect(mapping.holds).toBe(name.replace(".csv", ""));
      expect(mapping.columns.filter(({ heading, field }) => heading !== field)).toEqual([]);
      expect(certainty.every((each) => each === 1)).toBe(true);
      expect(sample.length).toBe(Math.min(rows, 5));
    }
  });

  test("shuffled columns with other headings in files of other names give the same results", async () => {
    const { results } = await cityRun(city);
    const files = cityFiles(city).filter(({ name }) => name.endsWith(".csv"));
    const renamed = files.map((file) => {
      const [headings = [], ...body] = rowsOf(file);
      const order = headings.map((_, at) => at).reverse();
      const isRecords = headings[0] === "编号";
      const rename = (heading: string): string =>
        !isRecords
          ? heading
          : heading === "编号"
            ? "统一编号"
            : heading === "名称"
              ? "机构的名称"
              : ` ${heading}　`;
      return asCsv(`2025年${file.name}`, [
        order.map((at) => rename(headings[at]!)),
        ...body.map((row) => order.map((at) => row[at] ?? "")),
      ]);
    });
    const found = await runWith(city, renamed);
    expect(told(found.results)).toEqual(told(results));
  });

  test("one workbook with a sheet for each object gives the same results", async () => {
    const { results } = await cityRun(city);
    const sheets = cityFiles(city)
      .filter(({ name }) => name.endsWith(".csv"))
      .map((file) => {
        const rows = rowsOf(file);
        const data: SheetData = [[`${file.name}（统计表）`], ...rows].map((row) => [...row]);
        return { sheet: file.name.replace(".csv", ""), data };
      });
    const blob = await writeWorkbook(sheets).toBlob();
    const file = { name: "台账.xlsx", bytes: new Uint8Array(await blob.arrayBuffer()) };
    const found = await runWith(city, [file]);
    expect(told(found.results)).toEqual(told(results));
  });

  test("numbers, dates and shares typed into a spreadsheet are the same facts", async () => {
    const { results } = await cityRun(city);
    const files = cityFiles(city).map(async (file) => {
      if (!file.name.endsWith(".csv") || file.name === "步行距离.csv") return file;
      const data: SheetData = rowsOf(file).map((row, line) =>
        row.map((cell) => (line === 0 ? cell : typed(cell))),
      );
      const blob = await writeWorkbook([{ sheet: "Sheet1", data }]).toBlob();
      return { name: file.name.replace(".csv", ".xlsx"), bytes: new Uint8Array(await blob.arrayBuffer()) };
    });
    const found = await runWith(city, await Promise.all(files));
    expect(told(found.results)).toEqual(told(results));
  });
});

/** As a spreadsheet would keep what somebody types. */
const typed = (cell: string): SheetData[number][number] => {
  if (/^\d{4}-\d\d-\d\d$/.test(cell))
    return { value: new Date(`${cell}T00:00:00Z`), type: Date, format: "yyyy/m/d" };
  if (/^-?\d+(?:\.\d+)?%$/.test(cell))
    return { value: Number(cell.slice(0, -1)) / 100, type: Number, format: "0.00%" };
  if (/^-?(?:0|[1-9]\d*)(?:\.\d+)?$/.test(cell)) return Number(cell);
  return cell === "是" ? true : cell === "否" ? false : cell;
};

describe("a register", () => {
  const load = async (files: readonly RegisterFile[], mappings: readonly ColumnMapping[] = []) => {
    const session = createEvaluation();
    await session.setPolicy(cityTexts("阳江"), 1);
    return session.load(files, mappings);
  };

  test("errors are told at the author's row, under the author's heading, and not without end", async () => {
    const rows = Array.from({ length: 1500 }, (_, at) => [`甲${at}`, "很多"]);
    const found = await load([asCsv("统筹地区.csv", [[], ["地区编号", "常住人口（人）"], ...rows])]);
    expect(found.errors.length).toBe(1000);
    expect(found.errorsLeft).toBe(500);
    expect(found.errors[0]).toMatchObject({
      file: "统筹地区.csv",
      row: 3,
      column: "常住人口（人）",
      value: "很多",
    });
    expect(found.records).toEqual([{ object: "统筹地区", count: 1500 }]);
  });

  test("a mapping of the page is followed, and what it leaves out is noted", async () => {
    const file = asCsv("随便.csv", [
      ["甲列", "乙列", "丙列"],
      ["阳江市", "阳江", "100"],
    ]);
    const columns = [
      { heading: "甲列", field: "编号" },
      { heading: "丙列", field: "常住人口" },
      { heading: "乙列", field: null },
    ];
    const found = await load([file], [{ file: "随便.csv", holds: "统筹地区", columns }]);
    expect(found).toMatchObject({ records: [{ object: "统筹地区", count: 1 }], errors: [] });
    expect(found.notes).toEqual(["随便.csv“乙列”列：“乙列”没有对应的字段，这一列未读取。"]);
    const left = await load([file], [{ file: "随便.csv", holds: null, columns: [] }]);
    expect(left).toMatchObject({ records: [], errors: [], notes: ["随便.csv：这个文件未读取。"] });
  });

  test("titles above the headings of a CSV file, and records as JSON, are read too", async () => {
    const json = JSON.stringify([{ 编号: "乙", "常住人口（人）": 12 }]);
    const files = [
      asCsv("统筹地区.csv", [
        ["各统筹地区基本情况", ""],
        ["单位：人", ""],
        ["编号", "常住人口"],
        ["甲", "x"],
      ]),
      { name: "统筹地区名单.json", bytes: new TextEncoder().encode(json) },
    ];
    const found = await load(files);
    expect(found.records).toEqual([{ object: "统筹地区", count: 2 }]);
    expect(found.errors.map(({ row, column }) => [row, column])).toEqual([[4, "常住人口"]]);
  });

  test("what cannot be opened is told in the preview and does not stop the rest", async () => {
    const session = createEvaluation();
    await session.setPolicy(cityTexts("阳江"), 1);
    const files = [
      { name: "图.png", bytes: Uint8Array.of(1, 2, 3) },
      { name: "旧.xls", bytes: Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0) },
      { name: "空.csv", bytes: new Uint8Array() },
      { name: "README.md", bytes: new TextEncoder().encode("合成数据") },
      asCsv("统筹地区.csv", [["编号"], ["甲"]]),
    ];
    const preview = await session.preview(files);
    expect(preview.files.map(({ name, problem }) => [name, problem === null])).toEqual([
      ["图.png", false],
      ["旧.xls", false],
      ["空.csv", false],
      ["统筹地区.csv", true],
    ]);
    const loaded = await session.load(files, []);
    expect(loaded.records).toEqual([{ object: "统筹地区", count: 1 }]);
    expect(loaded.synthetic).toBe(true);
    expect(loaded.notes.some((note) => note.startsWith("旧.xls：这是旧版 Excel 文件"))).toBe(true);
  });

  test("is read again when the rules declare other fields", async () => {
    const session = createEvaluation();
    const texts = cityTexts("阳江");
    await session.setPolicy(texts, 1);
    await session.load(cityFiles("阳江"), []);
    const vocabularies = texts.vocabularies.map((each) => ({
      ...each,
      text: each.text.replace("备注：文本。", "备注：文本；\n新添字段：整数（人）。"),
    }));
    expect(await session.setPolicy({ ...texts, vocabularies }, 2)).toEqual([]);
    const card = await session.record("统筹地区", "阳江市");
    expect(card!.fields.find(({ field }) => field.name === "新添字段")).toMatchObject({
      field: { kind: "number", unit: "人" },
      text: null,
    });
  });
});
