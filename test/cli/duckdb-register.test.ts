import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { array, assert, asyncProperty, constantFrom, date, double, integer, oneof, string } from "fast-check";
import { describe, expect, test } from "vitest";
import { readByDatabase, readByLoader } from "./read-both-ways.ts";
import { temporaryFolder } from "./run-command.ts";

const HEAD = "编号,名称,面积,营业额,业务量,占比,等级,开业日期,位置,所在片区,持证";
const AREAS = "编号,名称\n东片,东\n西片,西\n";

describe("the database reads what the loader reads", () => {
  test.each<readonly [string, Readonly<Record<string, string>>]>([
    [
      "canonical cells",
      {
        "门店.csv": `${HEAD}\na1,甲店,12.50,300,5,85%,甲级,2025-01-24,"111.95,21.85",东片,是\na2,,,,,,,,,,\na3,丙店,0,-0.01,-7,-0.5%,未定级,2024-02-29,"73,3",西片,否\n`,
      },
    ],
    [
      "other ways to write the same, each of them common",
      {
        "门店.csv": `${HEAD}\na1, 甲 店 ,1.2万,3万元,"1,000",百分之八十,甲 级,2025年1月24日,"东经111.95，北纬21.85", 东片 ,TRUE\na2,　乙店　,12平方米,2亿元,５,８５％,丙级,2025/1/4,,西片,０\na3,丙店,+3,负5元,007,三成,乙级,２０２５-01-04,,,1\n`,
      },
    ],
    [
      "bad cells, with file, row, column and what was expected",
      {
        "门店.csv": `${HEAD}\na1,甲店,很大,12.345678912345678,1.5,85,特级,2025-02-30,"21.85,111.95",北片,有\na2,乙店,不详,-,N/A,?,未知,待定,无,东片,不清楚\na3,丙店,1,1,1,1%,甲级,2025-01-01,"111,21",东片,是\na4,丁店,9999999999999999,1e5,1e3,0x10%,甲级,20250101,"111 21",东片,yes\n`,
      },
    ],
    [
      "rows without 编号, with the same one, blank rows and rows of another length",
      {
        "门店.csv": `${HEAD}\na1,甲,1,,,,,,,,是\n\n,无号,2,,,,,,,,是\na1,甲,2,,,,,,,,是\na2,乙\n , ,\na3,丙,很大\na2,乙,1\n，,全角,3\n`,
      },
    ],
    [
      "quoted cells, with marks, commas and line ends inside",
      {
        "门店.csv": `${HEAD}\n"a,1","甲""店""",1,,,,,,"111,21",东片,是\n"a\n2","两\n行",很大,,,,,,,,是\na3,"",7,,,,,,,东片,大概\n`,
      },
    ],
    [
      "line ends and a byte order mark of other systems",
      { "门店.csv": `\uFEFF${HEAD}\r\na1,甲,1,,,,,,,,是\r\n\r\na2,乙,很大,,,,,,,,否` },
    ],
    [
      "headings: units, doubles, blanks and names that nothing declares",
      {
        "门店.csv":
          "编号,面积（平方米）,业务量（家）,名称,名称,,高度,持证\na1,1,2,甲,乙,,3,是\na2,很大,2,甲,乙,有字,3,否\na3,3,2,甲,乙,又有字,3,否\n",
      },
    ],
    [
      "references to records that are not there, or of which there are none",
      { "门店.csv": `${HEAD}\na1,,,,,,,,,东片,是\na2,,,,,,,,,北片,是\na3,,,,,,,,,不详,是\n` },
    ],
    [
      "references to records that are not there, or of which there are none, with no record of that object",
      {
        "门店.csv": `${HEAD}\na1,,,,,,,,,东片,是\na2,,,,,,,,,北片,是\na3,,,,,,,,,不详,是\n`,
        "片区.csv": "编号,名称\n",
      },
    ],
    [
      "what stands beside the records may name them",
      {
        "门店.csv": `${HEAD}\na1,,,,,,,,,东片,是\na2,,,,,,,,,东片,是\n`,
        "理由.csv": "对象,编号,规则,理由\n门店,a1,取消,暂缓\n门店,a9,取消,暂缓\n",
        "步行距离.csv": "起,止,距离\na1,a2,300米\na1,a8,300米\n",
      },
    ],
  ])("%s", async (_, files) => {
    const folder = temporaryFolder({ "片区.csv": AREAS, ...files });
    const { large, ...found } = await readByDatabase(folder);
    expect(found).toEqual(readByLoader(folder));
    expect(large).toContain("门店.csv");
  });

  test.each([
    ["another encoding", new Uint8Array([...Buffer.from("a,b\n"), 0xb5, 0xea, 0x0a])],
    ["a stray mark", `${HEAD}\na1,5"管,1\na2,"甲"乙,1\na3,丙,1\n`],
    ["a mark that never closes", `${HEAD}\na1,甲,1\na2,"乙,1\na3,丙,1\n`],
    ["a blank before a mark", `${HEAD}\na1, "甲",1\na2,"乙" ,1\n`],
    ["line ends of two kinds", `${HEAD}\r\na1,甲,1\na2,乙,2\r\n`],
    ["NUL", `${HEAD}\na1,甲\0,1\n`],
    ["another delimiter", "编号;名称\na1;甲\n"],
    ["no 编号", "名称,面积\n甲,1\n乙,2\n"],
    ["rows that are too long", `${HEAD}\na1,甲,1,,,,,,,,是,多,余\na2,乙,1,,,,,,,,是,\n`],
    ["no row", ""],
    ["a blank first line", `\n${HEAD}\na1,甲,1\n`],
  ])("%s: the loader reads the file whole", async (_, text) => {
    const folder = temporaryFolder({ "片区.csv": AREAS, "门店.csv": text });
    const { large, ...found } = await readByDatabase(folder);
    expect(found).toEqual(readByLoader(folder));
    expect(large).not.toContain("门店.csv");
  });

  test("any cells", async () => {
    const cell = oneof(
      constantFrom(
        "",
        " ",
        "是",
        "否",
        "1",
        "0",
        "甲级",
        "2024-02-29",
        "2023-02-29",
        "东片",
        "北片",
        "1,000",
        "-0",
        "0.10",
        "00",
        "1.",
        ".5",
        "5%",
        "1E2",
        "111.95,21.85",
        "+1",
        "９９",
        "0001-01-01",
        "0000-01-01",
        "9999-12-31",
        "10000-01-01",
        "999999999999999",
        "1000000000000000",
        "\u3000",
        "\u2003x\u2003",
      ),
      string({ unit: constantFrom(...'0123456789.,-%年月日万元是否" 　a'), maxLength: 12 }),
      integer().map(String),
      double({ noNaN: true }).map(String),
      date({ noInvalidDate: true, min: new Date("0001-01-01"), max: new Date("9999-12-31") }).map((date) =>
        date.toISOString().slice(0, 10),
      ),
    );
    const row = array(cell, { minLength: 11, maxLength: 11 });
    await assert(
      asyncProperty(array(row, { minLength: 1, maxLength: 12 }), async (rows) => {
        const folder = temporaryFolder({ "片区.csv": AREAS });
        mkdirSync(folder, { recursive: true });
        const written = (text: string, at: number): string =>
          /[",\n]/.test(text) || at === 1 ? `"${text.replaceAll('"', '""')}"` : text;
        writeFileSync(
          join(folder, "门店.csv"),
          `${HEAD}\n${rows.map((cells) => cells.map(written).join(",")).join("\n")}\n`,
        );
        const { large, ...found } = await readByDatabase(folder);
        expect(found).toEqual(readByLoader(folder));
        expect(large).toContain("门店.csv");
      }),
      { numRuns: 20, seed: 7 },
    );
  });
});
