import { describe, expect, test } from "vitest";
import { compile } from "../../../compiler/index.ts";
import {
  filledSnippet,
  RULE_IN_ITEMS,
  SNIPPETS,
  type LanguageSnippet,
} from "../../../compiler/ide/snippets.ts";
import { BLOCK_KEYWORDS } from "../../../language/index.ts";

const METADATA = "【政策】\n名称：示例办法；\n自称：本办法。\n";
const NAMES = `【对象】地区
名称：文本。
【对象】主体
名称：文本；
条件：是否；
另一条件：是否；
字段：整数（家）；
列举字段：甲等、乙等；
日期字段：日期；
位置：坐标（CGCS2000）；
所在地区：地区。
【参数】示例参数
单位为家，由未明确确定。
【措施】
措施、限期整改。
【认定】类别
主体的类别，按照下列规定认定：
（一）条件，为一类；
（二）其他的，为二类。
【指标】示例指标
主体的示例指标，为字段加1家。
【排名】示例排名
主体按照字段由高到低排名；仍相同的，并列；名次数舍去。
【完】
示例办法
第一条　原文。
【理解】「示例词语」
读法一：甲；读法二：乙。采读法一，状态为暂拟。
【规则】示例规则
主体条件的，应当措施。
【规则】另一规则
主体条件的，应当限期整改。
`;
const CASE_RECORDS = "设主体「甲」：条件；\n设主体「乙」：条件；\n";
const EXPECTED = "则「甲」的示例规则成立。\n";
const END_OF_SENTENCE: Readonly<Record<string, string>> = {
  规则: "主体条件的，应当措施",
  断言: "7家加8家等于16家",
};

/** A file in which the pattern stands with its examples. */
const policyWith = ({ title, body, within }: LanguageSnippet): string => {
  const words = filledSnippet(body);
  if (title === "【政策】") return `${words}【完】\n`;
  if (title === "【词汇】") return `${words}【完】\n`;
  if (within === null) return `${METADATA}${NAMES}${words}【完】\n`;
  const keyword = within[0]!;
  const header = `【${keyword}】${keyword === "界限" || keyword === "说明" ? "" : keyword === "理解" ? "「原文」" : "试用"}\n`;
  const end = END_OF_SENTENCE[keyword];
  if (title.startsWith("依据") || title.startsWith("限「") || title.startsWith("已知不成立"))
    return `${METADATA}${NAMES}${header}${end!}，${words}。\n【完】\n`;
  if (!/[。；]$/.test(words)) return `${METADATA}${NAMES}${header}主体${words}的，应当措施。\n【完】\n`;
  if (keyword !== "用例") return `${METADATA}${NAMES}${header}${words}\n【完】\n`;
  if (words.startsWith("则")) return `${METADATA}${NAMES}${header}${CASE_RECORDS}${words}\n【完】\n`;
  return `${METADATA}${NAMES}${header}${words}\n${
    words.includes("主体「") ? "" : CASE_RECORDS
  }${EXPECTED}【完】\n`;
};

describe("snippets", () => {
  test.each(SNIPPETS.map((snippet) => [`${snippet.within?.[0] ?? ""} ${snippet.title}`, snippet] as const))(
    "%s compiles with its examples",
    (_, snippet) => {
      const text = policyWith(snippet);
      const { diagnostics } = compile({ policy: { name: "示例.tiaowen", text }, vocabularies: [] });
      expect(
        diagnostics
          .filter(({ severity }) => severity === "error")
          .map(({ message, span }) => [message, text.slice(span.start, span.end)]),
      ).toEqual([]);
    },
  );

  test("there is one for every block, and titles are told apart", () => {
    const blocks = SNIPPETS.filter((snippet) => snippet.within === null && snippet !== RULE_IN_ITEMS).map(
      ({ title }) => title,
    );
    expect(blocks).toEqual(BLOCK_KEYWORDS.map((keyword) => `【${keyword}】`));
    const purposes = SNIPPETS.filter(({ within }) => within === null).map(({ purpose }) => purpose);
    expect(new Set(purposes).size).toBe(purposes.length);
    expect(new Set(SNIPPETS.map(({ title }) => title)).size).toBe(SNIPPETS.length);
  });
});
