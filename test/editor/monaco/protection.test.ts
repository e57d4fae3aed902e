import { describe, expect, test } from "vitest";
import { judge, meansBlock, type Verdict } from "../../../editor/monaco/protection.ts";

const OFFICIAL_A = "第一条　机构应当合格。\n\n";
const BLOCK = "【规则】甲\n机构应当合格。\n【完】\n";
const OFFICIAL_B = "第二条　机构不得作假。";
const TEXT = OFFICIAL_A + BLOCK + OFFICIAL_B;
const B = OFFICIAL_A.length + BLOCK.length;
const OFFICIAL = [
  { start: 0, end: OFFICIAL_A.length },
  { start: B, end: TEXT.length },
];

const at = (words: string, from = 0): number => TEXT.indexOf(words, from) + words.length;
const verdict = (
  start: number,
  end: number,
  newText: string,
  free = [] as { start: number; end: number }[],
) => judge({ text: TEXT, official: OFFICIAL, free }, [{ span: { start, end }, newText }]);

const CASES: readonly (readonly [string, number, number, string, Verdict])[] = [
  ["typing in official text", at("第一条"), at("第一条"), "甲", "ask"],
  ["typing behind an official line", at("合格。"), at("合格。"), "甲", "ask"],
  ["typing before an official line", B, B, "甲", "ask"],
  ["typing on an empty official line", at("合格。\n"), at("合格。\n"), "甲", "ask"],
  ["taking out an official character", 0, 1, "", "ask"],
  ["taking out the last official character", TEXT.length - 1, TEXT.length, "", "ask"],
  ["replacing official words", 0, 3, "第三条", "ask"],
  ["cutting an official line in two", at("机构"), at("机构"), "\n", "ask"],
  ["taking out everything", 0, TEXT.length, "", "ask"],
  ["taking out a block with a bit of official text", OFFICIAL_A.length, B + 1, "", "ask"],
  ["typing in a block", at("甲\n"), at("甲\n"), "定点", "allowed"],
  ["typing behind a block", B - 1, B - 1, "甲", "allowed"],
  ["taking out a block", OFFICIAL_A.length, B, "", "allowed"],
  ["an empty line behind an official line", at("合格。"), at("合格。"), "\n", "allowed"],
  ["taking out an empty line", at("合格。"), at("合格。\n"), "", "allowed"],
  ["the same words again", 0, 3, "第一条", "allowed"],
  ["a block on an empty line", at("合格。\n"), at("合格。\n"), "【规则】乙", "startsBlock"],
  ["the end of a block on a line before an official one", B, B, "【完】\n", "startsBlock"],
  ["the end of a block before official words", B, B, "【完】", "ask"],
  ["a block behind an official line", at("合格。"), at("合格。"), "【", "startsBlock"],
  ["a block at the end of the text", TEXT.length, TEXT.length, "\n【规则】乙", "startsBlock"],
  ["a block in the middle of an official line", at("机构"), at("机构"), "【", "ask"],
];

describe("a change of the text", () => {
  test.for(CASES)("%s", ([, start, end, newText, expected]) => {
    expect(verdict(start, end, newText)).toBe(expected);
  });

  test("what has been agreed to is not asked about again, all else is", () => {
    const free = [{ start: 0, end: at("合格。") }];
    expect(verdict(3, 4, "甲", free)).toBe("allowed");
    expect(verdict(B, B + 1, "", free)).toBe("ask");
  });

  test("one edit of official text among many is enough to ask", () => {
    const edits = [at("甲\n"), 0].map((start) => ({ span: { start, end: start + 2 }, newText: "定点" }));
    expect(judge({ text: TEXT, official: OFFICIAL, free: [] }, edits)).toBe("ask");
    expect(judge({ text: TEXT, official: OFFICIAL, free: [] }, edits.slice(0, 1))).toBe("allowed");
  });

  test("an empty document takes everything", () => {
    const empty = { text: " \n", official: [{ start: 0, end: 2 }], free: [] };
    expect(judge(empty, [{ span: { start: 0, end: 0 }, newText: "第一条　甲。" }])).toBe("allowed");
  });
});

describe("what begins a block on an empty line", () => {
  const empty = at("合格。\n");
  const means = (start: number, end: number, newText: string): boolean =>
    meansBlock(TEXT, [{ span: { start, end }, newText }], ["规则", "对象"]);

  test.each([
    ["a letter, as of pinyin", empty, "g", true],
    ["the name of a block", empty, "规则", true],
    ["other words", empty, "规定", false],
    ["several letters that were put in at once", empty, "gz", false],
    ["a letter behind official words", at("合格。"), "g", false],
  ] as const)("%s", (_, offset, newText, expected) => {
    expect(means(offset, offset, newText)).toBe(expected);
  });

  test("a letter in place of official words is none", () => {
    expect(means(0, 3, "g")).toBe(false);
  });
});
