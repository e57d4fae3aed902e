import type { Change } from "../model.ts";
import { lastWord, nodesIn, replace, type Place } from "../place.ts";

/** 加 → 减, 乘以 → 除以, 合计 → 平均, 最大 → 最小. */
export const arithmeticChanges = (place: Place): readonly Change[] => [
  ...nodesIn(place, "arithmetic").flatMap(({ word, left, right }) =>
    exchanged(place, word, left.span.end, right.span.start),
  ),
  ...nodesIn(place, "call").flatMap(({ word, span }) =>
    exchanged(place, word, span.start, span.start + word.length),
  ),
];

const OTHERS: Readonly<Record<string, string>> = {
  加: "减",
  "+": "-",
  减: "加",
  "-": "+",
  乘以: "除以",
  "×": "÷",
  "*": "/",
  除以: "乘以",
  "÷": "×",
  "/": "*",
  合计: "平均",
  平均: "合计",
  最大: "最小",
  最小: "最大",
};

const exchanged = (place: Place, word: string, start: number, end: number): readonly Change[] => {
  const other = OTHERS[word];
  const at = lastWord(place, word, start, end);
  return other === undefined || at === null
    ? []
    : [{ operator: "arithmetic", span: at, ways: [replace(at.start, at.end, other)] }];
};
