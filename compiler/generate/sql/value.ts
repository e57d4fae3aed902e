import type { Rational } from "../../../language/index.ts";
import type { Value } from "../../model/value.ts";
import { and, FALSE, isKnown, isNull, or, raw, TRUE, type Expr } from "./expr.ts";
import { sqlString } from "../names.ts";

/** 真, 假 or NULL for 不定; `fact` says of the undecided ones that a 未知 reason is among the reasons. */
export interface Truth {
  readonly truth: Expr;
  readonly fact: Expr;
}

/** A whole number and the greatest magnitude that it can have; beyond BIGINT it is wide. */
export interface Whole {
  readonly expr: Expr;
  readonly most: bigint;
}

/** The value of a term; NULL where it is open, and then `fact` tells 未知 from 需裁量. */
export type Val = { readonly fact: Expr } & (
  | { readonly kind: "boolean"; readonly value: Expr }
  /** Text, enumerations and references, which are never equal to one another; `type` tells them apart. */
  | { readonly kind: "text"; readonly type: string; readonly value: Expr }
  /** Days since 1970-01-01; `date` is the same as DATE where it is one. */
  | { readonly kind: "date"; readonly value: Expr; readonly date: Expr | null }
  | NumberVal
  | {
      readonly kind: "coordinate";
      readonly longitude: Expr;
      readonly latitude: Expr;
      readonly system: string | null;
    }
);

/** The value of a term that the checker found to be a number. */
export const numberVal = (value: Val): NumberVal => {
  if (value.kind !== "number") throw new TypeError(`a number was expected, not ${value.kind}`);
  return value;
};

/** `whole` × `factor` ÷ `below`. */
export interface NumberVal {
  readonly kind: "number";
  readonly fact: Expr;
  readonly whole: Whole;
  readonly factor: Rational;
  /** Always positive where it is known. */
  readonly below: Whole | null;
  /** Bounds of a count that is not settled; equal where it is. */
  readonly range: { readonly low: Expr; readonly high: Expr } | null;
}

export const openOf = (value: Val): Expr => {
  switch (value.kind) {
    case "boolean":
    case "text":
    case "date":
      return isNull(value.value);
    case "number":
      return value.below === null
        ? isNull(value.whole.expr)
        : or(isNull(value.whole.expr), isNull(value.below.expr));
    case "coordinate":
      return or(isNull(value.longitude), isNull(value.latitude));
  }
};

export const settledOf = (value: Val): Expr => {
  switch (value.kind) {
    case "boolean":
    case "text":
    case "date":
      return isKnown(value.value);
    case "number":
      return value.below === null
        ? isKnown(value.whole.expr)
        : and(isKnown(value.whole.expr), isKnown(value.below.expr));
    case "coordinate":
      return and(isKnown(value.longitude), isKnown(value.latitude));
  }
};

/** Whether an undecided one of these rests on a missing fact. */
export const factOf = (...values: readonly Val[]): Expr => {
  const open = values.filter((value) => openOf(value).sql !== "FALSE");
  if (open.length === 0) return FALSE;
  if (open.every((value) => value.fact.sql === "TRUE")) return TRUE;
  return open.length === 1 ? open[0]!.fact : or(...open.map((value) => and(openOf(value), value.fact)));
};

/** A known value as SQL. */
export const constant = (value: Value): Val => {
  switch (value.kind) {
    case "boolean":
      return { kind: "boolean", value: value.value ? TRUE : FALSE, fact: FALSE };
    case "text":
    case "enumeration":
      return { kind: "text", type: value.kind, value: text(value.value), fact: FALSE };
    case "reference":
      return { kind: "text", type: `reference:${value.object}`, value: text(value.id), fact: FALSE };
    case "date":
      return { kind: "date", value: wholeLiteral(BigInt(value.value)).expr, date: null, fact: FALSE };
    case "number":
      return {
        kind: "number",
        whole: wholeLiteral(value.value.numerator),
        factor: { numerator: 1n, denominator: value.value.denominator },
        below: null,
        range: null,
        fact: FALSE,
      };
    case "coordinate":
      return {
        kind: "coordinate",
        longitude: raw(doubleLiteral(value.longitude), 0, true),
        latitude: raw(doubleLiteral(value.latitude), 0, true),
        system: value.system,
        fact: FALSE,
      };
  }
};

export const text = (value: string): Expr => raw(sqlString(value), 0, true);

export const doubleLiteral = (value: number): string => `CAST('${value}' AS DOUBLE PRECISION)`;

export const wholeLiteral = (value: bigint): Whole => ({
  expr: raw(value < 0n ? `(${value})` : `${value}`, 0, true),
  most: value < 0n ? -value : value,
});

/** The number of a literal. */
export const literalOf = ({ expr }: Whole): bigint | null => {
  const match = /^\(?(-?\d+)\)?$/.exec(expr.sql);
  return match === null ? null : BigInt(match[1]!);
};

/** Applies a change to every column of a value. */
export const mapColumns = (value: Val, change: (expr: Expr) => Expr): Val => {
  const fact = change(value.fact);
  switch (value.kind) {
    case "boolean":
    case "text":
      return { ...value, fact, value: change(value.value) };
    case "date":
      return { ...value, fact, value: change(value.value), date: null };
    case "number":
      return {
        ...value,
        fact,
        whole: { ...value.whole, expr: change(value.whole.expr) },
        below: value.below === null ? null : { ...value.below, expr: change(value.below.expr) },
        range: value.range === null ? null : { low: change(value.range.low), high: change(value.range.high) },
      };
    case "coordinate":
      return { ...value, fact, longitude: change(value.longitude), latitude: change(value.latitude) };
  }
};
