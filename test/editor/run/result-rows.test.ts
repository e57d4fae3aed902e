import { expect, test } from "vitest";
import { listRows, rowAt, rowOfResult } from "../../../editor/components/run/result-rows.ts";
import type { RunResults } from "../../../editor/worker/worker-api.ts";

const view = {
  rows: Uint32Array.of(4, 2, 0, 3, 1),
  groups: [
    { title: "甲", before: 0, count: 2 },
    { title: "乙", before: 2, count: 1 },
    { title: "丙", before: 3, count: 2 },
  ],
};

const words = (listed: ReturnType<typeof listRows>): readonly (string | number)[] =>
  Array.from({ length: listed.total }, (_, at) => {
    const row = rowAt(listed, at);
    return row.kind === "group" ? row.title : row.row;
  });

test("titles of groups stand before their rows", () => {
  expect(words(listRows(view))).toEqual(["甲", 4, 2, "乙", 0, "丙", 3, 1]);
  expect(words(listRows({ rows: Uint32Array.of(7, 8), groups: [] }))).toEqual([7, 8]);
  expect(listRows(null).total).toBe(0);
});

test("a result is found again where it is shown", () => {
  const results = {
    decisions: [{ id: "r1" }, { id: "r2" }],
    records: [
      { object: "机构", id: "A" },
      { object: "机构", id: "B" },
    ],
    decision: Uint16Array.of(0, 0, 1, 1, 0),
    record: Uint32Array.of(0, 1, 0, 1, 0),
  } as unknown as RunResults;
  const listed = listRows(view);
  const at = rowOfResult(listed, results, { object: "机构", id: "B", decision: "r2" });
  expect(rowAt(listed, at)).toEqual({ kind: "row", row: 3 });
  expect(rowOfResult(listed, results, { object: "机构", id: "C", decision: "r2" })).toBe(-1);
  expect(rowOfResult(listed, results, { object: "机构", id: "B", decision: "r9" })).toBe(-1);
});
