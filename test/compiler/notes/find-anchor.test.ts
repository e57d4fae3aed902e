import { describe, expect, test } from "vitest";
import { anchorAt, findAnchor } from "../../../compiler/notes/index.ts";
import { anchorOf, fileOf, foundIn, TEXT, wordsFound } from "./note-sample.ts";

const INFORM = "主管部门应当在十个工作日内书面告知机构";

const replaced = (from: string, to: string, text = TEXT): string => {
  expect(text).toContain(from);
  return text.replace(from, to);
};

describe("anchor of words", () => {
  test("remembers the lowest provision, its name and what stands around", () => {
    const anchor = anchorOf("说明原因");
    expect(anchor).toMatchObject({ label: "第三条第（一）项", quote: "说明原因", block: null });
    expect(anchor.before.endsWith("（一）")).toBe(true);
    expect(anchor.after.startsWith("；（二）提出")).toBe(true);
    expect(fileOf(TEXT).document.byPath.get(anchor.provision!)!.label).toBe(anchor.label);
  });

  test("the range is cut to the words: blanks at its ends are no part of them", () => {
    const start = TEXT.indexOf("　为了规范");
    const anchor = anchorAt(fileOf(TEXT), { start, end: start + 6 });
    expect(anchor.quote).toBe("为了规范机");
  });

  test("found again where it stood, by its words", () => {
    for (const words of ["规范机构管理", "说明原因；\n（二）提出改进办法", "本办法由主管部门解释。"])
      expect(wordsFound(TEXT, foundIn(TEXT, anchorOf(words)))).toBe(words);
  });

  test("words that stand twice are told apart by their provision and what is around", () => {
    for (const nth of [1, 2]) {
      const found = foundIn(TEXT, anchorOf(INFORM, nth));
      expect(found).toMatchObject({ kind: "found", label: ["第二条", "第三条"][nth - 1] });
    }
  });

  test("found when other provisions came in before it, and called by its new number", () => {
    const text = replaced("第四条", "第四条　新增一条。\n\n第五条").replace(
      "第一条",
      "第一条　总则。\n\n第一条",
    );
    expect(foundIn(text, anchorOf("由主管部门解释"))).toMatchObject({ kind: "found", label: "第五条" });
  });

  test("found when the words were moved into another provision", () => {
    const moved = replaced("机构评分较低的，由主管部门约谈。", "").replace(
      "第四条　",
      "第四条　机构评分较低的，由主管部门约谈。",
    );
    expect(foundIn(moved, anchorOf("机构评分较低的，由主管部门约谈"))).toMatchObject({
      kind: "found",
      label: "第四条",
    });
  });

  test("white space and width do not matter", () => {
    const other = TEXT.replaceAll("（二）", "(二)").replace("提出改进办法", "提出 改进\n办法");
    expect(wordsFound(other, foundIn(other, anchorOf("（二）提出改进办法")))).toBe("(二)提出 改进\n办法");
  });

  test("a quotation over a block leaves the block out and is found over it", () => {
    const words = TEXT.slice(TEXT.indexOf("书面告知机构"), TEXT.indexOf("由主管部门约谈"));
    const anchor = anchorOf(words);
    expect(anchor.quote).not.toContain("【规则】");
    expect(wordsFound(TEXT, foundIn(TEXT, anchor))).toBe(words);
    const without = TEXT.replace(/【规则】低量暂停[^]*?【完】\n/u, "");
    expect(wordsFound(without, foundIn(without, anchor))).toContain("机构评分较低的");
  });

  test("several: the words stand twice and nothing around is as it was", () => {
    const text = "办法\n\n第一条　甲方应当书面告知。\n\n第二条　乙方应当书面告知。\n";
    const anchor = {
      ...anchorOf("应当书面告知", 1, text),
      provision: "9",
      before: "主管部门收到之后",
      after: "，不得迟延",
    };
    const found = foundIn(text, anchor);
    expect(found.kind === "several" && found.places.map(({ label }) => label)).toEqual(["第一条", "第二条"]);
  });

  test("lost: the words are gone, the provision is still there", () => {
    const text = replaced("机构评分较低的，由主管部门约谈。", "");
    const found = foundIn(text, anchorOf("机构评分较低的，由主管部门约谈"));
    expect(found.kind).toBe("lost");
    if (found.kind !== "lost") return;
    expect(text.slice(found.provision!.start, found.provision!.end)).toContain("机构应当配合");
  });

  test("lost: the provision that stands around where its words were, though the numbers changed", () => {
    const text = replaced("本办法由主管部门解释", "解释另行规定")
      .replace("（二）提出改进办法。", "（二）提出改进办法。\n\n第四条　新增的一条。")
      .replace("第四条　解释", "第五条　解释");
    const anchor = anchorOf("本办法由主管部门解释");
    expect(foundIn(text, anchor)).toMatchObject({ kind: "lost" });
  });

  test("few words that were deleted are not found among other words", () => {
    const anchor = { ...anchorOf("约谈"), before: "较低的时候由上级部门先行", after: "并且记录在案以备查考" };
    const text = replaced("由主管部门约谈", "由主管部门提醒")
      .replace("纳入名录。\n【完】", "纳入名录。\n【完】")
      .replace("第四条　", `第四条　${"约谈办法另定。".repeat(6)}`);
    expect(foundIn(text, { ...anchor, provision: "3.9" }).kind).toBe("lost");
    // So few that a person can look through them are shown.
    const few = text.replace("约谈办法另定。".repeat(6), "约谈办法另定。".repeat(2));
    expect(foundIn(few, { ...anchor, provision: "3.9" })).toMatchObject({
      kind: "several",
      places: [{}, {}],
    });
  });
});

