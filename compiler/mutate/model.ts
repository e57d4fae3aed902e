import type { Span, TextEdit } from "../../language/index.ts";
import type { OperatorKind } from "../model/mutation.ts";
import type { SecondSolver, SolverLimits } from "../analyse/formula.ts";

/** One thing that could be written otherwise in the rules. */
export interface Change {
  readonly operator: OperatorKind;
  /** The words that are changed. */
  readonly span: Span;
  /**
   * Ways to write it, the nearest to the words first: the first one that can be compiled and means something else is the
   * change. What has no such way is no change.
   */
  readonly ways: readonly (readonly TextEdit[])[];
}

/** For one question. */
export const DEFAULT_LIMITS: SolverLimits = { steps: 200_000, milliseconds: 5000 };

export interface MutateOptions {
  /** How long one question may take. */
  readonly limits: SolverLimits;
  /** Asked where the own procedure does not decide. */
  readonly second: SecondSolver | null;
  /** Only changes in the rule of this name. */
  readonly rule?: string;
  /** Only a part of the changes: each one whose number leaves `rest` when divided by `every`. */
  readonly share?: { readonly every: number; readonly rest: number };
  /** Called before each change. */
  readonly onProgress?: (done: number, total: number) => void;
}
