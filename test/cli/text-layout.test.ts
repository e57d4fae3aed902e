import * as fc from "fast-check";
import stringWidth from "string-width";
import { describe, expect, test } from "vitest";
import { textTable } from "../../compiler/report/text-table.ts";
import { displayWidth, padEnd, truncate, visible, wrap } from "../../compiler/report/width.ts";

describe("width", () => {
  test("Han characters and their punctuation take two columns", () => {
    expect(displayWidth("第十六条（一）")).toBe(14);
    expect(displayWidth("A类：5笔")).toBe(8);
  });

  test("agrees with the full measurement", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        expect(displayWidth(text)).toBe(stringWidth(text));
      }),
    );
  });

  test("padding counts columns, not characters", () => {
    expect(padEnd("县区", 6)).toBe("县区  ");
  });

  test("a cut text says that something is missing", () => {
    expect(truncate("定点医药机构", 7)).toBe("定点医…");
    expect(truncate("定点", 4)).toBe("定点");
  });

  test("control and direction characters cannot steer the terminal", () => {
    expect(visible("\u001b[31m红\u202e")).toBe("\uFFFD[31m红\uFFFD");
  });
});

describe("wrap", () => {
  test("no line begins with closing punctuation or ends with an opening mark", () => {
    const lines = wrap("原则上每个县区内应当至少有一家（含本数），具有双通道资格的定点零售药店。", 12);
    expect(lines.join("")).toBe("原则上每个县区内应当至少有一家（含本数），具有双通道资格的定点零售药店。");
    for (const line of lines) {
      expect(line).not.toMatch(/^[，。）；]/);
      expect(line).not.toMatch(/[（「]$/);
    }
  });

  test("loses nothing but spaces and keeps to its columns", () => {
    const words = fc.string({ unit: fc.constantFrom("条", "文", "，", "（", "a", "1", " ") });
    fc.assert(
      fc.property(words, fc.integer({ min: 4, max: 30 }), (text, columns) => {
        const lines = wrap(text, columns);
        expect(lines.join("").replaceAll(" ", "")).toBe(text.replaceAll(" ", ""));
        for (const line of lines) expect(displayWidth(line)).toBeLessThanOrEqual(columns);
      }),
    );
  });
});

describe("table", () => {
  test("columns line up under Han headings", () => {
    const table = textTable(
      [{ title: "规则" }, { title: "成立", align: "right" }],
      [
        ["自然退出", 3],
        ["a", 12],
      ],
    );
    expect(table).toBe(["规则      成立", "────────  ────", "自然退出     3", "a           12"].join("\n"));
  });

  test("a wide cell is wrapped inside its column, a fixed one is not", () => {
    const table = textTable(
      [{ title: "编号", fixed: true }, { title: "说明" }],
      [["甲乙丙丁", "年度医保业务量低于业务量极少标准的，纳入自然退出范畴"]],
      { width: 30 },
    );
    const lines = table.split("\n");
    expect(lines.length).toBeGreaterThan(3);
    for (const line of lines) expect(displayWidth(line)).toBeLessThanOrEqual(30);
    expect(lines[2]).toMatch(/^甲乙丙丁 {2}/);
    expect(lines[3]).toMatch(/^ {10}\S/);
  });

  test("painted cells keep their width", () => {
    const table = textTable([{ title: "结果" }, { title: "值" }], [[{ text: "冲突", tone: "bad" }, "甲"]], {
      paint: (tone, text) => (tone === "bad" ? `<${text}>` : text),
    });
    expect(table.split("\n")[2]).toBe("<冲突>  甲");
  });
});
