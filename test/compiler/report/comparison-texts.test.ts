import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { compare } from "../../../compiler/compare.ts";
import type { Comparison } from "../../../compiler/model/change.ts";
import { comparisonTable } from "../../../compiler/report/comparison/table-rows.ts";
import type { TextRow } from "../../../compiler/report/comparison/table-rows.ts";
import type { Run, Side } from "../../../compiler/report/comparison/table-runs.ts";
import { ABSENT, hasCorpus } from "../../corpus/corpus-folder.ts";

const project = join(import.meta.dirname, "../../..");
const corpus = join(project, "../shared/corpus");

const compared = (left: string, right: string): Promise<Comparison> => {
  const input = (path: string) => ({
    file: { name: path, text: readFileSync(path, "utf8") },
    compiled: null,
  });
  return compare(input(left), input(right), { at: null });
};

const joined = (runs: readonly Run[]): string => runs.map(({ text }) => text).join("");
const provisionRows = (comparison: Comparison, all: boolean): readonly TextRow[] =>
  comparisonTable(comparison, { all }).rows.flatMap((row) => (row.kind === "provision" ? [row] : []));

const expectWholeTexts = (comparison: Comparison): void => {
  const rows = provisionRows(comparison, true);
  for (const side of ["left", "right"] as const) {
    const marks = new Set(rows.flatMap((row) => row[side].runs.map(({ mark }) => mark)));
    expect(marks).not.toContain(side === "left" ? "added" : "deleted");
    expect(rows.map((row) => joined(row[side].runs)).join("\n")).toHaveLength(
      rows.length - 1 + lengthOfProvisions(comparison, rows, side),
    );
    for (const words of provisionsOf(comparison, side)) {
      expect(rows.some((row) => joined(row[side].runs).includes(words))).toBe(true);
    }
  }
};

const provisionsOf = (comparison: Comparison, side: Side): readonly string[] => {
  const starts = new Map(
    comparison.provisions.flatMap((change) => {
      const span = change[side]?.span;
      return span === undefined
        ? []
        : [[span.start, comparison[side].text.slice(span.start, span.end)] as const];
    }),
  );
  return [...starts.values()];
};

/** Parts of a split or merged provision stand in one cell, a line break between them. */
const lengthOfProvisions = (comparison: Comparison, rows: readonly TextRow[], side: Side): number => {
  const texts = provisionsOf(comparison, side);
  const cells = rows.filter((row) => row[side].runs.length > 0).length;
  return texts.reduce((sum, { length }) => sum + length, 0) + texts.length - cells;
};

describe("the table of two real documents", () => {
  const policy = (path: string): string => join(project, "policies", path);

  test("two cities: every provision of both stands in it once, character for character", async () => {
    const comparison = await compared(
      policy("mudanjiang/source/mudanjiang-draft.txt"),
      policy("yangjiang/source/yangjiang-2025.txt"),
    );
    expectWholeTexts(comparison);
    expect(comparisonTable(comparison, { all: false }).title).toMatch(/^《.*》与《.*》对照表$/u);
  });

  if (!hasCorpus) {
    test.each([ABSENT])("%s", () => {
      expect(hasCorpus).toBe(false);
    });
    return;
  }

  test.each([
    ["laws/未成年人保护法(2020-10-17).md", "laws/未成年人保护法(2024-04-26).md"],
    ["laws/公司法(2018-10-26).md", "laws/公司法(2023-12-29).md"],
    ["cities/zhongshan-jifen-2013.txt", "cities/zhongshan-jifen-2014.txt"],
  ])("%s, %s", async (left, right) => {
    expectWholeTexts(await compared(join(corpus, left), join(corpus, right)));
  });

  test("道路运输条例: twelve articles that only got another number are told in three ranges", async () => {
    const [left, right] = ["laws/道路运输条例(2022-03-29).md", "laws/道路运输条例(2023-07-20).md"];
    const comparison = await compared(join(corpus, left), join(corpus, right));
    expectWholeTexts(comparison);
    expect(comparisonTable(comparison, { all: false }).renumbered).toEqual([
      "第七十条改为第六十九条",
      "第七十二条至第七十四条改为第七十一条至第七十三条",
      "第七十六条至第八十三条改为第七十五条至第八十二条",
    ]);
    const rows = provisionRows(comparison, false);
    expect(rows).toHaveLength(6);
    expect(rows.filter(({ right: cell }) => cell.tag === "删去")).toHaveLength(1);
  });
});
