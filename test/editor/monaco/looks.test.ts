import { array, assert, integer, nat, property, tuple } from "fast-check";
import { describe, expect, test } from "vitest";
import { changedLooks, looksOfLayout, looksOfLines, type Look } from "../../../editor/monaco/looks.ts";

const TEXT = "第一条　总则。\n【规则】甲\n机构应当合格。\n\n【完】\n第二条　附则。";

describe("looks", () => {
  test("a block has a ground up to its last words", () => {
    const start = TEXT.indexOf("【规则】");
    const end = TEXT.indexOf("【完】");
    const looks = looksOfLayout(TEXT, [
      { kind: "official", span: { start: 0, end: start }, keyword: null, name: null },
      { kind: "block", span: { start, end }, keyword: "规则", name: "甲" },
    ]);
    expect(looks.map((look) => [look.kind, TEXT.slice(look.start, look.end)])).toEqual([
      ["block", "【规则】甲\n机构应当合格。"],
    ]);
  });

  test("of a 条 the number is set apart, of a chapter the whole line", () => {
    const looks = looksOfLines("第十七条之一　甲。\n第一章　总则", [
      { role: "article", span: { start: 0, end: 9 } },
      { role: "chapter", span: { start: 10, end: 16 } },
    ]);
    expect(looks).toEqual([
      { kind: "number", start: 0, end: 6 },
      { kind: "chapter", start: 10, end: 16 },
    ]);
  });
});

describe("what of the looks has changed", () => {
  const look = (start: number, end: number): Look => ({ kind: "block", start, end });

  test("only the block that was written in, while all behind it has moved", () => {
    const before = [look(0, 5), look(10, 20), look(30, 40), look(50, 60)];
    const after = [look(0, 5), look(10, 21), look(31, 41), look(51, 61)];
    expect(changedLooks(before, after, 1)).toEqual({ at: 1, removed: 1, added: [look(10, 21)] });
  });

  test("nothing where nothing changed", () => {
    const looks = [look(0, 5), look(10, 20)];
    expect(changedLooks(looks, looks, 0)).toEqual({ at: 2, removed: 0, added: [] });
  });

  test("replacing what it tells gives the new looks, for any two lists", () => {
    const lists = array(tuple(nat(9), nat(9)).map(([start, by]) => look(start, start + by)));
    assert(
      property(lists, lists, integer({ min: -3, max: 3 }), (before, after, shift) => {
        const { at, removed, added } = changedLooks(before, after, shift);
        const moved = (each: Look): Look => look(each.start + shift, each.end + shift);
        expect([...before.slice(0, at), ...added, ...before.slice(at + removed).map(moved)]).toEqual(after);
      }),
    );
  });
});
