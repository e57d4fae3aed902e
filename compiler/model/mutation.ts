/** Kinds of changes, in the order in which they are reported. */
export const OPERATOR_NAMES = {
  bound: "界限词",
  number: "数值",
  connective: "且和或者",
  condition: "删去一个条件",
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

/** How many of a hundred changes are noticed; all where there is nothing to notice. */
export const scoreOf = ({ total, noticed }: Pick<MutationReport, "total" | "noticed">): number =>
  total === 0 ? 100 : (100 * noticed.length) / total;
