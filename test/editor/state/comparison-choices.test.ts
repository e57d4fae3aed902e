import { describe, expect, test } from "vitest";
import { changedNodes, changedRows } from "../../../editor/components/compare/change-marks.ts";
import { firstPair, type DocumentChoice } from "../../../editor/state/comparison/choices.ts";
import type { ComparedRow, OutlineNode } from "../../../editor/worker/worker-api.ts";

const policy = (path: string): DocumentChoice => ({ path, name: path, group: "政策" });
const text = (path: string): DocumentChoice => ({ path, name: path, group: "公文文字" });

describe("what is likely to be compared", () => {
  test("the open policy and the other city", () => {
    const choices = [policy("a/2025.tiaowen"), policy("b/2025.tiaowen"), text("a/source/2025.txt")];
    expect(firstPair("b/2025.tiaowen", choices)).toEqual({ left: "b/2025.tiaowen", right: "a/2025.tiaowen" });
  });

  test("versions in one folder go before other cities, the older one on the left", () => {
    const choices = [policy("a/2025.tiaowen"), policy("b/2024.tiaowen"), policy("b/2025.tiaowen")];
    expect(firstPair("b/2025.tiaowen", choices)).toEqual({ left: "b/2024.tiaowen", right: "b/2025.tiaowen" });
    expect(firstPair("b/2024.tiaowen", choices)).toEqual({ left: "b/2024.tiaowen", right: "b/2025.tiaowen" });
  });

  test("one policy alone leaves the other side open; a vocabulary that is open is no policy", () => {
    expect(firstPair("vocabulary/x.tiaowen", [policy("a/2025.tiaowen"), text("b.txt")])).toEqual({
      left: "a/2025.tiaowen",
      right: null,
    });
    expect(firstPair(null, [])).toEqual({ left: null, right: null });
  });
});

const CELL = { tag: null, paragraphs: [], span: null } as const;

const row = (id: string, kind: ComparedRow["kind"], isChanged: boolean, depth = 0): ComparedRow => ({
  id,
  kind,
  depth,
  label: id,
  change: null,
  word: "",
  isChanged,
  left: CELL,
  right: CELL,
  notes: [],
});

const isTold = ({ isChanged }: ComparedRow): boolean => isChanged;

describe("what has changed alone", () => {
  test("a changed provision keeps the headings that it stands under, each of them once", () => {
    const rows = [
      row("第一章", "heading", false),
      row("第一节", "heading", false, 1),
      row("第一条", "provision", true),
      row("第二条", "provision", true),
      row("第二节", "heading", false, 1),
      row("第三条", "provision", false),
      row("第二章", "heading", false),
      row("第四条", "provision", true),
      row("第三章", "heading", true),
    ];
    expect(changedRows(rows, isTold).map(({ id }) => id)).toEqual([
      "第一章",
      "第一节",
      "第一条",
      "第二条",
      "第二章",
      "第四条",
      "第三章",
    ]);
  });

  test("a heading that is told itself is not told again above its provision", () => {
    const rows = [row("第一章", "heading", true), row("第一条", "provision", true)];
    expect(changedRows(rows, isTold).map(({ id }) => id)).toEqual(["第一章", "第一条"]);
  });

  test("the tree keeps what leads to a change", () => {
    const node = (id: string, children: readonly OutlineNode[] = []): OutlineNode => ({
      id,
      kind: "provision",
      label: id,
      words: "",
      state: null,
      keyword: null,
      worst: null,
      span: { start: 0, end: 0 },
      children,
    });
    const tree = [node("甲", [node("一"), node("二")]), node("乙", [node("三")])];
    const kept = changedNodes(tree, (id) => id === "二");
    expect(kept.map(({ id, children }) => [id, children.map((child) => child.id)])).toEqual([["甲", ["二"]]]);
  });
});
