import { describe, expect, test } from "vitest";
import { complete } from "../../../compiler/ide/index.ts";
import { accepted, atCursor, labelsAt, offeredAt, policy, viewOf } from "./cursor.ts";

const rule = (text: string): string => `【规则】整改\n${text}`;
const scenario = (text: string): string => `【用例】试试\n设药店「甲」：配有药师；\n${text}`;

describe("what stands first fits the type at the place", () => {
  test.each([
    ["values behind their field", rule("药店类别‸"), ["中药店", "西药店"]],
    ["values behind 为", rule("药店类别为‸"), ["中药店", "西药店"]],
    ["the other values behind 、", rule("药店类别为中药店、‸"), ["中药店", "西药店"]],
    ["values behind a bound", rule("药店信用等级不低于‸"), ["甲级", "乙级", "丙级", "未评级"]],
    ["bounds behind a number", rule("药店年度业务量‸"), ["低于", "不低于", "高于"]],
    ["an amount in its unit behind a bound", rule("药店年度业务量低于‸"), ["（数量）笔", "业务量极少标准"]],
    ["the unit behind a number", rule("药店年度业务量低于10‸"), ["笔"]],
    ["percentages", rule("药店满意率低于‸"), ["（数量）％"]],
    ["measures behind a modal", rule("药店配有药师的，应当‸"), ["限期整改", "退出布点"]],
    ["measures behind a condition", rule("药店配有药师的，‸"), ["限期整改", "退出布点", "应当"]],
    [
      "是否 fields in an item",
      rule("药店有下列情形之一的，限期整改：\n（一）‸"),
      ["配有药师", "提出续签申请", "未提出续签", "未配有药师"],
    ],
    ["fields of the other record", rule("药店所在街区的‸"), ["名称", "常住人口"]],
    ["是否 fields behind 未", rule("药店未‸"), ["配有药师"]],
    ["patterns behind the subject", rule("药店‸"), ["有下列情形之一的"]],
    ["objects at the beginning", rule("‸"), ["街区", "药店", "便民药店"]],
    ["dates behind 距", rule("药店距‸"), ["上次检查日期"]],
    [
      "targets of an exception",
      rule("药店配有药师的，限期整改。\n【例外】放宽\n配有药师的药店，不受‸"),
      ["整改"],
    ],
    ["不受 behind the noun", "【例外】放宽\n配有药师的药店，‸", ["不受"]],
    ["依据 behind what is ordered", rule("药店配有药师的，应当限期整改，‸"), ["依据"]],
    ["为 in an item of 认定", "【认定】等次\n药店的等次，按照下列规定认定：\n（一）配有药师，‸", ["为"]],
    ["beginnings of a scenario", "【用例】试试\n‸", ["设", "则", "设基准日为……"]],
    ["records and parameters behind 设", "【用例】试试\n设‸", ["基准日为"]],
    ["fields behind the record", "【用例】试试\n设药店「甲」：‸", ["名称", "类别", "信用等级"]],
    ["values in a fact", "【用例】试试\n设药店「甲」：类别为‸", ["中药店", "西药店"]],
    ["records behind 则", scenario("则‸"), ["「甲」"]],
    ["records between marks", scenario("则「‸"), ["甲"]],
    ["what is judged behind the record", scenario("则「甲」的‸"), ["便民药店", "管理分类"]],
    ["values of a classification", scenario("则「甲」的管理分类为‸"), ["一类", "二类"]],
    ["the modality behind a result", scenario("则「甲」的整改成立，情态为‸"), ["原则上", "陈述式"]],
    [
      "a modal word behind 原则上",
      scenario("则「甲」的整改成立，情态为原则上‸"),
      ["应当", "不得", "不再", "可以", "鼓励", "必须"],
    ],
    ["statuses in 说明", "【说明】‸", ["宣示", "程序", "需裁量", "引用", "未转译"]],
    ["types of a field", "【对象】其他\n字段：‸", ["文本", "整数"]],
    [
      "the words of the provision between marks",
      "【规则】整改\n药店配有药师的，限期整改，依据「药店年‸",
      ["药店年度业务量极少"],
    ],
  ])("%s", (_, text, expected) => {
    const labels = labelsAt(text);
    expect(labels.filter((label) => expected.includes(label)).toSorted()).toEqual(expected.toSorted());
    expect(expected).toContain(labels[0]);
  });

  test("results of a measure are 成立 and 不成立", () => {
    const labels = labelsAt(`${rule("药店配有药师的，限期整改。\n")}${scenario("则「甲」的整改‸")}`);
    expect(labels.slice(0, 2)).toEqual(["成立", "不成立"]);
  });

  test("keys of 政策 that are not written yet stand before those that are", () => {
    const { text, offset } = atCursor("【政策】\n名称：示例；\n‸");
    const labels = complete(viewOf(text), offset).map(({ label }) => label);
    expect(labels.indexOf("地区")).toBeLessThan(labels.indexOf("名称"));
    expect(labels[0]).toBe("地区");
  });
});

