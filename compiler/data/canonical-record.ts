import { divide, multiply, printRational, rational, unitOf, type Rational } from "../../language/index.ts";
import type { FactRecord, Facts } from "../model/facts.ts";
import type { Program } from "../model/ir.ts";
import type { NumberType, ObjectType, Type } from "../model/type.ts";
import type { Day, Value } from "../model/value.ts";

/** What a field holds in a canonical record. */
export type CanonicalValue = string | number | boolean;

/** A plain object with 编号 and a value for each known field; what is unknown is absent. */
export type CanonicalRecord = Readonly<Record<string, CanonicalValue>>;

/**
 * How numbers with decimal places and shares are written: as decimal text, which is exact everywhere (`"12.5"`,
 * `"85.25%"`), or as numbers in the declared unit (`12.5`, `85.25`), which generated JavaScript also takes.
 */
export type Decimals = "text" | "number";

/** One spelling for one record: what the schemas describe, and what a data file may hold to say the same. */
export const canonicalRecord = (
  record: FactRecord,
  object: ObjectType,
  decimals: Decimals,
): Record<string, CanonicalValue> => {
  const entries: [string, CanonicalValue][] = [[ID, record.id]];
  for (const { name, type } of object.fields.values()) {
    const value = record.facts.get(name);
    if (value !== undefined && name !== ID) entries.push([name, canonicalCell(value, type, decimals)]);
  }
  // Defines the keys instead of setting them, so that a field may be called __proto__.
  return Object.fromEntries(entries);
};

/** All records of the program's objects, by object. */
export const canonicalRegister = (
  facts: Facts,
  program: Pick<Program, "objects">,
  decimals: Decimals,
): Record<string, CanonicalRecord[]> =>
  Object.fromEntries(
    Array.from(program.objects.values(), (object) => [
      object.name,
      facts.records(object.name).map((record) => canonicalRecord(record, object, decimals)),
    ]),
  );

/** A value supplied for a parameter beside the policy. */
export interface CanonicalParameter {
  readonly name: string;
  /** First day, as 2025-01-24; null is from the beginning. */
  readonly from: string | null;
  readonly region: string | null;
  readonly value: CanonicalValue;
  readonly source: string | null;
}

/** The values that were supplied for the program's parameters. */
export const canonicalParameters = (
  facts: Facts,
  program: Pick<Program, "parameters">,
  decimals: Decimals,
): CanonicalParameter[] =>
  [...program.parameters.values()].flatMap(({ name, type }) =>
    facts.parameterValues(name).map(({ from, region, value, source }) => ({
      name,
      from: from === null ? null : printDay(from),
      region,
      value: canonicalCell(value, type, decimals),
      source,
    })),
  );

/** One value of a field or of a parameter. */
export const canonicalCell = (value: Value, type: Type, decimals: Decimals): CanonicalValue => {
  switch (value.kind) {
    case "boolean":
    case "text":
    case "enumeration":
      return value.value;
    case "number":
      return type.kind === "number"
        ? canonicalNumber(value.value, type, decimals)
        : printRational(value.value);
    case "date":
      return printDay(value.value);
    case "coordinate":
      return `${value.longitude},${value.latitude}`;
    case "reference":
      return value.id;
  }
};

const ID = "编号";

const canonicalNumber = (base: Rational, type: NumberType, decimals: Decimals): string | number => {
  const written = inDeclaredUnit(base, type);
  if (type.integer || decimals === "number") return nearestNumber(written);
  return `${printRational(written)}${type.share ? "%" : ""}`;
};

const inDeclaredUnit = (base: Rational, type: NumberType): Rational => {
  if (type.share) return multiply(base, HUNDRED);
  const factor = type.unit === null ? undefined : unitOf(type.unit)?.factor;
  return factor === undefined ? base : divide(base, factor)!;
};

/** The number next to it; for a fact, which has at most fifteen digits, exactly the one that is written. */
const nearestNumber = (value: Rational): number => {
  const printed = printRational(value);
  return printed.includes("/") ? Number(value.numerator) / Number(value.denominator) : Number(printed);
};

const HUNDRED = rational(100n);

/** 2025-01-24. Facts lie between the years 1 and 9999. */
const printDay = (day: Day): string => {
  const date = new Date(0);
  date.setUTCDate(day + 1);
  return `${String(date.getUTCFullYear()).padStart(4, "0")}-${two(date.getUTCMonth() + 1)}-${two(date.getUTCDate())}`;
};

const two = (number: number): string => String(number).padStart(2, "0");
