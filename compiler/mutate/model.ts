import type { Span, TextEdit } from "../../language/index.ts";
import type { SecondSolver, SolverLimits } from "../analyse/formula.ts";

/** Kinds of changes, in the order in which they are reported. */
export const OPERATOR_NAMES = {
  bound: "界限词",
  number: "数值",
  connective: "且和或者",
  listHead: "之一和全部",
  item: "删去一项",
  exception: "删去例外",
  modal: "情态",
  negation: "否定",
  value: "取值",
  class: "认定的结果",
  scope: "范围",
  ranking: "排名",
  reading: "读法",
  arithmetic: "计算",
} as const;

export type OperatorKind = keyof typeof OPERATOR_NAMES;

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

/** Where a change stands and what it looks like, for a reader. */
export interface PlacedChange {
  readonly operator: OperatorKind;
  /** Label of the provision, or null where the block stands under none. */
  readonly provision: string | null;
  readonly rule: string | null;
  readonly file: string;
  readonly line: number;
  /** The clause as it is, and as it would be; without 依据. */
  readonly before: string;
  readonly after: string;
}

/** A change that no case, property or assertion notices. */
export interface Survivor extends PlacedChange {
  /** A 【用例】 that would notice it, to be pasted under the provision; null where none was found. */
  readonly witness: string | null;
  /** Why there is no witness; null where there is one. */
  readonly reason: string | null;
}

/** What notices which change. */
export interface NoticedChange extends PlacedChange {
  readonly by: "用例" | "性质" | "断言";
  readonly name: string;
}

export interface MutationReport {
  readonly policy: string;
  /** Changes that make a difference or might make one. */
  readonly total: number;
  readonly noticed: readonly NoticedChange[];
  readonly survivors: readonly Survivor[];
  /** Changes that were proved to make no difference; they do not count. */
  readonly equivalent: readonly PlacedChange[];
  /** Survivors of which it was not decided whether they make a difference. */
  readonly undecided: number;
  /** Changes that cannot be written so; they do not count. */
  readonly impossible: number;
  /** What already fails without any change and can notice nothing. */
  readonly failing: readonly string[];
}

export interface MutateOptions {
  /** How long one question may take. */
  readonly limits: SolverLimits;
  /** Asked where the own procedure does not decide. */
  readonly second: SecondSolver | null;
  /** Only changes in the rule of this name. */
  readonly rule?: string;
  /** Only a part of the changes: each one whose number leaves `rest` when divided by `every`. */
  readonly share?: { readonly every: number; readonly rest: number };
  /** Called before each change; false ends the work. */
  readonly onProgress?: (done: number, total: number) => Promise<boolean> | boolean;
}
