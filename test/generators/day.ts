import * as fc from "fast-check";

/** Day around which the dates of random worlds lie: 2025-01-12. */
export const TODAY = 20_100;

/** Days on which calendars go wrong: leap days, ends of months, a century without a leap day. */
export const EDGES = [
  19_782, // 2024-02-29
  19_783, // 2024-03-01
  19_416, // 2023-02-28
  20_147, // 2025-02-28
  20_119, // 2025-01-31
  19_753, // 2024-01-31
  20_088, // 2024-12-31
  18_321, // 2020-02-29
  11_016, // 2000-02-29
  -25_509, // 1900-02-28
  -25_508, // 1900-03-01
  47_541, // 2100-02-28
  -719_162, // 0001-01-01
  2_932_896, // 9999-12-31
] as const;

/** Facts and days of texts. */
export const arbitraryDay: fc.Arbitrary<number> = fc.oneof(
  { weight: 5, arbitrary: fc.integer({ min: TODAY - 800, max: TODAY + 40 }) },
  { weight: 3, arbitrary: fc.constantFrom(TODAY - 730, TODAY - 365, TODAY - 31, TODAY - 1, TODAY) },
  { weight: 3, arbitrary: fc.constantFrom(...EDGES) },
);

/** The day that a scenario is judged on. */
export const arbitraryReferenceDay: fc.Arbitrary<number> = fc.oneof(
  { weight: 3, arbitrary: fc.integer({ min: TODAY - 5, max: TODAY + 5 }) },
  { weight: 1, arbitrary: fc.constantFrom(...EDGES.slice(0, 7)) },
);
