import { divide, ONE, rational, unitOf, type Rational } from "../../../language/index.ts";
import type { NumberType, Type } from "../../model/type.ts";
import type { Value } from "../../model/value.ts";
import { commonUnit, unscaled } from "./exact.ts";
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

/** A column that is being made. A value of another kind than the type is `Unsupported`. */
export interface Builder {
  readonly put: (row: number, value: Value) => void;
  readonly finish: () => Column;
}

/** `missing` is the level of a value that is not put. */
export const columnBuilder = (type: Type, length: number, missing: number, coding: Coding): Builder => {
  switch (type.kind) {
    case "number":
      return numberBuilder(declaredUnit(type), length, missing);
    case "date": {
      const days = new Float64Array(length).fill(Number.NaN);
      return {
        put: (row, value) => {
          if (value.kind !== "date") throw new Unsupported();
          days[row] = value.value;
        },
        finish: () => ({ kind: "date", days, missing }),
      };
    }
    case "boolean": {
      const levels = new Uint8Array(length).fill(missing);
      return {
        put: (row, value) => {
          if (value.kind !== "boolean") throw new Unsupported();
          levels[row] = value.value ? 1 : 0;
        },
        finish: () => ({ kind: "boolean", levels, missing }),
      };
    }
    case "text":
    case "enumeration": {
      const { kind } = type;
      const codes = new Int32Array(length).fill(-missing);
      return {
        put: (row, value) => {
          if (value.kind !== kind) throw new Unsupported();
          codes[row] = coding.text(value.value);
        },
        finish: () => ({ kind: "code", space: kind, codes, missing }),
      };
    }
    case "reference": {
      const { object } = type;
      const codes = new Int32Array(length).fill(-missing);
      return {
        put: (row, value) => {
          if (value.kind !== "reference" || value.object !== object) throw new Unsupported();
          codes[row] = coding.reference(object, value.id);
        },
        finish: () => ({ kind: "code", space: referenceSpace(object), codes, missing }),
      };
    }
    case "coordinate":
      return coordinateBuilder(length, missing, coding);
  }
};

const coordinateBuilder = (length: number, missing: number, coding: Coding): Builder => {
  const longitudes = new Float64Array(length).fill(Number.NaN);
  const latitudes = new Float64Array(length).fill(Number.NaN);
  const systems = new Int32Array(length).fill(-missing);
  return {
    put: (row, value) => {
      if (value.kind !== "coordinate" || !Number.isFinite(value.longitude + value.latitude))
        throw new Unsupported();
      longitudes[row] = value.longitude;
      latitudes[row] = value.latitude;
      systems[row] = coding.system(value.system);
    },
    finish: () => ({ kind: "coordinate", longitudes, latitudes, systems, missing }),
  };
};

/** References to different objects are never the same; neither are a text and a class. */
export const referenceSpace = (object: string): string => `reference ${object}`;

const numberBuilder = (unit: Rational, length: number, missing: number): Builder => {
  const scaled = new Float64Array(length).fill(Number.NaN);
  const others = new Map<number, Rational>();
  return {
    put: (row, value) => {
      if (value.kind !== "number") throw new Unsupported();
      const found = scaledBy(value.value, unit);
      if (found === null) others.set(row, value.value);
      else scaled[row] = found;
    },
    finish: () => {
      const declared: NumberColumn = { kind: "number", unit, scaled, others, missing };
      return others.size === 0 ? declared : refined(declared);
    },
  };
};

/** Where facts are finer than declared, or stand elsewhere: in the greatest unit that suits all. */
const refined = (column: NumberColumn): NumberColumn => {
  let { unit } = column;
  for (const value of column.others.values()) {
    unit = commonUnit(unit, rational(1n, value.denominator));
    if (unit.denominator > FINEST) return column;
  }
  const times = Number(divide(column.unit, unit)!.numerator);
  const scaled = new Float64Array(column.scaled.length).fill(Number.NaN);
  const others = new Map<number, Rational>();
  for (const [row, value] of column.scaled.entries()) {
    const finer = value * times;
    if (Number.isSafeInteger(finer)) scaled[row] = finer;
    else if (value === value) others.set(row, unscaled(value, column.unit));
  }
  for (const [row, value] of column.others) {
    const found = scaledBy(value, unit);
    if (found === null) others.set(row, value);
    else scaled[row] = found;
  }
  return { ...column, unit, scaled, others };
};

const FINEST = 10n ** 12n;

const declaredUnit = (type: NumberType): Rational => {
  const { numerator, denominator } = (type.unit === null ? null : unitOf(type.unit))?.factor ?? ONE;
  return rational(numerator, denominator * 10n ** BigInt(type.scale) * (type.share ? 100n : 1n));
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
