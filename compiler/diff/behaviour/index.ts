import { findDifference } from "../../analyse/difference/index.ts";
import type { DifferenceOptions } from "../../analyse/difference-query.ts";
import type { SecondSolver, SolverLimits } from "../../analyse/formula.ts";
import { alwaysInForce } from "../../analyse/witness/index.ts";
import type { BehaviourChange } from "../../model/change.ts";
import type { Decision, Program } from "../../model/ir.ts";
import type { Day } from "../../model/value.ts";
import type { DecisionPair, RuleComparison } from "../found-change.ts";
import { burdenOfPair, comparePair } from "./compare-pair.ts";
import { namingOf } from "./one-name.ts";
import { comparisonDay } from "./day.ts";
import type { FindDifference } from "./inquiry.ts";
import { relationFor, type RelationOf } from "./relation.ts";

export { aboutOf } from "./about.ts";
export { comparisonDay } from "./day.ts";
export type { FindDifference } from "./inquiry.ts";

/** How two results of a pair stand to each other, as its verdict is told. */
export const relationOf = (pair: DecisionPair, programs: { left: Program; right: Program }): RelationOf =>
  relationFor(pair, burdenOfPair(pair, programs));

export interface BehaviourOptions {
  /** 基准日; null: a day on which both documents are in force. */
  readonly at: Day | null;
  readonly limits: SolverLimits;
  readonly second: SecondSolver | null;
  /** Who is asked for differences that samples do not find; without it the solvers. */
  readonly findDifference?: FindDifference;
  /** Pairs of rules that are done, and all of them. */
  readonly onProgress?: (done: number, total: number) => void;
}

/**
 * What the rules of two documents decide: for each pair of rules equivalent, stricter, looser or incomparable, proved,
 * with the smallest record that shows it; and one for each change of the rules that has one.
 */
export const compareBehaviour = async (
  left: Program,
  right: Program,
  rules: RuleComparison,
  options: BehaviourOptions,
): Promise<readonly BehaviourChange[]> => {
  const at = comparisonDay(left.policy, right.policy, options.at);
  const asked: DifferenceOptions = { limits: options.limits, second: options.second, seed: SEED };
  const programs = { left: alwaysInForce(left), right: alwaysInForce(right) };
  const naming = namingOf(programs, rules.renamed);
  const found: BehaviourChange[] = [];
  const pairs = rules.pairs.filter(isCompared);
  // One after the other: a solver keeps its memory to itself.
  for (const pair of pairs) {
    const change = await comparePair(
      naming,
      { left, right },
      pair,
      rules.changes,
      at,
      options.findDifference ?? findDifference,
      asked,
    );
    found.push(change);
    options.onProgress?.(found.length, pairs.length);
  }
  return found;
};

/** Samples are the same every time. */
const SEED = 1;

/** A 定义 has no effect of its own; it counts where a rule uses it. */
const isCompared = ({ left, right }: DecisionPair): boolean => {
  const first: Decision | null = left ?? right;
  return first !== null && first.kind !== "definition";
};
