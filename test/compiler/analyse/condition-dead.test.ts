import { describe, expect, test } from "vitest";
import { exampleFile } from "../../../compiler/resolve/example.ts";
import { findsAmong, findsIn, mended, told } from "./rule-finds.ts";

const RULE = (condition: string, more = ""): string => `【规则】甲
医药机构${condition}的，应当限期整改。${more}`;

const READING = `
【理解】「业务量过少」
读法一：不足百笔；读法二：不足千笔。采读法一，状态为暂拟。`;

const NEVER = "业务量低于10笔且业务量超过20笔";

describe("conditions that are never true", () => {
  test.each([
    ["two limits", NEVER, NEVER],
    ["two classes", "机构类别为医院且机构类别为药店", "机构类别为医院且机构类别为药店"],
    ["one case of two", `（${NEVER}）或者提出续签申请`, NEVER],
    ["a fact and its denial", "提出续签申请且未提出续签申请", "提出续签申请且未提出续签申请"],
    ["neighbours", "所在县区内有药店且所在县区内没有药店", "所在县区内有药店且所在县区内没有药店"],
  ])("%s", async (_, condition, words) => {
    expect(told(await findsAmong(RULE(condition), "condition-"))).toEqual([
      `condition-never proved: ${words}`,
    ]);
  });

  test("what is told of a part is not told again of the whole", async () => {
    const found = await findsAmong(RULE(`${NEVER}且提出续签申请`), "condition-");
    expect(found.map(({ code }) => code)).toEqual(["condition-never"]);
  });

  test("beside the subject", async () => {
    const [finding, ...others] = await findsAmong(
      "【规则】甲\n公立的医药机构经营性质为民营的，应当限期整改。",
      "condition-",
    );
    expect(others).toEqual([]);
    expect([finding!.code, finding!.message.includes("（与“公立”合起来看）")]).toEqual([
      "condition-never",
      true,
    ]);
  });

  test("an applicability and a requirement that nobody can meet", async () => {
    const found = await findsAmong(
      `【规则】甲
医药机构应当业务量低于10笔且业务量超过20笔。
【规则】乙
业务量低于10笔且业务量超过20笔的医药机构，应当提出续签申请。`,
      "condition-",
    );
    expect(found.map(({ code, places }) => [code, places[0]!.rule])).toEqual([
      ["condition-never", "甲"],
      ["condition-never", "乙"],
    ]);
  });
});

describe("conditions that are always true", () => {
  test.each([
    ["two limits", "业务量低于20笔或者业务量超过10笔", "业务量低于20笔或者业务量超过10笔"],
    ["all classes", "机构类别为医院或者机构类别为药店", "机构类别为医院或者机构类别为药店"],
    ["below nothing", "业务量不少于0笔且提出续签申请", "业务量不少于0笔"],
  ])("%s", async (_, condition, words) => {
    expect(told(await findsAmong(RULE(condition), "condition-"))).toEqual([
      `condition-always proved: ${words}`,
    ]);
  });

  test("a part of a conjunction can be left out, and the finding is gone", async () => {
    const text = exampleFile(RULE("业务量不少于0笔且提出续签申请"));
    const [finding] = await findsIn(text, "condition-");
    const [after, ...others] = mended(text, finding!);
    expect(others).toEqual([]);
    expect(after).toContain("医药机构提出续签申请的，应当限期整改。");
    expect(await findsIn(after!, "condition-")).toEqual([]);
  });
});

describe("conditions that others say already", () => {
  test("a wider limit beside a narrower one, and a narrower case beside a wider one", async () => {
    const all = await findsAmong(RULE("业务量低于10笔且业务量低于20笔"), "condition-");
    expect(told(all)).toEqual(["condition-implied proved: 业务量低于20笔 | 业务量低于10笔"]);
    const any = await findsAmong(RULE("业务量低于10笔或者业务量低于20笔"), "condition-");
    expect(told(any)).toEqual(["condition-implied proved: 业务量低于10笔 | 业务量低于20笔"]);
  });

  test("the one that can be left out is left out", async () => {
    const text = exampleFile(RULE("业务量低于10笔或者业务量低于20笔或者提出续签申请"));
    const [finding] = await findsIn(text, "condition-implied");
    expect(mended(text, finding!).map((each) => /医药机构业务量低于.*/u.exec(each)?.[0])).toEqual([
      "医药机构业务量低于20笔或者提出续签申请的，应当限期整改。",
    ]);
  });

  test("what says it alone is named alone", async () => {
    const text = exampleFile(RULE("业务量低于10笔且业务量低于20笔且提出续签申请"));
    const [finding] = await findsIn(text, "condition-implied");
    expect(finding!.message).toContain("“业务量低于20笔”已经包含在“业务量低于10笔”之中");
    expect(finding!.places).toHaveLength(2);
  });

  test("of two that say the same only one is told", async () => {
    const found = await findsAmong(RULE("业务量低于10笔且业务量不足10笔"), "condition-");
    expect(found.map(({ code }) => code)).toEqual(["condition-implied"]);
  });

  test("the items of a list are not looked at here", async () => {
    const list = `【规则】甲
医药机构有下列情形之一的，应当限期整改：
（一）业务量低于10笔；
（二）业务量低于20笔。`;
    expect(await findsAmong(list, "condition-")).toEqual([]);
  });
});

describe("what depends on a reading", () => {
  test("is asked about where it is alive", async () => {
    const quiet = RULE("提出续签申请", "").replace("整改。", `整改，限「业务量过少」读法二。${READING}`);
    expect(await findsAmong(quiet, "condition-")).toEqual([]);
    const dead = RULE(NEVER).replace("整改。", `整改，限「业务量过少」读法二。${READING}`);
    expect((await findsAmong(dead, "condition-")).map(({ code }) => code)).toEqual(["condition-never"]);
  });

  test("a class that is given under another reading only can come about", async () => {
    const found = await findsAmong(
      `【认定】类别
医药机构的类别，按照下列规定认定：
（一）业务量低于10笔，为甲类，限「业务量过少」读法二；
（二）其他的，为乙类。
${RULE("类别为甲类")}${READING}`,
      "condition-",
    );
    expect(told(found)).toEqual([]);
  });

  test("is never a finding because another reading is adopted", async () => {
    const list = `【规则】甲
医药机构有下列情形之一的，应当限期整改：
（一）业务量低于10笔，限「业务量过少」读法一；
（二）业务量低于20笔，限「业务量过少」读法二。${READING}`;
    expect(await findsAmong(list, "condition-")).toEqual([]);
  });
});

test("ordinary conditions are left alone", async () => {
  const blocks = `【规则】甲
医药机构业务量低于业务量标准且（提出续签申请或者具备追溯码）的，应当限期整改。
【规则】乙
定点申请步行1公里内有经营性质相同的医药机构的，不得新增定点。
【定义】大院
大院，是指床位数100张以上且医院等级二级以上的医院。
【认定】类别
医药机构的类别，按照下列规定认定：
（一）业务量低于10笔或者结算额低于10元，为甲类；
（二）其他的，为乙类。`;
  expect(await findsAmong(blocks, "condition-")).toEqual([]);
});
