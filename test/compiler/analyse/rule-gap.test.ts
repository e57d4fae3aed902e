import { describe, expect, test } from "vitest";
import { exampleFile } from "../../../compiler/resolve/example.ts";
import { findsIn, mended } from "./rule-finds.ts";

const NAMES = "甲乙丙丁戊";

/** Rules of one article, one sentence each. */
const article = (...sentences: readonly string[]): string =>
  exampleFile(sentences.map((sentence, index) => `【规则】${NAMES[index]!}\n${sentence}。`).join("\n"));

const gapsIn = async (text: string): Promise<readonly string[]> =>
  (await findsIn(text, "rule-gap")).map(
    ({ message }) => /哪一条都没有说到：(.*?)。例如/u.exec(message)?.[1] ?? message,
  );

const DIAGONAL = [
  "结算额1000元以上且业务量100笔以上的医药机构，应当限期整改",
  "结算额低于1000元且业务量低于100笔的医药机构，应当纳入退出",
] as const;

describe("rules that divide the same things among them", () => {
  test("two numbers: what is high in one and low in the other", async () => {
    const [found, ...others] = await findsIn(article(...DIAGONAL), "rule-gap");
    expect(others).toEqual([]);
    expect([found!.severity, found!.certainty]).toEqual(["info", "shown"]);
    expect(found!.message).toContain("第一条“甲”、第一条“乙”按照“结算额”、“业务量”分别作出规定");
    expect(found!.message).toContain("结算额1000元以上且业务量低于100笔；结算额低于1000元且业务量100笔以上");
    expect(found!.witness!.results.map(({ status }) => status)).toEqual(["不成立", "不成立"]);
  });

  test("a rule for the rest, for either outcome, ends it", async () => {
    const text = article(...DIAGONAL, "具备追溯码的医药机构，应当限期整改");
    const [found] = await findsIn(text, "rule-gap");
    const after = mended(text, found!);
    expect(after).toHaveLength(2);
    for (const each of after) expect(await gapsIn(each)).toEqual([]);
  });

  test("a yes-or-no fact and a class with two values", async () => {
    expect(
      await gapsIn(
        article("医药机构具备追溯码且公立的，应当新增定点", "医药机构民营且未具备追溯码的，不得新增定点"),
      ),
    ).toEqual(["具备追溯码且经营性质为民营；经营性质为公立且未具备追溯码"]);
  });

  test("three cases out of four leave one, and the rule for it is told in its words", async () => {
    const text = article(
      "医药机构具备追溯码且公立的，应当新增定点",
      "医药机构具备追溯码且民营的，可以新增定点",
      "医药机构公立且未具备追溯码的，不得新增定点",
    );
    const [found] = await findsIn(text, "rule-gap");
    expect(mended(text, found!)[0]).toContain("医药机构经营性质为民营且未具备追溯码的，应当新增定点。");
  });

  test("what all of them ask is no gap, nor is what two of them divide well", async () => {
    expect(
      await gapsIn(
        article(
          "公立且结算额1000元以上的医药机构，应当限期整改",
          "公立且结算额低于1000元的医药机构，应当纳入退出",
        ),
      ),
    ).toEqual([]);
    expect(
      await gapsIn(
        article(
          "药店具备追溯码且业务量100笔以上的，应当新增定点",
          "药店未具备追溯码且业务量低于100笔的，应当限期整改",
        ),
      ),
    ).toEqual(["机构类别为药店且具备追溯码且业务量低于100笔；机构类别为药店且业务量100笔以上且未具备追溯码"]);
  });

  test("rules of several articles on one measure", async () => {
    const text = exampleFile(
      "【规则】甲\n医药机构具备追溯码且公立的，应当新增定点。",
      "",
      "第二条　其他的。\n【规则】乙\n医药机构民营且未具备追溯码的，不得新增定点。\n【完】",
    );
    expect(await gapsIn(text)).toHaveLength(1);
    expect(await gapsIn(text.replace("不得新增定点", "应当限期整改"))).toEqual([]);
  });
});

describe("rules that each speak of some classes", () => {
  const GRADES = [
    "医院等级为三级的医药机构，新增定点",
    "医院等级为二级的医药机构，应当限期整改",
    "医院等级为一级的医药机构，不得新增定点",
  ] as const;

  test("a class that none of them names", async () => {
    const text = article(...GRADES);
    const [found] = await findsIn(text, "rule-gap");
    expect(found!.message).toContain("哪一条都没有说到：医院等级为未定级。");
    expect(mended(text, found!)).toHaveLength(3);
  });

  test("a class that another rule names among others is not forgotten", async () => {
    expect(
      await gapsIn(article(...GRADES, "医院等级为未定级且业务量10笔以上的医药机构，不得新增定点")),
    ).toEqual([]);
  });

  test("a class that the text of the article names is not forgotten", async () => {
    const text = article(...GRADES);
    const named = (words: string): string => text.replace("应当纳入退出范围。", `应当纳入退出范围。${words}`);
    expect(await gapsIn(named("未定级的医药机构，由市医疗保障局确定。"))).toEqual([]);
    expect(await gapsIn(named("其余医药机构，由市医疗保障局确定。"))).toEqual([]);
    expect(await gapsIn(named("具体办法由市医疗保障局确定。"))).toHaveLength(1);
  });

  test("half of the classes without a rule are meant to have none", async () => {
    expect(await gapsIn(article(GRADES[0], GRADES[2]))).toEqual([]);
  });

  test("the classes of an 认定", async () => {
    const classes = `【认定】类别
医药机构的类别，按照下列规定认定：
（一）业务量低于10笔，为甲类；
（二）业务量10笔以上且业务量不满20笔，为乙类；
（三）其他的，为丙类。
`;
    const text = article("类别为甲类的医药机构，应当新增定点", "类别为乙类的医药机构，不得新增定点");
    expect(await gapsIn(text.replace("【规则】甲", `${classes}【规则】甲`))).toEqual(["类别为丙类"]);
  });
});

describe("what is left on purpose", () => {
  test.each([
    [
      "two duties of two kinds of record",
      ["医院等级为三级的医药机构，应当新增定点", "医院等级为二级的医药机构，应当限期整改"],
    ],
    [
      "an outcome for those who are in, another for those who are out from the beginning",
      ["医药机构具备追溯码且业务量100笔以上的，应当新增定点", "医药机构未具备追溯码的，不得新增定点"],
    ],
    [
      "one outcome under several conditions",
      ["具备追溯码且公立的医药机构，应当新增定点", "民营且未具备追溯码的医药机构，应当新增定点"],
    ],
    [
      "sanctions that spare who has done nothing",
      [
        "医药机构未具备追溯码且业务量低于100笔的，应当纳入退出",
        "医药机构未具备追溯码且业务量100笔以上的，应当限期整改",
        "医药机构具备追溯码且业务量低于100笔的，应当限期整改",
      ],
    ],
    [
      "numbers that do not meet at all",
      [
        "结算额1000元以上且业务量100笔以上的医药机构，应当限期整改",
        "结算额500元以上且业务量50笔以上的医药机构，应当纳入退出",
      ],
    ],
    [
      "a rule of the article that speaks of one of the numbers at large",
      [...DIAGONAL, "结算额0元以上或者业务量0笔以上的医药机构，应当新增定点"],
    ],
  ])("%s", async (_, sentences) => {
    expect(await gapsIn(article(...sentences))).toEqual([]);
  });
});
