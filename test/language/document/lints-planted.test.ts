import { describe, expect, test } from "vitest";
import { maskPersonalNumbers } from "../../../language/document/index.ts";
import { read } from "./reading.ts";

const findingsOf = (text: string, ...codes: readonly string[]) =>
  read(text).findings.filter(({ code }) => codes.includes(code));

const found = (text: string, ...codes: readonly string[]): string[] =>
  findingsOf(text, ...codes).map(({ span }) => text.slice(span.start, span.end));

describe("book marks inside book marks", () => {
  test.each([
    ["根据《甲办法和《乙办法》制定。", []],
    ["根据《贯彻《甲办法》的意见》制定。", ["《甲办法》"]],
    ["根据《贯彻《甲办法》的意见》和《丙《丁》制定。", ["《甲办法》"]],
    ["根据《贯彻《甲》和《乙》的意见》制定。", ["《甲》", "《乙》"]],
  ] as const)("in %s", (words, expected) => {
    expect(found(`第一条 ${words}\n`, "nested-book-mark")).toEqual(expected);
  });
});

describe("one thing with two names", () => {
  const text = (third: string, fourth: string): string =>
    `第一条 普惠性幼儿园应当公示。\n第二条 普惠性幼儿园接受检查。\n第三条 ${third}\n第四条 ${fourth}\n`;

  test("the rarer is marked, with the whole noun", () => {
    const [finding, ...others] = findingsOf(
      text("普惠幼儿园应当备案。", "普惠性幼儿园应当评估。"),
      "names-vary",
    );
    expect(others).toEqual([]);
    expect(finding).toMatchObject({ provision: "3.1" });
    expect(finding!.message).toContain("这里写“普惠幼儿园”，第一条写“普惠性幼儿园”");
  });

  test("also where the rarer comes first", () => {
    const words = "第一条 普惠性幼儿园公示。\n第二条 普惠幼儿园检查。\n第三条 普惠幼儿园备案。\n";
    expect(found(words, "names-vary")).toEqual(["普惠性幼儿园"]);
  });
});

describe("numbers of persons in a report", () => {
  test("keep their length and show five digits", () => {
    const text = "第一条 各单位应当落实（联系人：李某，电话：3103813）。\n";
    const [finding] = findingsOf(text, "contact-person");
    expect(finding!.message).toContain("电话：310**13");
  });

  test.each([
    ["拨打13800138000。", "拨打138******00。"],
    ["拨打138-0013-8000。", "拨打138-****-**00。"],
    ["身份证号11010519491231002X。", "身份证号110*************2X。"],
    ["经办人王某，电话0662-3103813。", "经办人王某，电话066*-*****13。"],
    ["补助12345678元，文号20240101。", "补助12345678元，文号20240101。"],
  ])("%s", (words, masked) => {
    expect(maskPersonalNumbers(words)).toBe(masked);
    expect(masked).toHaveLength(words.length);
  });
});

test("a count in a message is 两 and not 二", () => {
  const text = "第一条 有下列情形之一的，终止：\n（一）甲；\n（二）乙。\n第二条 依照第一条第三项处理。\n";
  const [finding] = findingsOf(text, "citation-unresolved");
  expect(finding!.message).toContain("第一条只有两项，没有第三项");
});

describe("citations of a 项 or 条 that is not there", () => {
  const LIST = "第一条 有下列情形之一的，终止：\n（一）甲；\n（二）乙；\n（三）丙。\n";

  test.each([
    ["有前款第四项情形的，公告。", ["前款第四项"]],
    ["有前款第（四）项情形的，公告。", ["前款第（四）项"]],
    ["有前款第三项情形的，公告。", []],
    ["属于第一款第（五）项情形的，依照第二条公告。", ["第一款第（五）项"]],
    ["依照第二条第一款处理；属于第一款第（五）项的，公告。", []],
    ["属于第一款第（三）项情形的，公告。", []],
  ] as const)("in the next 款: %s", (words, expected) => {
    const text = `${LIST}${words}\n第二条 有下列行为的，处罚：\n（一）甲；\n（二）乙。\n`;
    expect(found(text, "citation-unresolved")).toEqual(expected);
  });

  test.each([
    ["依照第二章第一条的规定办理。", ["第二章第一条"], "第一条在第一章，不在第二章"],
    ["依照本办法第二章第一条的规定办理。", ["本办法第二章第一条"], "第一条在第一章"],
    ["依照第一章第一条的规定办理。", [], ""],
  ] as const)("in another chapter: %s", (words, expected, problem) => {
    const text = `某市办法\n\n第一章 总则\n第一条 甲。\n第二章 附则\n第二条 乙。\n第三条 ${words}\n`;
    expect(found(text, "citation-unresolved")).toEqual(expected);
    expect(findingsOf(text, "citation-unresolved")[0]?.message ?? "").toContain(problem);
  });
});

