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
