import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { canonicalData, loadFacts, sha256Hex } from "../../../compiler/data/index.ts";
import { printRational } from "../../../language/index.ts";
import { file, schema } from "./schema.ts";

const REGIONS = file("县区.csv", "编号,名称\nC1,江城区\nC2,阳东区\n");

const load = (...files: ReturnType<typeof file>[]) => loadFacts(schema, files);
const institutions = (text: string) => load(REGIONS, file("机构.csv", text));
const errorsOf = (loaded: ReturnType<typeof load>) =>
  loaded.dataErrors.map(
    ({ file: name, row, column, value, expected }) => `${name} ${row} ${column}“${value}”应为${expected}`,
  );

describe("records", () => {
  test("cells become facts; an empty cell and an absent column are unknown", () => {
    const { facts, dataErrors, notes } = institutions(
      "编号,名称,业务量,床位利用率,所在县区\nA1,甲,5,85%,C1\nA2,乙,,,C2\n",
    );
    expect([...facts.record("机构", "A1")!.facts.keys()]).toEqual([
      "名称",
      "业务量",
      "床位利用率",
      "所在县区",
    ]);
    expect([...facts.record("机构", "A2")!.facts.keys()]).toEqual(["名称", "所在县区"]);
    expect(facts.record("机构", "A2")!.source).toBe("机构.csv 第3行");
    expect([dataErrors, notes]).toEqual([[], []]);
  });

  test("a bad cell is said and its row still runs", () => {
    const loaded = institutions(
      "编号,业务量,开通,复核日期,医院等级\nA1,五家,也许,2025-02-30,四级\nA2,=1+1,是,,一级\n",
    );
    expect(errorsOf(loaded)).toEqual([
      "机构.csv 2 业务量“五家”应为整数（笔）",
      "机构.csv 2 医院等级“四级”应为“三级”、“二级”、“一级”、“未定级”之一，是否指“三级”？",
      "机构.csv 2 复核日期“2025-02-30”应为日期（如2025-01-24或者2025年1月24日，且确有这一日）",
      "机构.csv 2 开通“也许”应为是或者否",
      "机构.csv 3 业务量“=1+1”应为整数（笔）",
    ]);
    expect(loaded.facts.record("机构", "A1")!.facts.size).toBe(0);
    expect([...loaded.facts.record("机构", "A2")!.facts.keys()]).toEqual(["开通", "医院等级"]);
  });

  test("an unknown heading is a note with the name that was meant", () => {
    const { notes, dataErrors } = institutions("编号,医院等及,__proto__,业 务 量\nA1,三级,x,5\n");
    expect(notes.map((note) => note.message)).toEqual([
      "“医院等及”不是“机构”的字段，这一列未读取，是否指“医院等级”？",
      "“__proto__”不是“机构”的字段，这一列未读取。",
    ]);
    expect(dataErrors).toEqual([]);
  });

  test("a heading may name the unit that the field declares, and no other", () => {
    const loaded = institutions("编号,业务量（笔）,床位利用率(%)\nA1,5,85%\n");
    expect(loaded.facts.record("机构", "A1")!.facts.size).toBe(2);
    expect([loaded.dataErrors, loaded.notes]).toEqual([[], []]);
    const wrong = institutions("编号,业务量（万笔）\nA1,5\n");
    expect(errorsOf(wrong)).toEqual([
      "机构.csv 1 业务量（万笔）“业务量（万笔）”应为“业务量”，以笔为单位（这一列未读取）",
    ]);
    expect(wrong.facts.record("机构", "A1")!.facts.size).toBe(0);
    expect(institutions("编号,名称（全称）\nA1,甲\n").notes[0]?.message).toContain("是否指“名称”？");
  });

  test("what stands for an unknown is to be left empty", () => {
    const loaded = institutions("编号,业务量,复核日期,所在县区,名称\nA1,不详,N/A,无,无\n");
    expect(loaded.dataErrors.map(({ expected }) => expected.split("；").at(-1))).toEqual(
      Array.from({ length: 3 }, () => "不知道的请留空"),
    );
    expect([...loaded.facts.record("机构", "A1")!.facts.keys()]).toEqual(["所在县区", "名称"]);
  });

  test("rows with one 编号 keep what all of them say", () => {
    const loaded = institutions("编号,名称,业务量\nA1,甲,5\nA2,乙,1\nA1,甲,6\n");
    expect(errorsOf(loaded)).toEqual([
      "机构.csv 4 编号“A1”应为不重复的编号（第2行已有；各行不一致的字段按未知处理）",
    ]);
    expect([...loaded.facts.record("机构", "A1")!.facts.keys()]).toEqual(["名称"]);
    expect(loaded.facts.record("机构", "A1")!.source).toBe("机构.csv 第2行、第4行");
  });

  test("the same across two files of one object", () => {
    const loaded = load(
      file("机构.csv", "编号,业务量\nA1,5\n"),
      file("机构.jsonl", '{"编号":"A1","业务量":6}\n{"编号":"A2"}'),
    );
    expect(loaded.facts.records("机构").map((record) => record.id)).toEqual(["A1", "A2"]);
    expect(loaded.facts.record("机构", "A1")!.facts.size).toBe(0);
    expect(errorsOf(loaded)).toEqual([
      "机构.jsonl 1 编号“A1”应为不重复的编号（机构.csv 第2行已有；各处不一致的字段按未知处理）",
    ]);
  });

  test("a row without 编号 stays a record", () => {
    const loaded = institutions("编号,业务量\n,5\nA2,6\n");
    expect(loaded.facts.records("机构").map((record) => record.id)).toEqual(["A2", "（第2行）"]);
    expect(loaded.dataErrors[0]).toMatchObject({ row: 2, column: "编号" });
    expect(institutions("业务量\n5\n6\n").dataErrors.map((error) => error.column)).toEqual(["编号"]);
  });

  test("a reference to nothing is said and kept", () => {
    const loaded = institutions("编号,所在县区\nA1,C3\nA2,C1\n");
    expect(errorsOf(loaded)).toEqual(["机构.csv 2 所在县区“C3”应为“县区”中已有的编号"]);
    expect(loaded.facts.record("机构", "A1")!.facts.get("所在县区")).toEqual({
      kind: "reference",
      object: "县区",
      id: "C3",
    });
    const alone = load(file("机构.csv", "编号,所在县区\nA1,C3\nA2,C1\n"));
    expect(alone.dataErrors).toEqual([]);
    expect(alone.notes.map((note) => note.message)).toEqual([
      "没有“县区”的数据，“所在县区”一列所指的记录无从查找。",
    ]);
  });

  test("lists and objects in JSON are bad cells", () => {
    const loaded = load(
      file(
        "机构.json",
        '[{"编号":"A1","名称":{"a":1},"业务量":[1,2,3],"床位利用率":0.85,"位置":[111.9,21.8]}]',
      ),
    );
    expect(loaded.dataErrors.map((error) => error.column)).toEqual(["业务量", "名称", "床位利用率"]);
    expect(loaded.facts.record("机构", "A1")!.facts.get("位置")).toMatchObject({ longitude: 111.9 });
  });
});