describe("bands of one scale", () => {
  test.each([
    ["100人（含）以下的，为小型；100人（含）以上的，为大型。", ["100人（含）以上"]],
    ["100人（含100人）以下的，为小型；100人（含100人）以上的，为大型。", ["100人（含100人）以上"]],
    ["100人（含）以下，补助1万元；100人（含）以上，补助2万元。", ["100人（含）以上"]],
    ["100人（含）以下的，为小型；100人（不含）以上的，为大型。", []],
  ] as const)("that both include their limit by a note: %s", (words, expected) => {
    expect(found(`第一条 在园幼儿${words}\n`, "band-overlap", "band-hole")).toEqual(expected);
  });

  test.each([
    ["300人以上的，为一等；100人以上不满300人的，为二等；不满90人的，为三等。", "90人以上不满100人的"],
    ["300人以上为一等，100人以上不满300人为二等，不满90人为三等。", "90人以上不满100人的"],
    ["100人以上不满300人的，补助10万元；90人以下的，补助5万元。", "超过90人不满100人的"],
    ["超过300人的，为一等；100人以上不满280人的，为二等。", "280人以上300人以下的"],
    ["300人以上的，为一等；100人以上不满300人的，为二等；不满100人的，为三等。", null],
    ["10人以下的，甲；11人以上20人以下的，乙；21人以上的，丙。", null],
    ["不满90人的，减免；100人以上的，加倍。", null],
    ["100人以上不满300人的，补助；面积不满90平方米的，减免。", null],
  ] as const)("whose limits do not meet: %s", (words, gap) => {
    const found = findingsOf(`第一条 在园幼儿${words}\n`, "band-gap");
    expect(found.map(({ message }) => /空缺：([^，]+)，/.exec(message)![1])).toEqual(
      gap === null ? [] : [gap],
    );
  });

  test("in the items of one list, and not over the end of an article", () => {
    const items = (article: string): string =>
      `第${article}条 分为两等：\n（一）幼儿100人以上不满300人的，为一等；\n（二）幼儿不满90人的，为二等。\n`;
    const findings = findingsOf(items("一") + items("二"), "band-gap");
    expect(findings.map(({ provision }) => provision)).toEqual(["1.1.2", "2.1.2"]);
  });
});

describe("scores whose parts do not make the whole", () => {
  test.each([
    ["考核满分100分，其中师资30分、设施40分、管理20分。", ["90分，总分是100分"]],
    ["总分为100分，由师资30分、设施40分和管理40分组成。", ["110分，总分是100分"]],
    ["师资30分、设施40分、管理20分，总分100分。", ["90分，总分是100分"]],
    ["考核满分一百分：师资三十分，设施四十分，管理二十分。", ["90分，总分是100分"]],
    ["总分100分，其中设施40分、人员50分、服务20分。", ["110分，总分是100分"]],
    ["考核满分100分，其中师资30分、设施40分、管理30分。", []],
    ["考核满分100分，其中师资30分、设施40分，其余为管理。", []],
    ["考核满分100分，达到80分的为优秀、达到60分的为合格。", []],
    ["考核满分100分，其中基础项目80分、加分项目30分。", []],
  ] as const)("in %s", (words, sums) => {
    const told = findingsOf(`第一条 ${words}\n`, "score-parts-mismatch", "sum-incomplete");
    expect(told.map(({ message }) => /合计(.+?)。/.exec(message)![1])).toEqual(sums);
  });

  test.each([
    ["（一）师资（30分）；\n（二）设施（40分）；\n（三）管理（20分）。", ["满分100分"]],
    ["（一）师资30分；\n（二）设施40分；\n（三）管理30分。", []],
    ["（一）师资30分；\n（二）设施；\n（三）管理30分。", []],
    ["（一）优秀：90分；\n（二）合格：60分。", []],
  ] as const)("in the items below: %s", (items, expected) => {
    expect(found(`第一条 考核满分100分，包括下列项目：\n${items}\n`, "score-parts-mismatch")).toEqual(
      expected,
    );
  });
});

describe("figures that stand beside one another", () => {
  test.each([
    ["3个县区共90所，平均每个县区25所。", "30所"],
    ["3个县区共有幼儿园91所，平均每个县区30所。", null],
    ["7个县区共1.2万人，平均每个县区1700人。", null],
    ["幼儿园100所，占全市200所的60％。", "50%"],
    ["幼儿园100所，占全市300所的33.3%。", null],
    ["普惠幼儿园1.2万人，占全市2.3万人的50%。", null],
    ["新建100所，占全市新增200所的60%。", null],
    ["2024年1200万元，2023年1000万元，同比增长30％。", "20%"],
    ["2024年投入1200万元，2023年投入1000万元，同比下降20％。", "增长20%"],
    ["2023年1000万元，2024年900万元，减少10%。", null],
    ["2024年投入1.2亿元，2023年投入1.0亿元，增长18%。", null],
    ["投入1200万元，比上年1000万元增长30%。", "20%"],
    ["2024年预算1200万元，2023年决算1000万元，增长30%。", null],
    ["2024年1200万元，2020年1000万元，年均增长5%。", null],
  ] as const)("%s", (words, expected) => {
    const told = findingsOf(`第一条 ${words}\n`, "average-mismatch", "share-mismatch", "growth-mismatch");
    const values = told.map(({ message }) => /(?:得|应为)([^。]+)。/.exec(message)![1]);
    expect(values).toEqual(expected === null ? [] : [expected]);
  });
});

