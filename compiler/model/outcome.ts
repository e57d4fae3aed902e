import type { Span } from "../../language/index.ts";
import type { Modality } from "./ir.ts";
import type { Day, Value } from "./value.ts";

/** Results are written in the words that their readers use. */
export type MeasureStatus = "成立" | "不成立" | "未知" | "需裁量" | "不适用";
export type RequirementStatus = "符合" | "不符合" | "未知" | "需裁量" | "不适用";
export type ClassificationStatus = "已认定" | "未认定" | "未知" | "需裁量" | "冲突" | "不适用";
export type Status = MeasureStatus | RequirementStatus | ClassificationStatus;

/** Why something is not decided. 未知 reasons can be cured by bringing facts; the rest need a decision. */
export type Reason =
  | { readonly kind: "缺少事实"; readonly name: string; readonly object: string; readonly id: string }
  | { readonly kind: "缺少步行距离"; readonly name: string; readonly from: string; readonly to: string }
  | {
      readonly kind: "参数未定";
      readonly name: string;
      readonly owner: string;
      readonly source: string | null;
      readonly region: string | null;
    }
  | {
      readonly kind: "裁量判断";
      readonly name: string;
      readonly owner: string;
      readonly source: string | null;
      readonly object: string;
      readonly id: string;
    }
  | { readonly kind: "读法未定"; readonly name: string }
  | { readonly kind: "除数为零"; readonly name: string }
  | { readonly kind: "溢出"; readonly name: string }
  | { readonly kind: "同名次"; readonly name: string; readonly how: "抽签" | "需裁量" }
  | { readonly kind: "空集合"; readonly name: string }
  | { readonly kind: "认定冲突"; readonly name: string; readonly object: string; readonly id: string }
  | { readonly kind: "未认定"; readonly name: string; readonly object: string; readonly id: string }
  | { readonly kind: "名次取整未定"; readonly name: string }
  | { readonly kind: "引用对象缺失"; readonly name: string; readonly object: string; readonly id: string }
  /** Two coordinates of different systems are never compared. */
  | { readonly kind: "坐标系不一致"; readonly name: string; readonly from: string; readonly to: string };

/** 真, 假, or 不定 with its reasons (sorted, without repeats). */
export type Truth =
  | { readonly kind: "true" }
  | { readonly kind: "false" }
  | { readonly kind: "indeterminate"; readonly reasons: readonly Reason[] };

export interface Citation {
  readonly path: string;
  readonly label: string;
  /** The decisive words of the official text. */
  readonly quote: string;
  /** Offsets of the quoted words in the policy file. */
  readonly start: number;
  readonly end: number;
  /** 规则条件（一）, an item of the rule, never of the law; null for the rule as a whole. */
  readonly ruleItem: string | null;
}

/** A reading that the result would change under. */
export interface ReadingDependence {
  readonly name: string;
  readonly option: number;
  readonly text: string;
  readonly status: "暂拟" | "已确认";
  readonly alternatives: readonly {
    readonly option: number;
    readonly text: string;
    readonly status: Status;
    readonly value: string | null;
  }[];
}

export interface Outcome {
  readonly object: string;
  readonly id: string;
  /** Block name. */
  readonly rule: string;
  /** Decision id, unique. */
  readonly decision: string;
  readonly provision: string | null;
  readonly status: Status;
  /** Class of an 认定, number of an 指标, in print. */
  readonly value: string | null;
  /** Classes still possible, or in conflict; of a ranking the first and the last place that are possible. */
  readonly candidates: readonly string[];
  readonly modality: string | null;
  readonly measure: string | null;
  /** Recorded reason for departing from 原则上, or why it does not apply, in words. */
  readonly reason: string | null;
  readonly reasons: readonly Reason[];
  /** For 不符合: what the rule asks, or forbids, and is not so; in the words of the rule. */
  readonly unmet: readonly string[];
  readonly citations: readonly Citation[];
  readonly readings: readonly ReadingDependence[];
}

/** 应当X or 可以X against 不得X on one record. */
export interface Conflict {
  readonly object: string;
  readonly id: string;
  readonly measure: string;
  readonly left: { readonly rule: string; readonly provision: string | null; readonly modality: string };
  readonly right: { readonly rule: string; readonly provision: string | null; readonly modality: string };
}

/** One step of an explanation: its value, the words, the place, the fact and where it came from. */
export interface Step {
  readonly kind:
    | "rule"
    | "subject"
    | "condition"
    | "exception"
    | "item"
    | "fact"
    | "parameter"
    | "reading"
    | "candidate"
    | "group"
    | "value";
  readonly truth: Truth | null;
  /** Value in print, for facts and numbers. */
  readonly value: string | null;
  /** A part that holds only under a reading that is not taken: nothing below it was asked. */
  readonly setAside: boolean;
  /** What stands where a fact or parameter has no value: 未填, 尚无认定, 未确定. */
  readonly absent: string | null;
  /** The words of the rule. */
  readonly words: string;
  readonly ruleItem: string | null;
  readonly provision: string | null;
  readonly label: string | null;
  readonly quote: string | null;
  readonly span: Span | null;
  /** Where a fact came from: file and row, 用例, 参数 with its date. */
  readonly source: string | null;
  /** One sentence of plain Chinese for this step, e.g. 年度医保业务量为5笔，低于…。 */
  readonly note: string | null;
  readonly steps: readonly Step[];
}

export interface MissingFact {
  readonly reason: Reason;
  /** One plain sentence: 请补充“年度医保业务量”（定点医药机构 甲）。 */
  readonly request: string;
}

/** A smallest change of facts that changes the status. */
export interface Change {
  readonly changes: readonly {
    readonly object: string;
    readonly id: string;
    readonly field: string;
    readonly from: string;
    readonly to: string;
    readonly toValue: Value;
  }[];
  readonly status: Status;
  readonly value: string | null;
}

export interface Explanation {
  readonly outcome: Outcome;
  readonly step: Step;
  /** 为什么 / 为什么不: a few plain sentences. */
  readonly summary: readonly string[];
  readonly missing: readonly MissingFact[];
  /** 差多少; null means 未能判定. */
  readonly nearest: Change | null;
}

export interface Receipt {
  readonly policy: string;
  readonly vocabulary: string;
  readonly data: string;
  readonly readings: Readonly<Record<string, number>>;
  readonly compiler: string;
}

export interface ResultSet {
  readonly policy: string;
  readonly at: Day;
  readonly trial: boolean;
  /** 尚未施行, 已于…失效 …; null where nothing needs saying. */
  readonly notice: string | null;
  readonly outcomes: readonly Outcome[];
  readonly conflicts: readonly Conflict[];
}

export type { Modality };
