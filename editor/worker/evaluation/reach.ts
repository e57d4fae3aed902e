import { greatCircle } from "../../../compiler/data/index.ts";
import { judge, startRun, type Run } from "../../../compiler/evaluate/index.ts";
import { radiusOf } from "../../../compiler/evaluate/distance.ts";
import { exceptedRecord, membership, reachOf } from "../../../compiler/evaluate/members.ts";
import { printDistance } from "../../../compiler/evaluate/print.ts";
import { isOpen } from "../../../compiler/evaluate/result.ts";
import { resolve } from "../../../compiler/evaluate/subject.ts";
import { evaluateTerm } from "../../../compiler/evaluate/term.ts";
import type { FactRecord, Facts } from "../../../compiler/model/facts.ts";
import type { Candidates, Program, Scope } from "../../../compiler/model/ir.ts";
import type { Day } from "../../../compiler/model/value.ts";
import type { MapPoint, Reach, ResultTarget } from "../worker-api.ts";
import { candidatesAsked } from "./candidates-asked.ts";
import { pointOf } from "./points.ts";

type DistanceScope = Extract<Scope, { kind: "distance" }>;

/**
 * The circles that a result was found in, and who stood in them. Who took part is what the interpreter counts; null
 * where the rule asks for no distance, or the record has no place.
 */
export const reachFrom = (program: Program, facts: Facts, at: Day, target: ResultTarget): Reach | null => {
  const record = facts.record(target.object, target.id);
  const decision = program.decisions.find(({ id }) => id === target.decision);
  if (record === undefined || decision?.object !== record.object) return null;
  const run = startRun(program, facts, at);
  // Where the rule does not apply nobody around decides anything.
  const applies = judge(run, decision.id, record).status !== "不适用";
  const asked = candidatesAsked(run, decision, record).flatMap((candidates) =>
    candidates.scope.kind === "distance" ? [{ candidates, scope: candidates.scope }] : [],
  );
  let centre: MapPoint | null = null;
  const circles = new Map<string, Reach["circles"][number]>();
  const neighbours = new Map<FactRecord, Reach["neighbours"][number]>();
  for (const { candidates, scope } of asked) {
    const start = placeOf(run, facts, scope, record);
    if (start === null) continue;
    centre ??= start.point;
    const circle = circleOf(run, scope, record);
    if (circle === null) continue;
    circles.set(JSON.stringify(circle), circle);
    for (const found of within(run, candidates, record)) {
      const point = scope.toField === null ? null : pointOf(facts, found.record, scope.toField);
      if (point === null) continue;
      const earlier = neighbours.get(found.record);
      neighbours.set(found.record, {
        point,
        straightMetres: Math.round(greatCircle(start.point, point) * 10) / 10,
        walkingMetres: facts.walkingDistance(start.record.id, found.record.id) ?? null,
        decided: (applies && found.isCounted) || (earlier?.decided ?? false),
      });
    }
  }
  if (centre === null) return null;
  return {
    centre,
    circles: [...circles.values()],
    neighbours: [...neighbours.values()].sort((left, right) => left.straightMetres - right.straightMetres),
  };
};

/** Where the distance is measured from: the record itself or what it refers to. */
const placeOf = (
  run: Run,
  facts: Facts,
  scope: DistanceScope,
  record: FactRecord,
): { readonly record: FactRecord; readonly point: MapPoint } | null => {
  const from = resolve(run, scope.from, [record]);
  const point = isOpen(from) || scope.fromField === null ? null : pointOf(facts, from, scope.fromField);
  return point === null || isOpen(from) ? null : { record: from, point };
};

/** Null while the distance has not been laid down. */
const circleOf = (run: Run, scope: DistanceScope, record: FactRecord): Reach["circles"][number] | null => {
  const limit = evaluateTerm(run, scope.limit, [record]);
  if (isOpen(limit) || limit.kind !== "number") return null;
  const { straight, measured } = radiusOf(run, scope.metric, limit.value);
  const told = `${scope.metric === "walking" ? "步行" : "直线"}${printDistance(measured)}`;
  const words = scope.limit.kind === "literal" ? told : `${scope.limit.origin.words}：${told}`;
  return { words, metres: straight / 1000, metric: scope.metric };
};

/** Those who are, or may be, within the distance; and whether the condition counts them. */
const within = (
  run: Run,
  candidates: Candidates,
  judged: FactRecord,
): readonly { readonly record: FactRecord; readonly isCounted: boolean }[] => {
  const environment = [judged];
  const { records, inScope } = reachOf(run, candidates, environment);
  const excepted = exceptedRecord(run, candidates, environment);
  return records.flatMap((record) => {
    if (record.id === excepted?.id && record.object === excepted.object) return [];
    const near = inScope(record);
    if (near.kind === "false") return [];
    const isCounted = membership(run, candidates, environment, record, near).kind === "true";
    return [{ record, isCounted }];
  });
};