describe("files", () => {
  test("what is no data file is noted; a misspelt object is named", () => {
    const { notes, files } = load(
      file("机沟.csv", "编号\nA1"),
      file("README.md", ""),
      file(".hidden", ""),
      file("机构.xlsx", ""),
      file("a/县区.CSV", "编号\nC1"),
    );
    expect(notes.map((note) => `${note.file}：${note.message}`)).toEqual([
      "机构.xlsx：不能直接读取电子表格文件，这个文件未读取，请另存为 CSV（UTF-8）。",
      "机沟.csv：政策中没有名为“机沟”的对象，这个文件未读取，是否指“机构.csv”？",
    ]);
    expect(files.filter((read) => read.holds !== null)).toEqual([
      { name: "县区.CSV", holds: "县区", rows: 1, encoding: "UTF-8" },
    ]);
  });

  test.each(["机构名单.csv", "定点机构2025.csv"])("%s may be meant as the file of an object", (name) => {
    expect(load(file(name, "编号\nA1")).notes[0]?.message).toContain("，是否指“机构.csv”？");
  });

  test.each([
    ["编号;业务量\nA1;5\n", "分号“;”"],
    ["编号\t业务量\nA1\t5\n", "制表符"],
    ["编号，业务量\nA1，5\n", "中文逗号“，”"],
  ])("another delimiter is said once and the file is not read: %j", (text, delimiter) => {
    const loaded = institutions(text);
    expect(loaded.dataErrors).toHaveLength(1);
    expect(loaded.dataErrors[0]).toMatchObject({ file: "机构.csv", row: 1 });
    expect(loaded.dataErrors[0]!.expected).toContain(`这个文件用${delimiter}分隔，未读取`);
    expect(loaded.facts.records("机构")).toEqual([]);
  });

  test("bytes that are no text stop one file only", () => {
    const loaded = loadFacts(schema, [REGIONS, { name: "机构.csv", bytes: Uint8Array.from([0xff, 0xff]) }]);
    expect(loaded.dataErrors).toHaveLength(1);
    expect(loaded.facts.records("县区")).toHaveLength(2);
  });

  test("strict stops on a bad cell only", () => {
    const bad = [REGIONS, file("机构.csv", "编号,业务量\nA1,五\nA2,x\n")];
    expect(loadFacts(schema, bad, { strict: true }).stopped).toBe(true);
    expect(loadFacts(schema, bad).stopped).toBe(false);
    expect(loadFacts(schema, [REGIONS], { strict: true }).stopped).toBe(false);
  });
});

