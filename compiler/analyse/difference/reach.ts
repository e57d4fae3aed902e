import { divide, parseDecimal, rational, type Rational } from "../../../language/index.ts";
import type { Candidates, Program, Scope } from "../../model/ir.ts";
import type { Formula } from "../formula.ts";
import { equalOutcomes } from "./comparison.ts";
import { judged, open, when, type Outcome } from "./cases.ts";
import { onlyVariable, related, times, constantly, type Expression } from "./expression.ts";
import { readFact, readPlace, type PlaceCase } from "./facts.ts";
import { and, choose, FALSE, not, TRUE } from "./logic.ts";
import { resolve } from "./resolve.ts";
import { declare, numberOf, type Places, type Slot, type View } from "./stage.ts";
import { casesOf } from "./term.ts";
import { decided, oneOf, openAt, type OpenLevel, type Truth } from "./truth.ts";

/** Who can be in a scope: each is asked for, or all are open alike but for those in the table of walking distances. */
export type Reach =
  | { readonly kind: "asked"; readonly inScope: (slot: Slot) => Truth }
  | {
      readonly kind: "unasked";
      readonly level: OpenLevel;
      readonly table: (slot: Slot) => { readonly supplied: Formula; readonly inScope: Truth };
    };

export interface GuardedReach {
  readonly guard: Formula;
  readonly reach: Reach;
}

export const reachesOf = (view: View, { scope }: Candidates, places: Places): readonly GuardedReach[] => {
  switch (scope.kind) {
    case "everywhere":
      return [{ guard: TRUE, reach: { kind: "asked", inScope: () => decided(TRUE) } }];
    case "region":
      return resolve(view, scope.region, places).map((named) => ({
        guard: named.guard,
        reach: named.slot === null ? nobody(named.level) : inRegion(view, scope.field, named.slot),
      }));
    case "distance":
      return distanceReaches(view, scope, places);
  }
};

const nobody = (level: OpenLevel): Reach => ({
  kind: "unasked",
  level,
  table: () => ({ supplied: FALSE, inScope: decided(FALSE) }),
});

const inRegion = (view: View, field: string, region: Slot): Reach => {
  const wanted: Outcome = {
    kind: "constant",
    value: { kind: "reference", object: region.object, id: region.id },
  };
  return {
    kind: "asked",
    inScope: (slot) => judged(readFact(view, slot, field) ?? [], (outcome) => equalOutcomes(outcome, wanted)),
  };
};

type DistanceScope = Extract<Scope, { kind: "distance" }>;

const distanceReaches = (view: View, scope: DistanceScope, places: Places): readonly GuardedReach[] =>
  resolve(view, scope.from, places).flatMap((named): readonly GuardedReach[] => {
    if (named.slot === null) return [{ guard: named.guard, reach: nobody(named.level) }];
    const from = named.slot;
    const limits = casesOf(view, scope.limit, places) ?? [when(TRUE, open(3))];
    return limits.flatMap(({ guard, outcome }): readonly GuardedReach[] => {
      const both = and(named.guard, guard);
      if (outcome.kind !== "number")
        return [{ guard: both, reach: nobody(outcome.kind === "open" ? outcome.level : 3) }];
      return fromPlace(view, scope, from, outcome.sum).map((each) => ({
        guard: and(both, each.guard),
        reach: each.reach,
      }));
    });
  });

const fromPlace = (
  view: View,
  scope: DistanceScope,
  from: Slot,
  limit: Expression,
): readonly GuardedReach[] =>
  readPlace(view, from, placeField(scope.fromField)).map((start) => {
    if (start.level === null && scope.toField !== null) {
      const toField = scope.toField;
      return {
        guard: start.guard,
        reach: {
          kind: "asked",
          inScope: (slot) => withinReach(view, scope, { from, start, toField, limit }, slot),
        },
      };
    }
    return {
      guard: start.guard,
      reach: {
        kind: "unasked",
        level: start.level ?? 3,
        table: (slot) => suppliedWithin(view, scope, from, slot, limit),
      },
    };
  });

interface Start {
  readonly from: Slot;
  readonly start: PlaceCase;
  readonly toField: string;
  readonly limit: Expression;
}

/** A walk is never shorter than the straight line: beyond the limit is certain, within it is not. */
const withinReach = (
  view: View,
  scope: DistanceScope,
  { from, start, toField, limit }: Start,
  slot: Slot,
): Truth => {
  const { supplied, inScope } = suppliedWithin(view, scope, from, slot, limit);
  const factor = scope.metric === "walking" ? detourFactor(view.program) : null;
  const shortened = factor && divide(rational(1n), factor);
  const straight = straightMetres(view, from, placeField(scope.fromField), slot, toField);
  const near = related("<=", straight, shortened === null ? limit : times(limit, shortened));
  const decides = scope.metric === "straight" || shortened !== null;
  const byLine: Truth = decides ? decided(near) : { yes: FALSE, no: not(near), unknown: near };
  const apart = readPlace(view, slot, toField).map((end) => {
    if (end.level !== null) return { guard: end.guard, truth: openAt(end.level) };
    return { guard: end.guard, truth: end.system === start.system ? byLine : openAt(3) };
  });
  return oneOf([
    { guard: supplied, truth: inScope },
    { guard: not(supplied), truth: oneOf(apart) },
  ]);
};

/** What the table of walking distances says, either way round. */
const suppliedWithin = (
  view: View,
  scope: DistanceScope,
  from: Slot,
  to: Slot,
  limit: Expression,
): { readonly supplied: Formula; readonly inScope: Truth } => {
  if (scope.metric !== "walking") return { supplied: FALSE, inScope: decided(FALSE) };
  const there = walk(view, from, to);
  const back = walk(view, to, from);
  return {
    supplied: not(and(not(there.supplied), not(back.supplied))),
    inScope: oneOf([
      { guard: there.supplied, truth: decided(related("<=", there.metres, limit)) },
      { guard: not(there.supplied), truth: decided(related("<=", back.metres, limit)) },
    ]),
  };
};

const walk = (
  { stage }: View,
  from: Slot,
  to: Slot,
): { readonly supplied: Formula; readonly metres: Expression } => {
  const variable = JSON.stringify(["walk", from.object, from.id, to.object, to.id]);
  declare(stage, { kind: "walk", variable, from, to }, 2, METRES);
  return { supplied: choose(variable, 2, [1]), metres: onlyVariable(numberOf(variable)) };
};

/** One distance for both directions; none to itself. */
const straightMetres = (
  { stage }: View,
  from: Slot,
  fromField: string,
  to: Slot,
  toField: string,
): Expression => {
  if (from === to && fromField === toField) return constantly(rational(0n));
  const ends = [
    [from.object, from.id, fromField],
    [to.object, to.id, toField],
  ].map((end) => JSON.stringify(end));
  const variable = JSON.stringify(["straight", ...ends.sort()]);
  declare(stage, { kind: "straight", variable, from, to, fromField, toField }, null, METRES);
  return onlyVariable(numberOf(variable));
};

/** Whole millimetres, up to half way round the Earth. */
const METRES = { step: rational(1n, 1000n), lower: rational(0n), upper: rational(20_015_115n) };

const placeField = (field: string | null): string => field ?? "坐标";

/** The factor of the first reading in effect that declares one. */
const detourFactor = ({ readings }: Program): Rational | null => {
  for (const { options, adopted } of readings.values()) {
    const factor = options.find(({ number }) => number === adopted)?.detourFactor ?? null;
    if (factor !== null) return parseDecimal(String(factor));
  }
  return null;
};