test("a field that is declared is not offered to be declared again", () => {
  expect(labelsAt("【对象】其他\n‸")).toContain("名称：文本");
  expect(labelsAt("【对象】其他\n名称：文本；\n‸")).not.toContain("名称：文本");
  expect(labelsAt("【对象】其他\n药店名称：文本；\n‸")).toContain("名称：文本");
});

test("facts that are written already stand behind those that are not", () => {
  const labels = labelsAt("【用例】试试\n设药店「甲」：配有药师，类别为中药店，‸");
  expect(labels.indexOf("满意率")).toBeLessThan(labels.indexOf("类别"));
  expect(labels).not.toContain("常住人口");
});

describe("typing", () => {
  test.each([
    ["the beginning in Han", "药店年度业务量低于业务‸", "业务量极少标准"],
    ["full pinyin", "药店年度业务量低于yewuliangjishao‸", "业务量极少标准"],
    ["an unfinished syllable", "药店年度业务量低于yewulia‸", "业务量极少标准"],
    ["initials", "药店年度业务量低于ywljs‸", "业务量极少标准"],
    ["both mixed", "药店年度业务量低于yewuljs‸", "业务量极少标准"],
    ["capital letters", "药店年度业务量低于YWL‸", "业务量极少标准"],
    ["Han and then letters", "药店年度业务量低于业务lj‸", "业务量极少标准"],
    ["another reading of a character", "药店年度业务量低于10笔的，chongzuo‸", null],
    ["a modal by initials", "药店配有药师的，yd‸", "应当"],
    ["a pattern by initials", "药店yxlqx‸", "有下列情形之一的"],
  ])("%s", (_, text, expected) => {
    expect(labelsAt(rule(text))[0] ?? null).toBe(expected);
  });

  test("only what was typed of the word is replaced", () => {
    const marked = policy(rule("药店年度业务量低于业务‸"));
    const { text, offset } = atCursor(marked);
    const [first] = complete(viewOf(text), offset);
    expect(accepted(text, first!)).toBe(policy(rule("药店年度业务量低于业务量极少标准")));
    expect(offset - first!.replace.start).toBe(2);
  });

  test("ü is typed as v, and a character with two readings is found by both", () => {
    const of = (letters: string): readonly string[] => {
      const { text, offset } = atCursor(
        `【政策】\n名称：示例。\n【对象】旅客\n绿色通道：是否；\n重新办理：是否；\n重量：整数（件）。\n【规则】甲\n旅客${letters}‸`,
      );
      return complete(viewOf(text), offset).map(({ label }) => label);
    };
    expect(of("lvse")).toContain("绿色通道");
    expect(of("chongxin")).toContain("重新办理");
    expect(of("zhongl")).toEqual(["重量"]);
  });

  test("what stands behind the cursor already is not offered once more", () => {
    expect(labelsAt(rule("药店年度业务量低于10‸"))).toContain("笔");
    expect(labelsAt(rule("药店年度业务量低于10‸笔的，限期整改。"))).not.toContain("笔");
  });

  test("a name inside a name that is written out is not offered again", () => {
    expect(labelsAt(rule("药店年度业务量‸"))).not.toContain("业务量极少标准");
  });
});

describe("quotations", () => {
  test("behind 依据「 the provision's own words, closed where they are not", () => {
    const [first] = offeredAt(rule("药店配有药师的，限期整改，依据「药店‸"));
    expect(first!.insertText).toBe("药店年度业务量极少」");
    const [closed] = offeredAt(rule("药店配有药师的，限期整改，依据「药店‸」。"));
    expect(closed!.insertText).toBe("药店年度业务量极少");
  });

  test("words in the middle of a clause go on to its end", () => {
    expect(labelsAt(rule("药店配有药师的，限期整改，依据「业务量‸"))).toContain("业务量极少");
  });

  test("every quotation that is offered is found in the provision", () => {
    const marked = policy(rule("药店配有药师的，应当限期整改，依据‸"));
    const { text, offset } = atCursor(marked);
    const quotes = complete(viewOf(text), offset).filter(({ kind }) => kind === "quote");
    expect(quotes.length).toBeGreaterThan(3);
    for (const quote of quotes) {
      const codes = viewOf(`${accepted(text, quote)}。\n`).diagnostics.map(({ code }) => code);
      expect(codes).not.toContain("quote-not-found");
    }
  });

  test("readings behind 限「", () => {
    const reading = "【理解】「等情形」\n读法一：甲；读法二：乙。采读法一，状态为暂拟。\n";
    expect(labelsAt(`${reading}${rule("药店配有药师的，限期整改，限「‸")}`)).toEqual(["等情形"]);
  });
});

