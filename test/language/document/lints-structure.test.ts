import { describe, expect, test } from "vitest";
import { articles, foundWithCodes as found } from "./finding-places.ts";
import { read } from "./reading.ts";

describe("numbers that begin again", () => {
  const NUMBERS = ["number-restart", "number-backwards", "duplicate-number", "missing-number"];

  test("are told once, not at every article that follows", () => {
    const text = `${articles("甲。", "乙。", "丙。")}${articles("丁。", "戊。", "己。")}`;
    expect(found(text, ...NUMBERS)).toEqual([["number-restart", "第一条"]]);
  });

  test("are a repetition where only one does", () => {
    expect(found("第一条 甲。\n第二条 乙。\n第一条 丙。\n第三条 丁。\n", ...NUMBERS)).toEqual([
      ["duplicate-number", "第一条"],
    ]);
  });

  test("stand behind a higher one", () => {
    expect(found("第一条 甲。\n第三条 乙。\n第二条 丙。\n第四条 丁。\n", ...NUMBERS)).toEqual([
      ["number-backwards", "第二条"],
    ]);
    expect(found("第一条 甲。\n第二条 乙。\n第九条 丙。\n第三条 丁。\n第四条 戊。\n", ...NUMBERS)).toEqual([
      ["number-backwards", "第三条"],
    ]);
  });

  test("of one list are no new list", () => {
    const list = (...numbers: readonly string[]): string =>
      `第一条 有下列情形：\n${numbers.map((number) => `（${number}）甲乙；\n`).join("")}`;
    expect(found(list("一", "二", "三", "一", "二"), ...NUMBERS).map(([code]) => code)).toEqual([
      "number-restart",
    ]);
    expect(found(list("一", "一", "三"), ...NUMBERS).map(([code]) => code)).toEqual(["duplicate-number"]);
    expect(found("第一条 甲：\n（一）乙；\n（二）丙。\n丁：\n（一）戊；\n（二）己。\n", ...NUMBERS)).toEqual(
      [],
    );
  });

  test("of an insertion run on", () => {
    const inserted = (...numbers: readonly string[]): string =>
      `第一条 甲。\n${numbers.map((number) => `第一条之${number} 乙。\n`).join("")}第二条 丙。\n`;
    expect(found(inserted("一", "二", "三"), ...NUMBERS)).toEqual([]);
    expect(found(inserted("一", "三"), ...NUMBERS)).toEqual([["missing-number", "第一条之三"]]);
    expect(found(inserted("二", "一"), ...NUMBERS).map(([code]) => code)).toContain("number-backwards");
    expect(found(inserted("一", "一"), ...NUMBERS).map(([code]) => code)).toEqual(["duplicate-number"]);
    const chapters = "第一章 甲\n第一条 乙。\n第一章之一 丙\n第二条 丁。\n第二章 戊\n第三条 己。\n";
    expect(found(chapters, ...NUMBERS)).toEqual([]);
  });

  test("used twice are not told again as a gap", () => {
    const text = "第一条 甲。\n第二条 乙。\n第二条 丙。\n第四条 丁。\n";
    expect(found(text, ...NUMBERS)).toEqual([["duplicate-number", "第二条"]]);
    expect(read(text).findings[0]!.message).toContain("按顺序这里应为“第三条”");
  });
});

describe("titles", () => {
  const chapters = (second: string): string =>
    `第一章 总则\n第一条 甲。\n${second}\n第二条 乙。\n第三章 附则\n第三条 丙。\n`;
  const TITLES = ["level-title-mismatch", "level-empty", "missing-number"];

  test.each([
    ["三、监督管理", "level-title-mismatch"],
    ["第二章 监督管理。", "level-title-mismatch"],
    ["第二章", "level-title-mismatch"],
    ["第二章 总则", "level-title-mismatch"],
    ["第二章 各单位应当配合", "level-title-mismatch"],
  ])("%s does not fit", (title, code) => {
    const text = title.startsWith("三") ? `${chapters("第二章 管理")}${title}\n` : chapters(title);
    const broken = title.startsWith("三")
      ? `第一章 总则\n第一条 甲。\n第二章 管理\n第二条 乙。\n${title}\n第三条 丙。\n第四章 附则\n第四条 丁。\n`
      : text;
    expect(found(broken, ...TITLES).map(([each]) => each)).toContain(code);
  });

  test.each(["第二章 监督管理", "第二章 监督、管理与处罚"])("%s fits", (title) => {
    expect(found(chapters(title), ...TITLES)).toEqual([]);
  });

  test("a sentence about a chapter is no title", () => {
    expect(found(`第一章 总则\n第一条 甲。\n第二章的规定适用于乙。\n第二条 丙。\n`, ...TITLES)).toEqual([]);
    expect(found(`第一章 总则\n第一条 甲。\n第二章规定的期限，从其规定。\n第二条 丙。\n`, ...TITLES)).toEqual(
      [],
    );
  });

  test("a number of another kind is told once", () => {
    const list = (second: string): string => `第一条 有下列情形：\n（一）甲；\n${second}乙；\n（三）丙。\n`;
    for (const marker of ["2.", "二、", "（2）"]) {
      expect(found(list(marker), ...TITLES).map(([code]) => code)).toEqual(["level-title-mismatch"]);
    }
    expect(found(list("（二）"), ...TITLES)).toEqual([]);
    const lists = "第一条 有下列情形：\n（一）甲：\n1.乙；\n2.丙；\n（二）丁。\n";
    expect(found(lists, ...TITLES)).toEqual([]);
  });

  test("a chapter without an article, and a chapter with one section", () => {
    expect(found("第一章 甲\n第二章 乙\n第一条 丙。\n", "level-empty")).toHaveLength(1);
    expect(found("第一章 甲\n第二章 乙\n第三章 丙\n", "level-empty")).toEqual([]);
    const sections = "第一章 甲\n第一节 乙\n第一条 丙。\n第二节 丁\n第二条 戊。\n";
    expect(found(sections, "single-section")).toEqual([]);
    expect(found(sections.replace("第二节 丁\n", ""), "single-section")).toEqual([
      ["single-section", "第一节 乙"],
    ]);
  });
});
