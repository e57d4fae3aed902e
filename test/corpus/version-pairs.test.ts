import { describe, expect, test } from "vitest";
import { applyPatch, compareTexts, type TextComparison } from "../../compiler/diff/text/index.ts";
import { mirrorTexts } from "../../compiler/diff/mirror.ts";
import { readDocument } from "../../language/index.ts";
import type { ProvisionChange } from "../../compiler/model/change.ts";
import { ABSENT, corpusTexts, hasCorpus } from "./corpus-folder.ts";

/** Every row that is not plainly unchanged, worked out by reading both texts; see version-pairs.md. */
const ROAD_TRANSPORT = [
  "changed 63 → 63",
  "changed 65 → 65",
  "deleted 68 → 无",
  "changed 69 → 68",
  "renumbered 70 → 69",
  "changed 71 → 70",
  "renumbered 72 → 71",
  "renumbered 73 → 72",
  "renumbered 74 → 73",
  "changed 75 → 74",
  "renumbered 76 → 75",
  "renumbered 77 → 76",
  "renumbered 78 → 77",
  "renumbered 79 → 78",
  "renumbered 80 → 79",
  "renumbered 81 → 80",
  "renumbered 82 → 81",
  "renumbered 83 → 82",
];

/** Every seventh article of the law of 2018 and where it stands in that of 2023; none where its words went nowhere. */
const COMPANY_LAW: readonly (readonly [number, readonly number[]])[] = [
  [7, [33, 36]],
  [14, [13, 38]],
  [21, [22]],
  [28, [49]],
  [35, [53]],
  [42, [65]],
  [49, [74]],
  [56, [82]],
  [63, [23]],
  [70, []],
  [77, [91]],
  [84, [97]],
  [91, [105]],
  [98, [111]],
  [105, [117]],
  [112, [125]],
  [119, [132]],
  [126, [143]],
  [133, [151]],
  [140, []],
  [147, [179]],
  [154, [195]],
  [161, [202]],
  [168, [214]],
  [175, [222]],
  [182, [231]],
  [189, [238]],
  [196, [248]],
  [203, []],
  [210, [259]],
];

/** 中山, the articles that read alike in 2013 and 2014. */
const ZHONGSHAN_ALIKE = ["3", "4", "5", "6", "8", "9", "10", "11", "12", "14"];

describe("versions of one document", () => {
  if (!hasCorpus) {
    test.each([ABSENT])("%s", () => {
      expect(hasCorpus).toBe(false);
    });
    return;
  }
  const texts = corpusTexts();
  const read = (beginning: string): string => {
    const found = texts.filter(({ name }) => name.startsWith(beginning));
    expect(found).toHaveLength(1);
    return found[0]!.text;
  };
  const compared = (left: string, right: string): TextComparison => {
    const comparison = compareTexts(
      readDocument({ name: "left", text: left }),
      readDocument({ name: "right", text: right }),
    );
    expect(comparison.relation).toBe("versions");
    expect(applyPatch(left, comparison.patch)).toBe(right);
    const back = compareTexts(
      readDocument({ name: "right", text: right }),
      readDocument({ name: "left", text: left }),
    );
    expect(mirrorTexts(comparison, left, right)).toEqual(back);
    return comparison;
  };
  const rowOf = ({ kind, left, right }: ProvisionChange): string =>
    `${kind} ${left?.path ?? "无"} → ${right?.path ?? "无"}`;
  const isPlain = ({ kind, edits }: ProvisionChange): boolean => kind === "unchanged" && edits.length === 0;

  test("未成年人保护法 2020 → 2024: one article with other words, one with another space", () => {
    const { provisions, headings } = compared(read("未成年人保护法(2020"), read("未成年人保护法(2024"));
    const rows = provisions.filter((row) => !isPlain(row));
    expect(rows.map(rowOf)).toEqual(["changed 9 → 9", "unchanged 95 → 95"]);
    expect(rows[1]?.edits.map((edit) => edit.class)).toEqual(["whitespace"]);
    expect(provisions).toHaveLength(132);
    expect(headings.every(isPlain)).toBe(true);
  });

  test("道路运输条例 2022 → 2023: every row", () => {
    const { provisions, headings } = compared(read("道路运输条例(2022"), read("道路运输条例(2023"));
    expect(provisions.filter((row) => !isPlain(row)).map(rowOf)).toEqual(ROAD_TRANSPORT);
    expect(provisions.filter(({ kind }) => kind === "renumbered")).toHaveLength(12);
    expect(provisions).toHaveLength(83);
    expect(headings.every(isPlain)).toBe(true);
  });

  test("中山积分制 2013 → 2014: 10 of 17 articles are unchanged", () => {
    const { provisions } = compared(read("zhongshan-jifen-2013"), read("zhongshan-jifen-2014"));
    const articles = provisions.filter(({ left }) => left?.level === "article");
    expect(articles).toHaveLength(17);
    expect(articles.filter(({ kind }) => kind === "unchanged").map(({ left }) => left?.path)).toEqual(
      ZHONGSHAN_ALIKE,
    );
  });

  test("公司法 2018 → 2023: the partners of every seventh article", () => {
    const { provisions } = compared(read("公司法(2018"), read("公司法(2023"));
    const partners = (path: string): readonly number[] =>
      provisions
        .filter(({ left, right }) => left?.path === path && right !== null)
        .map(({ right }) => Number(right?.path))
        .toSorted((one, other) => one - other);
    const wrong = COMPANY_LAW.filter(
      ([article, expected]) => partners(String(article)).join(" ") !== expected.join(" "),
    );
    expect(COMPANY_LAW).toHaveLength(30);
    expect(wrong).toEqual([]);
  });

  test.each(texts)("$name against itself", ({ text }) => {
    const { provisions, headings, furniture, patch } = compared(text, text);
    expect([...provisions, ...headings].filter((row) => !isPlain(row))).toEqual([]);
    expect(furniture).toEqual([]);
    expect(patch.pieces).toEqual([{ kind: "keep", left: { start: 0, end: text.length } }]);
  });
});
