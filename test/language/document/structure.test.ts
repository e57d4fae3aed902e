import { describe, expect, test } from "vitest";
import { summariseStructure } from "../../../language/document/index.ts";
import { citySource, codes, labels, paths, provision, read } from "./reading.ts";

describe("the draft of 牡丹江", () => {
  const document = read(citySource("mudanjiang"));

  test("has its title", () => {
    expect(document.title).toBe("牡丹江市医保定点医药机构资源配置实施细则（试行）(征求意见稿)");
    expect(document.form).toBe("articles");
  });

  test("has two 款 in 第五条, three in 第十三条 and one in every other article, page breaks or not", () => {
    const articles = document.provisions.filter(({ level }) => level === "article");
    expect(articles).toHaveLength(25);
    const counts = new Map(articles.map(({ path, children }) => [path, children.length]));
    expect(counts.get("5")).toBe(2);
    expect(counts.get("13")).toBe(3);
    expect(
      [...counts].filter(([path]) => path !== "5" && path !== "13").every(([, count]) => count === 1),
    ).toBe(true);
  });

  test("tells its two 第七章 apart", () => {
    expect(paths(document).filter((path) => path.startsWith("第七章"))).toEqual(["第七章", "第七章#2"]);
    expect(provision(document, "第七章#2").title).toBe("附则");
    expect(provision(document, "24").parent!.path).toBe("第七章#2");
  });

  test("joins the sentence of 第十四条 behind a bracket", () => {
    expect(provision(document, "14.1").pieces).toHaveLength(2);
  });
});

describe("the guide of 阳江", () => {
  const document = read(citySource("yangjiang"));

  test("takes its title from the enclosed document, over two lines", () => {
    expect(document.title).toBe("阳江市医疗保障定点医药机构资源配置工作指引（试行）");
  });

  test("keeps the lines of the publication apart", () => {
    const roles = document.furniture.map(({ role }) => role);
    expect(roles).toEqual([
      "title",
      "title",
      "title",
      "salutation",
      "signature",
      "date",
      "contact",
      "copyTo",
      "title",
      "title",
    ]);
  });

  test("has a path for every level and none for an inline 一是", () => {
    expect(paths(document)).toEqual([
      "通知",
      "通知.1",
      "通知.2",
      "前言",
      "一",
      "一.1",
      "一.2",
      "一.3",
      "一.4",
      "二",
      "三",
      "三.0",
      "三.一",
      "三.二",
      "三.三",
      "三.四",
      "三.五",
      "四",
      "四.0",
      "四.一",
      "四.二",
      "四.二.1",
      "四.二.2",
      "四.二.3",
      "五",
      "五.一",
      "五.二",
      "五.三",
      "五.三.1",
      "五.三.2",
      "五.三.3",
      "末段",
    ]);
  });

  test("labels them as the document does", () => {
    const label = (path: string): string => provision(document, path).label;
    expect(["四.0", "四.二", "四.二.1", "五.三.2", "一.2", "末段"].map(label)).toEqual([
      "四、首段",
      "四（二）",
      "四（二）一是",
      "五（三）2",
      "一、第二段",
      "末段",
    ]);
    expect(provision(document, "五.三").title).toBe("强化政策落实");
    expect(provision(document, "三.一").title).toBe("坚持可持续发展原则");
  });

  test("reads the heading behind the bookmark", () => {
    const { span } = provision(document, "五.三");
    expect(document.source.text.slice(span.start, span.start + 3)).toBe("（三）");
  });
});

