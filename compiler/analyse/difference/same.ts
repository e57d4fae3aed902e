import { printDecided } from "../../evaluate/index.ts";
import type { Decision } from "../../model/ir.ts";
import type { Status } from "../../model/outcome.ts";
import type { DifferenceQuery, SideResult } from "../difference-query.ts";
import { Numbering, Structure } from "./structure.ts";

/** Both sides ask the same with other words at most, and no result is wanted against itself. */
export const sameStructure = ({ left, right, at, wanted }: DifferenceQuery): boolean => {
  if (left.decision === null || right.decision === null) return false;
  const numbering = new Numbering();
  const first = new Structure(numbering, left.program, at).decision(left.decision);
  const second = new Structure(numbering, right.program, at).decision(right.decision);
  return first === second && resultsOf(left.decision).every((result) => !wanted(result, result));
};

/** Everything that a decision can say; of numbers and places, any one. */
const resultsOf = (decision: Decision): readonly SideResult[] => [
  ...STATUSES[decision.kind].map((status): SideResult => ({ status, value: null })),
  ...valuesOf(decision).map((value): SideResult => ({ status: "已认定", value })),
];

const valuesOf = (decision: Decision): readonly string[] => {
  switch (decision.kind) {
    case "classification":
      return [...decision.items, ...(decision.otherwise === null ? [] : [decision.otherwise])].map(
        ({ value }) => printDecided(value, decision),
      );
    case "indicator":
    case "ranking":
      return ["1"];
    case "measure":
    case "requirement":
    case "definition":
      return [];
  }
};

const STATUSES = {
  measure: ["成立", "不成立", "未知", "需裁量", "不适用"],
  requirement: ["符合", "不符合", "未知", "需裁量", "不适用"],
  classification: ["未认定", "未知", "需裁量", "冲突", "不适用"],
  definition: ["成立", "不成立", "未知", "需裁量"],
  indicator: ["未知", "需裁量"],
  ranking: ["未知", "需裁量", "不适用"],
} as const satisfies Record<Decision["kind"], readonly Status[]>;