describe("the number of what is listed", () => {
  const list = (head: string, items: number): string =>
    `第一条 ${head}\n${["甲", "乙", "丙", "丁"]
      .slice(0, items)
      .map((word, at) => `（${"一二三四"[at]!}）${word}；`)
      .join("\n")}\n`;

  test.each([
    ["有下列三种情形之一的，终止：", 2, ["下列三种情形之一的，终止"]],
    ["幼儿园分为以下三类：", 4, ["以下三类"]],
    ["幼儿园分为以下四类：", 4, []],
    ["符合下列两项以上条件的，可以申请：", 4, []],
    ["有下列情形之一的，终止：", 3, []],
    ["称“下列三种情形”的，是指：", 2, []],
  ] as const)("%s with %d", (head, items, expected) => {
    expect(found(list(head, items), "list-count-mismatch")).toEqual(expected);
  });

  test.each([
    ["分为以下三类：（一）甲；（二）乙；（三）丙；（四）丁。", ["以下三类"]],
    ["分为以下三类：（一）甲；（二）乙；（三）丙。", []],
    ["分为以下三类：甲、乙。", []],
  ] as const)("in the line itself: %s", (words, expected) => {
    expect(found(`第一条 ${words}\n`, "list-count-mismatch")).toEqual(expected);
  });
});

describe("an article that cites itself", () => {
  test.each([
    ["违反规定的，依照第二条的规定处理。", ["第二条"]],
    ["违反本办法第二条规定的，责令改正。", ["本办法第二条"]],
    ["违反第二条第一款的，责令改正。", []],
    ["违反第二条至第四条的，责令改正。", []],
    ["依照《甲办法》第二条的规定处理。", []],
    ["依照第一条的规定处理。", []],
  ] as const)("in %s", (words, expected) => {
    expect(found(`某市办法\n\n第一条 甲。\n第二条 ${words}\n`, "citation-of-itself")).toEqual(expected);
  });
});

describe("the day of effect", () => {
  test.each([
    ["本办法自2025年1月1日起施行。", "本办法自2025年3月1日起施行。", ["本办法自2025年3月1日起施行"]],
    ["本办法自2025年1月1日起施行。", "本办法自印发之日起施行。", ["本办法自印发之日起施行"]],
    ["本办法自印发之日起施行。", "本办法自发布之日起实施。", []],
    ["本办法自2025年1月1日起施行。", "本办法自二〇二五年一月一日起施行。", []],
    ["本通知自2025年1月1日起施行。", "本办法自2025年3月1日起施行。", []],
    ["本办法自2025年1月1日起施行。", "第三条自2025年3月1日起施行。", []],
  ] as const)("%s %s", (first, second, expected) => {
    expect(found(`第一条 ${first}\n第二条 ${second}\n`, "effective-date-varies")).toEqual(expected);
  });
});

describe("open words that the whole text may explain", () => {
  test.each([
    ["在偏远地区可以放宽。", ["偏远地区"]],
    ["在偏远地区可以放宽。偏远地区名单由市人民政府公布。", []],
    ["近期完成整改。", ["近期"]],
    ["按照近期建设规划实施。", []],
    ["情节严重的，取消其资格。", ["情节严重"]],
    ["情节严重的，处一万元以上三万元以下罚款，取消其资格。", []],
    ["情节严重的，取消其资格。有下列行为的，属于情节严重：甲。", []],
    ["按照合理比例给予补助。", ["合理比例"]],
    ["应当及时办理，必要时核实，依照有关规定处理。", []],
  ] as const)("%s", (words, expected) => {
    expect(found(`第一条 ${words}\n`, "open-texture")).toEqual(expected);
  });
});

describe("two short names for one thing", () => {
  test.each([
    ["幼儿园（以下简称园）应当备案；幼儿园（以下称机构）接受检查。园和机构。", ["机构"]],
    ["幼儿园（以下简称园）应当备案；学校（以下简称校）接受检查。园和校。", []],
  ] as const)("in one article: %s", (words, expected) => {
    expect(found(`第一条 ${words}\n第二条 园、校、机构。\n`, "term-two-names")).toEqual(expected);
  });

  test("short names of common words in two articles may be of two things", () => {
    const text = "第一条 主管部门（以下简称甲）。\n第二条 主管部门（以下简称乙）。\n第三条 甲、乙。\n";
    expect(found(text, "term-two-names")).toEqual([]);
  });
});