describe("anchor of a whole", () => {
  test("the document", () => {
    const anchor = anchorAt(fileOf(TEXT), { start: TEXT.indexOf("示例市机构管理办法\n\n"), end: 0 });
    expect(anchor).toMatchObject({ provision: null, quote: "", label: "示例市机构管理办法" });
    expect(foundIn(TEXT, anchor)).toMatchObject({ kind: "found", start: 0, end: TEXT.length });
  });

  test("a provision follows its words to another number", () => {
    const at = TEXT.indexOf("规范机构");
    const anchor = anchorAt(fileOf(TEXT), { start: at, end: at });
    expect(anchor).toMatchObject({ label: "第一条", quote: "" });
    const text = replaced("第一条　为了", "第一条　总则。\n\n第二条　为了").replace(
      "第二条　机构",
      "第三条　机构",
    );
    expect(foundIn(text, anchor)).toMatchObject({ kind: "found", label: "第二条" });
  });

  test("a provision whose words were changed is still the one of that number", () => {
    const at = TEXT.indexOf("本办法由");
    const anchor = anchorAt(fileOf(TEXT), { start: at, end: at });
    const text = replaced("本办法由主管部门解释", "自公布之日起施行");
    expect(foundIn(text, anchor)).toMatchObject({ kind: "found", label: "第四条" });
    expect(foundIn(replaced("第四条　本办法由主管部门解释。\n", ""), anchor)).toEqual({
      kind: "lost",
      provision: null,
    });
  });
});

describe("anchor in a block", () => {
  test("names the block and is found in it, not in the official text", () => {
    const words = "机构业务量低于100笔的，暂停业务";
    const anchor = anchorOf(words, 2);
    expect(anchor).toMatchObject({ block: "规则 低量暂停", label: "第二条", quote: words });
    const found = foundIn(TEXT, anchor);
    expect(found.kind === "found" && found.start).toBe(TEXT.lastIndexOf(words));
  });

  test("a whole block; and after it was renamed, by the words in it", () => {
    const start = TEXT.indexOf("【规则】名录");
    const whole = anchorAt(fileOf(TEXT), { start, end: start });
    expect(wordsFound(TEXT, foundIn(TEXT, whole))).toMatch(/^【规则】名录[^]*【完】$/u);
    const inside = anchorOf("评分不低于60分");
    const renamed = replaced("【规则】名录", "【规则】列入名录");
    expect(wordsFound(renamed, foundIn(renamed, inside))).toBe("评分不低于60分");
    expect(foundIn(renamed, whole).kind).toBe("lost");
  });
});

test("a text that is no policy has anchors too", () => {
  const text = "关于事项的通知\n\n一、总体要求\n（一）应当按时办理。\n";
  const file = fileOf(text, "通知.txt");
  const start = text.indexOf("按时");
  const anchor = anchorAt(file, { start, end: start + 4 });
  expect(findAnchor(file, anchor)).toMatchObject({ kind: "found", start, end: start + 4 });
});

test("any range of any text has an anchor, and any anchor an answer", () => {
  for (const text of ["", "\n\n", "【政策】", TEXT]) {
    const file = fileOf(text);
    for (const range of [
      { start: 0, end: 0 },
      { start: -5, end: 3 },
      { start: 7, end: 2 },
      { start: 0, end: text.length },
      { start: text.length + 10, end: text.length + 20 },
    ])
      expect(findAnchor(file, anchorAt(file, range)).kind).toMatch(/^(?:found|several|lost)$/u);
  }
});
