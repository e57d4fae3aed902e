import {
  BASE_UNITS,
  divide,
  multiply,
  printRational,
  rational,
  STATED,
  unitOf,
  type Rational,
} from "../../language/index.ts";
import type { Decision, Modality } from "../model/ir.ts";
import type { NumberType, Type } from "../model/type.ts";
import type { Day, Value } from "../model/value.ts";
import { roundTo } from "./arithmetic.ts";
import { toCivil } from "./calendar.ts";

/** A value as officials write it: in the declared unit, 2025年1月24日, 80%. */
export const printValue = (value: Value, type: Type | null): string => {
  switch (value.kind) {
    case "boolean":
      return value.value ? "是" : "否";
    case "text":
    case "enumeration":
      return value.value;
    case "number":
      return printNumber(value.value, type?.kind === "number" ? type : null);
    case "date":
      return printDate(value.value);
    case "coordinate":
      return `经度${value.longitude}，纬度${value.latitude}`;
    case "reference":
      return value.id;
  }
};

export const printDate = (day: Day): string => {
  const { year, month, day: dayOfMonth } = toCivil(day);
  return `${year}年${month}月${dayOfMonth}日`;
};

/** Whole millimetres, in 米, in 公里 from one kilometre on. */
export const printDistance = (millimetres: number): string =>
  millimetres >= 1_000_000
    ? `${decimal(rational(millimetres, 1_000_000))}公里`
    : `${decimal(rational(millimetres, 1000))}米`;

/** Value of a decision in print: a class, a number with its unit, a position. */
export const printDecided = (value: Value, decision: Decision): string => {
  switch (decision.kind) {
    case "classification":
      return printValue(value, decision.type);
    case "indicator":
      return printValue(value, decision.value.type);
    case "ranking":
      return `第${printValue(value, null)}名`;
    case "measure":
    case "requirement":
    case "definition":
      return printValue(value, null);
  }
};

/** 情态词 as written; a sentence without one only states. */
export const printModality = (modality: Modality): string => modality.word || STATED;

const printNumber = (value: Rational, type: NumberType | null): string => {
  if (type === null) return decimal(value);
  if (type.share) return `${decimal(multiply(value, rational(100n)))}%`;
  const unit = type.unit === null ? null : unitOf(type.unit);
  if (unit === null) return `${decimal(value)}${type.unit ?? BASE_UNITS[type.dimension]}`;
  return `${decimal(divide(value, unit.factor)!)}${type.unit}`;
};

/** Exact where a decimal is; else rounded to six places and marked 约. */
const decimal = (value: Rational): string => {
  const exact = printRational(value);
  return exact.includes("/") ? `约${printRational(roundTo(value, 6, "halfUp"))}` : exact;
};
