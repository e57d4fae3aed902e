import { multiply, rational, type Rational } from "./rational.ts";

/**
 * What a unit measures. Dimensions never compare with each other; 日, 工作日, 月 and 年 are four on
 * purpose, since none is a fixed number of another. `count` units are labels: compared for equality,
 * divided away. `pure` is a number without a unit.
 */
export type Dimension =
  | "pure"
  | "money"
  | "length"
  | "area"
  | "minute"
  | "day"
  | "workingDay"
  | "month"
  | "year"
  | "score"
  | "count";

export interface Unit {
  readonly dimension: Dimension;
  /** How many base units (元, 米, 平方米, 分钟, 日, 个月, 年, 分) one of it is. */
  readonly factor: Rational;
}

const unit = (dimension: Dimension, factor: bigint | number = 1n): Unit => ({
  dimension,
  factor: rational(factor),
});

/** Every word that may stand right behind a number. */
export const UNITS = {
  元: unit("money"),
  角: { dimension: "money", factor: rational(1n, 10n) },
  万元: unit("money", 10_000n),
  亿元: unit("money", 100_000_000n),
  厘米: { dimension: "length", factor: rational(1n, 100n) },
  米: unit("length"),
  公里: unit("length", 1_000n),
  千米: unit("length", 1_000n),
  里: unit("length", 500n),
  平方米: unit("area"),
  平方公里: unit("area", 1_000_000n),
  亩: { dimension: "area", factor: rational(2_000n, 3n) },
  公顷: unit("area", 10_000n),
  分钟: unit("minute"),
  小时: unit("minute", 60n),
  日: unit("day"),
  天: unit("day"),
  周: unit("day", 7n),
  工作日: unit("workingDay"),
  个工作日: unit("workingDay"),
  月: unit("month"),
  个月: unit("month"),
  季度: unit("month", 3n),
  个季度: unit("month", 3n),
  年: unit("year"),
  周年: unit("year"),
  周岁: unit("year"),
  岁: unit("year"),
  年度: unit("year"),
  分: unit("score"),
  家: unit("count"),
  人: unit("count"),
  名: unit("count"),
  位: unit("count"),
  户: unit("count"),
  张: unit("count"),
  笔: unit("count"),
  次: unit("count"),
  人次: unit("count"),
  项: unit("count"),
  个: unit("count"),
  件: unit("count"),
  间: unit("count"),
  所: unit("count"),
  种: unit("count"),
  份: unit("count"),
  例: unit("count"),
  台: unit("count"),
  套: unit("count"),
  辆: unit("count"),
  处: unit("count"),
  批: unit("count"),
  床: unit("count"),
} as const satisfies Record<string, Unit>;

export type UnitText = keyof typeof UNITS;

/** The base unit that values of a dimension are computed in, as officials write it. */
export const BASE_UNITS = {
  pure: "",
  money: "元",
  length: "米",
  area: "平方米",
  minute: "分钟",
  day: "日",
  workingDay: "工作日",
  month: "个月",
  year: "年",
  score: "分",
  count: "",
} as const satisfies Record<Dimension, string>;

/** The unit of a word, if it is one. */
export const unitOf = (word: string): Unit | null =>
  Object.hasOwn(UNITS, word) ? UNITS[word as UnitText] : null;

/** A written amount in the base unit of its dimension. */
export const inBaseUnit = (amount: Rational, word: string | null): Rational => {
  const found = word === null ? null : unitOf(word);
  return found === null ? amount : multiply(amount, found.factor);
};
