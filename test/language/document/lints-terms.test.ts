import { describe, expect, test } from "vitest";
import { articles, foundWithCodes as found } from "./finding-places.ts";

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
