import { reporter, type Diagnostic } from "../../diagnostic.ts";
import { compare } from "../../rational.ts";
import { areComparable } from "./amounts.ts";
import { bandRows, type PlacedBand } from "./band-rows.ts";
import { placeIn } from "./paragraph-place.ts";
import { standingIn } from "./passages.ts";
import { MOST_FINDINGS, type TextLint, type TextUnderReview } from "./text-lint.ts";

const catalogue = {
  "band-overlap": {
    severity: "warning",
    message:
      "“{first}”和“{second}”都包括{border}，恰好是{border}的落在两档里，后果不同。请把其中一档改为不含本数（不满、超过），或者写明以哪一档为准。",
    why: "《民法典》规定以上、以下都包括本数。相邻两档都含边界，恰好等于边界的就有两种处理结果。",
    bad: "第一条 月费用3万元以下的，每年检查一次；3万元以上的，每季度检查一次。\n",
    good: "第一条 月费用不满3万元的，每年检查一次；3万元以上的，每季度检查一次。\n",
  },
  "bands-cross": {
    severity: "info",
    message:
      "“{first}”和“{second}”有一段是重合的：前一档到{upper}为止，后一档从{lower}开始。两处说的是同一件事的，请把界限对齐；说的是两件事的，不必改。",
    why: "同一数量落在两档里，适用哪一档的后果就不清楚。",
    bad: "第一条 面积100平方米以下的，减半收取；面积80平方米以上300平方米以下的，全额收取。\n",
    good: "第一条 面积不满100平方米的，减半收取；面积100平方米以上300平方米以下的，全额收取。\n",
  },
  "band-hole": {
    severity: "warning",
    message:
      "“{first}”和“{second}”都不包括{border}，恰好是{border}的没有规定。请把其中一档改为包括本数（以上、以下）。",
    why: "不满、超过都不包括本数。相邻两档都不含边界，恰好等于边界的就没有规定可依。",
    bad: "第一条 月费用不满3万元的，每年检查一次；超过3万元的，每季度检查一次。\n",
    good: "第一条 月费用不满3万元的，每年检查一次；3万元以上的，每季度检查一次。\n",
  },
} as const;

const report = reporter(catalogue);

/** Neighbouring bands of one quantity that both have their border, or both have not. */
export const bandOverlap: TextLint = {
  catalogue,
  check: (text) => {
    const found: Diagnostic[] = [];
    for (const row of bandRows(text)) {
      for (const [order, band] of row.entries())
        if (order > 0) found.push(...checkBorder(text, row[order - 1]!, band));
      if (found.length > MOST_FINDINGS) break;
    }
    return found;
  },
};

const checkBorder = (text: TextUnderReview, left: PlacedBand, right: PlacedBand): Diagnostic[] => {
  for (const [low, high] of [
    [left, right],
    [right, left],
  ] as const) {
    const upper = low.band.upper;
    const lower = high.band.lower;
    if (upper === null || lower === null) continue;
    if (!areComparable(upper.amount, lower.amount)) continue;
    const order = compare(upper.amount.base, lower.amount.base);
    if (order < 0 || (order > 0 && !isSlightlyAcross(low, high))) continue;
    if (order === 0 && upper.inclusive !== lower.inclusive) return [];
    const place = placeIn(right.passage, right.band.start, right.band.end);
    const firstPlace = placeIn(left.passage, left.band.start, left.band.end);
    const { text: source, name } = text.document.source;
    const first = source.slice(firstPlace.start, firstPlace.end);
    const second = source.slice(place.start, place.end);
    const related = [{ file: name, span: firstPlace, message: "相邻的一档在这里" }];
    const extras = { ...standingIn(text, place), related };
    if (order > 0) {
      const values = { first, second, upper: upper.written, lower: lower.written };
      return [report("bands-cross", name, place, values, extras)];
    }
    const code = upper.inclusive ? "band-overlap" : "band-hole";
    return [report(code, name, place, { first, second, border: lower.written }, extras)];
  }
  return [];
};

/** Two steps of one scale, and not one range inside the other, nor two that share nearly everything. */
const isSlightlyAcross = (low: PlacedBand, high: PlacedBand): boolean => {
  const [below, above] = [low.band.lower, high.band.upper];
  if (below === null && above === null) return low.passage === high.passage && high.band.subject !== "";
  const [start, end] = [high.band.lower!.amount.base, low.band.upper!.amount.base];
  if (below !== null && compare(below.amount.base, start) >= 0) return false;
  return above === null || compare(end, above.amount.base) < 0;
};
