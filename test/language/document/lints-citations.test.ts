import { describe, expect, test } from "vitest";
import { articles, foundWithCodes as found } from "./finding-places.ts";

/** Three articles in front, so that numbers have something to point at. */
const rules = (sentence: string): string =>
  `某市医疗保障办法\n\n${articles("本办法适用于本市。", "市医疗保障局负责管理。\n各县区医疗保障局负责受理。", sentence)}`;

describe("citations", () => {
  test.each([
    ["违反本办法第八条规定的，责令改正。", "本办法第八条"],
    ["依照本办法第二条第三款的规定办理。", "本办法第二条第三款"],
    ["依照第九条的规定办理。", "第九条"],
    ["依照本办法第一条至第十二条的规定办理。", "第十二条"],
    ["违反前款规定的，责令改正。", "前款"],
    ["依照前四条的规定办理。", "前四条"],
    ["违反本条第二款规定的，责令改正。", "本条第二款"],
    ["适用本章规定。", "本章"],
    ["适用前项规定。", "前项"],
    ["依照本办法第二条第一款第三项的规定办理。", "本办法第二条第一款第三项"],
  ])("%s leads nowhere", (sentence, cited) => {
    expect(found(rules(sentence), "citation-unresolved")).toEqual([["citation-unresolved", cited]]);
  });

  test.each([
    "违反本办法第二条规定的，责令改正。",
    "依照本办法第二条第二款的规定办理。",
    "依照前条第二款的规定办理。",
    "依照前两条的规定办理。",
    "依照《某省医疗保障条例》第八十条的规定办理。",
    "依照民法典第一千零一条、第一千零二条的规定办理。",
    "依照《某省条例》的规定和第八十条的规定办理。",
    "服务协议约定第十五条不适用的，从其约定。",
    "该条例第五十条规定的除外。",
    "将“第五十条”修改为“第五十一条”。",
    "以前条件较差的，提前款项拨付。",
    "本条件适用于本节约项目。",
    "本通知第八条另有规定的除外。",
  ])("%s is left alone", (sentence) => {
    expect(found(rules(sentence), "citation-unresolved")).toEqual([]);
  });

  test("前款 and 前项 behind what they mean", () => {
    expect(
      found(
        rules("有下列情形的：\n（一）甲；\n（二）依照前项办理。\n前款规定适用于乙。"),
        "citation-unresolved",
      ),
    ).toEqual([]);
    expect(found(rules("有下列情形的：\n（一）依照前项办理；\n（二）乙。"), "citation-unresolved")).toEqual([
      ["citation-unresolved", "前项"],
    ]);
  });

  test("an excerpt says nothing about articles that it leaves out", () => {
    expect(
      found("第五条 甲。\n第六条 违反本办法第二十条规定的，责令改正。\n", "citation-unresolved"),
    ).toEqual([]);
  });

  test("本通知第三条 in a text of headings means 三、", () => {
    const headings = (number: string): string =>
      `关于某事的通知\n\n一、甲。\n二、本通知第${number}条另有规定的除外。\n`;
    expect(found(headings("一"), "citation-unresolved")).toEqual([]);
    expect(found(headings("三"), "citation-unresolved")).toHaveLength(1);
  });

  test("lists that are announced", () => {
    expect(found(articles("有下列情形之一的，不予受理：", "乙。"), "list-missing")).toEqual([
      ["list-missing", "下列情形之一的"],
    ]);
    expect(found(articles("有下列情形之一的，不予受理：甲；乙。", "丙。"), "list-missing")).toEqual([]);
    expect(found(articles("有下列情形之一的，不予受理：\n甲，是指乙。", "丙。"), "list-missing")).toEqual([]);
  });

  test.each([
    ["突发事件应当报告。突发性事件应当公开。", 1],
    ["由局负责日常工作。由县局负责日常性工作。", 0],
    ["实行群众自治。村民委员会是群众性自治组织。", 0],
    ["职业培训包括学徒培训及其他职业性培训。", 0],
    ["救助保护机构接收，救助保护机构养育，救助保护机构登记。指定救助机构登记。", 1],
    ["救助保护机构接收，救助保护机构养育，救助保护机构登记。指定安置、救助机构登记。", 0],
  ])("one thing by two names in %s", (sentence, count) => {
    expect(found(articles(sentence), "names-vary")).toHaveLength(count);
  });

  test("上述 with nothing above", () => {
    expect(found(articles("甲。", "依照上述规定办理。"), "above-unresolved")).toEqual([
      ["above-unresolved", "上述"],
    ]);
    expect(
      found(articles("甲。", "申请人应当提交材料，上述材料应当真实。"), "above-unresolved", "above-vague"),
    ).toEqual([]);
    expect(
      found(articles("监护人不履行职责的，予以劝诫。发现存在上述情形的，予以训诫。"), "above-vague"),
    ).toEqual([]);
    expect(
      found(articles("监护人不履行职责的，予以劝诫。按照上述标准办理的，予以训诫。"), "above-vague"),
    ).toHaveLength(1);
    expect(found(articles("甲。", "参照上述“服务圈”执行。"), "above-unresolved")).toHaveLength(1);
    expect(
      found(articles("构建“服务圈”。", "参照上述“服务圈”执行。"), "above-unresolved", "above-distant"),
    ).toEqual([]);
  });

  test("annexes", () => {
    const annexes = "\n附件1\n申请表\n姓名。\n附件2\n承诺书\n本人承诺。\n";
    expect(found(`第一条 填写附件2。\n${annexes}`, "annex-unresolved", "annex-absent")).toEqual([]);
    expect(found(`第一条 填写附件3。\n${annexes}`, "annex-unresolved")).toEqual([
      ["annex-unresolved", "附件3"],
    ]);
    expect(found(`第一条 填写《某省办法》附件3。\n${annexes}`, "annex-unresolved")).toEqual([]);
    expect(found("第一条 填写附件3，附件3应当盖章。\n", "annex-absent")).toEqual([["annex-absent", "附件3"]]);
  });
});
