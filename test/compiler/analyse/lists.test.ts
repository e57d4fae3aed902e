import { describe, expect, test } from "vitest";
import { exampleFile } from "../../../compiler/resolve/example.ts";
import { classes, codesIn, findingsIn, mendedBy, rule } from "./list-findings.ts";

const only = async (text: string) => {
  const found = await findingsIn(text);
  expect(found).toHaveLength(1);
  return found[0]!;
};

describe("gaps of a classification", () => {
  test("a gap in the middle of a number is one gap, told with a number in it", async () => {
    const gap = await only(classes("业务量不满10笔，为甲类", "业务量超过20笔，为乙类"));
    expect(gap.code).toBe("class-gap");
    expect(gap.message).toContain("第一条“类别”");
    expect(gap.witness!.results).toMatchObject([{ status: "未认定" }]);
  });

  test("two gaps that have nothing to do with each other are both told", async () => {
    const found = await findingsIn(
      classes("公立医院，为甲类", "民营医院且具备追溯码，为甲类", "药店且提出续签申请，为乙类"),
    );
    expect(found.map(({ code }) => code)).toEqual(["class-gap", "class-gap"]);
    const told = found.map(({ witness }) => witness!.facts.join("；")).toSorted();
    expect(told[0]).toMatch(/医院.*民营.*追溯码/);
    expect(told[1]).toMatch(/药店.*续签/);
  });

  test("each value that there is could be that of 其他的, and a person has to choose", async () => {
    const text = classes("公立医院，为甲类", "药店，为乙类");
    const gap = await only(text);
    expect(gap.suggestions.map(({ title }) => title)).toEqual([
      "增加“（三）其他的，为甲类”。归入哪一类，须由起草人决定",
      "增加“（三）其他的，为乙类”。归入哪一类，须由起草人决定",
    ]);
    expect(mendedBy(text, gap)[0]).toBe(
      "（一）公立医院，为甲类；\n（二）药店，为乙类；\n（三）其他的，为甲类。",
    );
  });

  test("what stays open because a fact is missing is no gap", async () => {
    expect(await codesIn(classes("具备追溯码，为甲类", "未具备追溯码，为乙类"))).toEqual([]);
  });

  test("amounts below zero that there cannot be are no gap, sums of money below zero are", async () => {
    const items = (what: string, unit: string): string =>
      classes(`${what}0${unit}以上10${unit}以下，为甲类`, `${what}超过10${unit}，为乙类`);
    expect(await codesIn(items("业务量", "笔"))).toEqual([]);
    expect(await codesIn(items("结算额", "元"))).toEqual(["class-gap"]);
  });

  test("of more gaps than are told it is said that there are more", async () => {
    // An even number of four things is provided for; each odd combination is a gap of its own.
    const [kinds, owners, codes, renewals] = [
      ["医院", "药店"],
      ["公立", "民营"],
      ["具备追溯码", "未具备追溯码"],
      ["提出续签申请", "未提出续签申请"],
    ] as const;
    const even = [0, 3, 5, 6, 9, 10, 12, 15].map((bits) => {
      const [kind, owner, code, renewal] = [kinds, owners, codes, renewals].map(
        (words, index) => words[(bits >> index) & 1]!,
      );
      return `${owner}${kind}且（${code}）且（${renewal}），为甲类`;
    });
    const found = await findingsIn(classes(...even));
    expect(found.map(({ code }) => code)).toEqual(Array.from({ length: 6 }, () => "class-gap"));
    expect(found.filter(({ message }) => message.includes("还有其他没有写到的情形"))).toHaveLength(1);
  });
});

describe("overlaps of a classification", () => {
  test("either item can give way to the other", async () => {
    const text = classes("公立医药机构，为甲类", "医院，为乙类", "民营药店，为甲类");
    const overlap = await only(text);
    expect(overlap.code).toBe("class-overlap");
    expect(overlap.message).toContain("规则条件（一）“公立医药机构”与规则条件（二）“医院”");
    expect(mendedBy(text, overlap)).toEqual([
      "（一）公立医药机构，但医院除外，为甲类；\n（二）医院，为乙类；\n（三）民营药店，为甲类。",
      "（一）公立医药机构，为甲类；\n（二）医院，但公立医药机构除外，为乙类；\n（三）民营药店，为甲类。",
    ]);
  });

  test("a condition is taken out with 的, a second one is added to the first", async () => {
    const text = classes(
      "业务量10笔以上，但公立医药机构除外，为甲类",
      "具备追溯码，为乙类",
      "其他的，为丙类",
    );
    const overlap = await only(text);
    expect(mendedBy(text, overlap).map((each) => each.split("；\n")[0])).toEqual([
      "（一）业务量10笔以上，但公立医药机构或者具备追溯码除外，为甲类",
    ]);
  });

  test("words with a comma in them are taken out in brackets", async () => {
    const text = classes("具备追溯码，且业务量10笔以上，为甲类", "公立医药机构，为乙类", "其他的，为丙类");
    expect(mendedBy(text, await only(text)).map((each) => each.split("；\n").slice(0, 2))).toEqual([
      ["（一）具备追溯码，且业务量10笔以上，但公立医药机构除外，为甲类", "（二）公立医药机构，为乙类"],
      [
        "（一）具备追溯码，且业务量10笔以上，为甲类",
        "（二）公立医药机构，但（具备追溯码，且业务量10笔以上）的除外，为乙类",
      ],
    ]);
  });

  test("the same class twice is no overlap, and what excludes each other is none", async () => {
    expect(await codesIn(classes("公立医药机构，为甲类", "医院，为甲类", "其他的，为乙类"))).toEqual([]);
    expect(await codesIn(classes("医院，为甲类", "药店，为乙类"))).toEqual([]);
  });
});

