import { ONE, rational, unitOf, type Rational } from "../../../language/index.ts";
import type { NumberType, Type } from "../../model/type.ts";
import type { Value } from "../../model/value.ts";
import { greatestDivisor } from "./exact.ts";
import { Unsupported } from "./unsupported.ts";

/** Values of one field, a number each; `missing` is the level of a value that is not there. */
export type Column =
  | NumberColumn
  | { readonly kind: "date"; readonly days: Float64Array; readonly missing: number }
  | { readonly kind: "boolean"; readonly levels: Uint8Array; readonly missing: number }
  | {
      /** Enumerations, texts and references; a level below zero where the value is missing. */
      readonly kind: "code";
      readonly space: string;
      readonly codes: Int32Array;
      readonly missing: number;
    }
  | {
      readonly kind: "coordinate";
      readonly longitudes: Float64Array;
      readonly latitudes: Float64Array;
      readonly systems: Int32Array;
      readonly missing: number;
    };

export interface NumberColumn {
  readonly kind: "number";
  readonly unit: Rational;
  /** Whole numbers of the unit; NaN where the value is missing or is no such number. */
  readonly scaled: Float64Array;
  /** Values that are no whole number of the unit, or too large. */
  readonly others: ReadonlyMap<number, Rational>;
  readonly missing: number;
}

/** How texts and references become codes. */
export interface Coding {
  readonly system: (system: string | null) => number;
  readonly text: (text: string) => number;
  readonly reference: (object: string, id: string) => number;
}

/** One value of each row; undefined where it is missing. */
export interface Source {
  readonly length: number;
  readonly at: (row: number) => Value | undefined;
  readonly missing: number;
}

/** A typed column, made once. */
export const columnOf = (type: Type, source: Source, coding: Coding): Column => {
  const { length, at, missing } = source;
  switch (type.kind) {
    case "number":
      return numberColumn(type, source);
    case "date": {
      const days = new Float64Array(length).fill(Number.NaN);
      fill(source, "date", (row, { value }) => (days[row] = value));
      return { kind: "date", days, missing };
    }
    case "boolean": {
      const levels = new Uint8Array(length).fill(missing);
      fill(source, "boolean", (row, { value }) => (levels[row] = value ? 1 : 0));
      return { kind: "boolean", levels, missing };
    }
    case "text":
    case "enumeration": {
      const codes = new Int32Array(length).fill(-missing);
      fill(source, type.kind, (row, { value }) => (codes[row] = coding.text(value)));
      return { kind: "code", space: type.kind, codes, missing };
    }
    case "reference": {
      const codes = new Int32Array(length).fill(-missing);
      fill(source, "reference", (row, { object, id }) => {
        if (object !== type.object) throw new Unsupported();
        codes[row] = coding.reference(object, id);
      });
      return { kind: "code", space: referenceSpace(type.object), codes, missing };
    }
    case "coordinate": {
      const longitudes = new Float64Array(length).fill(Number.NaN);
      const latitudes = new Float64Array(length).fill(Number.NaN);
      const systems = new Int32Array(length).fill(-missing);
      for (let row = 0; row < length; row += 1) {
        const value = at(row);
        if (value === undefined) continue;
        if (value.kind !== "coordinate" || !Number.isFinite(value.longitude + value.latitude))
          throw new Unsupported();
        longitudes[row] = value.longitude;
        latitudes[row] = value.latitude;
        systems[row] = coding.system(value.system);
      }
      return { kind: "coordinate", longitudes, latitudes, systems, missing };
    }
  }
};

/** References to different objects are never the same; neither are a text and a class. */
export const referenceSpace = (object: string): string => `reference ${object}`;

const fill = <Kind extends Value["kind"]>(
  { length, at }: Source,
  kind: Kind,
  put: (row: number, value: Extract<Value, { kind: Kind }>) => void,
): void => {
  for (let row = 0; row < length; row += 1) {
    const value = at(row);
    if (value === undefined) continue;
    if (!isOf(value, kind)) throw new Unsupported();
    put(row, value);
  }
};

const isOf = <Kind extends Value["kind"]>(
  value: Value,
  kind: Kind,
): value is Extract<Value, { kind: Kind }> => value.kind === kind;

/** In units of the declared scale; where facts are finer or stand elsewhere, in the greatest unit that suits all. */
const numberColumn = (type: NumberType, source: Source): NumberColumn => {
  const declared = scaledIn(declaredUnit(type), source);
  if (declared.others.size === 0) return declared;
  let denominator = 1n;
  for (let row = 0; row < source.length; row += 1) {
    const value = source.at(row);
    if (value?.kind !== "number") continue;
    const { denominator: own } = value.value;
    denominator = (denominator / greatestDivisor(denominator, own)) * own;
    if (denominator > FINEST) return declared;
  }
  const common = scaledIn(rational(1n, denominator), source);
  return common.others.size < declared.others.size ? common : declared;
};

const FINEST = 10n ** 12n;

const declaredUnit = (type: NumberType): Rational => {
  const { numerator, denominator } = (type.unit === null ? null : unitOf(type.unit))?.factor ?? ONE;
  return rational(numerator, denominator * 10n ** BigInt(type.scale) * (type.share ? 100n : 1n));
};

const scaledIn = (unit: Rational, source: Source): NumberColumn => {
  const scaled = new Float64Array(source.length).fill(Number.NaN);
  const others = new Map<number, Rational>();
  fill(source, "number", (row, { value }) => {
    const found = scaledBy(value, unit);
    if (found === null) others.set(row, value);
    else scaled[row] = found;
  });
  return { kind: "number", unit, scaled, others, missing: source.missing };
};

/** How many units a value is; null where that is no whole number, or one that a double does not hold. */
export const scaledBy = (value: Rational, unit: Rational): number | null => {
  const above = Number(value.numerator) * Number(unit.denominator);
  const below = Number(value.denominator) * Number(unit.numerator);
  if (Number.isSafeInteger(above) && Number.isSafeInteger(below)) {
    return above % below === 0 ? above / below : null;
  }
  const [dividend, divisor] = [value.numerator * unit.denominator, value.denominator * unit.numerator];
  const whole = dividend / divisor;
  return whole * divisor === dividend && Number.isSafeInteger(Number(whole)) ? Number(whole) : null;
};
