import type { Condition } from "../../model/ir.ts";
import { openLevel } from "./cases.ts";
import { truthOf } from "./condition.ts";
import { opaqueCondition } from "./opaque.ts";
import { resolve } from "./resolve.ts";
import type { Places, View } from "./stage.ts";
import { casesOf } from "./term.ts";
import { all, oneOf, openAt, type Truth } from "./truth.ts";
import { and } from "./logic.ts";
import { WHY } from "./why.ts";

/** Whether a record is a member is told apart; where it stands among all records is not. */
export const isRanked = (
  view: View,
  condition: Extract<Condition, { kind: "ranked" }>,
  places: Places,
): Truth => {
  const ranking = view.program.decisions.find(({ id }) => id === condition.ranking);
  const amounts = casesOf(view, condition.amount, places);
  if (ranking?.kind !== "ranking" || amounts === null)
    return opaqueCondition(view, condition, places, WHY.ranking);
  return oneOf(
    resolve(view, condition.subject, places).flatMap((named) => {
      if (named.slot === null) return [{ guard: named.guard, truth: openAt(named.level) }];
      const { slot } = named;
      const member = truthOf(view, ranking.members, [slot]);
      const placed = (level: ReturnType<typeof openLevel>): Truth =>
        level === null ? opaqueCondition(view, condition, places, WHY.ranking) : openAt(level);
      return amounts.map(({ guard, outcome }) => ({
        guard: and(named.guard, guard),
        truth: all([member, placed(openLevel(outcome))]),
      }));
    }),
  );
};
