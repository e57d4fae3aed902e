import * as fc from "fast-check";

/** Day around which the dates of random worlds lie: 2025-01-12. */
export const TODAY = 20_100;

/** Days on which something is judged where a month has no 29th, 30th or 31st day. */
const ENDS = [
  19_782, // 2024-02-29
  20_147, // 2025-02-28
] as const;

/** One, three, six or twelve months before them, at the end of a longer month, and days beside. */
const BEFORE_ENDS = [
  19_753, // 2024-01-31
  20_119, // 2025-01-31
  19_600, // 2023-08-31
  19_691, // 2023-11-30
  20_057, // 2024-11-30
  19_966, // 2024-08-31
  19_782, // 2024-02-29
  19_783, // 2024-03-01
  20_088, // 2024-12-31
] as const;

/** Days on which calendars go wrong: a century without a leap day, the first and the last day of all. */
const FAR = [
  19_416, // 2023-02-28
  18_321, // 2020-02-29
  11_016, // 2000-02-29
  -25_509, // 1900-02-28
  -25_508, // 1900-03-01
  47_541, // 2100-02-28
  -719_162, // 0001-01-01
  2_932_896, // 9999-12-31
] as const;

/** Facts and days of texts: few, so that they meet. */
export const arbitraryDay: fc.Arbitrary<number> = fc.oneof(
  { weight: 2, arbitrary: fc.integer({ min: TODAY - 800, max: TODAY + 40 }) },
  {
    weight: 4,
    arbitrary: fc.constantFrom(TODAY - 730, TODAY - 366, TODAY - 365, TODAY - 31, TODAY - 1, TODAY),
  },
  { weight: 4, arbitrary: fc.constantFrom(...BEFORE_ENDS) },
  { weight: 1, arbitrary: fc.constantFrom(...FAR) },
);

/** The day that a scenario is judged on. */
export const arbitraryReferenceDay: fc.Arbitrary<number> = fc.oneof(
  { weight: 2, arbitrary: fc.integer({ min: TODAY - 1, max: TODAY + 1 }) },
  { weight: 1, arbitrary: fc.constant(TODAY) },
  { weight: 3, arbitrary: fc.constantFrom(...ENDS) },
);
