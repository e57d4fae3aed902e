import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readCsv } from "../../../compiler/data/csv.ts";
import { cutCsv } from "../../../compiler/data/csv-lines.ts";
import { decodeText } from "../../../compiler/data/index.ts";
import { readJson, readJsonLines } from "../../../compiler/data/json.ts";
import { readJsonText } from "../../../compiler/data/json-text.ts";
import type { DataTable } from "../../../compiler/data/model.ts";

const rows = (table: DataTable) =>
  table.rows.map((row) => [row.line, ...[...row.cells].map(([name, cell]) => `${name}=${cell.text}`)]);

describe("encodings", () => {
  const text = "编号,名称\nA1,阳江";
  const utf8 = new TextEncoder().encode(text);
  // 编号,名称 and 阳江 as GB18030 bytes.
  const gb18030 = Uint8Array.from([
    0xb1, 0xe0, 0xba, 0xc5, 0x2c, 0xc3, 0xfb, 0xb3, 0xc6, 0x0a, 0x41, 0x31, 0x2c, 0xd1, 0xf4, 0xbd, 0xad,
  ]);
  test("UTF-8 with and without a mark, and GB18030", () => {
    expect(decodeText(utf8)).toEqual({ kind: "text", text, encoding: "UTF-8" });
    expect(decodeText(Uint8Array.from([0xef, 0xbb, 0xbf, ...utf8]))).toEqual({
      kind: "text",
      text,
      encoding: "UTF-8",
    });
    expect(decodeText(gb18030)).toEqual({ kind: "text", text, encoding: "GB18030" });
  });
  test("all line ends", () => {
    const decoded = decodeText(new TextEncoder().encode("a\r\nb\rc\nd"));
    expect(decoded).toMatchObject({ text: "a\nb\nc\nd" });
  });
  test.each([
    ["UTF-16", [0xff, 0xfe, 0x41, 0x00], /UTF-16/],
    ["Excel", [0x50, 0x4b, 0x03, 0x04], /Excel/],
    ["NULs", [0, 0, 0], /不是文字/],
    ["neither", [0xff, 0x80, 0x00], /两种编码都无法读出/],
  ])("%s is refused in words", (_, bytes, expected) => {
    const decoded = decodeText(Uint8Array.from(bytes));
    expect(decoded.kind === "failed" && decoded.expected).toMatch(expected);
  });
});

