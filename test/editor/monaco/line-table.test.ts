import { array, assert, constantFrom, nat, property } from "fast-check";
import { describe, expect, test } from "vitest";
import { LineTable, visibleRange } from "../../../editor/monaco/line-table.ts";

describe("line table", () => {
  test("counts lines and columns from 1", () => {
    const table = new LineTable("甲乙\n\n丙");
    expect(table.lineCount).toBe(3);
    expect(table.placeAt(0)).toEqual({ lineNumber: 1, column: 1 });
    expect(table.placeAt(2)).toEqual({ lineNumber: 1, column: 3 });
    expect(table.placeAt(3)).toEqual({ lineNumber: 2, column: 1 });
    expect(table.placeAt(4)).toEqual({ lineNumber: 3, column: 1 });
    expect(table.placeAt(99)).toEqual({ lineNumber: 3, column: 2 });
  });

  test("agrees with counting by hand, for any text and place", () => {
    assert(
      property(array(constantFrom("甲", "\n", "a", "。")), nat(40), (letters, offset) => {
        const text = letters.join("");
        const at = Math.min(offset, text.length);
        const before = text.slice(0, at).split("\n");
        expect(new LineTable(text).placeAt(offset)).toEqual({
          lineNumber: before.length,
          column: before.at(-1)!.length + 1,
        });
      }),
    );
  });

  test("an empty stretch is marked by one character", () => {
    const range = new LineTable("甲乙").rangeOf({ start: 1, end: 1 });
    expect(visibleRange(range)).toEqual({
      startLineNumber: 1,
      startColumn: 2,
      endLineNumber: 1,
      endColumn: 3,
    });
  });
});