describe("articles", () => {
  test("hold 款, 项 and 目", () => {
    const document = read("第十六条 甲：\n（一）乙；\n（二）丙：\n1.丁；\n2.戊。\n己。\n第十七条之一 庚。\n");
    expect(paths(document)).toEqual([
      "16",
      "16.1",
      "16.1.1",
      "16.1.2",
      "16.1.2.1",
      "16.1.2.2",
      "16.2",
      "17-1",
      "17-1.1",
    ]);
    expect(labels(document)).toEqual([
      "第十六条",
      "第十六条第一款",
      "第十六条第一款第（一）项",
      "第十六条第一款第（二）项",
      "第十六条第一款第（二）项第1目",
      "第十六条第一款第（二）项第2目",
      "第十六条第二款",
      "第十七条之一",
      "第十七条之一",
    ]);
  });

  test("print 项 the way the document cites them", () => {
    const document = read("第一条 甲：\n（一）乙。\n第二条 违反第一条第一项的，处罚。\n");
    expect(provision(document, "1.1.1").label).toBe("第一条第一项");
  });

  test.each([
    ["(一)乙；", "half-width brackets"],
    ["㈠乙；", "enclosed numeral"],
    ["（ 一 ） 乙；", "spaces"],
    ["　　（一）乙；", "indent"],
  ])("accept %s (%s)", (line) => {
    expect(paths(read(`第一条 甲：\n${line}\n`))).toEqual(["1", "1.1", "1.1.1"]);
  });

  test.each(["1.丙；", "1．丙；", "1、丙；", "⒈丙；", "１．丙；", "1. 丙；"])("accept %s as 目", (line) => {
    expect(paths(read(`第一条 甲：\n（一）乙：\n${line}\n`)).at(-1)).toBe("1.1.1.1");
  });

  test.each([
    "第 一 条 甲。",
    "第1条 甲。",
    "第１条　甲。",
    "## 第一条 甲。",
    "第一条甲。",
    "\u00a0第一条\u00a0甲。",
  ])("accept %j", (line) => {
    expect(paths(read(`${line}\n`))[0]).toBe("1");
  });

  test("are not begun by a sentence about one", () => {
    expect(
      paths(read("第二条 甲。\n第三条规定的情形除外。\n第三条、第四条另有规定的，从其规定。\n")),
    ).toEqual(["2", "2.1", "2.2", "2.3"]);
    expect(paths(read("第二条 甲。\n1.5公里以内的，除外。\n"))).toEqual(["2", "2.1", "2.2"]);
  });

  test("may have a title of their own", () => {
    const document = read(
      "第一条 存单纠纷案件的案由\n人民法院应当受理。\n第二条 其他\n（一）认定\n当事人起诉的，应当审查。\n（二）处理\n依法处理。\n",
    );
    expect(provision(document, "1").title).toBe("存单纠纷案件的案由");
    expect(paths(document)).toEqual(["1", "1.1", "2", "2.1", "2.1.1", "2.1.2"]);
    expect(provision(document, "2.1.1").title).toBe("认定");
  });

  test("keep text between two items with the first of them", () => {
    const document = read("第一条 甲：\n（一）乙。\n其中，丙。\n（二）丁。\n戊。\n");
    expect(paths(document)).toEqual(["1", "1.1", "1.1.1", "1.1.2", "1.2"]);
    expect(provision(document, "1.1.1").pieces).toHaveLength(2);
  });

  test("stand in books, parts, chapters and sections", () => {
    const document = read(
      "第一编 总则\n第一分编 通则\n第一章 总 则\n第一节 一般规定\n第一条 甲。\n第二编 分则\n第一章 乙\n第二条 丙。\n",
    );
    expect(paths(document)).toEqual([
      "第一编",
      "第一编.第一分编",
      "第一编.第一分编.第一章",
      "第一编.第一分编.第一章.第一节",
      "1",
      "1.1",
      "第二编",
      "第二编.第一章",
      "2",
      "2.1",
    ]);
    expect(provision(document, "第一编.第一分编.第一章").title).toBe("总则");
  });

  test("may be grouped by 一、 headings", () => {
    const document = read(
      "一、关于一般规定\n第一条 甲。\n二、关于担保物权\n（一）担保合同的效力\n第二条 乙。\n",
    );
    expect(paths(document)).toEqual(["一", "1", "1.1", "二", "二.一", "2", "2.1"]);
    expect(summariseStructure(document).levels).toEqual({ 条: 2 });
  });

  test("are not read out of a table of contents", () => {
    const document = read(
      "示例条例\n目录\n第一章 总则……1\n第二章 附则……2\n第一章 总则\n第一条 甲。\n第二章 附则\n第二条 乙。\n",
    );
    expect(paths(document)).toEqual(["第一章", "1", "1.1", "第二章", "2", "2.1"]);
  });

  test("that come twice are told apart", () => {
    const document = read("第一条 甲。\n第二条 乙。\n第二条 丙。\n第四条 丁。\n");
    expect(paths(document)).toEqual(["1", "1.1", "2", "2.1", "2#2", "2#2.1", "4", "4.1"]);
    expect(summariseStructure(document)).toMatchObject({ duplicates: [2], gaps: [3], insertions: 0 });
  });

  test("of an annex count for themselves", () => {
    const document = read("第一条 甲。\n附件\n申请人守则\n第一条 乙。\n附件2：填表说明\n1.丙。\n");
    expect(paths(document)).toEqual(["1", "1.1", "附件", "附件.1", "附件.1.1", "附件2", "附件2.1"]);
    expect(provision(document, "附件").title).toBe("申请人守则");
    expect(summariseStructure(document).duplicates).toEqual([]);
  });

  test("have 附则 without a number", () => {
    const document = read("第一章 总则\n第一条 甲。\n附　则\n第二条 乙。\n");
    expect(provision(document, "2").parent!.path).toBe("附则");
    expect(summariseStructure(document).levels["章"]).toBe(1);
  });
});

