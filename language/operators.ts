import type { BoundOperator } from "./ast.ts";

export interface BoundWord {
  readonly operator: BoundOperator;
  /** Where the word stands: 低于10 (before the number) or 10以下 (behind it); 满 may stand on both sides. */
  readonly position: "before" | "after" | "either";
  /** Whether （含本数） and （不含本数） may override what it means. */
  readonly overridable: boolean;
}

const before = (operator: BoundOperator, overridable = false): BoundWord => ({
  operator,
  position: "before",
  overridable,
});
const after = (operator: BoundOperator): BoundWord => ({ operator, position: "after", overridable: true });

/**
 * Words of limits with their legal meaning (民法典 第一千二百五十九条: 以上、以下、以内、届满 include the number,
 * 不满、超过、以外 do not). The word itself stays in the tree; this is only what it means.
 */
export const BOUND_WORDS = {
  以上: after("atLeast"),
  及以上: after("atLeast"),
  以下: after("atMost"),
  及以下: after("atMost"),
  以内: after("atMost"),
  及以内: after("atMost"),
  以外: after("greaterThan"),
  届满: { operator: "atLeast", position: "either", overridable: true },
  已满: { operator: "atLeast", position: "either", overridable: true },
  满: { operator: "atLeast", position: "either", overridable: true },
  年满: before("atLeast", true),
  不满: before("lessThan", true),
  未满: before("lessThan", true),
  超过: before("greaterThan", true),
  超出: before("greaterThan", true),
  不低于: before("atLeast"),
  不少于: before("atLeast"),
  不小于: before("atLeast"),
  不早于: before("atLeast"),
  达到: before("atLeast"),
  至少: before("atLeast"),
  最少: before("atLeast"),
  不高于: before("atMost"),
  不超过: before("atMost"),
  不大于: before("atMost"),
  不多于: before("atMost"),
  不晚于: before("atMost"),
  至多: before("atMost"),
  最多: before("atMost"),
  低于: before("lessThan"),
  少于: before("lessThan"),
  小于: before("lessThan"),
  不足: before("lessThan"),
  早于: before("lessThan"),
  未达到: before("lessThan"),
  达不到: before("lessThan"),
  高于: before("greaterThan"),
  大于: before("greaterThan"),
  多于: before("greaterThan"),
  晚于: before("greaterThan"),
  等于: before("equal"),
  不等于: before("notEqual"),
  约等于: before("approximately"),
  "≥": before("atLeast"),
  "≤": before("atMost"),
  "<": before("lessThan"),
  ">": before("greaterThan"),
  "=": before("equal"),
  "≠": before("notEqual"),
  "≈": before("approximately"),
} as const satisfies Record<string, BoundWord>;

export type BoundText = keyof typeof BOUND_WORDS;

/** The operator after （含本数） or （不含本数）; an operator without a border stays as it is. */
export const withInclusion = (operator: BoundOperator, inclusive: boolean): BoundOperator => {
  switch (operator) {
    case "atLeast":
    case "greaterThan":
      return inclusive ? "atLeast" : "greaterThan";
    case "atMost":
    case "lessThan":
      return inclusive ? "atMost" : "lessThan";
    case "equal":
    case "notEqual":
    case "approximately":
      return operator;
  }
};

/** Force of a sentence: 应当 must · 不得 mustNot · 可以 may · 鼓励 encourage. */
export type Force = "must" | "mustNot" | "may" | "encourage";

/** 情态词. A sentence without one only states (陈述式). */
export const MODAL_WORDS = {
  必须: "must",
  应当: "must",
  应该: "must",
  应: "must",
  要: "must",
  须: "must",
  严禁: "mustNot",
  不得: "mustNot",
  不再: "mustNot",
  不应: "mustNot",
  不应当: "mustNot",
  禁止: "mustNot",
  可以: "may",
  可: "may",
  鼓励: "encourage",
  支持: "encourage",
  鼓励支持: "encourage",
} as const satisfies Record<string, Force>;

export type ModalText = keyof typeof MODAL_WORDS;

/** What the modality of a sentence without a modal word is called. */
export const STATED = "陈述式";

/** Words of arithmetic, in words and in signs. */
export const ARITHMETIC_WORDS = {
  加: "add",
  "+": "add",
  减: "subtract",
  "-": "subtract",
  乘以: "multiply",
  "×": "multiply",
  "*": "multiply",
  除以: "divide",
  "÷": "divide",
  "/": "divide",
} as const satisfies Record<string, "add" | "subtract" | "multiply" | "divide">;

export type ArithmeticText = keyof typeof ARITHMETIC_WORDS;

/** Function words; they count only before （. */
export const FUNCTION_WORDS = {
  数量: "count",
  合计: "sum",
  平均: "mean",
  最大: "maximum",
  最小: "minimum",
} as const satisfies Record<string, "count" | "sum" | "mean" | "maximum" | "minimum">;

export type FunctionText = keyof typeof FUNCTION_WORDS;

/** Results as a person writes them in 用例 and 性质. */
export const RESULT_WORDS = [
  "成立",
  "不成立",
  "未知",
  "需裁量",
  "不适用",
  "符合",
  "不符合",
  "冲突",
  "未认定",
] as const;

export type ResultText = (typeof RESULT_WORDS)[number];
