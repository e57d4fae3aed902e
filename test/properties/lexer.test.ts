import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { makeVocabulary, segmentRun, type Vocabulary } from "../../language/index.ts";

/** Characters that are neither keywords nor numerals, so that only the words decide. */
const letters = fc.constantFrom("甲", "乙", "丙", "丁");
const word = fc.array(letters, { minLength: 1, maxLength: 4 }).map((parts) => parts.join(""));
const run = fc.array(letters, { minLength: 1, maxLength: 11 }).map((parts) => parts.join(""));

const vocabularyOf = (words: readonly string[]): Vocabulary =>
  makeVocabulary(
    words.map((text) => ({ text, role: "field", file: "", span: { start: 0, end: 0 }, owner: null })),
  );

const WORD = 1_000;
const FIRST_UNKNOWN = 25_000;
const NEXT_UNKNOWN = 10_000;

/** The least cost over every way to cut, by trying them all. */
const bruteForce = (text: string, words: ReadonlySet<string>, afterUnknown = false): number => {
  if (text === "") return 0;
  let best = (afterUnknown ? NEXT_UNKNOWN : FIRST_UNKNOWN) + bruteForce(text.slice(1), words, true);
  for (let length = 1; length <= text.length; length += 1) {
    if (words.has(text.slice(0, length))) best = Math.min(best, WORD + bruteForce(text.slice(length), words));
  }
  return best;
};

/** All cuts into known words only, with the fewest words. */
const fewestWords = (text: string, words: ReadonlySet<string>): string[][] => {
  const all: string[][] = [];
  const extend = (rest: string, cut: string[]): void => {
    if (rest === "") all.push(cut);
    for (let length = 1; length <= rest.length; length += 1) {
      const head = rest.slice(0, length);
      if (words.has(head)) extend(rest.slice(length), [...cut, head]);
    }
  };
  extend(text, []);
  const fewest = Math.min(...all.map((cut) => cut.length));
  return all.filter((cut) => cut.length === fewest);
};

describe("cutting runs", () => {
  test("costs what the best of all cuts costs", () => {
    fc.assert(
      fc.property(fc.uniqueArray(word, { maxLength: 12 }), run, (words, text) => {
        const cut = segmentRun(text, vocabularyOf(words));
        expect(cut.cost).toBe(bruteForce(text, new Set(words)));
        expect(cut.words.map((part) => part.text).join("")).toBe(text);
      }),
      { numRuns: 1_000 },
    );
  });

  test("tells of another cut exactly where there is one with as few words", () => {
    fc.assert(
      fc.property(fc.uniqueArray(word, { minLength: 3, maxLength: 12 }), run, (words, text) => {
        const cut = segmentRun(text, vocabularyOf(words));
        if (cut.words.some(({ kind }) => kind === "unknown")) return;
        const best = fewestWords(text, new Set(words)).map((parts) => parts.join("·"));
        expect(best).toContain(cut.words.map((part) => part.text).join("·"));
        expect(cut.alternatives.length > 0).toBe(best.length > 1);
        for (const other of cut.alternatives)
          expect(best).toContain(other.map((part) => part.text).join("·"));
      }),
      { numRuns: 1_000 },
    );
  });

  test("takes time in proportion to the length of the run", () => {
    const vocabulary = vocabularyOf(["甲", "甲乙", "乙甲", "甲乙甲乙"]);
    const cut = segmentRun("甲乙".repeat(200_000), vocabulary);
    expect(cut.words.length).toBe(100_000);
  });
});

describe("words and keywords", () => {
  const cutOf = (text: string, ...words: string[]): string[] =>
    segmentRun(text, vocabularyOf(words)).words.map((part) => part.text);

  test.each<[string, string[], string[]]>([
    ["不符合药师管理要求", ["符合药师管理要求"], ["不", "符合药师管理要求"]],
    [
      "定点零售药店年度医保业务量低于业务量极少标准",
      ["定点零售药店", "年度医保业务量", "业务量极少标准"],
      ["定点零售药店", "年度医保业务量", "低于", "业务量极少标准"],
    ],
    ["定点零售药店数量超过10家", ["定点零售药店数量"], ["定点零售药店数量", "超过", "10家"]],
    ["机构类别为外资", ["机构类别"], ["机构类别", "为", "外资"]],
    ["步行15分钟距离", [], ["步行15分钟距离"]],
    ["有机构类别相同", ["机构类别"], ["有", "机构类别", "相同"]],
    ["考核得分80分以上", ["考核得分"], ["考核得分", "80分", "以上"]],
    ["统一分类目录", [], ["统一分类目录"]],
    ["一家以上", [], ["一家", "以上"]],
    ["A类B2类", ["A类", "B2类", "B"], ["A类", "B2类"]],
    ["ＧＤＰ增速", ["GDP增速"], ["GDP增速"]],
    ["基 金结余", ["基金结余"], ["基", "金结余"]],
    ["A 类机构", ["A类", "机构"], ["A类", "机构"]],
    ["自2025年1月24日起", [], ["自", "2025年1月24日", "起"]],
    ["1,000元以下", [], ["1,000元", "以下"]],
  ])("%s", (text, words, expected) => {
    expect(cutOf(text, ...words).map((part) => part.replace("，", ","))).toEqual(expected);
  });
});
