import { unitOf, type Rational } from "../../language/index.ts";
import type { NumberType, Type } from "../model/type.ts";

/** A type as an official would say it: 数值（公里）, 取值之一（公立、民营）. */
export const describeType = (type: Type): string => {
  switch (type.kind) {
    case "boolean":
      return "“是否”";
    case "text":
      return "文本";
    case "date":
      return "日期";
    case "coordinate":
      return "坐标";
    case "reference":
      return `“${type.object}”的记录`;
    case "enumeration":
      return `取值（${shorten(type.values)}）`;
    case "number":
      return describeNumber(type);
  }
};

/** 的单位是平方米（面积）, 是百分比, 没有单位. */
export const describeUnit = (type: NumberType): string => {
  if (type.share) return "是百分比";
  if (type.unit === null) return type.dimension === "pure" ? "没有单位" : `是${measuredBy(type)}`;
  const measured = type.dimension === "count" ? "" : `（${measuredBy(type)}）`;
  return `的单位是${type.unit}${measured}`;
};

/** What a number measures, in one word. */
export const measuredBy = (type: NumberType): string => (type.share ? "百分比" : MEASURED[type.dimension]);

const MEASURED = {
  pure: "没有单位的数",
  money: "金额",
  length: "长度",
  area: "面积",
  minute: "时长",
  day: "日数",
  workingDay: "工作日数",
  month: "月数",
  year: "年数",
  score: "分值",
  count: "计数",
} as const satisfies Record<NumberType["dimension"], string>;

/** Whether two numbers may be compared or added: one dimension, and for labels (家、笔) one label. */
export const areCommensurable = (left: NumberType, right: NumberType): boolean => {
  if (left.dimension !== right.dimension) return false;
  if (left.dimension !== "count") return true;
  return left.unit === null || right.unit === null || labelOf(left.unit) === labelOf(right.unit);
};

/** What a product of two numbers measures; null where no unit for it exists. */
export const productType = (left: NumberType, right: NumberType): NumberType | null => {
  const integer = left.integer && right.integer;
  if (isPlain(left)) return { ...right, integer, share: left.share && right.share };
  if (isPlain(right)) return { ...left, integer, share: false };
  if (left.dimension === "count") return { ...right, integer };
  if (right.dimension === "count") return { ...left, integer };
  if (left.dimension === "length" && right.dimension === "length") {
    return { ...left, dimension: "area", unit: "平方米", integer: false };
  }
  return null;
};

/** What a quotient measures: equal units cancel, and a label below divides away (万人÷家 stays 人). */
export const quotientType = (left: NumberType, right: NumberType): NumberType | null => {
  const cancels =
    left.dimension === "count"
      ? left.unit !== null && left.unit === right.unit
      : areCommensurable(left, right);
  if (cancels) {
    return { kind: "number", dimension: "pure", unit: null, integer: false, share: false, scale: left.scale };
  }
  if (isPlain(right) || right.dimension === "count") return { ...left, integer: false, share: false };
  if (isPlain(left)) return null;
  if (left.dimension === "area" && right.dimension === "length") {
    return { ...left, dimension: "length", unit: "米", integer: false };
  }
  return null;
};

/** Decimal places of the unit's factor where it is a power of ten: 万元 4, 公里 3, 元 0; else null. */
export const decimalShift = (unit: string | null): number | null => {
  const factor = unit === null ? null : (unitOf(unit)?.factor ?? null);
  if (factor === null) return 0;
  return powerOfTen(factor);
};

const isPlain = (type: NumberType): boolean => type.dimension === "pure";

/** 名、位 count people like 人 does. */
const labelOf = (unit: string): string => (unit === "名" || unit === "位" ? "人" : unit);

const powerOfTen = (value: Rational): number | null => {
  let shift = 0;
  let { numerator, denominator } = value;
  while (numerator % 10n === 0n && numerator !== 0n) [numerator, shift] = [numerator / 10n, shift + 1];
  while (denominator % 10n === 0n) [denominator, shift] = [denominator / 10n, shift - 1];
  return numerator === 1n && denominator === 1n ? shift : null;
};

const describeNumber = (type: NumberType): string => {
  if (type.share) return "百分比";
  const base = type.dimension === "money" ? "金额" : type.integer ? "整数" : "数值";
  return type.unit === null ? base : `${base}（${type.unit}）`;
};

const shorten = (values: readonly string[]): string =>
  values.length <= 4 ? values.join("、") : `${values.slice(0, 4).join("、")}等`;