describe("items that decide nothing", () => {
  test("an item within one of another class is masked, and is not told as an overlap too", async () => {
    const text = classes("具备追溯码，为甲类", "具备追溯码的医院，为乙类", "其他的，为丙类");
    const masked = await only(text);
    expect(masked.code).toBe("item-masked");
    expect(masked.witness!.results).toMatchObject([{ status: "冲突" }]);
    expect(mendedBy(text, masked)).toEqual([
      "（一）具备追溯码，但具备追溯码的医院除外，为甲类；\n（二）具备追溯码的医院，为乙类；\n（三）其他的，为丙类。",
      "（一）具备追溯码，为甲类；\n（二）其他的，为丙类。",
    ]);
  });

  test("an item that several others cover together is masked by one of them each time", async () => {
    const masked = (
      await findingsIn(classes("公立医药机构，为甲类", "民营医药机构，为甲类", "医院，为乙类"))
    ).filter(({ code }) => code === "item-masked");
    expect(masked).toHaveLength(1);
    expect(masked[0]!.message).toContain("之一");
  });

  test("what is struck takes its separator with it, and the items behind it are counted anew", async () => {
    const text = rule(
      "医药机构有下列情形之一的，应当限期整改：",
      "业务量不满5笔",
      "业务量不满10笔，依据「业务量过少」",
      "业务量不满10笔且业务量超过20笔",
      "未具备追溯码",
    );
    const [redundant, never] = await findingsIn(text);
    expect([redundant!.code, never!.code]).toEqual(["item-redundant", "item-never-true"]);
    expect(mendedBy(text, redundant!)).toEqual([
      "（一）业务量不满10笔，依据「业务量过少」；\n（二）业务量不满10笔且业务量超过20笔；\n（三）未具备追溯码。",
    ]);
    expect(mendedBy(text, never!)).toEqual([
      "（一）业务量不满5笔；\n（二）业务量不满10笔，依据「业务量过少」；\n（三）未具备追溯码。",
    ]);
  });

  test("the last item leaves its full stop behind", async () => {
    const text = rule("医药机构应当同时符合下列条件：", "业务量100笔以上", "公立", "业务量50笔以上");
    const redundant = await only(text);
    expect(redundant.code).toBe("item-redundant");
    expect(mendedBy(text, redundant)).toEqual(["（一）业务量100笔以上；\n（二）公立。"]);
  });

  test("of two items that say the same the second one is redundant, not both", async () => {
    const redundant = await only(
      rule("医药机构有下列情形之一的，应当限期整改：", "业务量不满10笔", "未具备追溯码", "业务量低于10笔"),
    );
    expect(redundant.message).toContain("规则条件（三）“业务量低于10笔”可有可无");
    expect(redundant.places.map(({ origin }) => origin.item)).toEqual(["（三）", "（一）"]);
  });

  test("a count below zero keeps no item alive", async () => {
    const head = "医药机构有下列情形之一的，应当限期整改：";
    expect(await codesIn(rule(head, "业务量不满0笔", "未具备追溯码"))).toEqual(["item-never-true"]);
    expect(await codesIn(rule(head, "业务量0笔以上", "业务量10笔以上"))).toEqual(["item-redundant"]);
  });

  test("an item that waits for another reading of what it uses is none", async () => {
    const text = exampleFile(`【认定】类别
医药机构的类别，按照下列规定认定：
（一）公立医院，为甲类，限「业务量过少」读法二；
（二）其他的，为乙类。
【规则】退出
医药机构有下列情形之一的，应当纳入退出：
（一）未具备追溯码；
（二）类别为甲类。
【理解】「业务量过少」
读法一：不足百笔；读法二：不足千笔。采读法一，状态为暂拟。`);
    expect(await codesIn(text)).not.toContain("item-never-true");
    expect(await codesIn(text.replace("采读法一", "采读法二"))).not.toContain("item-never-true");
    expect(await codesIn(text.replace("公立医院", "公立且民营"))).toContain("item-never-true");
  });

  test("an item under a reading that is not adopted is asked about under that reading", async () => {
    const text = (second: string): string =>
      rule(
        "医药机构有下列情形之一的，应当限期整改：",
        "业务量不满10笔",
        `${second}，限「业务量过少」读法二`,
      ).replace(
        "【规则】",
        "【理解】「业务量过少」\n读法一：列举已尽；读法二：未尽列举。采读法一，状态为暂拟。\n【规则】",
      );
    expect(await codesIn(text("未具备追溯码"))).toEqual([]);
    const redundant = await only(text("业务量不满5笔"));
    expect(redundant.message).toContain(
      "「业务量过少」采读法二时，第一条“退出”的规则条件（二）“业务量不满5笔”",
    );
  });
});
