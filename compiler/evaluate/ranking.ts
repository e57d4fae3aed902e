import { compare, multiply, rational, type Rational } from "../../language/index.ts";
import type { FactRecord } from "../model/facts.ts";
import type { Condition, Ranking } from "../model/ir.ts";
import type { Reason, Truth } from "../model/outcome.ts";
import { roundTo } from "./arithmetic.ts";
import { evaluateCondition } from "./condition.ts";
import { union } from "./reason.ts";
import { isOpen, type Open } from "./result.ts";
import type { Environment, Run } from "./run.ts";
import { findStandings, placeAmong, type Between, type Placement } from "./standing.ts";
import { readField, resolve, unreadable } from "./subject.ts";
import { evaluateTerm } from "./term.ts";
import { all, FALSE, indeterminate, TRUE } from "./truth.ts";

type Ranked = Extract<Condition, { kind: "ranked" }>;

/** Whether a record is a member and is placed among so many from that end. */
export const isRanked = (run: Run, condition: Ranked, environment: Environment): Truth => {
  const record = resolve(run, condition.subject, environment);
  if (isOpen(record)) return indeterminate(record.reasons);
  const ranking = run.decisions.get(condition.ranking);
  if (ranking?.kind !== "ranking") return indeterminate(unreadable(condition.origin).reasons);
  const amount = evaluateTerm(run, condition.amount, environment);
  const ask = (part: "member" | "placed"): Truth => {
    if (part === "member") return evaluateCondition(run, ranking.members, [record]);
    if (isOpen(amount)) return indeterminate(amount.reasons);
    if (amount.kind !== "number") return indeterminate(unreadable(condition.origin).reasons);
    return isPlaced(condition, ranking, placementOf(run, ranking, record), amount.value);
  };
  return all(["member", "placed"], ask);
};

/** Where a record stands among the members of its group; open, where its group is not known. */
export const placementOf = (run: Run, ranking: Ranking, record: FactRecord): Placement | Open => {
  const standings = run.standings.get(ranking.id) ?? findStandings(run, ranking);
  run.standings.set(ranking.id, standings);
  const group = ranking.group === null ? null : readField(run, record, ranking.group);
  return group !== null && isOpen(group) ? group : placeAmong(run, ranking, standings, group, record);
};

const isPlaced = (
  condition: Ranked,
  ranking: Ranking,
  placement: Placement | Open,
  amount: Rational,
): Truth => {
  if (placement.kind === "open") return indeterminate(placement.reasons);
  const position = condition.end === "front" ? placement.front : placement.back;
  const quota = condition.share ? shareQuota(ranking, amount, placement.size) : exactly(amount);
  if (compare(rational(position.high), quota.low) <= 0) return TRUE;
  if (compare(rational(position.low), quota.high) > 0) return FALSE;
  return indeterminate(union(position.reasons, quota.reasons));
};

interface Quota {
  readonly low: Rational;
  readonly high: Rational;
  readonly reasons: readonly Reason[];
}

const exactly = (places: Rational): Quota => ({ low: places, high: places, reasons: [] });

/** How many places a share of the group is. Without a stated rounding both neighbours are possible. */
const shareQuota = (ranking: Ranking, share: Rational, size: Between): Quota => {
  const [least, most] = [multiply(share, rational(size.low)), multiply(share, rational(size.high))];
  const rounding = ranking.shareRounding;
  if (rounding !== null) {
    return { low: roundTo(least, 0, rounding), high: roundTo(most, 0, rounding), reasons: size.reasons };
  }
  const whole = least.denominator === 1n && most.denominator === 1n;
  return {
    low: roundTo(least, 0, "down"),
    high: roundTo(most, 0, "up"),
    reasons: whole ? size.reasons : union(size.reasons, [{ kind: "名次取整未定", name: ranking.name }]),
  };
};
