import type { Condition, Ranking } from "../../model/ir.ts";
import type { Block } from "./block.ts";
import { bringWhy, cause, NO_REASON, together, whyWhere } from "./cause.ts";
import type { Compilation, PlacingWhy } from "./compilation.ts";
import { and, certain, isNull, not, sql, type Expr } from "./expr.ts";
import { placedOf } from "./ranked.ts";
import { compareOn, enter, type Entered } from "./ranking.ts";
import type { Place } from "./subject.ts";
import { conditionWhy, termWhy } from "./why.ts";
import { missingFact, placeWhy } from "./why-place.ts";

/** Why the place of a record is open, as a result of its own. */
export const ownPlaceWhy = (compilation: Compilation, block: Block, ranking: Ranking): Expr => {
  const { member, group, front } = placingWhy(compilation, block, ranking);
  const { open } = enter(compilation, block, ranking).group;
  return together(member, whyWhere(open, group), whyWhere(certain(not(open)), front));
};

/** Why it is open whether a record is placed among so many. */
export const rankedWhy = (
  compilation: Compilation,
  block: Block,
  condition: Extract<Condition, { kind: "ranked" }>,
): Expr => {
  const { place, ranking, here, placed, open, amountOpen, isWhole } = placedOf(compilation, block, condition);
  const why = placingAt(compilation, place, ranking);
  const told = (expr: Expr): Expr => bringWhy(block, place.block, expr);
  const unrounded = whyWhere(
    certain(sql`(${isWhole} IS NOT TRUE)`),
    cause(compilation, { kind: "名次取整未定", name: ranking.name }),
  );
  const settled = certain(and(not(amountOpen), not(open)));
  const reasons = together(
    told(why.member),
    whyWhere(
      isNull(block.column(placed.truth)),
      together(
        whyWhere(amountOpen, termWhy(compilation, block, condition.amount)),
        whyWhere(certain(and(not(amountOpen), open)), told(why.group)),
        whyWhere(
          settled,
          together(
            told(condition.end === "front" ? why.front : why.back),
            ...(condition.share
              ? [told(why.size), ...(ranking.shareRounding === null ? [unrounded] : [])]
              : []),
          ),
        ),
      ),
    ),
  );
  return together(
    told(placeWhy(compilation, place.block, condition.subject)),
    whyWhere(here(place.exists), reasons),
  );
};

const placingAt = (compilation: Compilation, place: Place, ranking: Ranking): PlacingWhy => {
  const exported = compilation.whys?.exportedPlacings.get(ranking.id);
  return exported === undefined
    ? placingWhy(compilation, place.block, ranking)
    : mapPlacingWhy(exported, (expr) => place.block.source(`${place.alias}.${expr.sql}`));
};

export const mapPlacingWhy = (
  { member, group, front, back, size }: PlacingWhy,
  change: (expr: Expr) => Expr,
): PlacingWhy => ({
  member: change(member),
  group: change(group),
  front: change(front),
  back: change(back),
  size: change(size),
});

/** Why members, groups and places of a ranking are open in each row. */
export const placingWhy = (compilation: Compilation, block: Block, ranking: Ranking): PlacingWhy => {
  const { whys } = compilation;
  if (whys === null) {
    return { member: NO_REASON, group: NO_REASON, front: NO_REASON, back: NO_REASON, size: NO_REASON };
  }
  const known = whys.placings.get(block) ?? new Map();
  whys.placings.set(block, known);
  const found: PlacingWhy = known.get(ranking) ?? find(compilation, block, ranking);
  known.set(ranking, found);
  return found;
};

const find = (compilation: Compilation, block: Block, ranking: Ranking): PlacingWhy => {
  const entered = enter(compilation, block, ranking);
  const member = block.column(conditionWhy(compilation, block, ranking.members));
  const group =
    ranking.group === null
      ? NO_REASON
      : block.column(
          whyWhere(
            entered.group.open,
            missingFact(compilation, ranking.object, ranking.group, block.source("v.id", true)),
          ),
        );
  const keys = block.column(together(...ranking.keys.map(({ term }) => termWhy(compilation, block, term))));
  const doubts = entered.entries.sets.map((set, index) =>
    block.column(
      whyWhere(certain(sql`(${set.present} = 1)`), index === 0 ? member : together(member, group)),
    ),
  );
  const openKeys = entered.entries.sets.map((set) =>
    block.column(whyWhere(certain(sql`(${set.present} = 1)`), keys)),
  );
  const side = (which: "better" | "worse"): Expr =>
    block.column(sideWhy(compilation, block, ranking, entered, { doubts, openKeys, own: keys }, which));
  const size = entered.entries.sets.map((set, index) => {
    const each = doubts[index]!;
    const partition = set.partition === null ? "" : `PARTITION BY ${set.partition.sql}`;
    return block.column({
      ...each,
      sql: `COALESCE(string_agg(NULLIF(${each.sql}, ''), '') OVER (${partition}), '')`,
      at: Math.max(each.at, set.partition?.at ?? 0),
      known: true,
    });
  });
  return { member, group, front: side("better"), back: side("worse"), size: block.column(together(...size)) };
};

interface Texts {
  /** By set of entries. */
  readonly doubts: readonly Expr[];
  readonly openKeys: readonly Expr[];
  readonly own: Expr;
}

/** Doubts of those who stand on one side, and all that is open of those who stand level. */
const sideWhy = (
  compilation: Compilation,
  block: Block,
  ranking: Ranking,
  { keys, entries }: Entered,
  { doubts, openKeys, own }: Texts,
  side: "better" | "worse",
): Expr => {
  const parts: Expr[] = [];
  for (const [index, set] of entries.sets.entries()) {
    for (let shared = 0; shared <= entries.complete; shared += 1) {
      const compare = compareOn(block, keys, entries, set, shared);
      const doubt = doubts[index]!;
      parts.push(whyWhere(compare.applies, compare.texts(doubt, side)));
      const complete = shared === entries.complete;
      if (complete && ranking.ties === "shared") continue;
      const level = certain(and(compare.applies, sql`(${compare.beside(set.present)} > 0)`));
      const more = complete
        ? cause(compilation, {
            kind: "同名次",
            name: ranking.name,
            how: ranking.ties === "lot" ? "抽签" : "需裁量",
          })
        : together(compare.texts(openKeys[index]!, "equal"), own);
      parts.push(whyWhere(level, together(compare.texts(doubt, "equal"), more)));
    }
  }
  return together(...parts);
};