describe("headings", () => {
  test("nest 一、 （一） 1. （1）", () => {
    const document = read("一、甲\n（一）乙\n1.丙\n（1）丁。\n①戊。\n二、己。\n");
    expect(paths(document)).toEqual(["一", "一.一", "一.一.1", "一.一.1.1", "一.一.1.1#2", "二"]);
  });

  test("give a lead and what follows a list their own paths", () => {
    const document = read(
      "一、申请人应当符合下列条件：\n（一）甲；\n（二）乙。\n各地可以另行规定。\n二、丙。\n",
    );
    expect(paths(document)).toEqual(["一", "一.0", "一.一", "一.二", "一.末段", "二"]);
  });

  test("do not take a graded word for a number", () => {
    expect(paths(read("一、甲。\n一、二级火险区不得用火。\n"))).toEqual(["一", "一.1", "一.2"]);
  });

  test("leave what speaks of the whole document to 末段", () => {
    expect(paths(read("一、甲。\n（一）乙。\n本通知自印发之日起施行。\n"))).toEqual([
      "一",
      "一.0",
      "一.一",
      "末段",
    ]);
  });
});

describe("plain text", () => {
  test("has its paragraphs", () => {
    const document = read("关于示例的函\n\n市医疗保障局：\n来函收悉。\n经研究，同意。\n");
    expect(document.form).toBe("plain");
    expect(paths(document)).toEqual(["正文", "正文.1", "正文.2"]);
    expect(document.title).toBe("关于示例的函");
  });
});

describe("publication lines", () => {
  test("of a collection of laws are furniture", () => {
    const document = read(
      "# 示例条例\n\n2001年1月1日 国务院令第1号公布\n\n<!-- INFO END -->\n\n为了示例，制定本条例。\n\n第一条 甲。\n\n乙。\n",
    );
    expect(document.title).toBe("示例条例");
    expect(paths(document)).toEqual(["前言", "1", "1.1", "1.2"]);
    expect(codes(document)).toEqual([]);
  });

  test("in the middle of a sentence do not end it", () => {
    const document = read("第一条 全面提高水平，筑牢基金安\n— 3 —\n全防线。\n第二条 乙。\n");
    expect(provision(document, "1.1").pieces).toHaveLength(2);
    expect(codes(document)).toEqual(["page-number-inside"]);
  });

  test("at the end are no 款", () => {
    const document = read(
      "第一条 甲。\n主题词：住房 管理 办法\n抄送：市委办公室。\n某某市人民政府办公室 2010年6月8日印发\n",
    );
    expect(paths(document)).toEqual(["1", "1.1"]);
    expect(document.furniture.map(({ role }) => role)).toEqual(["note", "copyTo", "note"]);
  });
});

test("the summary counts levels and gives every provision its line", () => {
  const summary = summariseStructure(
    read("第一章 总则\n第一条 甲：\n（一）乙；\n（二）丙。\n第二条之一 丁。\n"),
  );
  expect(summary.levels).toEqual({ 章: 1, 条: 2, 项: 2 });
  expect(summary.insertions).toBe(1);
  expect(summary.provisions.at(-1)).toEqual({ path: "2-1.1", label: "第二条之一", title: null, line: 5 });
});
