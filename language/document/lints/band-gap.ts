import { reporter, type Diagnostic } from "../../diagnostic.ts";
import { compare, equals, ONE, subtract } from "../../rational.ts";
import { areComparable } from "./amounts.ts";
import { bandRows, type BandRow, type PlacedBand } from "./band-rows.ts";
import type { BandBorder } from "./bands.ts";
import { placeIn } from "./paragraph-place.ts";
import { standingIn } from "./passages.ts";
import type { TextLint, TextUnderReview } from "./text-lint.ts";

const catalogue = {
  "band-gap": {
    severity: "warning",
    message:
      "“{first}”和“{second}”之间有空缺：{gap}的，哪一档都不属于。请核对两个数是否应当一致；有意留空的，请写明这一段怎样处理。",
    why: "分档的各档应当首尾相接。两档的界限不一致，落在中间的就没有规定可依。",
    bad: "第一条 床位300张以上的，为一类；100张以上不满300张的，为二类；不满90张的，为三类。\n",
    good: "第一条 床位300张以上的，为一类；100张以上不满300张的，为二类；不满100张的，为三类。\n",
  },
} as const;

const report = reporter(catalogue);

/** 100人以上不满300人; 不满90人: the bands of one scale whose limits do not meet. */
export const bandGap: TextLint = {
  catalogue,
  check: (text) => bandRows(text).flatMap((row) => checkRow(text, row)),
};

const checkRow = (text: TextUnderReview, row: BandRow): Diagnostic[] => {
  if (!isScale(row)) return [];
  const found: Diagnostic[] = [];
  const ordered = row.toSorted(byLower);
  let last = ordered[0]!;
  for (const next of ordered.slice(1)) {
    const [reach, lower] = [last.band.upper, next.band.lower];
    if (reach === null) break;
    if (lower !== null && isApart(reach, lower)) found.push(reportGap(text, last, reach, next, lower));
    const upper = next.band.upper;
    if (upper === null || compare(upper.amount.base, reach.amount.base) > 0) last = next;
  }
  return found;
};

/** Two ranges that are open to both sides may leave what is usual between them: 低于60分, 高于90分. */
const isScale = (row: BandRow): boolean => {
  const borders = row.flatMap(({ band }) => [band.lower ?? [], band.upper ?? []].flat());
  return (
    row.length > 1 &&
    row.some(({ band }) => band.lower !== null && band.upper !== null) &&
    borders.every(({ amount }) => areComparable(amount, borders[0]!.amount))
  );
};

const byLower = (left: PlacedBand, right: PlacedBand): number => {
  const [one, other] = [left.band.lower, right.band.lower];
  if (one === null || other === null) return one === other ? 0 : one === null ? -1 : 1;
  return compare(one.amount.base, other.amount.base);
};

/** 10人以下 and 11人以上 meet: nobody counts what is between. */
const isApart = (reach: BandBorder, lower: BandBorder): boolean =>
  compare(reach.amount.base, lower.amount.base) < 0 &&
  !(
    reach.inclusive &&
    lower.inclusive &&
    reach.amount.unit === lower.amount.unit &&
    equals(subtract(lower.amount.value, reach.amount.value), ONE)
  );

const reportGap = (
  text: TextUnderReview,
  low: PlacedBand,
  reach: BandBorder,
  high: PlacedBand,
  lower: BandBorder,
): Diagnostic => {
  const { name, text: source } = text.document.source;
  const places = [low, high]
    .map(({ passage, band }) => placeIn(passage, band.start, band.end))
    .toSorted((left, right) => left.start - right.start);
  const [before, place] = [places[0]!, places[1]!];
  const from = reach.inclusive ? `超过${reach.written}` : `${reach.written}以上`;
  const to = lower.inclusive ? `不满${lower.written}` : `${lower.written}以下`;
  const values = {
    first: source.slice(before.start, before.end),
    second: source.slice(place.start, place.end),
    gap: from + to,
  };
  const related = [{ file: name, span: before, message: "相邻的一档在这里" }];
  return report("band-gap", name, place, values, { ...standingIn(text, place), related });
};
