// @ts-check
/** @import { Context } from "./context.js" */
/** @import { Clause, Condition } from "./conditions.js" */
/** @import { Fraction } from "./numbers.js" */
/** @import { FactRecord } from "./objects.js" */
/** @import { About, Decision, RankingParts } from "./judging.js" */
/** @import { Reason } from "./reasons.js" */
/** @import { Between, Placement } from "./standings.js" */
/** @import { Subject } from "./subjects.js" */
/** @import { Term } from "./terms.js" */
/** @import { Open, Value } from "./values.js" */
import { judged, notApplicable, notJudged, NOT_ITS_SUBJECT } from "./judging.js";
import { roundedTo, times, wholeNumber } from "./numbers.js";
import { joinedReasons, Later, reasonLevel } from "./reasons.js";
import { placeAmong } from "./standings.js";
import { isOpenRecord } from "./subjects.js";
import { allOf, FALSE, TRUE, undecided, undecidedFor } from "./truth.js";
import { countValue, unreadable } from "./values.js";

/** @type {(about: About, parts: RankingParts, print: (value: Value) => string) => Decision} */
export const ranking = (about, parts, print) => ({
  about,
  kind: "ranking",
  ranking: parts,
  print: (place) => `第${print(place)}名`,
  judge: (context, record) => {
    const member = parts.members.truth(context, [record]);
    if (member.kind === "false") return notApplicable(NOT_ITS_SUBJECT);
    const placement = placementOf(context, parts, record);
    if (placement.kind === "open") return notJudged(undecidedFor(member, placement));
    const { low, high } = placement.front;
    if (member.kind === "true" && low === high) return judged("已认定", countValue(low));
    return notJudged(
      undecidedFor(member, placement.front),
      low === high ? [countValue(low)] : [countValue(low), countValue(high)],
    );
  },
  origins: () => [],
});

/** Where a record stands in its group; open where its group is not known. @type {(context: Context, parts: RankingParts, record: FactRecord) => Placement | Open} */
export const placementOf = (context, parts, record) => {
  const group = parts.group === null ? null : record.fact(parts.group);
  return group?.kind === "open" ? group : placeAmong(context, parts, group, record);
};

/** Whether a record is a member and stands among so many places, or such a share of them, from that end. @type {(clause: Clause, id: string, subject: Subject, end: "front" | "back", amount: Term, share: boolean) => Condition} */
export const ranked = (clause, id, subject, end, amount, share) => ({
  clause,
  truth: (context, environment) => {
    const record = subject(context, environment);
    if (isOpenRecord(record)) return undecidedFor(record);
    const parts = rankingNamed(context, id);
    if (parts === null) return undecided(unreadable(clause.words).reasons);
    return allOf(["member", "placed"], (part) => {
      if (part === "member") return parts.members.truth(context, [record]);
      const places = amount(context, environment);
      if (places.kind === "open") return undecidedFor(places);
      if (places.kind !== "number") return undecided(unreadable(clause.words).reasons);
      const placement = placementOf(context, parts, record);
      if (placement.kind === "open") return undecidedFor(placement);
      const quota = share ? shareOf(parts, places.value, placement.size) : exactly(places.value);
      const position = placement[end];
      if (isWithin(position.high, quota.low)) return TRUE;
      if (!isWithin(position.low, quota.high)) return FALSE;
      return undecidedFor(position, quota);
    });
  },
});

/** @type {(position: number, places: Fraction) => boolean} */
const isWithin = (position, { above, below }) => BigInt(position) * below <= above;

/** @type {(context: Context, id: string) => RankingParts | null} */
const rankingNamed = (context, id) => context.definition.decisions.get(id)?.ranking ?? null;

/** @typedef {{ readonly low: Fraction, readonly high: Fraction, readonly kind: "open", readonly level: number, readonly reasons: readonly Reason[] }} Quota */

/** @type {(places: Fraction) => Quota} */
const exactly = (places) => ({ kind: "open", low: places, high: places, level: 0, reasons: [] });

/** How many places a share is. Without a stated rounding both neighbours are possible. @type {(parts: RankingParts, share: Fraction, size: Pick<Between, "low" | "high" | "level" | "reasons">) => Quota} */
export const shareOf = ({ name, shareRounding }, share, size) => {
  const [least, most] = [times(share, wholeNumber(size.low)), times(share, wholeNumber(size.high))];
  const whole = shareRounding !== null || (least.below === 1n && most.below === 1n);
  const low = roundedTo(least, 0, shareRounding ?? "down");
  const high = roundedTo(most, 0, shareRounding ?? "up");
  /** @type {readonly Reason[]} */
  const rounding = whole ? [] : [{ kind: "名次取整未定", name }];
  return new Later(
    Math.max(size.level, reasonLevel(rounding)),
    () => joinedReasons(size.reasons, rounding),
    low,
    high,
  );
};
