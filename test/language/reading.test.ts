import { describe, expect, test } from "vitest";
import {
  createMemo,
  makeVocabulary,
  mergeVocabularies,
  nodesAt,
  nodesOfKind,
  originOf,
  parseCondition,
  parseFile,
  wordsOfBlock,
} from "../../language/index.ts";
import { outlinePhrase } from "../support/outline.ts";
import { DECLARATIONS, parseBlocks } from "./sample.ts";

const opening = `【政策】\n名称：样例；\n【完】\n${DECLARATIONS}`;
const rules = (first: string): string =>
  `${opening}【规则】甲\n定点医药机构考核得分低于${first}分的，限期整改。\n【规则】乙\n定点医药机构考核得分低于20分的，取消定点。\n【完】\n`;

describe("a memo", () => {
  test("keeps the blocks before an edit as they are and moves those behind it", () => {
    const memo = createMemo();
    const before = parseFile({ name: "a", text: rules("10") }, undefined, memo);
    const after = parseFile({ name: "a", text: rules("100") }, undefined, memo);
    expect(after.blocks.at(-3)).toBe(before.blocks.at(-3));
    expect(after.blocks.at(-2)).not.toBe(before.blocks.at(-2));
    const [last, lastBefore] = [after.blocks.at(-1)!, before.blocks.at(-1)!];
    expect(originOf(last)).toEqual({ block: lastBefore, by: 1 });
    expect(last.span).toEqual({ start: lastBefore.span.start + 1, end: lastBefore.span.end + 1 });
    expect(
      nodesOfKind(last, "number").map(({ span }) => after.source.text.slice(span.start, span.end)),
    ).toEqual(["20分"]);
  });

  test("reads everything again when a name is declared", () => {
    const memo = createMemo();
    const text = rules("10").replace("考核得分低于20分", "新指标低于20分");
    const codes = (source: string): string[] =>
      parseFile({ name: "a", text: source }, undefined, memo).diagnostics.map(({ code }) => code);
    expect(codes(text)).toEqual(["undeclared-term"]);
    expect(codes(text.replace("年龄：", "新指标：整数（分）；\n年龄："))).toEqual([]);
  });
});

describe("a condition by itself", () => {
  const { vocabulary } = parseBlocks("【措施】\n退出。");

  test("is read as in a rule", () => {
    const { phrase, diagnostics } = parseCondition(
      "机构类别为定点零售药店且年度医保业务量低于10笔",
      vocabulary,
    );
    expect(diagnostics).toEqual([]);
    expect(phrase && outlinePhrase(phrase)).toBe("机构类别=定点零售药店 and 年度医保业务量<10笔");
  });

  test.each(["", "  ", "机构类别为", "机构类别为定点零售药店。年龄低于3岁", "没有声明的词"])(
    "“%s” is no condition",
    (text) => {
      expect(parseCondition(text, vocabulary).diagnostics.length).toBeGreaterThan(0);
    },
  );
});

describe("vocabularies", () => {
  test("say who declared what", () => {
    const { vocabulary } = parseBlocks("【规则】自然退出\n定点医药机构主动申请解除协议的，纳入自然退出。");
    const declared = (text: string): (string | null)[][] =>
      vocabulary.declarations.filter((entry) => entry.text === text).map(({ role, owner }) => [role, owner]);
    expect(declared("公立")).toEqual([["value", "经营性质"]]);
    expect(declared("情况未改善")).toEqual([["field", "定点医药机构"]]);
    expect(declared("自然退出")).toEqual([["rule", null]]);
    expect(declared("业务量极少标准")).toEqual([["parameter", null]]);
    expect(declared("考核排名")).toEqual([["ranking", null]]);
  });

  test("have the same version for the same words in any order; rule names count apart", () => {
    const { vocabulary } = parseBlocks("【措施】\n退出。");
    const { vocabulary: withRule } = parseBlocks("【措施】\n退出。\n【规则】某规则\n定点医药机构，退出。");
    expect(makeVocabulary([...vocabulary.declarations].reverse()).version).toBe(vocabulary.version);
    expect(withRule.version).toBe(vocabulary.version);
    expect(withRule.fullVersion).not.toBe(vocabulary.fullVersion);
    expect(mergeVocabularies(vocabulary, withRule).fullVersion).toBe(withRule.fullVersion);
  });
});

describe("looking into the tree", () => {
  test("the nodes around an offset, and the words of a block", () => {
    const file = parseBlocks("【规则】甲\n定点医药机构考核得分低于60分的，限期整改。");
    const at = file.source.text.indexOf("60分");
    expect(nodesAt(file.blocks, at + 1).map(({ kind }) => kind)).toEqual([
      "rule",
      "norm",
      "conditionPart",
      "phrase",
      "clause",
      "comparison",
      "number",
    ]);
    const words = wordsOfBlock({
      text: file.source.text,
      segment: file.blocks.at(-1)!.segment,
      vocabulary: file.vocabulary,
    });
    expect(words?.lexed.tokens.map(({ image }) => image)).toEqual([
      "定点医药机构",
      "考核得分",
      "低于",
      "60分",
      "的",
      "，",
      "限期整改",
      "。",
    ]);
  });
});
