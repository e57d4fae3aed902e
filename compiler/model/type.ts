import type { Dimension } from "../../language/index.ts";

/** The type of a fact, parameter or computed value. */
export type Type =
  | BooleanType
  | TextType
  | NumberType
  | EnumerationType
  | DateType
  | CoordinateType
  | ReferenceType;

export interface BooleanType {
  readonly kind: "boolean";
}

export interface TextType {
  readonly kind: "text";
}

export interface DateType {
  readonly kind: "date";
}

/** A number in the base unit of its dimension, exact. */
export interface NumberType {
  readonly kind: "number";
  readonly dimension: Dimension;
  /** Unit as declared, for messages and for cells without a unit; null for a pure number or share. */
  readonly unit: string | null;
  readonly integer: boolean;
  /** Written and shown as a percentage. */
  readonly share: boolean;
  /** Decimal places that a fact may carry (default 6), in the declared unit. */
  readonly scale: number;
}

export interface EnumerationType {
  readonly kind: "enumeration";
  /** The declaring field as 对象.字段, or the classification's name. */
  readonly name: string;
  /** All values in declaration order, ordered ones first. */
  readonly values: readonly string[];
  /** Values from low to high; null where the enumeration has no order. */
  readonly ascending: readonly string[] | null;
}

export interface CoordinateType {
  readonly kind: "coordinate";
  readonly system: string | null;
}

export interface ReferenceType {
  readonly kind: "reference";
  readonly object: string;
}

/** A field of a declared object. */
export interface Field {
  readonly name: string;
  readonly type: Type;
  /** A judgement: without a value the result is 需裁量 by this authority, not 未知. */
  readonly judgedBy: Authority | null;
  /** Name of the negative of a 是否 field, if declared. */
  readonly negativeName: string | null;
  readonly description: string | null;
}

export interface ObjectType {
  readonly name: string;
  readonly fields: ReadonlyMap<string, Field>;
}

/** Who decides, and where that is written. */
export interface Authority {
  /** 未明确 where the text names nobody. */
  readonly name: string;
  readonly source: string | null;
}
