import type { World } from "../model/facts.ts";
import type { Condition, Decision, Program } from "../model/ir.ts";
import type { Status } from "../model/outcome.ts";
import type { Day } from "../model/value.ts";
import type { SecondSolver, SolverLimits } from "./formula.ts";

/** A decision with the program around it; null decides nothing about any record. */
export interface Side {
  readonly program: Program;
  readonly decision: Decision | null;
}

/** What one side says of a record: status, and the class where there is one. `null`: there is no such rule. */
export interface SideResult {
  readonly status: Status | null;
  readonly value: string | null;
}

/** Levels of a condition: 0 假, 1 真, 2 不定 with only 需裁量 reasons, 3 不定 with some 未知 reason. */
export type TruthLevel = 0 | 1 | 2 | 3;

/** A clause of one side that has to stand at one of these levels, so that a difference shows this change. */
export interface Focus {
  readonly side: "left" | "right";
  readonly condition: Condition;
  readonly levels: readonly TruthLevel[];
}

/**
 * Is there a small world with a record on which the two decisions give one of the wanted pairs of results?
 * Worlds are registers with missing facts, open or set parameters, distances supplied or not; readings as adopted.
 */
export interface DifferenceQuery {
  readonly left: Side;
  readonly right: Side;
  readonly at: Day;
  /** Asked for every pair of results that both sides can give. */
  readonly wanted: (left: SideResult, right: SideResult) => boolean;
  readonly focus: readonly Focus[];
  /** Parameters that stay as the policy has them (without a value: open); all others may be set in the world. */
  readonly keepParameters: boolean;
}

export type DifferenceAnswer =
  | {
      readonly kind: "found";
      readonly world: World;
      readonly record: { readonly object: string; readonly id: string };
      readonly left: SideResult;
      readonly right: SideResult;
    }
  | { readonly kind: "none"; readonly proof: "structure" | "own" | "z3" }
  | {
      readonly kind: "undecided";
      readonly reason: string;
      /** It is beyond what can be told, not beyond the limits of the solvers. */
      readonly isForGood?: true;
    };

export interface DifferenceOptions {
  readonly limits: SolverLimits;
  readonly second: SecondSolver | null;
  /** For the search by samples where a model cannot be made into a world. */
  readonly seed: number;
}
