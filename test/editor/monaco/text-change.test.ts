import { array, assert, constantFrom, property } from "fast-check";
import { describe, expect, test } from "vitest";
import { changeBetween, overlaps, shiftSpan } from "../../../editor/monaco/text-change.ts";

const texts = array(constantFrom("甲", "乙", "\n", "𠮷", "a")).map((letters) => letters.join(""));

describe("the change between two texts", () => {
  test("none where they are the same", () => {
    expect(changeBetween("甲", "甲")).toBeNull();
  });

  test("is the stretch that differs", () => {
    expect(changeBetween("第一条甲乙", "第一条丙乙")).toEqual({ span: { start: 3, end: 4 }, newText: "丙" });
    expect(changeBetween("甲甲", "甲甲甲")).toEqual({ span: { start: 2, end: 2 }, newText: "甲" });
  });

  test("makes the one text of the other and cuts no character in two", () => {
    assert(
      property(texts, texts, (before, after) => {
        const change = changeBetween(before, after);
        const { span, newText } = change ?? { span: { start: 0, end: 0 }, newText: "" };
        expect(before.slice(0, span.start) + newText + before.slice(span.end)).toBe(after);
        expect(newText.isWellFormed()).toBe(true);
        expect(before.slice(0, span.start).isWellFormed()).toBe(true);
      }),
    );
  });
});

describe("a stretch after changes", () => {
  const span = { start: 4, end: 8 };
  const change = (start: number, end: number, newText: string) => [{ span: { start, end }, newText }];

  test("moves with what is put in before it, and not with what comes behind", () => {
    expect(shiftSpan(span, change(0, 0, "ab"))).toEqual({ start: 6, end: 10 });
    expect(shiftSpan(span, change(9, 9, "ab"))).toEqual(span);
  });

  test("grows inside and not at its edges", () => {
    expect(shiftSpan(span, change(5, 5, "ab"))).toEqual({ start: 4, end: 10 });
    expect(shiftSpan(span, change(4, 4, "ab"))).toEqual({ start: 6, end: 10 });
    expect(shiftSpan(span, change(8, 8, "ab"))).toEqual(span);
  });

  test("loses what is taken out of it", () => {
    expect(shiftSpan(span, change(5, 7, ""))).toEqual({ start: 4, end: 6 });
    expect(shiftSpan(span, change(0, 5, ""))).toEqual({ start: 0, end: 3 });
    expect(shiftSpan(span, change(0, 20, ""))).toEqual({ start: 0, end: 0 });
  });

  test("takes several changes of one text together", () => {
    const changes = [...change(6, 6, "x"), ...change(0, 1, "abc")];
    expect(shiftSpan(span, changes)).toEqual({ start: 6, end: 11 });
  });
});

test("changes overlap where they reach or touch the same characters", () => {
  expect(overlaps({ start: 0, end: 3 }, { start: 3, end: 5 })).toBe(true);
  expect(overlaps({ start: 0, end: 3 }, { start: 4, end: 5 })).toBe(false);
  expect(overlaps({ start: 4, end: 5 }, { start: 0, end: 3 })).toBe(false);
});
