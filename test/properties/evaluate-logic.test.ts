import * as fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { describe, expect, test } from "vitest";
import { addMonths, toCivil, toDay } from "../../compiler/evaluate/calendar.ts";
import { roundTo } from "../../compiler/evaluate/arithmetic.ts";
import { reasonSet } from "../../compiler/evaluate/reason.ts";
import { all, any, atLeast, FALSE, indeterminate, not, TRUE } from "../../compiler/evaluate/truth.ts";
import type { Reason, Truth } from "../../compiler/model/outcome.ts";
import { compare, multiply, rational, subtract } from "../../language/index.ts";

const arbitraryReason: fc.Arbitrary<Reason> = fc.oneof(
  fc.constantFrom("甲", "乙", "丙").map((name): Reason => ({ kind: "读法未定", name })),
  fc.constantFrom("甲", "乙").map((id): Reason => ({ kind: "缺少事实", name: "床位数", object: "机构", id })),
);

const arbitraryTruth: fc.Arbitrary<Truth> = fc.oneof(
  fc.constantFrom(TRUE, FALSE),
  fc.array(arbitraryReason, { minLength: 1, maxLength: 4 }).map(indeterminate),
);

const both = (...truths: Truth[]): Truth => all(truths, (truth) => truth);
const either = (...truths: Truth[]): Truth => any(truths, (truth) => truth);

describe("strong Kleene logic with sets of reasons", () => {
  test("is commutative, associative and idempotent", () => {
    fc.assert(
      fc.property(arbitraryTruth, arbitraryTruth, arbitraryTruth, (a, b, c) => {
        for (const join of [both, either]) {
          expect(join(a, b)).toEqual(join(b, a));
          expect(join(a, join(b, c))).toEqual(join(join(a, b), c));
          expect(join(a, a)).toEqual(a);
        }
      }),
    );
  });

  test("keeps De Morgan's laws and double negation", () => {
    fc.assert(
      fc.property(arbitraryTruth, arbitraryTruth, (a, b) => {
        expect(not(both(a, b))).toEqual(either(not(a), not(b)));
        expect(not(not(a))).toEqual(a);
      }),
    );
  });

  test("one 假 decides 且 and one 真 decides 或者, whatever is unknown", () => {
    fc.assert(
      fc.property(arbitraryTruth, (a) => {
        expect(both(a, FALSE)).toBe(FALSE);
        expect(either(a, TRUE)).toBe(TRUE);
        expect(both(a, TRUE)).toEqual(a);
        expect(either(a, FALSE)).toEqual(a);
      }),
    );
  });

  test("at least 1 of them is 或者, all of them is 且", () => {
    fc.assert(
      fc.property(fc.array(arbitraryTruth, { minLength: 1, maxLength: 5 }), (truths) => {
        expect(atLeast(1, truths, (truth) => truth)).toEqual(either(...truths));
        expect(atLeast(truths.length, truths, (truth) => truth).kind).toBe(both(...truths).kind);
        expect(atLeast(0, truths, (truth) => truth)).toBe(TRUE);
      }),
    );
  });

  test("reasons are sorted and come once", () => {
    fc.assert(
      fc.property(fc.array(arbitraryReason), (reasons) => {
        const set = reasonSet(reasons);
        expect(reasonSet([...reasons].reverse())).toEqual(set);
        expect(reasonSet([...set, ...reasons])).toEqual(set);
      }),
    );
  });
});

describe("the calendar", () => {
  const arbitraryDay = fc.integer({ min: -200_000, max: 200_000 });
  const plain = (day: number) => Temporal.PlainDate.from("1970-01-01").add({ days: day });

  test("agrees with Temporal on dates", () => {
    fc.assert(
      fc.property(arbitraryDay, (day) => {
        const { year, month, day: dayOfMonth } = plain(day);
        expect(toCivil(day)).toEqual({ year, month, day: dayOfMonth });
        expect(toDay({ year, month, day: dayOfMonth })).toBe(day);
      }),
    );
  });

  test("agrees with Temporal on months, clamped to the last day", () => {
    fc.assert(
      fc.property(arbitraryDay, fc.integer({ min: -500, max: 500 }), (day, months) => {
        expect(toCivil(addMonths(day, months))).toMatchObject(
          (({ year, month, day: dayOfMonth }) => ({ year, month, day: dayOfMonth }))(
            plain(day).add({ months }, { overflow: "constrain" }),
          ),
        );
      }),
    );
  });
});

describe("rounding", () => {
  const arbitraryNumber = fc
    .tuple(fc.bigInt({ min: -1_000_000n, max: 1_000_000n }), fc.bigInt({ min: 1n, max: 999n }))
    .map(([above, below]) => rational(above, below));

  test("moves by less than one unit, by at most half a unit for 四舍五入, and keeps what is round", () => {
    fc.assert(
      fc.property(arbitraryNumber, fc.integer({ min: -2, max: 4 }), (value, digits) => {
        const unit = digits >= 0 ? rational(1n, 10n ** BigInt(digits)) : rational(10n ** BigInt(-digits));
        for (const mode of ["halfUp", "down", "up"] as const) {
          const rounded = roundTo(value, digits, mode);
          const moved = subtract(rounded, value);
          const distance = moved.numerator < 0n ? multiply(moved, rational(-1n)) : moved;
          expect(compare(distance, unit)).toBeLessThan(0);
          const half = compare(multiply(distance, rational(2n)), unit) <= 0;
          expect(half || mode !== "halfUp").toBe(true);
          expect(roundTo(rounded, digits, mode)).toEqual(rounded);
        }
      }),
    );
  });

  test("rounds a half away from zero", () => {
    expect(roundTo(rational(5n, 2n), 0, "halfUp")).toEqual(rational(3n));
    expect(roundTo(rational(-5n, 2n), 0, "halfUp")).toEqual(rational(-3n));
    expect(roundTo(rational(-5n, 2n), 0, "down")).toEqual(rational(-2n));
    expect(roundTo(rational(-1n, 100n), 0, "up")).toEqual(rational(-1n));
  });
});
