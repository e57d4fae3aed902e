import { beforeAll, describe, expect, test } from "vitest";
import readWorkbook from "read-excel-file/universal";
import { strFromU8, unzipSync } from "fflate";
import { cutCsv } from "../../../../compiler/data/index.ts";
import { createEvaluation } from "../../../../editor/worker/evaluation/session.ts";
import { workbookOf } from "../../../../editor/worker/evaluation/workbook.ts";
import type { Evaluation, RunResults } from "../../../../editor/worker/worker-api.ts";
import { CITIES, cityRun, cityTexts, quiet } from "./cities.ts";

const HOSTILE = {
  '=HYPERLINK("http://x","y")': '\'=HYPERLINK("http://x","y")',
  "+1+1": "'+1+1",
  "-2": "'-2",
  "@SUM(A1)": "'@SUM(A1)",
  "<script>alert(1)</script>": "<script>alert(1)</script>",
  "\u202E反转\u2066": "\u202E反转\u2066",
  'a"b,c': 'a"b,c',
} as const;

const NAMES = Object.keys(HOSTILE);

/** Institutions whose 编号 and 名称 are written to do harm. */
const hostileRun = async (): Promise<{ readonly session: Evaluation; readonly results: RunResults }> => {
  const session = createEvaluation();
  await session.setPolicy(cityTexts("阳江"), 1);
  const quote = (cell: string): string => `"${cell.replaceAll('"', '""')}"`;
  const long = "很长".repeat(500_000);
  const lines = [
    "编号,名称,备注",
    ...NAMES.map((name) => [name, name, name].map(quote).join(",")),
    `长,${long},x`,
  ];
  const bytes = new TextEncoder().encode(lines.join("\n"));
  const loaded = await session.load([{ name: "定点医药机构.csv", bytes }], []);
  expect(loaded.records).toEqual([{ object: "定点医药机构", count: NAMES.length + 1 }]);
  expect(loaded.errors).toEqual([]);
  const results = await session.run(CITIES["阳江"].at, null, quiet);
  return { session, results: results! };
};

const text = (bytes: Uint8Array): string => new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);

describe("hostile cells", () => {
  let run: Awaited<ReturnType<typeof hostileRun>>;
  beforeAll(async () => {
    run = await hostileRun();
  });

  test("stay text in the page's tables", () => {
    const names = run.results.records.map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(NAMES));
  });

  test("are no formulas in CSV", async () => {
    const { name, bytes } = await run.session.export("csv", null);
    expect(name.endsWith(".csv")).toBe(true);
    expect(text(bytes).startsWith("\uFEFF政策,")).toBe(true);
    const rows = cutCsv(text(bytes).replaceAll("\r\n", "\n")).slice(1);
    const ids = new Set(rows.map(({ cells }) => cells![5]!));
    for (const safe of Object.values(HOSTILE)) expect(ids).toContain(safe);
    for (const { cells } of rows) for (const cell of cells!) expect(cell).not.toMatch(/^[=+\-@\t\r]/);
    expect(rows.length).toBe(run.results.decision.length);
  });

  test("are strings in Excel, and never formulas", async () => {
    const { bytes } = await run.session.export("xlsx", null);
    const sheet = strFromU8(unzipSync(bytes)["xl/worksheets/sheet1.xml"]!);
    expect(sheet).not.toContain("<f>");
    expect(sheet.match(/<c /g)!.length).toBe(sheet.match(/t="inlineStr"/g)!.length);
    const [{ data } = { data: [] }] = await readWorkbook(bytes.slice().buffer);
    expect(data.length).toBe(run.results.decision.length + 1);
    const ids = new Set(data.map((row) => row[5]));
    for (const safe of Object.values(HOSTILE)) expect(ids).toContain(safe);
  });

  test("are escaped in the report", async () => {
    const { bytes, type } = await run.session.export("html", null);
    expect(type).toContain("text/html");
    expect(text(bytes)).toContain("&lt;script&gt;alert(1)&lt;/script&gt;");
    expect(text(bytes)).not.toContain("<script");
  });

  test("can be explained and turned into no broken case", async () => {
    const decision = run.results.decisions.find(({ object }) => object === "定点医药机构")!.id;
    for (const id of [...NAMES, "长"]) {
      const target = { object: "定点医药机构", id, decision };
      expect((await run.session.explain(target))!.outcome.id).toBe(id);
      const found = await run.session.caseOf(target, "恶意编号");
      expect(found ?? `「${id}」`).toContain(`「${id}」`);
      expect((await run.session.record("定点医药机构", id))!.id).toBe(id);
    }
  });
});

describe("what is exported", () => {
  test("are the rows that were asked for, in their order", async () => {
    const { session, results } = await cityRun("牡丹江");
    const rows = Uint32Array.of(7, 3, 11);
    const [csv, xlsx] = [await session.export("csv", rows), await session.export("xlsx", rows)];
    const expected = Array.from(rows, (row) => [
      results.records[results.record[row]!]!.id,
      results.decisions[results.decision[row]!]!.id,
      results.statuses[results.status[row]!]!,
    ]);
    const cells = (row: readonly unknown[]) => [row[5], row[8], row[10]];
    const lines = cutCsv(text(csv.bytes).replaceAll("\r\n", "\n")).slice(1);
    expect(lines.map((line) => cells(line.cells!))).toEqual(expected);
    const [{ data } = { data: [] }] = await readWorkbook(xlsx.bytes.slice().buffer);
    expect(data.slice(1).map(cells)).toEqual(expected);
    expect(data[0]!.slice(0, 3)).toEqual(["政策", "基准日", "试算"]);
    const page = text((await session.export("html", rows)).bytes);
    expect(page).toContain("仅列筛选出的3项结果");
    expect(page).toContain("合成数据");
  });

  test("a workbook names its columns beyond Z and leaves control characters out", async () => {
    const wide = Array.from({ length: 60 }, (_, at) => `第${at}列`);
    const bytes = workbookOf("宽", wide, [wide.map((each) => `${each}\u0000\u000b&<>`)]);
    const [{ data, sheet } = { data: [], sheet: "" }] = await readWorkbook(bytes.slice().buffer);
    expect(sheet).toBe("宽");
    expect(data[0]).toEqual(wide);
    expect(data[1]).toEqual(wide.map((each) => `${each}&<>`));
  });
});
