import { describe, expect, test } from "vitest";
import {
  outlineRows,
  placesOf,
  parentRow,
  rowOfInnermost,
  rowStartingWith,
} from "../../../editor/components/outline/outline-rows.ts";
import { provisionAt } from "../../../editor/monaco/place-under-cursor.ts";
import { nodesAt, placeLabel } from "../../../editor/state/outline-place.ts";
import type { OutlineNode } from "../../../editor/worker/worker-api.ts";

const node = (
  label: string,
  [start, end]: readonly [number, number],
  state: OutlineNode["state"],
  children: readonly OutlineNode[] = [],
  kind: OutlineNode["kind"] = "provision",
): OutlineNode => ({
  id: `${kind}:${start}`,
  kind,
  label,
  words: `${label}的文字`,
  state,
  keyword: null,
  worst: null,
  span: { start, end },
  children,
});

const outline = [
  node("第一章　总则", [0, 99], "部分处理", [
    node("第一条", [10, 40], "已编码", [node("规则 甲", [20, 40], null, [], "block")]),
    node("第二条", [41, 99], "部分处理", [
      node("第一款", [42, 60], "宣示"),
      node("第二款", [61, 99], "未处理", [node("说明 乙", [70, 80], null, [], "block")]),
    ]),
  ]),
  node("第二章　附则", [100, 120], "未处理"),
];
const all = { folded: new Set<string>(), filter: "", untreatedOnly: false };
const labels = (choice: Partial<typeof all>): readonly string[] =>
  outlineRows(outline, { ...all, ...choice }).map(({ node: { label }, level }) => `${level}${label}`);

describe("rows", () => {
  test("go down the tree, each with its place among its siblings", () => {
    const rows = outlineRows(outline, all);
    expect(rows.map(({ node: { label } }) => label)).toEqual([
      "第一章　总则",
      "第一条",
      "规则 甲",
      "第二条",
      "第一款",
      "第二款",
      "说明 乙",
      "第二章　附则",
    ]);
    expect(rows[3]).toMatchObject({ level: 2, position: 2, count: 2, hasChildren: true, isOpen: true });
  });

  test("folded rows hide what is below", () => {
    expect(labels({ folded: new Set(["provision:0"]) })).toEqual(["1第一章　总则", "1第二章　附则"]);
  });

  test("only the untreated stay, below what they belong to, even where that is folded", () => {
    expect(labels({ untreatedOnly: true, folded: new Set(["provision:0"]) })).toEqual([
      "1第一章　总则",
      "2第二条",
      "3第二款",
      "1第二章　附则",
    ]);
  });

  test("words find labels and text; what stands below a found label stays", () => {
    expect(labels({ filter: "第二款" })).toEqual(["1第一章　总则", "2第二条", "3第二款", "4说明 乙"]);
    expect(labels({ filter: "没有" })).toEqual([]);
  });

  test("1,300 articles with 30,000 nodes are laid out in linear time", () => {
    const many = Array.from({ length: 1300 }, (_, article) =>
      node(
        `第${article}条`,
        [article * 100, article * 100 + 99],
        "已编码",
        Array.from({ length: 22 }, (__, item) =>
          node(`（${item}）`, [article * 100 + item, article * 100 + item + 1], "已编码"),
        ),
      ),
    );
    const start = performance.now();
    const rows = outlineRows(many, all);
    rowOfInnermost(placesOf(rows), nodesAt(many, 64_010));
    expect(rows.length).toBe(1300 * 23);
    expect(performance.now() - start).toBeLessThan(2000);
  });
});

describe("places", () => {
  test("the row of the cursor is the lowest one that is shown", () => {
    const rows = outlineRows(outline, { ...all, folded: new Set(["provision:41"]) });
    expect(rows[rowOfInnermost(placesOf(rows), nodesAt(outline, 75))]?.node.label).toBe("第二条");
    const open = outlineRows(outline, all);
    expect(open[rowOfInnermost(placesOf(open), nodesAt(outline, 75))]?.node.label).toBe("说明 乙");
    expect(rowOfInnermost(placesOf(open), nodesAt(outline, 130))).toBe(-1);
  });

  test("the label tells article, paragraph and block, and no chapter", () => {
    expect(placeLabel(outline, 75)).toBe("第二条第二款 · 说明 乙");
    expect(placeLabel(outline, 50)).toBe("第二条第一款");
    expect(placeLabel(outline, 5)).toBe("第一章　总则");
    expect(placeLabel(outline, 130)).toBe("");
  });

  test("the left arrow goes to the parent, letters go to the next label", () => {
    const rows = outlineRows(outline, all);
    expect(parentRow(rows, 5)).toBe(3);
    expect(parentRow(rows, 0)).toBe(0);
    expect(rowStartingWith(rows, 4, "第二")).toBe(5);
    expect(rowStartingWith(rows, 6, "第一")).toBe(0);
    expect(rowStartingWith(rows, 0, "丙")).toBe(-1);
  });
});

describe("blocks that stand behind the words of their provision", () => {
  const tree = [
    node("第一章　总则", [0, 100], "部分处理", [
      node("第一条", [5, 20], "已编码", [
        node("第一款", [8, 20], "已编码"),
        node("规则 甲", [22, 40], null, [], "block"),
      ]),
      node("第二条", [41, 60], "未处理"),
    ]),
  ];

  test("belong to it", () => {
    expect(placeLabel(tree, 30)).toBe("第一条 · 规则 甲");
    expect(nodesAt(tree, 30).map(({ label }) => label)).toEqual(["第一章　总则", "第一条", "规则 甲"]);
    expect(provisionAt(tree, 30)).toBe("provision:5");
    expect(provisionAt(tree, 15)).toBe("provision:8");
  });

  test("and what follows them does not", () => {
    expect(provisionAt(tree, 50)).toBe("provision:41");
    expect(provisionAt(tree, 90)).toBe("provision:0");
  });
});
