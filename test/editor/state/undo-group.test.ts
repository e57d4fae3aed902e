import { describe, expect, test } from "vitest";
import { UndoGroups } from "../../../editor/state/undo-group.ts";

const grouped = (): UndoGroups => {
  const groups = new UndoGroups();
  groups.add([
    { path: "city", before: 1, after: 2 },
    { path: "words", before: 5, after: 6 },
  ]);
  return groups;
};
const at = (words: number) => (path: string) => (path === "words" ? words : null);

describe("a change over several files", () => {
  test("is taken back everywhere", () => {
    expect(grouped().step("city", "back", 1, at(6))).toEqual({ follow: ["words"], changed: [] });
  });

  test("is made again everywhere", () => {
    expect(grouped().step("city", "again", 2, at(5))).toEqual({ follow: ["words"], changed: [] });
  });

  test("is not taken back where the text has gone on since", () => {
    expect(grouped().step("city", "back", 1, at(9))).toEqual({ follow: [], changed: ["words"] });
  });

  test("leaves alone what has been taken back already", () => {
    expect(grouped().step("city", "back", 1, at(5))).toEqual({ follow: [], changed: [] });
  });

  test("says nothing of other steps", () => {
    expect(grouped().step("city", "back", 2, at(6))).toEqual({ follow: [], changed: [] });
    expect(grouped().step("other", "back", 1, at(6))).toEqual({ follow: [], changed: [] });
  });
});
