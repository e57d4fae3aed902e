import { expect, test } from "vitest";
import {
  countsInWords,
  presentCounts,
  STATUS_LOOKS,
  STATUS_ORDER,
  sumCounts,
  toneCounts,
} from "../../../editor/components/run/statuses.ts";

test("every status has a look of its own and a place in the order", () => {
  expect([...STATUS_ORDER].sort()).toEqual(Object.keys(STATUS_LOOKS).sort());
  expect(new Set(Object.values(STATUS_LOOKS).map(({ icon }) => icon)).size).toBe(STATUS_ORDER.length);
});

test("counts are added, told in words with the urgent ones first, and gathered by meaning", () => {
  const sum = sumCounts([
    { 成立: 3, 不适用: 1 },
    { 不符合: 2, 成立: 1, 冲突: 0 },
  ]);
  expect(countsInWords(sum)).toBe("不符合2项、成立4项、不适用1项");
  expect(presentCounts(sum).map(([status]) => status)).toEqual(["不符合", "成立", "不适用"]);
  expect(toneCounts({ 冲突: 1, 不符合: 2, 未知: 3, 需裁量: 4 })).toEqual([
    ["bad", 3],
    ["warn", 7],
  ]);
});
