import { readFileSync } from "node:fs";
import { join } from "node:path";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseFile, print, stripSpans, withoutSpace, type PolicyFile } from "../../language/index.ts";
import { applyEdits, edits, policyLikeText } from "../generators/policy-text.ts";
import { DECLARATIONS } from "../language/sample.ts";

const folder = join(import.meta.dirname, "..", "..", "policies");
const read = (path: string): string => readFileSync(join(folder, path), "utf8");

const words = parseFile({ name: "医保定点.tiaowen", text: read("vocabulary/医保定点.tiaowen") }).vocabulary;
const texts = ["vocabulary/医保定点.tiaowen", "mudanjiang/2025-draft.tiaowen", "yangjiang/2025.tiaowen"].map(
  (path) => [path, read(path)] as const,
);

const parse = (text: string): PolicyFile => parseFile({ name: "试.tiaowen", text }, words);

const officialText = (file: PolicyFile): string =>
  file.segments.official.map(({ start, end }) => file.source.text.slice(start, end)).join("");

/** Characters that carry meaning; what the formatter may change is folded away. */
const letters = (text: string): string =>
  withoutSpace(text.normalize("NFKC")).replaceAll(/[，,。.；;：:、()「」『』"“”｢｣《》]/g, "");

/** What printing changed of the tree and the official text, and what printing again changed of the print. */
const faithfulness = (text: string): readonly [unknown, unknown] => {
  const file = parse(text);
  const printed = print(file);
  const again = parse(printed);
  return [
    [file.blocks.map(stripSpans), officialText(file), letters(text), printed],
    [again.blocks.map(stripSpans), officialText(again), letters(printed), print(again)],
  ];
};

describe("printing", () => {
  test.each(texts)("%s says the same and stays the same", (_path, text) => {
    const [before, after] = faithfulness(text);
    expect(after).toEqual(before);
  });

  test.each(texts)(
    "%s typed with half-width punctuation and spaces prints like the original",
    (_path, text) => {
      const file = parse(text);
      const loosen = (line: string): string =>
        line
          .split(/(「[^」]*」)/)
          .map((part) => (part.startsWith("「") ? part : part.replaceAll("，", " , ")))
          .join("");
      const typed = text
        .split("\n")
        .map((line) => (line.startsWith("则") || line.startsWith("设") ? `　${loosen(line)}` : line));
      expect(print(parse(typed.join("\n")))).toBe(print(file));
    },
  );

  test.each(texts)("%s with edits: official text and every letter is kept, nothing throws", (_path, text) => {
    fc.assert(
      fc.property(edits, (changes) => {
        const file = parse(applyEdits(text, changes));
        const printed = print(file);
        expect(officialText(parse(printed))).toBe(officialText(file));
        expect(letters(printed)).toBe(letters(file.source.text));
      }),
      { numRuns: 25 },
    );
  });

  test("texts of policy words in any order say the same and stay the same", () => {
    fc.assert(
      fc.property(policyLikeText, (text) => {
        const [before, after] = faithfulness(
          `【政策】\n名称：试；\n【完】\n${DECLARATIONS}【规则】甲\n${text}`,
        );
        expect(after).toEqual(before);
      }),
      { numRuns: 300 },
    );
  });
});

describe("canonical form", () => {
  const printed = (block: string): string => {
    const text = print(parse(`【政策】\n名称：试；\n【完】\n${DECLARATIONS}${block}\n【完】\n`));
    return text.slice(text.lastIndexOf("【", text.lastIndexOf("【完】") - 1), text.lastIndexOf("【完】"));
  };

  test.each([
    [
      "【规则】 甲\n定点医药机构有下列情形之一的,纳入自然退出:(一)年度医保业务量为０笔;(二)考核得分低于60分,依据“得分”.",
      "【规则】甲\n定点医药机构有下列情形之一的，纳入自然退出：\n（一）年度医保业务量为0笔；\n（二）考核得分低于60分，依据「得分」。\n",
    ],
    [
      "【规则】甲\n定点医药机构 年度医保业务量 低于 1,000 笔 的， 限期整改\n",
      "【规则】甲\n定点医药机构年度医保业务量低于1,000笔的，限期整改。\n",
    ],
    ["【措施】\n甲项、\n乙项", "【措施】\n甲项、乙项。\n"],
    ["【说明】  程序，依据「甲」。\n　理由如此。", "【说明】程序，依据「甲」。\n理由如此。\n"],
    ["【对象】某\n甲 : 是否 ;乙:整数(笔)", "【对象】某\n甲：是否；\n乙：整数（笔）。\n"],
    ["【规则】甲\n★定点医药机构,限期整改", "【规则】甲\n★定点医药机构,限期整改\n"],
  ])("%s", (written, canonical) => {
    expect(printed(written)).toBe(canonical);
  });
});
