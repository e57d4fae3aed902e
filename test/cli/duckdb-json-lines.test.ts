import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { array, assert, asyncProperty, constantFrom, oneof, record, string, tuple } from "fast-check";
import { describe, expect, test } from "vitest";
import { readByDatabase, readByLoader } from "./read-both-ways.ts";
import { temporaryFolder } from "./run-command.ts";

const AREAS = { "片区.csv": "编号,名称\n东片,东\n西片,西\n" };

const bothWays = async (text: string) => {
  const folder = temporaryFolder({ ...AREAS, "门店.jsonl": text });
  const { large, ...found } = await readByDatabase(folder);
  return { large, found, expected: readByLoader(folder) };
};

describe("the database reads of JSONL what the loader reads", () => {
  test.each<readonly [string, readonly string[]]>([
    [
      "canonical records",
      [
        '{"编号":"a1","名称":"甲店","面积":"12.5","营业额":"300","业务量":5,"占比":"85%","等级":"甲级","开业日期":"2025-01-24","位置":"111.95,21.85","所在片区":"东片","持证":true}',
        '{"编号":"a2","名称":null,"持证":false}',
        '{"编号":"a3"}',
      ],
    ],
    [
      "numbers keep their digits",
      [
        '{"编号":"a1","名称":1.50,"面积":12.50,"业务量":-0}',
        '{"编号":"a2","名称":1e3,"面积":12.500,"业务量":5.0}',
        '{"编号":"a3","名称":12345678901234567890,"面积":0.1000000000000000000001,"业务量":123456789012345678}',
        '{"编号":7,"名称":-0.10,"面积":1E2,"业务量":99999999999999999999999}',
        '{"编号":7.0,"名称":18446744073709551616,"位置":[111.950,21.85]}',
        '{"编号":true,"名称":false,"位置":[ 111, 21 ]}',
      ],
    ],
    [
      "blanks between the marks, and escapes",
      [
        '{"编号": "a1", "名称": "甲店", "面积": 12.5, "持证": null, "业务量": 3}',
        '{ "编号":"a2","名称":"\\u7532\\u5e97\\t\\/","持证":true }',
        '{"\\u7f16\\u53f7":"a3","\\u540d\\u79f0":"\\ud83d\\ude00"}',
        '{"编号":"a4","名称":"甲\\"乙\\":1"}',
        '{"编号":"a5","名称":":1,","面积":2}',
        '{"编号":"a6","持证":"\\ud800","面积":2}',
        '{"编号":"a7","名称":"甲\\u0000乙","面积":3}',
        '{"编号":"a8" ,"名称"  :  "乙" }',
        '{"编号":"a9","名称":"甲\\r\\n乙"}',
        '\t{"编号":"b1"}\t',
        '{"编号":"b2","名称":"a\\\\b","面积":":null"}',
        '{"编号":"b3","名称":"null","面积":null}',
        '{"编号":"b4","名称":"[1,2]","位置":"[111,21]"}',
        '{"编号":"b5","名称":"","面积":""}',
      ],
    ],
    [
      "nested values, and values that cannot be read",
      [
        '{"编号":"a1","名称":{"x":1},"面积":[1,2,3],"持证":[]}',
        '{"编号":"a2","名称":"甲","面积":"很大","业务量":1.5,"占比":85,"等级":"特级","开业日期":20250124,"持证":"yes"}',
        '{"编号":"a3","面积":true,"持证":1,"开业日期":"2025年1月24日","业务量":"1,000"}',
        '{"编号":{"x":1},"面积":1}',
      ],
    ],
    [
      "lines that are no objects or no JSON, and blank ones",
      [
        '{"编号":"a1"}',
        "",
        "[1,2]",
        "7",
        '"文字"',
        "null",
        '{"编号":"a2",}',
        '{"编号":"a3","面积":NaN}',
        '{"编号":"a4","面积":Infinity}',
        '{"编号":"a5","面积":01}',
        "  ",
        '{"编号":"a6"} 7',
        '{"编号":"a7"}{"编号":"a8"}',
        "{}",
        "{ }",
        "{编号:1}",
        '{"编号":"a9","名称":"甲\t乙"}',
        "# 说明",
        '\uFEFF{"编号":"b1"}',
        '{"编号":"b2"',
      ],
    ],
    [
      "the same 编号 again, none at all, and names that are not there",
      [
        '{"编号":"a1","面积":1,"所在片区":"东片"}',
        '{"编号":"a1","面积":2,"所在片区":"东片"}',
        '{"编号":"a2","面积":2,"所在片区":"北片"}',
        '{"编号":"a3","面积":2,"名称":{}}',
        '{"编号":"a3","面积":3}',
        '{"面积":3}',
        '{"编号":"","面积":3}',
        '{"编号":" a4 ","面积":3}',
        '{"编号":null,"面积":4}',
      ],
    ],
    [
      "keys twice, with blanks, unknown, or of the same field",
      [
        '{"编号":"a1","面积":1,"面积":2}',
        '{"编号":"a2","面积":1,"面积":null}',
        '{"编号":"a3"," 面积 ":3,"面积":4}',
        '{"编号":"a4","面积（平方米）":5,"高度":3,"":1,"*":2,"a\\"b":3,"a\\\\b":4,"a.b":5}',
        '{"编号":"a5","面积":6,"a.b":7}',
        '{"编号":"a6","面积（平方米）":7,"业务量（家）":3}',
        '{"编号":"a7","__proto__":"甲","constructor":1}',
      ],
    ],
  ])("%s", async (_, lines) => {
    for (const text of [lines.join("\n"), `${lines.join("\n")}\n`, `\uFEFF${lines.join("\r\n")}\r\n`]) {
      const { large, found, expected } = await bothWays(text);
      expect(found).toEqual(expected);
      expect(large).toContain("门店.jsonl");
    }
  });

  test.each([
    ["another encoding", new Uint8Array([...Buffer.from('{"编号":"'), 0xb5, 0xea, ...Buffer.from('"}\n')])],
    ["NUL", '{"编号":"a1"}\n\0\n'],
    ["line ends of two kinds", '{"编号":"a1"}\r\n{"编号":"a2"}\n'],
    ["old line ends", '{"编号":"a1"}\r{"编号":"a2"}'],
    ["no 编号", '{"面积":1}\n{"面积":2}\n'],
    ["a sign that parts cells", '{"编号":"a1"}\n{"名称":"甲\u0001乙"}\n'],
    ["a kind of file that is no text", '%PDF-1\n{"编号":"a1"}\n'],
    ["nothing", ""],
    ["blank lines only", "\n\n \n"],
  ])("%s: the loader reads the file whole", async (_, text) => {
    const folder = temporaryFolder(AREAS);
    writeFileSync(join(folder, "门店.jsonl"), text);
    const { large, ...found } = await readByDatabase(folder);
    expect(found).toEqual(readByLoader(folder));
    expect(large).not.toContain("门店.jsonl");
  });

  test("names of columns that come up late, here and there", async () => {
    const line = (at: number): string => {
      const late = at > 5000 ? `,"面积":${at}.50${at > 6000 && at % 2 === 0 ? `,"名称":"第${at}"` : ""}` : "";
      const odd = at % 1777 === 0 ? ',"持证":"大概"' : "";
      return at % 997 === 0 ? "" : `{"编号":"${String(at).padStart(6, "0")}","业务量":${at}${late}${odd}}`;
    };
    const { large, found, expected } = await bothWays(
      Array.from({ length: 20_000 }, (_, at) => line(at)).join("\n"),
    );
    expect(found).toEqual(expected);
    expect(large).toContain("门店.jsonl");
  });

  test("any lines", async () => {
    const text = oneof(
      constantFrom(
        "a1",
        "a2",
        "甲级",
        "东片",
        "2024-02-29",
        "12.50",
        "5%",
        "是",
        ":1",
        "null",
        "[1,2]",
        "",
        " 甲 ",
      ),
      string({ unit: constantFrom(...'"\\:,{}[]1.e-\u0001\ud83d\ude00甲 '), maxLength: 6 }),
    );
    const value = oneof(
      text.map((each) => JSON.stringify(each)),
      constantFrom(
        "1",
        "0",
        "-0",
        "1.50",
        "1e2",
        "-3",
        "0.125",
        "12345678901234567",
        "true",
        "false",
        "null",
      ),
      constantFrom("[111.950,21.85]", "[111, 21]", "[]", "{}", '{"编号":"a1"}', "01", "NaN", "nul", "'a'"),
    );
    const key = constantFrom(
      "编号",
      "编号",
      "名称",
      "面积",
      "业务量",
      "占比",
      "等级",
      "开业日期",
      "位置",
      "所在片区",
      "持证",
      "面积（平方米）",
      " 名称 ",
      "高度",
      "\\u7f16\\u53f7",
      ":",
      "a\\\\b",
    );
    const object = record({
      entries: array(tuple(key, value), { maxLength: 6 }),
      colon: constantFrom(":", ":", ": ", " :"),
      comma: constantFrom(",", ",", ", ", ",,"),
    }).map(
      ({ entries, colon, comma }) =>
        `{${entries.map(([name, each]) => `"${name}"${colon}${each}`).join(comma)}}`,
    );
    const line = oneof({ arbitrary: object, weight: 9 }, { arbitrary: value, weight: 1 });
    await assert(
      asyncProperty(array(line, { minLength: 1, maxLength: 12 }), async (lines) => {
        const { found, expected } = await bothWays(['{"编号":"首"}', ...lines].join("\n"));
        expect(found).toEqual(expected);
      }),
      { numRuns: 40, seed: 7 },
    );
  });
});