describe("beside the records", () => {
  const records = [REGIONS, file("机构.csv", "编号\nA1\nA2\n")];

  test("parameters have the type that the policy declares", () => {
    const loaded = load(
      ...records,
      file(
        "参数.csv",
        "名称,地区,自,值,出处\n业务量极少标准,,2025-01-01,50笔,示例\n业务量极少标准,,,3.5,\n业务量极小标准,,,1,\n床位利用率标准,C1,,85%,\n床位利用率标准,C9,,85%,\n床位利用率标准,,,85%,\n业务量极少标准,C1,,7,\n",
      ),
    );
    expect(loaded.facts.parameterValues("业务量极少标准")).toMatchObject([
      { from: 20089, region: null, source: "示例" },
    ]);
    expect(loaded.facts.parameterValues("床位利用率标准")).toMatchObject([{ from: null, region: "C1" }]);
    expect(errorsOf(loaded)).toEqual([
      "参数.csv 3 值“3.5”应为整数（笔）",
      "参数.csv 4 名称“业务量极小标准”应为政策中的参数，是否指“业务量极少标准”？",
      "参数.csv 6 地区“C9”应为“县区”的编号",
      "参数.csv 7 地区“”应为“县区”的编号",
      "参数.csv 8 地区“C1”应为空白（“业务量极少标准”不分地区）",
    ]);
  });

  test("contradicting rows are all left out", () => {
    const loaded = load(
      ...records,
      file("参数.csv", "名称,值\n业务量极少标准,5\n业务量极少标准,6\n业务量极少标准,5\n"),
    );
    expect(loaded.facts.parameterValues("业务量极少标准")).toEqual([]);
    expect(errorsOf(loaded)).toEqual(["参数.csv 3 值“6”应为与第2行一致的内容（不一致的各行均未采用）"]);
  });

  test("distances need their unit and known ends, and hold both ways", () => {
    const loaded = load(
      ...records,
      file("步行距离.csv", "起,止,距离\nA1,A2,1.4公里\nA2,A1,1500米\nA1,C1,900\nA1,B7,-5米\n"),
    );
    expect(loaded.facts.walkingDistance("A1", "A2")).toBe(1400);
    expect(loaded.facts.walkingDistance("A2", "A1")).toBe(1500);
    expect(loaded.facts.walkingDistance("A1", "C1")).toBeUndefined();
    expect(loaded.dataErrors.map((error) => `${error.row} ${error.column}`)).toEqual([
      "4 距离",
      "5 止",
      "5 距离",
    ]);
  });

  test("recorded reasons name a known rule and record", () => {
    const loaded = load(
      ...records,
      file("理由.csv", "对象,编号,规则,理由\n机构,A1,服务圈,确有需要\n机构,A9,服务圈,x\n机构,A1,服务环,x\n"),
    );
    expect(loaded.facts.recordedReason("机构", "A1", "服务圈")).toBe("确有需要");
    expect(loaded.dataErrors.map((error) => `${error.row} ${error.column}`)).toEqual(["3 编号", "4 规则"]);
  });

  test("a missing column is said once", () => {
    const loaded = load(...records, file("参数.csv", "名称,数值\n业务量极少标准,5\n"));
    expect(errorsOf(loaded)).toEqual(["参数.csv 1 值“”应为“值”一列（这个文件未读取）"]);
  });
});

