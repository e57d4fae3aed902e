import { describe, expect, test } from "vitest";
import { foundIn, foundWithCodes as found, type Case } from "./finding-places.ts";
import { citySource } from "./reading.ts";

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

describe("应当 and 可以 joined", () => {
  test.each<Case>([
    ["应当并可以公开结果。", ["应当并可以"]],
    ["应当和可以公开结果。", ["应当和可以"]],
    ["应当、可以公开结果。", ["应当、可以"]],
    ["可以并且应当公开结果。", ["可以并且应当"]],
    ["应并可以公开结果。", ["应并可以"]],
    ["应当公开结果，可以公开结果。", ["应当公开结果，可以公开结果"]],
    ["应当公开结果，并可以公布过程。", []],
    ["具有应当或者可以从轻处罚情节的，从轻处罚。", []],
    ["的不良反应可以上报。", []],
    ["所称“应当”、“可以”，从其规定。", []],
  ])("in %s", (words, expected) => {
    expect(foundIn(`单位${words}`, "modal-mix")).toEqual(expected);
  });
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
