import { describe, expect, test } from "vitest";
import { citySource, read } from "./reading.ts";

/** Codes of the findings, and the words that each stands on. */
const found = (text: string, ...codes: readonly string[]): [string, string][] =>
  read(text)
    .findings.filter(({ code }) => codes.includes(code))
    .map(({ code, span }) => [code, text.slice(span.start, span.end)]);

const articles = (...texts: readonly string[]): string =>
  texts.map((text, index) => `第${"一二三四五六七八九十"[index]}条 ${text}\n`).join("");

/** Three articles in front, so that numbers have something to point at. */
const rules = (sentence: string): string =>
  `某市医疗保障办法\n\n${articles("本办法适用于本市。", "市医疗保障局负责管理。\n各县区医疗保障局负责受理。", sentence)}`;

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

describe("terms", () => {
  const TERMS = [
    "term-defined-twice",
    "term-two-names",
    "term-never-used",
    "term-before-definition",
    "term-repeated",
  ];

  test("used, once defined, in one sense", () => {
    expect(
      found(articles("市医疗保障局（以下简称市医保局）负责管理。", "市医保局应当公布结果。"), ...TERMS),
    ).toEqual([]);
    expect(
      found(articles("甲机构和乙机构（以下统称“经办机构”）负责受理。", "经办机构应当公布结果。"), ...TERMS),
    ).toEqual([]);
  });

  test("that the same sentence begins with", () => {
    const collective = "省药品监督管理部门和市承担监督职责的部门（以下统称药品监督管理部门）负责管理。";
    expect(found(articles(collective, "药品监督管理部门应当检查。"), ...TERMS)).toEqual([]);
  });

  test("never used, with the place of the name", () => {
    expect(found(articles("市医疗保障局（以下简称“市医保局”）负责管理。", "乙。"), ...TERMS)).toEqual([
      ["term-never-used", "市医保局"],
    ]);
  });

  test("used too early", () => {
    const text = articles(
      "市医保局负责管理。",
      "市医疗保障局（以下简称市医保局）负责解释。",
      "市医保局公布结果。",
    );
    const [finding] = found(text, ...TERMS);
    expect(finding).toEqual(["term-before-definition", "市医保局"]);
  });

  test("that is in the title of a document is not used there", () => {
    const text = articles(
      "根据《某市市医保局工作规则》，制定本办法。",
      "市医疗保障局（以下简称市医保局）负责解释。",
      "市医保局公布结果。",
    );
    expect(found(text, ...TERMS)).toEqual([]);
  });

  test("two names for one thing, one name for two", () => {
    const twoNames = articles(
      "市水行政主管部门（以下简称主管单位）负责管理。",
      "主管单位和经办单位配合。",
      "市水行政主管部门（以下简称经办单位）负责检查。",
      "经办单位公布结果。",
    );
    expect(found(twoNames, "term-two-names")).toEqual([["term-two-names", "经办单位"]]);
    const oneName = twoNames
      .replace("以下简称经办单位", "以下简称主管单位")
      .replace("市水行政主管部门（以下简称主管单位）负责检查", "市公安机关（以下简称主管单位）负责检查");
    expect(found(oneName, "term-defined-twice")).toEqual([["term-defined-twice", "主管单位"]]);
  });

  test("explained and not used", () => {
    const explained = (word: string): string =>
      articles(
        `本办法适用于${word}。`,
        "本办法下列用语的含义：\n（一）双通道药店，是指提供特殊药品的零售药店。",
      );
    expect(found(explained("双通道药店"), "term-without-use")).toEqual([]);
    expect(found(explained("定点医院"), "term-without-use")).toEqual([["term-without-use", "双通道药店"]]);
    expect(found(explained("双通道和普通药店"), "term-without-use")).toEqual([]);
    expect(found(explained("双通道医院。普通药店"), "term-without-use")).toHaveLength(1);
  });
});

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

describe("words written twice", () => {
  test.each(["协议的的约定", "应当应当遵守", "医疗保障医疗保障局", "部门部门负责", "和和配合", "在在本市"])(
    "%s",
    (words) => {
      expect(found(`第一条 定点机构${words}乙。\n`, "repeated-words")).toHaveLength(1);
    },
  );

  test.each([
    "以营利为目的的活动",
    "人人参与",
    "参与与否",
    "饱和和过剩",
    "予以以上处分",
    "二〇二〇年",
    "一户一户核对",
    "发展和和平",
    "标的的价格",
    "行为为违法",
    "涉及及其",
    "许可可以变更",
    "所在在册",
    "千千万万",
  ])("%s is right", (words) => {
    expect(found(`第一条 甲${words}乙。\n`, "repeated-words")).toEqual([]);
  });
});

describe("应当 and 可以", () => {
  test.each([
    "应当可以申请",
    "可以应当申请",
    "必须可以申请",
    "应当或者可以申请",
    "应当不得申请",
    "应当公开结果，也可以不公开",
  ])("%s", (words) => {
    expect(found(`第一条 申请人${words}。\n`, "modal-mix")).toHaveLength(1);
  });

  test.each([
    "应当在三日内申请，有特殊情况的，可以延期",
    "可以应当事人的请求办理",
    "应当公开结果，但是涉及秘密的，可以不公开",
    "应当申请，主管部门可以受理",
    "可以不得分",
  ])("%s is clear", (words) => {
    const isClear = !words.includes("不得分");
    expect(found(`第一条 申请人${words}。\n`, "modal-mix").length).toBe(isClear ? 0 : 1);
  });

  test("原则上 with and without its exception", () => {
    expect(found("第一条 原则上应当有一家药店。\n", "duty-in-principle")).toHaveLength(1);
    expect(found("第一条 原则上应当有一家药店，人口不足一万人的除外。\n", "duty-in-principle")).toEqual([]);
    expect(found("第一条 原则上不再新增，相应设施照旧。\n", "duty-in-principle")).toEqual([]);
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

describe("notes on the two cities", () => {
  const notes = (city: "mudanjiang" | "yangjiang", code: string): string[] => {
    const text = citySource(city);
    return found(text, code).map(([, words]) => words);
  };

  test("牡丹江: 上述 four articles back, one order in principle, one short name", () => {
    expect(notes("mudanjiang", "above-distant")).toEqual(["上述“15分钟医保定点服务圈”"]);
    expect(notes("mudanjiang", "duty-in-principle")).toHaveLength(1);
    expect(notes("mudanjiang", "names-vary")).toContain("定点药店");
  });

  test("阳江: two self names, two headings without 。, rules without a name", () => {
    expect(notes("yangjiang", "self-name-varies")).toEqual(["本工作指引"]);
    expect(notes("yangjiang", "heading-end-varies")).toHaveLength(2);
    expect(notes("yangjiang", "unnamed-rules")).toEqual([
      "省市工作要求",
      "省市相关文件精神",
      "省市规定的基本条件",
      "省相关文件精神",
    ]);
    expect(notes("yangjiang", "list-by-words")).toEqual(["一是"]);
    expect(notes("yangjiang", "names-vary")).toContain("参保人");
  });
});
