import { conditionDependencies } from "../../evaluate/shared.ts";
import type { Candidates } from "../../model/ir.ts";
import type { Formula } from "../formula.ts";
import { exists, readFact } from "./facts.ts";
import { truthOf } from "./condition.ts";
import { and, FALSE, not, or, TRUE } from "./logic.ts";
import { reachesOf, type Reach } from "./reach.ts";
import { resolve } from "./resolve.ts";
import { slotsOf, type Places, type Slot, type View } from "./stage.ts";
import { all, isOpen } from "./truth.ts";

/** When the record of a slot is certainly counted, when it may be, and when facts are missing to tell. */
export interface Candidacy {
  readonly certain: Formula;
  readonly open: Formula;
  readonly unknown: Formula;
}

/** Of each slot of the candidates' object. */
export const candidacies = (view: View, candidates: Candidates, places: Places): readonly Candidacy[] => {
  const ground = groundOf(view, candidates, places);
  const reaches = reachesOf(view, candidates, places);
  return slotsOf(view.stage, candidates.object).map((slot) => {
    const parts = reaches.map(({ guard, reach }) => ({ guard, candidacy: candidacyOf(ground, reach, slot) }));
    const when = (part: keyof Candidacy): Formula =>
      and(ground.isCounted(slot), or(...parts.map(({ guard, candidacy }) => and(guard, candidacy[part]))));
    return { certain: when("certain"), open: when("open"), unknown: when("unknown") };
  });
};

interface Ground {
  readonly view: View;
  readonly candidates: Candidates;
  readonly places: Places;
  /** Whether nobody is ruled out by the condition, because the record around is itself not fully known. */
  readonly anybody: Formula;
  /** The record is there, and not the excepted one. */
  readonly isCounted: (slot: Slot) => Formula;
}

const groundOf = (view: View, candidates: Candidates, places: Places): Ground => {
  const excepted = candidates.except === null ? [] : resolve(view, candidates.except, places);
  return {
    view,
    candidates,
    places,
    anybody: anybodyIn(view, candidates, places),
    isCounted: (slot) =>
      and(
        exists(view.stage, slot),
        not(or(...excepted.flatMap((named) => (named.slot === slot ? [named.guard] : [])))),
      ),
  };
};

/** The interpreter rules out records only by what it compares them with, and only where that is known. */
const anybodyIn = (view: View, candidates: Candidates, places: Places): Formula => {
  const dependencies = conditionDependencies(candidates);
  if (dependencies === null) return TRUE;
  return or(
    ...dependencies.map(({ subject, field }) =>
      or(
        ...resolve(view, subject, places).map((named) => {
          if (named.slot === null) return named.guard;
          if (field === null) return FALSE;
          const cases = readFact(view, named.slot, field) ?? [];
          return and(
            named.guard,
            or(...cases.flatMap(({ guard, outcome }) => (outcome.kind === "open" ? [guard] : []))),
          );
        }),
      ),
    ),
  );
};

const candidacyOf = (ground: Ground, reach: Reach, slot: Slot): Candidacy => {
  const where = whereOf(ground, slot);
  if (reach.kind === "asked") {
    const truth = all([reach.inScope(slot), where]);
    return { certain: truth.yes, open: isOpen(truth), unknown: truth.unknown };
  }
  const { view, candidates } = ground;
  const { supplied, inScope } = reach.table(slot);
  const possible = or(ground.anybody, not(where.no));
  const truth = all([inScope, where]);
  const unasked = and(possible, not(supplied));
  const others = slotsOf(view.stage, candidates.object).map((other) =>
    and(ground.isCounted(other), whereOf(ground, other).unknown),
  );
  const isUnknown = reach.level === 3 ? TRUE : and(not(ground.anybody), or(...others));
  return {
    certain: and(supplied, truth.yes),
    open: or(and(supplied, isOpen(truth)), unasked),
    unknown: or(and(supplied, truth.unknown), and(unasked, isUnknown)),
  };
};

const whereOf = ({ view, candidates, places }: Ground, slot: Slot) =>
  truthOf(view, candidates.where, [...places.slice(0, candidates.variable), slot]);
