import {
  clashesOf,
  conflictKey,
  inConflict,
  type Clash,
  type ClosureEngine,
} from "../../../compiler/evaluate/index.ts";
import { CODES } from "../../../compiler/evaluate/closure/level.ts";
import type { Decision, MeasureRule } from "../../../compiler/model/ir.ts";
import type { Conflict } from "../../../compiler/model/outcome.ts";
import type { ResultConflict } from "../worker-api.ts";

/** One contradiction as `evaluate` tells it, and as the page shows it. */
export interface FoundConflict {
  readonly told: Conflict;
  readonly shown: ResultConflict;
}

/** Measures that hold against each other on one record, in the order of `evaluate`; `firstRows` by decision. */
export const conflictsIn = (
  decisions: readonly Decision[],
  engine: ClosureEngine,
  firstRows: readonly number[],
): readonly FoundConflict[] => {
  const byObject = new Map<string, Measure[]>();
  for (const [at, rule] of decisions.entries()) {
    if (rule.kind !== "measure") continue;
    const measures = byObject.get(rule.object) ?? [];
    byObject.set(rule.object, measures);
    measures.push({ rule, firstRow: firstRows[at]!, codes: engine.statuses(rule.id) });
  }
  return [...byObject]
    .flatMap(([object, measures]) => conflictsOn(object, engine.ids(object), measures))
    .map((found) => ({ found, key: conflictKey(found.told) }))
    .sort((left, right) => (left.key < right.key ? -1 : left.key > right.key ? 1 : 0))
    .map(({ found }) => found);
};

interface Measure {
  readonly rule: MeasureRule;
  readonly firstRow: number;
  /** Status by record. */
  readonly codes: Uint8Array;
}

const conflictsOn = (
  object: string,
  ids: readonly string[],
  measures: readonly Measure[],
): readonly FoundConflict[] => {
  // Without a prohibition nothing can clash.
  if (!measures.some(({ rule }) => rule.orders.some(({ modality }) => modality.force === "mustNot")))
    return [];
  const firstRows = new Map(measures.map(({ rule, firstRow }) => [rule, firstRow]));
  return ids.flatMap((id, at) => {
    const holding = measures.filter(({ codes }) => codes[at] === CODES.成立).map(({ rule }) => rule);
    return clashesOf(holding).map((clash) => {
      const told = inConflict({ object, id }, clash);
      const side = ({ rule }: Clash["left"], { modality }: Conflict["left"]): ResultConflict["left"] => ({
        row: firstRows.get(rule)! + at,
        modality,
      });
      return {
        told,
        shown: {
          measure: told.measure,
          left: side(clash.left, told.left),
          right: side(clash.right, told.right),
        },
      };
    });
  });
};
