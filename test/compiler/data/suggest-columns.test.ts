import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compile } from "../../../compiler/index.ts";
import { applyMapping, loadFacts, suggestMapping } from "../../../compiler/data/index.ts";
import { readCsv } from "../../../compiler/data/csv.ts";

const program = compile({
  policy: {
    name: "样例.tiaowen",
    text: `【政策】
名称：样例办法；
施行：2025年1月1日；
【对象】医疗机构
名称：文本；
床位数：整数（张）；
建筑面积：数值（平方米）；
开业日期：日期；
公立：是否；
等级：由高到低为三级、二级、一级；
所在县区：县区；
【对象】县区
名称：文本；
常住人口：整数（人）；
【措施】
准予申请。
【完】
样例办法

第一条　床位数20张以上的医疗机构，准予申请。

【规则】床位
床位数20张以上的医疗机构，准予申请。
【完】
`,
  },
  vocabularies: [],
}).program!;

const suggest = (stem: string, csv: string) => suggestMapping(program, stem, readCsv(`${stem}.csv`, csv));

const fieldsOf = (stem: string, csv: string): readonly (string | null)[] =>
  suggest(stem, csv).columns.map(({ field }) => field);

describe("which object", () => {
  test.each([
    ["医疗机构", "甲,乙\n1,2\n", "医疗机构"],
    ["2025年医疗机构台账", "编号,名称\n1,2\n", "医疗机构"],
    ["Sheet1", "编号,名称,床位数,开业日期\n1,甲,3,2025-01-01\n", "医疗机构"],
    ["导出", "编号,名称,常住人口\n1,甲,3\n", "县区"],
    ["距离表", "起,止,距离\n甲,乙,3公里\n", "步行距离"],
    ["杂项", "颜色,口味\n红,甜\n", null],
  ])("%s holds %s", (stem, csv, holds) => {
    expect(suggest(stem, csv).holds).toBe(holds);
  });
});

describe("which field", () => {
  test("the same name, width and spaces, a unit in brackets, part of a name, a slip", () => {
    const csv =
      "编号,机构名称,床 位数,建筑面积（平方米）,开业日期,公立医院,所在县\n1,甲,3,4,2025-01-01,是,乙\n";
    expect(fieldsOf("医疗机构", csv)).toEqual([
      "编号",
      "名称",
      "床位数",
      "建筑面积",
      "开业日期",
      "公立",
      "所在县区",
    ]);
  });

  test("another unit would misread the numbers: nothing is suggested", () => {
    expect(fieldsOf("医疗机构", "编号,建筑面积（亩）\n1,4\n")).toEqual(["编号", null]);
  });

  test("registers number their records by many names", () => {
    for (const heading of ["机构编码", "国家医保代码", "统一社会信用代码"]) {
      const found = suggest("医疗机构", `${heading},床位数\nH1,20\n`);
      expect(found.columns[0]).toEqual({ heading, field: "编号" });
    }
  });

  test("each field is used once, by the surest heading", () => {
    expect(fieldsOf("医疗机构", "机构名称,名称,简称名称\n甲,乙,丙\n")).toEqual([null, "名称", null]);
  });

  test("values that fit make it surer, values that do not make it doubtful", () => {
    const sure = suggest("医疗机构", "开业的日期\n2025-01-01\n2024年3月2日\n").certainty[0]!;
    const doubtful = suggest("医疗机构", "开业的日期\n张三\n李四\n").certainty[0]!;
    expect(sure).toBeGreaterThan(doubtful);
    expect(doubtful).toBeLessThan(0.5);
  });

  test("shuffled columns change nothing", () => {
    const columns = ["编号", "机构名称", "床位数（张）", "建筑面积", "开业日期", "公立", "等级"];
    const expected = new Map(
      suggest("医疗机构", `${columns.join(",")}\n`).columns.map(({ heading, field }) => [heading, field]),
    );
    fc.assert(
      fc.property(fc.shuffledSubarray(columns, { minLength: columns.length }), (shuffled) => {
        for (const { heading, field } of suggest("医疗机构", `${shuffled.join(",")}\n`).columns)
          expect(field).toBe(expected.get(heading));
      }),
    );
  });

  test("a long register costs no more than a short one", () => {
    const rows = Array.from({ length: 200_000 }, (_, at) => ({ line: at + 2, cells: new Map() }));
    const started = performance.now();
    suggestMapping(program, "医疗机构", { columns: ["编号", "床位"], rows });
    expect(performance.now() - started).toBeLessThan(500);
  });
});

describe("a mapping", () => {
  const table = readCsv("台账.csv", "\n代码,床位,备用,开业\n甲,很多,x,2025-01-01\n乙,30,y,2025-13-01\n");
  const mapped = applyMapping(table, {
    holds: "医疗机构",
    columns: [
      { heading: "代码", field: "编号" },
      { heading: "床位", field: "床位数" },
      { heading: "备用", field: null },
      { heading: "开业", field: "开业日期" },
    ],
  });

  test("is read as if the file had been written so, errors at the rows of the author", () => {
    const { facts, dataErrors, notes } = loadFacts(program, [mapped]);
    expect(facts.records("医疗机构").map(({ id, source }) => [id, source])).toEqual([
      ["乙", "台账.csv 第4行"],
      ["甲", "台账.csv 第3行"],
    ]);
    expect(dataErrors.map(({ row, column, value }) => [row, column, value])).toEqual([
      [3, "床位数", "很多"],
      [4, "开业日期", "2025-13-01"],
    ]);
    expect(notes.map(({ message }) => message)).toEqual(["“备用”没有对应的字段，这一列未读取。"]);
  });

  test("of two headings for one field the first is taken and the other noted", () => {
    const twice = applyMapping(table, {
      holds: "医疗机构",
      columns: [
        { heading: "代码", field: "编号" },
        { heading: "床位", field: "编号" },
      ],
    });
    expect(twice.table.rows[0]!.cells.get("编号")!.text).toBe("甲");
    expect(twice.table.notes.map(({ message }) => message)).toContain(
      "“床位”与“代码”对应同一字段“编号”，这一列未读取。",
    );
  });
});
