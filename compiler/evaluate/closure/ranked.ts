import { multiply, rational, type Rational } from "../../../language/index.ts";
import type { Condition, Ranking } from "../../model/ir.ts";
import { roundTo } from "../arithmetic.ts";
import { isOpenNumber } from "./exact.ts";
import { TO_DECIDE, type Ask } from "./level.ts";
import { placementsOf, type Between } from "./placement.ts";
import { compileSubject } from "./subject.ts";
import { compileNumber } from "./term.ts";
import { Unsupported } from "./unsupported.ts";
import type { Workshop } from "./workshop.ts";

/** Whether a record is a member and is placed among so many from that end. */
export const compileRanked = (workshop: Workshop, condition: Extract<Condition, { kind: "ranked" }>): Ask => {
  const ranking = workshop.run.decisions.get(condition.ranking);
  if (ranking?.kind !== "ranking" || condition.subject.object !== ranking.object) throw new Unsupported();
  const subject = compileSubject(workshop, condition.subject);
  const amount = compileNumber(workshop, condition.amount);
  const placements = placementsOf(workshop, ranking);
  const position = condition.end === "front" ? placements.front : placements.back;
  const known = new Map<number, Quota>();
  const quotaOf = (places: Rational): Quota => {
    if (!condition.share) return exactly(places);
    const { low, high } = placements.size;
    if (amount.constant === null) return shareQuota(ranking, places, placements.size);
    const key = low * MOST_MEMBERS + high;
    const found = known.get(key) ?? shareQuota(ranking, places, placements.size);
    known.set(key, found);
    return found;
  };
  return (rows) => {
    const row = subject(rows);
    if (row < 0) return -row;
    const member = placements.member(row);
    if (member === 0) return 0;
    const places = amount.constant ?? amount.exact(rows);
    if (isOpenNumber(places)) return Math.max(member, places.level);
    const open = placements.place(row);
    if (open > 0) return Math.max(member, open);
    const quota = quotaOf(places);
    if (position.high <= quota.low) return member;
    if (position.low > quota.high) return 0;
    const share = condition.share ? Math.max(quota.level, placements.size.level) : 0;
    return Math.max(member, position.level, share);
  };
};

const MOST_MEMBERS = 2 ** 26;

/** Whole places: a position is at most an amount exactly where it is at most its whole part. */
interface Quota {
  readonly low: number;
  readonly high: number;
  readonly level: number;
}

const exactly = (places: Rational): Quota => {
  const whole = floor(places);
  return { low: whole, high: whole, level: 0 };
};

const floor = ({ numerator, denominator }: Rational): number => {
  const cut = numerator / denominator;
  return Number(numerator < 0n && cut * denominator !== numerator ? cut - 1n : cut);
};

/** How many places a share of the group is. Without a stated rounding both neighbours are possible. */
const shareQuota = (ranking: Ranking, share: Rational, size: Between): Quota => {
  const [least, most] = [multiply(share, rational(size.low)), multiply(share, rational(size.high))];
  const rounding = ranking.shareRounding;
  if (rounding !== null)
    return { low: floor(roundTo(least, 0, rounding)), high: floor(roundTo(most, 0, rounding)), level: 0 };
  const isWhole = least.denominator === 1n && most.denominator === 1n;
  return {
    low: floor(roundTo(least, 0, "down")),
    high: floor(roundTo(most, 0, "up")),
    level: isWhole ? 0 : TO_DECIDE,
  };
};
