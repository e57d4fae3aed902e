import { describe, expect, test } from "vitest";
import { rowAfterKey, rowWindow, scrollToRow } from "../../../editor/components/run/row-window.ts";

describe("rows on show", () => {
  test("cover the whole height wherever one has scrolled to", () => {
    for (const height of [0, 25, 26, 27, 175, 600]) {
      for (const total of [0, 1, 5, 100_000]) {
        const most = Math.max(0, total * 26 - height);
        for (const scrolled of [-50, 0, 1, 25, 26, 1300.5, most - 1, most, most + 5000]) {
          const { first, count, offset } = rowWindow(scrolled, height, 26, total);
          const from = first * 26 + offset;
          expect(from).toBeGreaterThanOrEqual(0);
          expect((first + count) * 26).toBeGreaterThanOrEqual(Math.min(from + height, total * 26));
          expect(first + count).toBeLessThanOrEqual(total);
          expect(count * 26).toBeLessThan(height + 2 * 26);
        }
      }
    }
  });

  test("begin with a part of a row where one has scrolled by a part of one", () => {
    expect(rowWindow(30, 100, 26, 50)).toEqual({ first: 1, count: 4, offset: 4 });
  });
});

describe("keys", () => {
  test("lead to the next rows and pages and stop at the ends", () => {
    expect(rowAfterKey("ArrowDown", 3, 10, 5)).toBe(4);
    expect(rowAfterKey("ArrowUp", 0, 10, 5)).toBe(0);
    expect(rowAfterKey("PageDown", 7, 10, 5)).toBe(9);
    expect(rowAfterKey("PageUp", 7, 10, 0)).toBe(6);
    expect(rowAfterKey("Home", 7, 10, 5)).toBe(0);
    expect(rowAfterKey("End", 7, 10, 5)).toBe(9);
  });

  test("lead nowhere in an empty table, and other keys never do", () => {
    expect(rowAfterKey("ArrowDown", 0, 0, 5)).toBeNull();
    expect(rowAfterKey("a", 3, 10, 5)).toBeNull();
  });

  test("bring a row into view with the least scrolling", () => {
    expect(scrollToRow(10, 0, 100, 26)).toBe(186);
    expect(scrollToRow(1, 100, 100, 26)).toBe(26);
    expect(scrollToRow(5, 110, 100, 26)).toBe(110);
  });
});
