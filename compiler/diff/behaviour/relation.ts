import type { SideResult } from "../../analyse/difference-query.ts";
import type { Decision } from "../../model/ir.ts";
import type { Status } from "../../model/outcome.ts";
import type { Burden } from "../burden.ts";
import type { DecisionPair } from "../found-change.ts";
import { weightOfOrders, type Weight } from "./modality-weight.ts";

/** How the right result stands to the left one on one record; named: only what it is called differs (不适用, 不成立). */
export type Relation = "same" | "stricter" | "looser" | "other" | "named";

export type RelationOf = (left: SideResult, right: SideResult) => Relation;

/**
 * Whether a burden, or a benefit, falls on the record: certainly, certainly not, or perhaps. A side without such a rule
 * never lays it. Where both lay it, what they order may still differ in force.
 */
export const relationFor = ({ left, right }: DecisionPair, burden: Burden): RelationOf => {
  if (!decidesBurden(left) || !decidesBurden(right)) return otherResult;
  const weight = left === null || right === null ? "same" : weightOfOrders(left, right);
  const turned = burden.kind === "benefit" ? TURNED : STRAIGHT;
  const told = (found: Weight): Relation =>
    found === "same" ? "same" : found === "other" || burden.kind === null ? "other" : turned[found];
  return (one, other) => {
    const [before, after] = [reachOf(left, burden, one.status), reachOf(right, burden, other.status)];
    if (before !== after) {
      // A fact that one side needs and the other does not makes neither of them stricter.
      if (before === PERHAPS || after === PERHAPS) return "other";
      return told(after === CERTAIN ? "heavier" : "lighter");
    }
    if (before === CERTAIN) return told(weight);
    if (one.status === other.status || one.status === null || other.status === null) return "same";
    return before === NOT ? "named" : "other";
  };
};

/** Every relation that two results of these decisions can have, before any record is looked at. */
export const possibleRelations = (pair: DecisionPair, relation: RelationOf): ReadonlySet<Relation> => {
  const [left, right] = [resultsOf(pair.left), resultsOf(pair.right)];
  return new Set(left.flatMap((one) => right.map((other) => relation(one, other))));
};

type Direction = Exclude<Weight, "same" | "other">;
const STRAIGHT = { heavier: "stricter", lighter: "looser" } as const satisfies Record<Direction, Relation>;
const TURNED = { heavier: "looser", lighter: "stricter" } as const satisfies Record<Direction, Relation>;

const decidesBurden = (decision: Decision | null): boolean =>
  decision === null || decision.kind === "measure" || decision.kind === "requirement";

/** Classes, numbers and places are the same or not; a rule that is not there is like one that says nothing. */
const otherResult: RelationOf = (left, right) => {
  if (left.status === null || right.status === null) {
    return saysNothing(left.status) && saysNothing(right.status) ? "same" : "other";
  }
  return left.status === right.status && left.value === right.value ? "same" : "other";
};

const saysNothing = (status: Status | null): boolean =>
  status === null || status === "不适用" || status === "未认定";

const NOT = 0;
const CERTAIN = 1;
const PERHAPS = 2;
type Reach = typeof NOT | typeof CERTAIN | typeof PERHAPS;

const reachOf = (decision: Decision | null, burden: Burden, status: Status | null): Reach => {
  if (decision === null || status === null) return NOT;
  if (status === "未知" || status === "需裁量") return PERHAPS;
  const falls = decision.kind === "measure" || burden.kind === "benefit" ? FALLING : "不符合";
  return status === falls || (falls === FALLING && status === "符合") ? CERTAIN : NOT;
};

const FALLING = "成立";

/** What a decision can say of a record; two classes stand for all. */
export const resultsOf = (decision: Decision | null): readonly SideResult[] => {
  if (decision === null) return [{ status: null, value: null }];
  return STATUSES[decision.kind].flatMap((status): readonly SideResult[] =>
    status === "已认定"
      ? [
          { status, value: "甲" },
          { status, value: "乙" },
        ]
      : [{ status, value: null }],
  );
};

const STATUSES = {
  measure: ["成立", "不成立", "未知", "需裁量", "不适用"],
  requirement: ["符合", "不符合", "未知", "需裁量", "不适用"],
  classification: ["已认定", "未认定", "未知", "需裁量", "冲突", "不适用"],
  definition: ["成立", "不成立", "未知", "需裁量"],
  indicator: ["已认定", "未知", "需裁量"],
  ranking: ["已认定", "未知", "需裁量", "不适用"],
} as const satisfies Record<Decision["kind"], readonly Status[]>;
