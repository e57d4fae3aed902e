import { describe, expect, test } from "vitest";
import { compile } from "../../../compiler/index.ts";
import {
  definition,
  hover,
  nameAt,
  references,
  rename,
  type PolicyView,
} from "../../../compiler/ide/index.ts";
import { edited } from "../../../compiler/ide/applied-edits.ts";
import { cities, compileCity } from "../../support/city.ts";
import { atCursor, policy, viewOf } from "./cursor.ts";

const RULES = `【规则】整改
药店有下列情形之一的，应当限期整改：
（一）年度业务量低于业务量极少标准，依据「年度业务量极少」；
（二）未配有药师；
（三）未提出续签。
【例外】放宽
便民药店，不受整改限制。
【用例】少
设基准日为2025年6月1日；
设业务量极少标准为10笔；
设药店「甲」：年度业务量为5笔，类别为中药店，未配有药师；
则「甲」的整改成立。
【完】
`;
const TEXT = policy(RULES);

const at = (text: string, words: string, behind = 0): number => text.lastIndexOf(words) + behind;
const shown = (
  view: PolicyView,
  places: readonly { file: string; span: { start: number; end: number } }[],
): readonly string[] =>
  places.map(({ span }) => {
    const { text } = view.file.source;
    const begin = text.lastIndexOf("\n", span.start) + 1;
    return `${text.slice(begin, span.start)}[${text.slice(span.start, span.end)}]`;
  });

const recompile = (texts: ReadonlyMap<string, string>): PolicyView => {
  const [[name, text], ...others] = [...texts] as [[string, string], ...[string, string][]];
  return compile({
    policy: { name, text },
    vocabularies: others.map(([other, words]) => ({ name: other, text: words })),
  });
};

/** The text after a renaming, or why it was refused. */
const renamed = (text: string, words: string, next: string): string => {
  const view = viewOf(text);
  const answer = rename(view, text.lastIndexOf(words), next, recompile);
  if (answer.kind === "refused") return answer.message;
  return edited(new Map([[view.file.source.name, text]]), answer.files).texts.get(view.file.source.name)!;
};