describe("receipt", () => {
  const text = (...files: ReturnType<typeof file>[]) => canonicalData(load(...files).facts.tables);

  test("depends on the content, not on order or format", () => {
    const one = text(REGIONS, file("机构.csv", "编号,名称,业务量\nA1,甲,5\nA2,乙,6\n"));
    const other = text(
      file("机构.json", '[{"业务量":6,"名称":"乙","编号":"A2"},{"编号":"A1","业务量":"5笔","名称":"甲"}]'),
      REGIONS,
    );
    expect(other).toBe(one);
    expect(text(REGIONS, file("机构.csv", "编号,名称,业务量\nA1,甲,5\nA2,乙,7\n"))).not.toBe(one);
  });

  test("hashes as SHA-256 does", async () => {
    expect(await sha256Hex("abc")).toBe("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  });
});

test("values keep their exact amounts", () => {
  const value = institutions("编号,床位利用率\nA1,85.25％\n")
    .facts.record("机构", "A1")!
    .facts.get("床位利用率")!;
  expect(value.kind === "number" && printRational(value.value)).toBe("0.8525");
});

describe("any bytes", () => {
  const names = fc.constantFrom(
    "机构.csv",
    "机构.json",
    "县区.jsonl",
    "参数.csv",
    "步行距离.json",
    "理由.csv",
    "x",
    ".csv",
  );
  const text = fc.string({
    unit: fc.constantFrom("编号", "业务量", "A1", "是", '"', ",", "\n", "{", "}", "[", ":", "1", " "),
  });
  const bytes = fc.oneof(
    fc.uint8Array({ maxLength: 60 }),
    text.map((each) => new TextEncoder().encode(each)),
  );

  test("are read or reported, never thrown at", () => {
    fc.assert(
      fc.property(fc.array(fc.record({ name: names, bytes }), { maxLength: 4 }), (files) => {
        const loaded = loadFacts(schema, files);
        expect(loaded.files).toHaveLength(files.length);
        expect(canonicalData(loaded.facts.tables)).toBe(
          canonicalData(loadFacts(schema, [...files].reverse()).facts.tables),
        );
      }),
    );
  });

  test.each([
    ["a line of a megabyte", "编号,名称\nA1,".concat("长".repeat(1_000_000))],
    ["a cell of twenty megabytes that is no number", "编号,业务量\nA1,".concat("9".repeat(20_000_000))],
    ["a quote that never closes", '编号,名称\nA1,"'.concat("字,\n".repeat(200_000))],
    ["ten thousand brackets", "[".repeat(10_000)],
  ])("%s", (_, content) => {
    const loaded = loadFacts(schema, [file("机构.csv", content), file("县区.json", content)]);
    expect(loaded.dataErrors.every((error) => error.value.length < 200)).toBe(true);
  });
});
