import { describe, expect, test } from "vitest";
import { groupsOf } from "../../../editor/state/analysis/finding-groups.ts";
import { keyOf } from "../../../editor/state/analysis/finding-key.ts";
import { placeNow } from "../../../editor/state/analysis/place-now.ts";
import type { AnalysisCard } from "../../../editor/worker/worker-api.ts";

const card = (message: string, start: number, label: string | null, file = "a.tiaowen"): AnalysisCard => ({
  code: "class-overlap",
  severity: "warning",
  certainty: "shown",
  certaintyWords: "已举例并经核对",
  message,
  places: [{ rule: "类别", label, file, span: { start, end: start + 2 }, words: "原文" }],
  witness: null,
  hasSuggestions: false,
  reason: null,
  parameter: null,
});

describe("findings on show", () => {
  test("stand under their provision in the order of the text, those of vocabularies behind", () => {
    const cards = [
      card("词汇", 5, null, "vocabulary/医保.tiaowen"),
      card("后", 90, "第十八条"),
      card("前", 10, "第四条"),
      card("中", 80, "第十八条"),
      card("开头", 1, null),
    ];
    expect(
      groupsOf(cards, "a.tiaowen").map((group) => [group.label, group.cards.map((each) => each.message)]),
    ).toEqual([
      ["条文之前", ["开头"]],
      ["第四条", ["前"]],
      ["第十八条", ["中", "后"]],
      ["医保.tiaowen", ["词汇"]],
    ]);
  });

  test("that are graver come first under their provision, and so do their provisions", () => {
    const cards = [
      { ...card("参数", 10, "第四条"), severity: "info" as const },
      { ...card("提示", 80, "第十八条"), severity: "info" as const },
      card("重叠", 85, "第十八条"),
      { ...card("矛盾", 95, "第二十条"), severity: "error" as const },
    ];
    expect(
      groupsOf(cards, "a.tiaowen").map((group) => [group.label, group.cards.map((each) => each.message)]),
    ).toEqual([
      ["第二十条", ["矛盾"]],
      ["第十八条", ["重叠", "提示"]],
      ["第四条", ["参数"]],
    ]);
  });

  test("are the same ones wherever their words have moved to, and others where they say something else", () => {
    expect(keyOf(card("甲", 10, "第四条"))).toBe(keyOf(card("甲", 70, "第四条")));
    expect(keyOf(card("甲", 10, "第四条"))).not.toBe(keyOf(card("乙", 10, "第四条")));
    expect(keyOf(card("甲", 10, "第四条"))).not.toBe(keyOf(card("甲", 10, "第五条")));
  });
});

describe("words of an earlier text", () => {
  const before = "第一条　甲。\n第二条　乙。\n";
  const span = { start: before.indexOf("乙"), end: before.indexOf("乙") + 1 };

  test("are found behind what was put in, and where nothing has changed", () => {
    const now = before.replace("甲", "甲、丙");
    expect(placeNow(before, now, span)).toEqual({ start: span.start + 2, end: span.end + 2 });
    expect(placeNow(before, before, span)).toEqual(span);
  });

  test("are not found where they were taken away", () => {
    expect(placeNow(before, before.replace("乙", ""), span)).toBeNull();
  });
});
