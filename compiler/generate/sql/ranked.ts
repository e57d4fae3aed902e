import { multiply, rational } from "../../../language/index.ts";
import type { Condition, Ranking } from "../../model/ir.ts";
import { asColumns, roundTo, times } from "./arithmetic.ts";
import type { Block } from "./block.ts";
import { compare } from "./comparison.ts";
import { bring, type Between, type Compilation } from "./compilation.ts";
import { and, FALSE, isNull, isTrue, not, or, TRUE, UNKNOWN, when, type Expr } from "./expr.ts";
import { foundAt } from "./judged.ts";
import { MOST_PLACES } from "./ranking.ts";
import { Refused } from "./refused.ts";
import { placeOf } from "./subject.ts";
import { termValue } from "./term.ts";
import { all } from "./truth.ts";
import { openOf, type NumberVal, type Truth } from "./value.ts";

type Ranked = Extract<Condition, { kind: "ranked" }>;

/** Whether a record is a member and is placed among so many from that end. */
export const isRanked = (compilation: Compilation, block: Block, condition: Ranked): Truth => {
  const { place, here, member, placed } = placedOf(compilation, block, condition);
  const ranked = all(block, [member, { truth: block.column(placed.truth), fact: block.column(placed.fact) }]);
  if (isTrue(place.exists)) return ranked;
  const exists = here(place.exists);
  return {
    truth: when([[not(exists), UNKNOWN]], ranked.truth),
    fact: when([[not(exists), here(place.fact)]], and(isNull(ranked.truth), ranked.fact)),
  };
};

/** The parts of the answer. */
export const placedOf = (compilation: Compilation, block: Block, condition: Ranked) => {
  const ranking = compilation.decision(condition.ranking);
  const place = placeOf(compilation, block, condition.subject);
  const { placing } = foundAt(compilation, place, condition.ranking, condition.origin);
  if (ranking?.kind !== "ranking" || placing === null)
    throw new Refused(`“${condition.ranking}”不是排名`, condition.origin);
  const here = (expr: Expr): Expr => block.column(bring(block, place.block, expr));
  const between = ({ low, high, fact }: Between): Between => ({
    low: here(low),
    high: here(high),
    fact: here(fact),
  });
  const member = { truth: here(placing.member.truth), fact: here(placing.member.fact) };
  const position = between(condition.end === "front" ? placing.front : placing.back);
  const amount = termValue(compilation, block, condition.amount);
  if (amount.kind !== "number") throw new Refused("名次不是数", condition.origin);
  const size = condition.share ? between(placing.size) : null;
  const quota =
    size === null
      ? { low: amount, high: amount, isWhole: TRUE }
      : shareOf(compilation, block, ranking, amount, size);
  const inside = compare(block, "<=", asNumber(position.high), quota.low).truth;
  const outside = compare(block, ">", asNumber(position.low), quota.high).truth;
  const open = here(placing.open);
  const placed: Truth = {
    truth: when(
      [
        [or(openOf(amount), open), UNKNOWN],
        [inside, TRUE],
        [outside, FALSE],
      ],
      UNKNOWN,
    ),
    fact: when(
      [
        [openOf(amount), amount.fact],
        [open, here(placing.fact)],
      ],
      or(position.fact, size?.fact ?? FALSE),
    ),
  };
  return { place, ranking, here, member, placed, open, amountOpen: openOf(amount), isWhole: quota.isWhole };
};

const asNumber = (place: Expr): NumberVal => ({
  kind: "number",
  whole: { expr: place, most: MOST_PLACES },
  factor: rational(1n),
  below: null,
  range: null,
  fact: FALSE,
});

/** How many places a share of the group is; without a stated rounding both neighbours are possible. */
const shareOf = (
  compilation: Compilation,
  block: Block,
  ranking: Ranking,
  share: NumberVal,
  size: Between,
): { readonly low: NumberVal; readonly high: NumberVal; readonly isWhole: Expr } => {
  const of = (count: Expr): NumberVal =>
    asColumns(block, {
      ...share,
      range: null,
      factor: multiply(share.factor, rational(1n)),
      whole: times(block, share.whole, { expr: count, most: MOST_PLACES }),
    });
  const rounding = ranking.shareRounding;
  const low = roundTo(block, of(size.low), 0, rounding ?? "down");
  const high = roundTo(block, of(size.high), 0, rounding ?? "up");
  if (rounding !== null || compilation.whys === null) return { low, high, isWhole: TRUE };
  const whole = (one: NumberVal, other: NumberVal): Expr => compare(block, "=", one, other).truth;
  return {
    low,
    high,
    isWhole: and(
      whole(low, roundTo(block, of(size.low), 0, "up")),
      whole(high, roundTo(block, of(size.high), 0, "down")),
    ),
  };
};
