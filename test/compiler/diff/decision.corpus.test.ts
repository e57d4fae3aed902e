import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { amendmentOf, applyAmendment, bareWords } from "../../../compiler/diff/decision/index.ts";
import { ABSENT, hasCorpus } from "../../corpus/corpus-folder.ts";
import { comparisonOf } from "./decision-support.ts";

const folder = join(import.meta.dirname, "../../../../shared/corpus");
const textOf = (file: string): string => readFileSync(join(folder, file), "utf8");

const PAIRS = [
  ["laws/未成年人保护法(2020-10-17).md", "laws/未成年人保护法(2024-04-26).md"],
  ["laws/道路运输条例(2022-03-29).md", "laws/道路运输条例(2023-07-20).md"],
  ["cities/zhongshan-jifen-2013.txt", "cities/zhongshan-jifen-2014.txt"],
  ["laws/公司法(2018-10-26).md", "laws/公司法(2023-12-29).md"],
] as const;

describe("decisions between real versions", () => {
  if (!hasCorpus) {
    test.each([ABSENT])("%s", () => {
      expect(hasCorpus).toBe(false);
    });
    return;
  }

  for (const [before, after] of PAIRS) {
    for (const [left, right] of [
      [before, after],
      [after, before],
    ] as const) {
      test(`${left} → ${right}`, () => {
        const decision = amendmentOf(comparisonOf(textOf(left), textOf(right)));
        expect(decision).not.toContain("全文修改为");
        const { text, problems } = applyAmendment(textOf(left), decision);
        expect(problems).toEqual([]);
        expect(bareWords(text)).toBe(bareWords(textOf(right)));
      }, 30_000);
    }
  }

  test("one deleted article of 道路运输条例 is deleted, the others are not renumbered one by one", () => {
    const [before, after] = PAIRS[1];
    const decision = amendmentOf(comparisonOf(textOf(before), textOf(after)));
    expect(decision).toContain("删去第六十八条。");
    expect(decision).toContain("此外，对条文顺序作相应调整。");
    expect(decision).not.toMatch(/将第七十条改为第六十九条/);
  });
});
