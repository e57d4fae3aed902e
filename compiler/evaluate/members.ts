import type { FactRecord } from "../model/facts.ts";
import type { Candidates, Scope } from "../model/ir.ts";
import type { Reason, Truth } from "../model/outcome.ts";
import { evaluateCondition } from "./condition.ts";
import { coordinateOf, radiusOf, suppliedMillimetres, withinReach } from "./distance.ts";
import { possibleOf, unaskedOf, type Unasked } from "./possible.ts";
import { reasonSet } from "./reason.ts";
import { isOpen, sameValue, type Open } from "./result.ts";
import type { Environment, Run } from "./run.ts";
import { sharedKey } from "./shared.ts";
import { readField, resolve, unreadable } from "./subject.ts";
import { evaluateTerm } from "./term.ts";
import { all, decided, indeterminate, TRUE } from "./truth.ts";

/** Which candidates a quantifier or an aggregate counts. */
export interface Members {
  readonly certain: readonly FactRecord[];
  readonly certainIds: ReadonlySet<string>;
  readonly undecided: readonly { readonly record: FactRecord; readonly reasons: readonly Reason[] }[];
  /** Reasons of all the undecided ones: put together once, because many results share them. */
  readonly reasons: readonly Reason[];
  /**
   * Candidates whose place was not asked one by one, because the scope itself is undecided for all of them alike
   * (an open distance, an unknown region): none of them is certain, and each may be one.
   */
  readonly unasked: Unasked | null;
}

/** How many may be candidates without having been asked for their place, and why; the excepted record is not one. */
export const unaskedBeside = (
  { unasked }: Members,
  excepted: FactRecord | null,
): { readonly count: number; readonly reasons: readonly Reason[] } => {
  const count =
    unasked === null ? 0 : unasked.count - (excepted !== null && unasked.includes(excepted) ? 1 : 0);
  return { count, reasons: unasked === null || count === 0 ? [] : unasked.reasonsWithout(excepted) };
};

/** Finds them; asked again with the same region and the same compared facts, the answer is remembered. */
export const findMembers = (run: Run, candidates: Candidates, environment: Environment): Members => {
  const key = sharedKey(run, candidates, null, environment);
  if (key === null) return gather(run, candidates, environment);
  const known = run.members.get(candidates) ?? new Map<string, Members>();
  run.members.set(candidates, known);
  const found = known.get(key) ?? gather(run, candidates, environment);
  known.set(key, found);
  return found;
};

/**
 * The record that is no candidate, if any. It is left out of what was found, and not of the search, so that all
 * records of a region can share one answer.
 */
export const exceptedRecord = (
  run: Run,
  candidates: Candidates,
  environment: Environment,
): FactRecord | null => {
  if (candidates.except === null) return null;
  const record = resolve(run, candidates.except, environment);
  return isOpen(record) || record.object !== candidates.object ? null : record;
};

/** How one candidate stands to the scope and to the condition, for explanations too. */
export const membership = (
  run: Run,
  candidates: Candidates,
  environment: Environment,
  record: FactRecord,
  inScope: Truth,
): Truth => {
  const inner = [...environment.slice(0, candidates.variable), record];
  return all([null, candidates.where], (part) =>
    part === null ? inScope : evaluateCondition(run, part, inner),
  );
};

/** The records that may be in the scope, and how to tell. */
export interface Reach {
  readonly records: readonly FactRecord[];
  readonly inScope: (record: FactRecord) => Truth;
  readonly unasked: Unasked | null;
}

export const reachOf = (run: Run, candidates: Candidates, environment: Environment): Reach => {
  const { scope, object } = candidates;
  switch (scope.kind) {
    case "everywhere":
      return { records: run.facts.records(object), inScope: () => TRUE, unasked: null };
    case "region":
      return regionReach(run, candidates, scope, environment);
    case "distance":
      return distanceReach(run, candidates, scope, environment);
  }
};

const gather = (run: Run, candidates: Candidates, environment: Environment): Members => {
  const { records, inScope, unasked } = reachOf(run, candidates, environment);
  const certain: FactRecord[] = [];
  const undecided: { record: FactRecord; reasons: readonly Reason[] }[] = [];
  for (const record of records) {
    const truth = membership(run, candidates, environment, record, inScope(record));
    if (truth.kind === "true") certain.push(record);
    else if (truth.kind === "indeterminate") undecided.push({ record, reasons: truth.reasons });
  }
  const reasons = reasonSet(undecided.flatMap((each) => each.reasons));
  return { certain, certainIds: idsOf(certain), undecided, reasons, unasked };
};

const regionReach = (
  run: Run,
  candidates: Candidates,
  scope: Extract<Scope, { kind: "region" }>,
  environment: Environment,
): Reach => {
  const region = resolve(run, scope.region, environment);
  if (isOpen(region)) return nobodyAsked(run, candidates, environment, region);
  const wanted = { kind: "reference", object: region.object, id: region.id } as const;
  return {
    records: run.facts.inRegion(candidates.object, scope.field, region.id),
    inScope: (record) => {
      const value = readField(run, record, scope.field);
      return isOpen(value) ? indeterminate(value.reasons) : decided(sameValue(value, wanted));
    },
    unasked: null,
  };
};

const distanceReach = (
  run: Run,
  candidates: Candidates,
  scope: Extract<Scope, { kind: "distance" }>,
  environment: Environment,
): Reach => {
  const from = resolve(run, scope.from, environment);
  if (isOpen(from)) return nobodyAsked(run, candidates, environment, from);
  const limit = evaluateTerm(run, scope.limit, environment);
  if (isOpen(limit)) return nobodyAsked(run, candidates, environment, limit);
  if (limit.kind !== "number")
    return nobodyAsked(run, candidates, environment, unreadable(scope.limit.origin));
  const start = coordinateOf(run, from, scope.fromField);
  const radius = radiusOf(run, scope.metric, limit.value);
  const inScope = (record: FactRecord): Truth => withinReach(run, scope, radius, from, record);
  if (!isOpen(start) && scope.toField !== null) {
    const metres = (radius.straight + 1) / 1000;
    const records = run.facts.near(candidates.object, scope.toField, start, metres, from.id);
    return { records, inScope, unasked: null };
  }
  // Without a place to start from only the table of walking distances can tell.
  const possible = possibleOf(run, candidates, environment);
  const supplied =
    scope.metric === "walking"
      ? possible.records.filter((to) => suppliedMillimetres(run, from, to) !== null)
      : [];
  const reasons = isOpen(start)
    ? start.reasons
    : [{ kind: "缺少步行距离", name: "步行距离", from: from.id, to: "" } as const];
  return { records: supplied, inScope, unasked: unaskedOf(possible, reasons, supplied) };
};

const nobodyAsked = (run: Run, candidates: Candidates, environment: Environment, because: Open): Reach => ({
  records: [],
  inScope: () => TRUE,
  unasked: unaskedOf(possibleOf(run, candidates, environment), because.reasons, []),
});

const idsOf = (records: readonly FactRecord[]): ReadonlySet<string> =>
  new Set(records.map((record) => record.id));