describe("a rule is written with letters and choices alone", () => {
  /** Types the letters behind the text and chooses the label. */
  const chose = (text: string, [letters, label]: readonly [string, string]): string => {
    const typed = text + letters;
    // The cursor is left between the marks of an empty quotation.
    const cursor = typed.endsWith("「」") ? typed.length - 1 : typed.length;
    const offered = complete(viewOf(typed), cursor).find((completion) => completion.label === label);
    expect(offered?.label, `${letters} behind ${text.slice(-12)}`).toBe(label);
    return accepted(typed, offered!);
  };

  test.each<readonly [string, readonly (readonly [string, string])[], string]>([
    [
      "a measure",
      [
        ["yd", "药店"],
        ["wpyys", "未配有药师"],
        ["d", "的"],
        ["，", "应当"],
        ["xqzg", "限期整改"],
        ["，yj", "依据"],
        ["", "未配药师等情形的"],
      ],
      "药店未配有药师的，应当限期整改，依据「未配药师等情形的」",
    ],
    [
      "a comparison with a standard",
      [
        ["yd", "药店"],
        ["ndywl", "年度业务量"],
        ["dy", "低于"],
      ],
      "药店年度业务量低于10笔",
    ],
    [
      "values of a field",
      [
        ["yd", "药店"],
        ["lb", "类别"],
        ["", "为"],
        ["zy", "中药店"],
        ["q", "且"],
        ["xydj", "信用等级"],
        ["", "乙级"],
      ],
      "药店类别为中药店且信用等级乙级",
    ],
  ])("%s", (_, steps, expected) => {
    const begin = policy("【规则】整改\n");
    const text = steps.reduce(chose, begin);
    const sentence = text.slice(begin.length);
    expect(sentence).toBe(expected);
    const whole = /应当/.test(sentence) ? sentence : `${sentence}的，应当限期整改`;
    expect(
      viewOf(`${begin}${whole}。\n【完】\n`).diagnostics.filter(({ severity }) => severity === "error"),
    ).toEqual([]);
  });
});

describe("official text", () => {
  test("at the beginning of a line only blocks are offered, with their end", () => {
    const offered = offeredAt("‸");
    expect(offered.every(({ kind }) => kind === "block")).toBe(true);
    const rules = offered.find(({ label }) => label === "【规则】")!;
    expect(rules.insertText).toContain("【完】");
  });

  test("rules in items stand first below items, else behind the plain rule", () => {
    const items = "第二条　药店应当符合下列条件：\n（一）配有药师；\n（二）类别为中药店。\n";
    expect(labelsAt(`${items}‸`)[0]).toBe("【规则】（列项）");
    expect(labelsAt(`${items}gz‸`).slice(0, 2)).toEqual(["【规则】（列项）", "【规则】"]);
    expect(labelsAt("规则‸").slice(0, 2)).toEqual(["【规则】", "【规则】（列项）"]);
    expect(labelsAt("第二条　药店应当符合下列条件：\n（一）配有药师；\n‸\n（二）类别为中药店。\n")[0]).toBe(
      "【对象】",
    );
    const [first] = offeredAt(`${items}‸`);
    expect(first!.detail).toBe("逐项检查的条件");
    expect(first!.insertText).toContain("应当同时符合下列条件：\n（一）");
  });

  test.each(["gz‸", "guize‸", "【gui‸", "【规‸", "规‸"])(
    "%s finds 【规则】 and writes the mark once",
    (typed) => {
      const marked = policy(typed);
      const { text, offset } = atCursor(marked);
      const [first] = complete(viewOf(text), offset);
      expect(first!.label).toBe("【规则】");
      expect(accepted(text, first!).slice(policy("").length)).toMatch(/^【规则】规则名称\n/);
    },
  );

  test.each(["第二条　药店‸", "药店‸应当整改。", "‸药店应当整改。"])("nothing while reading: %s", (text) => {
    expect(labelsAt(text)).toEqual([]);
  });

  test("a file without 【政策】 is offered it on its first line and nothing else", () => {
    const { text, offset } = atCursor("‸\n第一条　原文。\n");
    expect(complete(viewOf(text), offset).map(({ label }) => label)).toEqual(["【政策】", "【词汇】"]);
    const other = atCursor("第一条　原文。\n‸\n");
    expect(complete(viewOf(other.text), other.offset)).toEqual([]);
  });
});

test("the words of an item are offered without its number", () => {
  const { text, offset } = atCursor(`${policy("").replace(/第一条　[^]*$/, "")}第一条　药店应当符合下列条件：
（一）年度业务量高于10笔；
（二）配有药师。
【规则】检查
配有药师的药店，应当限期整改，依据「‸」。
`);
  const quotes = complete(viewOf(text), offset).map(({ label }) => label);
  expect(quotes).toContain("年度业务量高于10笔");
  expect(quotes).toContain("配有药师");
  expect(quotes.filter((words) => words.includes("（一）"))).toEqual([]);
});
