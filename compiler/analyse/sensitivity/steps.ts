import { compare, type Rational } from "../../../language/index.ts";
import { printValue } from "../../evaluate/index.ts";
import type { Decision } from "../../model/ir.ts";
import type { SensitivityStep } from "../../model/sensitivity.ts";
import type { Type } from "../../model/type.ts";
import type { Line, TriedPoint } from "./values.ts";

/** What one decision says of one record at growing values of the parameter. */
export interface Course {
  readonly decision: Decision;
  /** Sorted; the result stays the same between the last point before a change and the first after it. */
  readonly tried: readonly (TriedPoint & { readonly result: string })[];
  /** What it is where no value changes anything. */
  readonly always: string | null;
}

/** From the point on, or right above it. */
interface Cut {
  readonly point: Rational;
  readonly above: boolean;
}

interface Move {
  readonly cut: Cut;
  readonly decision: Decision;
  readonly from: string;
  readonly to: string;
}

/**
 * The courses of all records as one: counts of results, stretch by stretch. Each record adds its own changes to those
 * before, so the work grows with the changes and not with their product with the records.
 */
export const stepsOf = (
  courses: readonly Course[],
  decisions: readonly Decision[],
  type: Type,
  line: Line,
): readonly SensitivityStep[] => {
  const tally = new Map(decisions.map((decision) => [decision, new Map<string, number>()]));
  const add = (decision: Decision, result: string, by: number): void => {
    const counts = tally.get(decision)!;
    counts.set(result, (counts.get(result) ?? 0) + by);
  };
  const moves: Move[] = [];
  for (const { decision, tried, always } of courses) {
    add(decision, always ?? tried[0]!.result, 1);
    for (const [at, after] of tried.entries()) {
      const before = tried[at - 1];
      if (before === undefined || before.result === after.result) continue;
      moves.push({ cut: cutBetween(before, after, line), decision, from: before.result, to: after.result });
    }
  }
  moves.sort((left, right) => compareCuts(left.cut, right.cut));
  const steps: SensitivityStep[] = [];
  let begin: Cut | null = null;
  let moved = 0;
  for (let at = 0; at <= moves.length;) {
    const end: Cut | null = moves[at]?.cut ?? null;
    steps.push({ ...rangeOf(begin, end, type, line), results: resultsOf(tally), moved });
    if (end === null) break;
    moved = 0;
    for (; at < moves.length && compareCuts(moves[at]!.cut, end) === 0; at += 1) {
      const { decision, from, to } = moves[at]!;
      add(decision, from, -1);
      add(decision, to, 1);
      moved += 1;
    }
    begin = end;
  }
  return steps;
};

/** Of whole numbers the change is at the second point; else before a breakpoint at it, and behind it right above. */
const cutBetween = (before: TriedPoint, after: TriedPoint, { whole }: Line): Cut =>
  whole || after.exact ? { point: after.point, above: false } : { point: before.point, above: true };

const compareCuts = (left: Cut, right: Cut): number =>
  compare(left.point, right.point) || Number(left.above) - Number(right.above);

const resultsOf = (tally: ReadonlyMap<Decision, ReadonlyMap<string, number>>): SensitivityStep["results"] =>
  [...tally].map(([{ id }, counts]) => ({ rule: id, counts: countsOf(counts) }));

/** The decided results first. */
export const countsOf = (counts: ReadonlyMap<string, number>): SensitivityStep["results"][number]["counts"] =>
  [...counts]
    .filter(([, count]) => count > 0)
    .toSorted(([left], [right]) => rankOf(left) - rankOf(right) || (left < right ? -1 : 1))
    .map(([result, count]) => ({ result, count }));

const ORDER = ["成立", "符合", "已认定", "不成立", "不符合", "未认定", "冲突", "不适用", "需裁量", "未知"];

const rankOf = (result: string): number => ORDER.indexOf(result.split("：")[0]!);

type Range = Pick<SensitivityStep, "range" | "lower" | "lowerIncluded" | "upper" | "upperIncluded">;

const rangeOf = (begin: Cut | null, end: Cut | null, type: Type, line: Line): Range => {
  const print = (point: Rational): string => printed(point, type, line);
  const lower = begin === null ? null : print(begin.point);
  const upper = end === null ? null : print(line.whole ? lastBefore(end.point, line) : end.point);
  const lowerIncluded = begin !== null && !begin.above;
  const upperIncluded = end !== null && (line.whole || end.above);
  return {
    range: rangeInWords({ lower, lowerIncluded, upper, upperIncluded }, type.kind === "date"),
    lower,
    lowerIncluded,
    upper,
    upperIncluded,
  };
};

const lastBefore = (point: Rational, { step }: Line): Rational => ({
  numerator: point.numerator * step.denominator - step.numerator * point.denominator,
  denominator: point.denominator * step.denominator,
});

export const printed = (point: Rational, type: Type, line: Line): string =>
  printValue(line.valueAt(point), type).replace("%", "％");

/** 以上 and 以下 include the number, 超过 and 低于 do not (民法典 第一千二百五十九条). */
const rangeInWords = (
  { lower, lowerIncluded, upper, upperIncluded }: Omit<Range, "range">,
  isDate: boolean,
): string => {
  if (lower !== null && lower === upper) return lower;
  if (lowerIncluded && upperIncluded) return `${lower}至${upper}`;
  const from =
    lower === null ? null : isDate ? `${lower}以后` : lowerIncluded ? `${lower}以上` : `超过${lower}`;
  const to =
    upper === null ? null : isDate ? `${upper}以前` : upperIncluded ? `${upper}以下` : `低于${upper}`;
  return [from, to].flatMap((part) => part ?? []).join("、") || "任何值";
};
