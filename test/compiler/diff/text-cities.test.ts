import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { applyPatch } from "../../../compiler/diff/text/index.ts";
import { compared, rowsOf } from "./text-fixtures.ts";

const read = (path: string): string =>
  readFileSync(join(import.meta.dirname, "../../../policies", path), "utf8");

const MUDANJIANG = read("mudanjiang/source/mudanjiang-draft.txt");
const YANGJIANG = read("yangjiang/source/yangjiang-2025.txt");

describe("牡丹江 against 阳江", () => {
  const comparison = compared(MUDANJIANG, YANGJIANG);

  test("every pair was read: they say the same in other words", () => {
    const pairs = rowsOf(comparison.provisions.filter(({ left, right }) => left !== null && right !== null));
    expect(pairs).toEqual([
      "changed* 第一条 → 前言",
      "changed* 第二条 → 二",
      "changed* 第四条 → 三（一）",
      "changed* 第三条 → 三（三）",
      "changed* 第六条 → 三（四）",
      "changed* 第八条 → 三（五）",
      "changed* 第十条 → 四、首段",
      "changed* 第十三条 → 四（二）",
      "changed* 第十九条 → 五（一）",
      "changed* 第二十一条 → 五（二）",
      "changed* 第二十四条 → 末段",
    ]);
  });

  test("they are two documents, and the patch is exact", () => {
    expect(comparison.relation).toBe("documents");
    expect(applyPatch(MUDANJIANG, comparison.patch)).toBe(YANGJIANG);
  });

  test.each([
    ["牡丹江", MUDANJIANG],
    ["阳江", YANGJIANG],
  ])("%s against itself is unchanged", (_, text) => {
    const { provisions, headings, furniture } = compared(text, text);
    expect(
      [...provisions, ...headings].every(({ kind, edits }) => kind === "unchanged" && edits.length === 0),
    ).toBe(true);
    expect(furniture).toEqual([]);
  });
});