test("the policy of these tests has no error", () => {
  expect(viewOf(TEXT).diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
});

describe("definition and references", () => {
  test.each([
    ["年度业务量为", "[年度业务量]"],
    ["业务量极少标准为", "【参数】[业务量极少标准]"],
    ["限期整改：", "[限期整改]"],
    ["整改限制", "【规则】[整改]"],
    ["便民药店，不受", "[便民药店]"],
    ["中药店，", "类别：[中药店]"],
    ["药店「甲」：", "【对象】[药店]"],
    ["未提出续签。", "提出续签申请：是否（由市商务局裁量，否为[未提出续签]"],
  ])("of %s", (words, expected) => {
    const view = viewOf(TEXT);
    expect(shown(view, definition(view, at(TEXT, words)))).toEqual([expected]);
  });

  test("of a policy's name in all its places, the declaration included", () => {
    const view = viewOf(TEXT);
    expect(shown(view, references(view, at(TEXT, "业务量极少标准为")))).toEqual([
      "【参数】[业务量极少标准]",
      "（一）年度业务量低于[业务量极少标准]",
      "设[业务量极少标准]",
    ]);
    expect(shown(view, references(view, at(TEXT, "【规则】整改", 4)))).toEqual([
      "【规则】[整改]",
      "便民药店，不受[整改]",
      "则「甲」的[整改]",
    ]);
  });

  test("words of a sentence with an error still lead to their declaration", () => {
    const { text, offset } = atCursor(
      policy("【规则】坏\n药店年度业‸务量低于业务量极少标准的，的的应当。\n"),
    );
    const view = viewOf(text);
    expect(shown(view, definition(view, offset))).toEqual(["[年度业务量]"]);
  });

  test("nothing in official text", () => {
    const view = viewOf(TEXT);
    const offset = TEXT.indexOf("第一条") + 6;
    expect(definition(view, offset)).toEqual([]);
    expect(references(view, offset)).toEqual([]);
    expect(nameAt(view, offset)).toBeNull();
  });

  test("nameAt gives the whole name", () => {
    const view = viewOf(TEXT);
    const start = at(TEXT, "业务量极少标准为");
    expect(nameAt(view, start + 3)).toEqual({ name: "业务量极少标准", span: { start, end: start + 7 } });
  });
});

describe("rename", () => {
  test("changes every place and nothing else", () => {
    expect(renamed(TEXT, "业务量极少标准为", "起算笔数")).toBe(TEXT.replaceAll("业务量极少标准", "起算笔数"));
    expect(renamed(TEXT, "限期整改：", "责令改正")).toBe(
      TEXT.replace("限期整改、退出布点", "责令改正、退出布点").replace("应当限期整改：", "应当责令改正："),
    );
    expect(renamed(TEXT, "未提出续签。", "没有续签")).toBe(TEXT.replaceAll("未提出续签", "没有续签"));
    expect(renamed(TEXT, "整改限制", "业务整改")).toBe(
      TEXT.replace("【规则】整改", "【规则】业务整改")
        .replace("不受整改限制", "不受业务整改限制")
        .replace("的整改成立", "的业务整改成立"),
    );
  });

  test("there and back gives the same text", () => {
    for (const words of ["年度业务量为", "中药店，", "药店「甲」：", "便民药店，不受", "配有药师；"]) {
      const there = renamed(TEXT, words, "甲乙丙丁");
      expect(there).not.toBe(TEXT);
      const name = nameAt(viewOf(TEXT), at(TEXT, words))!.name;
      expect(renamed(there, "甲乙丙丁", name)).toBe(TEXT);
    }
  });

  test.each([
    ["业务量极少标准为", "", "新名称不能为空"],
    ["业务量极少标准为", "业务量极少标准", "与原来的相同"],
    ["业务量极少标准为", "很".repeat(41), "太长"],
    ["业务量极少标准为", "极少，标准", "“，”"],
    ["业务量极少标准为", "极少 标准", "空格"],
    ["业务量极少标准为", "12", "汉字或者字母"],
    ["业务量极少标准为", "应当", "关键词"],
    ["业务量极少标准为", "公里", "单位"],
    ["业务量极少标准为", "年度业务量", "已经声明为字段"],
    ["类别为中", "信用等级", "已经声明为字段"],
    ["第一条", "甲乙", "没有可以改名的名称"],
  ])("%s to “%s” is refused", (words, next, reason) => {
    expect(renamed(TEXT, words, next)).toContain(reason);
  });

  test("a name that needs marks of quotation gets them", () => {
    const there = renamed(TEXT, "业务量极少标准为", "A-B标准");
    expect(there).toContain("低于「A-B标准」，");
    expect(viewOf(there).diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
  });

  test("a rule may be called like the words of a reading", () => {
    const reading = "【理解】「等情形」\n读法一：甲；读法二：乙。采读法一，状态为暂拟。\n";
    const text = policy(`${reading}${RULES}`);
    expect(renamed(text, "整改限制", "等情形")).toContain("【规则】等情形");
  });

  test("a broken sentence elsewhere does not stop it, and is changed with the rest", () => {
    const text = policy(`${RULES}【规则】坏\n药店年度业务量低于业务量极少标准的，的的应当。\n【完】\n`);
    expect(renamed(text, "业务量极少标准为", "起算笔数")).toBe(text.replaceAll("业务量极少标准", "起算笔数"));
  });

  test("a name that would change how another sentence is cut is refused, and where is said", () => {
    // 药店年度 is no name; 店年 inside it must not become one by which 药店年度业务量 is cut.
    const message = renamed(TEXT, "业务量极少标准为", "未配有药师");
    expect(message).toMatch(/第\d+行/);
    expect(message).toContain("未配有药师");
  });

  test("the words of a reading are the official text and stay", () => {
    const text = policy(
      "【理解】「等情形」\n读法一：甲；读法二：乙。采读法一，状态为暂拟。\n【规则】甲\n药店配有药师的，应当限期整改，限「等情形」读法二。\n",
    );
    expect(renamed(text, "「等情形」", "其他")).toContain("照抄的原文");
  });

  test("a name of a vocabulary is changed there too", () => {
    const vocabulary =
      "【词汇】共同词汇\n名称：共同词汇；\n【对象】店铺\n名称：文本；\n营业：是否。\n【措施】\n关停。\n";
    const text =
      "【政策】\n名称：示例办法；\n引用：共同词汇。\n【完】\n示例办法\n第一条　店铺应当营业。\n【规则】营业要求\n店铺应当营业。\n";
    const view = compile({
      policy: { name: "甲.tiaowen", text },
      vocabularies: [{ name: "乙.tiaowen", text: vocabulary }],
    });
    const answer = rename(view, text.lastIndexOf("营业。"), "开门营业", recompile);
    expect(answer.kind).toBe("edits");
    const files = answer.kind === "edits" ? answer.files.map(({ file, edits }) => [file, edits.length]) : [];
    expect(files).toEqual(
      expect.arrayContaining([
        ["甲.tiaowen", 1],
        ["乙.tiaowen", 1],
      ]),
    );
  });
});

describe.each(cities)("rename in $folder", (city) => {
  const view = compileCity(city);
  const { name } = view.file.source;
  const texts = new Map([view.file, ...view.vocabularies].map(({ source }) => [source.name, source.text]));
  const uses = view.model.uses.filter(({ file, target }) => file === name && !target.startsWith("reading/"));

  test.each(["field", "value", "parameter", "rule"])("a %s there and back gives the same texts", (kind) => {
    const use = uses.find(({ target }) => target.startsWith(`${kind}/`))!;
    const old = nameAt(view, use.span.start)!.name;
    const there = rename(view, use.span.start, "甲乙丙丁戊", recompile);
    expect(there.kind).toBe("edits");
    if (there.kind !== "edits") return;
    const changed = edited(texts, there.files).texts;
    const other = recompile(changed);
    const back = rename(other, changed.get(name)!.indexOf("甲乙丙丁戊"), old, recompile);
    expect(back.kind === "edits" ? edited(changed, back.files).texts : back.message).toEqual(texts);
  });
});

describe("hover", () => {
  const card = (marked: string): string => {
    const { text, offset } = atCursor(marked);
    const found = hover(viewOf(text), offset);
    return found === null
      ? ""
      : [found.title, ...found.lines.map(({ label, text: words }) => `${label}：${words}`)].join("\n");
  };

  test("of a field: type, unit, source and where it is used", () => {
    const shownCard = card(TEXT.replace("（一）年度", "（一）年‸度"));
    expect(shownCard).toContain("药店的字段“年度业务量”");
    expect(shownCard).toContain("整数（笔）");
    expect(shownCard.split("示例办法第一条").length).toBe(2);
    expect(shownCard).toContain("出处：示例办法第一条");
    expect(shownCard).toContain("使用：共2次：第一条规则“整改”、第一条用例“少”");
  });

  test("of a parameter: who decides and that it has no value", () => {
    const shownCard = card(TEXT.replace("低于业务量", "低于业‸务量"));
    expect(shownCard).toContain("原文未明确由谁确定");
    expect(shownCard).toContain("需裁量");
  });

  test("of a judgement and its negative", () => {
    expect(card(TEXT.replace("（三）未提", "（三）未‸提"))).toContain("“提出续签申请”的相反情形");
  });

  test("of keywords, numbers and headers", () => {
    expect(card(policy("【规则】甲\n药店年度业务量10笔以‸上的，应当限期整改。"))).toContain(
      "含本数（民法典第一千二百五十九条）",
    );
    expect(card(policy("【规则】甲\n药店步行1.‸5公里内有药店的，应当限期整改。"))).toContain("数值：1500米");
    expect(card(policy("【规则】甲\n药店配有药师的，应‸当限期整改。"))).toContain("要求");
    expect(card(policy("【规‸则】甲\n药店配有药师的，应当限期整改。"))).toContain("规范");
  });

  test("of a citation: the words of the provision", () => {
    expect(card(`${policy("第二条　第一‸条规定的药店，可以申诉。")}\n`)).toContain("药店年度业务量极少");
    expect(card(policy("【例外】甲\n配有药师的药店，不受第一‸条限制。"))).toContain("药店年度业务量极少");
  });
});
