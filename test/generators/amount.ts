import * as fc from "fast-check";
import { inBaseUnit, multiply, rational, UNITS, type Rational } from "../../language/index.ts";
import type { NumberType } from "../../compiler/model/type.ts";

/**
 * A fact of a number type as the loader reads it: in the declared unit, with at most the declared places, smaller than
 * 10^15 when scaled. Few small values, so that ties and limits are met often; seldom the greatest and the smallest.
 */
export const canonicalAmount = (type: NumberType): fc.Arbitrary<Rational> => {
  const scale = type.integer ? 0 : type.scale;
  const one = 10 ** scale;
  const scaled = fc.oneof(
    {
      weight: 60,
      arbitrary: fc.constantFrom(...(type.share ? SHARES : WHOLES)).map((whole) => whole * one),
    },
    {
      weight: scale === 0 ? 0 : 20,
      arbitrary: fc.constantFrom(1, 2, 3, 5, 12, 15).map((tenths) => (tenths * one) / 10),
    },
    { weight: 3, arbitrary: fc.constantFrom(-one, -3 * one, -Math.max(1, one / 10)) },
    { weight: 2, arbitrary: fc.constantFrom(1, -1) },
    { weight: 4, arbitrary: fc.integer({ min: 0, max: 100 * one }) },
    { weight: 1, arbitrary: fc.constantFrom(...HUGE) },
  );
  return scaled.map((amount) => inType(rational(BigInt(amount), BigInt(one)), type));
};

/** What a text may write as an amount of a type: other units and thirds, too. */
export const writtenAmount = (type: NumberType): fc.Arbitrary<Rational> =>
  fc.oneof(
    { weight: 8, arbitrary: canonicalAmount(type) },
    {
      weight: 2,
      arbitrary: fc
        .tuple(fc.constantFrom(...AMOUNTS), fc.constantFrom(...unitsLike(type)))
        .map(([amount, unit]) => (type.share ? multiply(amount, rational(1, 10)) : inBaseUnit(amount, unit))),
    },
  );

/** 业务量 and 员工数 are both counts, and cannot be compared. */
const unitsLike = (type: NumberType): readonly (string | null)[] =>
  type.dimension === "count" || type.dimension === "pure"
    ? [type.unit]
    : Object.entries(UNITS).flatMap(([word, { dimension }]) => (dimension === type.dimension ? [word] : []));

const inType = (declared: Rational, type: NumberType): Rational =>
  type.share ? multiply(declared, rational(1, 100)) : inBaseUnit(declared, type.unit);

const WHOLES = [0, 1, 1, 2, 2, 3, 3, 5, 10];
const SHARES = [0, 5, 10, 50, 80, 80, 100];
const HUGE = [10 ** 15 - 1, 1 - 10 ** 15, 3 * 10 ** 14];

const AMOUNTS = [
  rational(0),
  rational(1),
  rational(2),
  rational(1, 10),
  rational(2, 10),
  rational(3, 10),
  rational(1, 3),
  rational(2, 3),
  rational(3, 2),
];
