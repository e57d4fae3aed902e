import { compare, multiply, parseDecimal, rational, type Rational } from "../../language/index.ts";
import type { FactRecord } from "../model/facts.ts";
import type { Candidates } from "../model/ir.ts";
import type { Truth } from "../model/outcome.ts";
import type { Value } from "../model/value.ts";
import { union } from "./reason.ts";
import { isOpen, open, openReasons, type Open } from "./result.ts";
import { optionOf, type Run } from "./run.ts";
import { missingFact, readField } from "./subject.ts";
import { decided, FALSE, indeterminate } from "./truth.ts";

export type Coordinate = Extract<Value, { kind: "coordinate" }>;
type DistanceScope = Extract<Candidates["scope"], { kind: "distance" }>;

/** Mean radius of the Earth in metres (IUGG). */
const EARTH_RADIUS = 6_371_008.8;

/** Great-circle distance in metres, rounded to the millimetre so that every engine gets the same. */
export const straightDistance = (from: Coordinate, to: Coordinate): Rational => {
  const [low, high] = [radians(from.latitude), radians(to.latitude)];
  const alongMeridian = Math.sin((high - low) / 2) ** 2;
  const alongParallel = Math.sin(radians(to.longitude - from.longitude) / 2) ** 2;
  const half = Math.min(1, alongMeridian + Math.cos(low) * Math.cos(high) * alongParallel);
  return rational(Math.round(2 * EARTH_RADIUS * Math.asin(Math.sqrt(half)) * 1000), 1000);
};

/** Whether a candidate is at most `limit` metres away. */
export const withinReach = (
  run: Run,
  scope: DistanceScope,
  limit: Rational,
  from: FactRecord,
  to: FactRecord,
): Truth => {
  const supplied = scope.metric === "walking" ? suppliedDistance(run, from, to) : null;
  if (supplied !== null) return decided(compare(supplied, limit) <= 0);
  const start = coordinateOf(run, from, scope.fromField);
  const end = coordinateOf(run, to, scope.toField);
  if (isOpen(start) || isOpen(end)) return indeterminate(union(openReasons(start), openReasons(end)));
  if (start.system !== end.system) {
    return indeterminate([
      { kind: "坐标系不一致", name: scope.fromField ?? "坐标", from: from.id, to: to.id },
    ]);
  }
  const straight = straightDistance(start, end);
  if (scope.metric === "straight") return decided(compare(straight, limit) <= 0);
  const factor = detourFactor(run);
  if (factor !== null) return decided(compare(multiply(straight, factor), limit) <= 0);
  // A walk is never shorter than the straight line, so beyond the limit is certain and within it is not.
  if (compare(straight, limit) > 0) return FALSE;
  return indeterminate([{ kind: "缺少步行距离", name: "步行距离", from: from.id, to: to.id }]);
};

/** A coordinate field, or the reason why there is none. */
export const coordinateOf = (run: Run, record: FactRecord, field: string | null): Coordinate | Open => {
  const name = field ?? "坐标";
  const value = readField(run, record, name);
  return isOpen(value) || value.kind === "coordinate" ? value : open([missingFact(run, record, name)]);
};

/** Walking distance from the table, in metres to the millimetre. */
export const suppliedDistance = (run: Run, from: FactRecord, to: FactRecord): Rational | null => {
  const metres = run.facts.walkingDistance(from.id, to.id);
  return metres === undefined ? null : rational(Math.round(metres * 1000), 1000);
};

/** The factor of the reading in effect that declares one. */
export const detourFactor = (run: Run): Rational | null => {
  for (const reading of run.program.readings.values()) {
    const taken = optionOf(run, reading.name);
    const option = reading.options.find((each) => each.number === taken);
    if (option !== undefined && option.detourFactor !== null)
      return parseDecimal(String(option.detourFactor));
  }
  return null;
};

const radians = (degrees: number): number => (degrees * Math.PI) / 180;
