import { divide, multiply, parseDecimal, rational, type Rational } from "../../language/index.ts";
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

/** Great-circle distance, rounded to whole millimetres so that every engine gets the same. */
export const straightMillimetres = (from: Coordinate, to: Coordinate): number => {
  const [low, high] = [radians(from.latitude), radians(to.latitude)];
  const alongMeridian = Math.sin((high - low) / 2) ** 2;
  const alongParallel = Math.sin(radians(to.longitude - from.longitude) / 2) ** 2;
  const half = Math.min(1, alongMeridian + Math.cos(low) * Math.cos(high) * alongParallel);
  return Math.round(2 * EARTH_RADIUS * Math.asin(Math.sqrt(half)) * 1000);
};

/** Walking distance from the table, in whole millimetres. */
export const suppliedMillimetres = (run: Run, from: FactRecord, to: FactRecord): number | null => {
  const metres = run.facts.walkingDistance(from.id, to.id);
  return metres === undefined ? null : Math.round(metres * 1000);
};

/** The greatest distances that are still within a limit, in whole millimetres. */
export interface Radius {
  /** As the limit itself is measured. */
  readonly measured: number;
  /** In a straight line. */
  readonly straight: number;
  /** Whether a straight line within the radius decides, or only one beyond it. */
  readonly decides: boolean;
}

export const radiusOf = (run: Run, metric: DistanceScope["metric"], limit: Rational): Radius => {
  const measured = wholeMillimetres(limit);
  const factor = metric === "walking" ? detourFactor(run) : null;
  const shortened = factor === null ? null : divide(limit, factor);
  if (shortened !== null) return { measured, straight: wholeMillimetres(shortened), decides: true };
  return { measured, straight: measured, decides: metric === "straight" };
};

/** Whether a candidate is within the radius. */
export const withinReach = (
  run: Run,
  scope: DistanceScope,
  radius: Radius,
  from: FactRecord,
  to: FactRecord,
): Truth => {
  const supplied = scope.metric === "walking" ? suppliedMillimetres(run, from, to) : null;
  if (supplied !== null) return decided(supplied <= radius.measured);
  const start = coordinateOf(run, from, scope.fromField);
  const end = coordinateOf(run, to, scope.toField);
  if (isOpen(start) || isOpen(end)) return indeterminate(union(openReasons(start), openReasons(end)));
  if (start.system !== end.system) {
    return indeterminate([
      { kind: "坐标系不一致", name: scope.fromField ?? "坐标", from: from.id, to: to.id },
    ]);
  }
  // A walk is never shorter than the straight line, so beyond the limit is certain and within it is not.
  if (straightMillimetres(start, end) > radius.straight) return FALSE;
  if (radius.decides) return decided(true);
  return indeterminate([{ kind: "缺少步行距离", name: "步行距离", from: from.id, to: to.id }]);
};

/** A coordinate field, or the reason why there is none. */
export const coordinateOf = (run: Run, record: FactRecord, field: string | null): Coordinate | Open => {
  const name = field ?? "坐标";
  const value = readField(run, record, name);
  return isOpen(value) || value.kind === "coordinate" ? value : open([missingFact(run, record, name)]);
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

const wholeMillimetres = (metres: Rational): number => {
  const { numerator, denominator } = multiply(metres, rational(1000n));
  const cut = numerator / denominator;
  return Number(numerator < 0n && cut * denominator !== numerator ? cut - 1n : cut);
};

const radians = (degrees: number): number => (degrees * Math.PI) / 180;