describe("CSV", () => {
  test("rows keep their lines; blank rows are no records", () => {
    const table = readCsv("x.csv", '\n编号,名称\nA1,"一\n二"\n\n,,\nA2,"说""好"""\nA3\n');
    expect(rows(table)).toEqual([
      [3, "编号=A1", "名称=一\n二"],
      [7, "编号=A2", '名称=说"好"'],
      [8, "编号=A3"],
    ]);
    expect(table.errors).toEqual([]);
  });
  test("a stray quote costs one row", () => {
    const table = readCsv("x.csv", '编号,名称\nA1,"一\nA2,二\nA3,5"管\nA4,"四"年\nA5,五\n');
    expect(rows(table)).toEqual([
      [3, "编号=A2", "名称=二"],
      [4, "编号=A3", '名称=5"管'],
      [6, "编号=A5", "名称=五"],
    ]);
    expect(table.errors.map((error) => [error.row, error.value])).toEqual([
      [2, 'A1,"一'],
      [5, 'A4,"四"年'],
    ]);
  });
  test("a row that is too long keeps its 编号 only", () => {
    const table = readCsv("x.csv", "编号,金额,名称\nA1,1,000,甲\nA2,5,乙,,\n");
    expect(rows(table)).toEqual([
      [2, "编号=A1"],
      [3, "编号=A2", "金额=5", "名称=乙"],
    ]);
    expect(table.errors).toHaveLength(1);
  });
  test("repeated and empty headings are said", () => {
    const table = readCsv("x.csv", "编号,名称,名称,\nA1,甲,乙,丙\n");
    expect(rows(table)).toEqual([[2, "编号=A1"]]);
    expect(table.errors[0]).toMatchObject({ row: 1, column: "名称" });
    expect(table.notes[0]?.message).toBe("第4列没有标题，未读取。");
  });
  test("an empty file says what it should begin with", () => {
    expect(readCsv("x.csv", " \n\n").errors).toEqual([
      { file: "x.csv", row: 1, column: "", value: "", expected: "标题行（第一行，各列为字段名称）" },
    ]);
  });
  test("what is quoted comes back", () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.array(fc.string({ unit: fc.constantFrom("a", '"', ",", "\n", " ", "中") }), {
            minLength: 2,
            maxLength: 4,
          }),
          { minLength: 1, maxLength: 8 },
        ),
        (table) => {
          const text = table
            .map((cells) => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(","))
            .join("\n");
          expect(cutCsv(text).map((line) => line.cells)).toEqual(table);
        },
      ),
    );
  });
  test("every line is a row or a finding", () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom("a", '"', ",", "\n", " ") }), (text) => {
        const lines = cutCsv(text);
        const last = lines.at(-1);
        expect(lines.every((line, at) => at === 0 || line.line > lines[at - 1]!.line)).toBe(true);
        expect((last?.line ?? 0) <= text.split("\n").length).toBe(true);
      }),
    );
  });
  test("a register of stray quotes is read in linear time", () => {
    const text = `编号,名称\n${'A1,"x"y\n'.repeat(200_000)}"`;
    const started = performance.now();
    expect(cutCsv(text)).toHaveLength(200_002);
    expect(performance.now() - started).toBeLessThan(2000);
  });
});

describe("JSON", () => {
  test("digits stay as written, keys are plain data, lines are known", () => {
    const table = readJson(
      "x.json",
      '[\n {"编号":"A1","数":0.10,"大":12345678901234567890,"__proto__":"p"},\n {"编号":2,"开":true,"空":null,"位置":[111.95, 21.85]}\n]',
    );
    expect(rows(table)).toEqual([
      [2, "编号=A1", "数=0.10", "大=12345678901234567890", "__proto__=p"],
      [3, "编号=2", "开=true", "位置=111.95,21.85"],
    ]);
  });
  test("a key that comes twice is not chosen silently", () => {
    const table = readJson("x.json", '[{"编号":"A1","值":1,"值":2},{"编号":"A2","值":3}]');
    expect(rows(table)).toEqual([
      [1, "编号=A1"],
      [1, "编号=A2", "值=3"],
    ]);
    expect(table.errors[0]).toMatchObject({ column: "值", value: "2" });
  });
  test.each([
    '{"a":1}',
    "[1]",
    "[{]",
    '[{"a":}]',
    '[{"a":1}',
    "[{'a':1}]",
    '[{"a":1}] x',
    '"\\x"',
    "[".repeat(100_000),
  ])("%s is said, not thrown", (text) => expect(readJson("x.json", text).errors).toHaveLength(1));
  test("one bad line of JSONL costs that line", () => {
    const table = readJsonLines("x.jsonl", '{"编号":"A1"}\n\n{"编号":\n[1]\n{"编号":"A2"}\n');
    expect(rows(table)).toEqual([
      [1, "编号=A1"],
      [5, "编号=A2"],
    ]);
    expect(table.errors.map((error) => error.row)).toEqual([3, 4]);
  });
  test("agrees with the standard reader", () => {
    fc.assert(
      fc.property(fc.json(), (text) => {
        const plain = (value: ReturnType<typeof readJsonText>): unknown => {
          if (value.kind === "list") return value.items.map(plain);
          if (value.kind === "object")
            return Object.fromEntries(value.entries.map(([key, held]) => [key, plain(held)]));
          if (value.kind === "string") return value.text;
          return value.kind === "problem" ? value : JSON.parse(value.text);
        };
        expect(plain(readJsonText(text))).toEqual(JSON.parse(text));
      }),
    );
  });
});
