import { describe, expect, test } from "vitest";
import { foundWithCodes as found } from "./finding-places.ts";
import { read } from "./reading.ts";

describe("what pages leave", () => {
  test.each([
    "第一条 全面筑牢医保基金安— 12 —全防线。\n",
    "第一条 全面筑牢医保基金安第3页 共10页全防线。\n",
    "第一条 全面筑牢医保基金，维护安\n\n— 12 —\n\n全防线。\n",
    "第一条 全面筑牢医保基金安\n第 3 页\n全防线，维护权益。\n",
    "第一条 维护参保人员权益。— 5 —\n第二条 乙。\n",
  ])("%j has a page number", (text) => {
    expect(found(text, "page-number-inside")).toHaveLength(1);
  });

  test.each([
    "第一条 规划期为2021—2025年。\n",
    "第一条 拨打0433-1234-5678。\n",
    "第一条 见申请表第3页。\n",
    "第一条 全面筑牢防线。\n\n— 12 —\n\n第二条 乙。\n",
    "一、工作措施\n- 3 -\n各单位应当落实责任。\n",
  ])("%j has none", (text) => {
    expect(found(text, "page-number-inside")).toEqual([]);
  });

  test("a line that looks like a heading and ends inside a word", () => {
    expect(found("第一条 各级医疗保障行政部门应\n\n当加强管理。\n", "word-cut")).toHaveLength(1);
    expect(found("第一条 各级医疗保障行政部\n部门应当加强管理。\n", "repeated-at-break")).toHaveLength(1);
    expect(found("一、申请条件和申请人\n民政部门负责受理申请。\n", "word-cut")).toEqual([]);
    expect(found("第一条 适用范围\n本办法适用于本市。\n", "word-cut")).toEqual([]);
  });
});

describe("a text broken at a fixed width", () => {
  const sentence = "定点医药机构违反前款规定或者本办法第八条规定的，由市医疗保障局责令改正并向社会公布结果，";
  const wrap = (text: string): string => text.replace(/.{20}/g, "$&\n");
  const text = `第一条 本办法适用于本市。\n第二条 ${wrap(sentence.repeat(14))}\n`;

  test("is told once, and nothing that depends on its lines is said", () => {
    expect(read(text).findings.map(({ code }) => code)).toContain("lines-wrapped");
    expect(found(text, "repeated-at-break", "word-cut", "paragraph-cut")).toEqual([]);
    expect(
      found(text, "citation-unresolved").every(([, words]) => words.replace(/\s/g, "") === "本办法第八条"),
    ).toBe(true);
  });
});

describe("what templates leave", () => {
  test.each([
    "（此处填写单位名称）",
    "XX市",
    "××局",
    "&nbsp;",
    "<br>",
    "^p",
    "Lorem ipsum",
    "【待补充】",
    "\ue004",
  ])("%j", (words) => {
    expect(found(`第一条 甲${words}乙。\n`, "editor-residue").length).toBeGreaterThan(0);
  });

  test.each(["MAX值", "A<B且C>D", "处2×3平方米", "等待补充材料", "P2P平台", "AT&T公司", "……等"])(
    "%j is text",
    (words) => {
      expect(found(`第一条 甲${words}乙。\n`, "editor-residue")).toEqual([]);
    },
  );
});
