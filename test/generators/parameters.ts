import * as fc from "fast-check";
import type { DatedValue, Parameter } from "../../compiler/model/ir.ts";
import type { Type } from "../../compiler/model/type.ts";
import { BOOLEAN, DATE, parameter } from "../support/program-builder.ts";
import { TODAY } from "./day.ts";
import { COUNT, DISTRICT, KIND, METRES, MONEY, MONTHS, PEOPLE, SHARE } from "./schema.ts";
import { arbitraryValue } from "./value.ts";

interface Declared {
  readonly name: string;
  readonly type: Type;
  readonly regional: string | null;
}

/** What programs may leave open, or fix from a day on, or by district. */
export const PARAMETERS: readonly Declared[] = [
  { name: "业务量标准", type: COUNT, regional: null },
  { name: "规模标准", type: MONEY, regional: null },
  { name: "达标比例", type: SHARE, regional: DISTRICT },
  { name: "限制距离", type: METRES, regional: null },
  { name: "是否试点", type: BOOLEAN, regional: DISTRICT },
  { name: "起算日", type: DATE, regional: null },
  { name: "适用类别", type: KIND, regional: null },
  { name: "名额", type: PEOPLE, regional: null },
  { name: "期限", type: MONTHS, regional: DISTRICT },
];

/** The declarations, with the values that the text itself gives. */
export const arbitraryParameters = (regions: readonly string[]): fc.Arbitrary<readonly Parameter[]> =>
  fc
    .tuple(
      ...PARAMETERS.map((declared) =>
        fc.oneof(
          { weight: 2, arbitrary: fc.constant([]) },
          { weight: 1, arbitrary: arbitraryDatedValues(declared, regions) },
        ),
      ),
    )
    .map((lists) =>
      PARAMETERS.map(({ name, type, regional }, index) =>
        parameter(name, { type, regional, values: newestFirst(lists[index] ?? []) }),
      ),
    );

/** Values supplied beside the policy, by name. */
export const arbitrarySupplies = (
  regions: readonly string[],
): fc.Arbitrary<ReadonlyMap<string, readonly DatedValue[]>> =>
  fc
    .tuple(
      ...PARAMETERS.map((declared) =>
        fc.oneof(
          { weight: 1, arbitrary: fc.constant([]) },
          { weight: 2, arbitrary: arbitraryDatedValues(declared, regions) },
        ),
      ),
    )
    .map(
      (lists) =>
        new Map(
          PARAMETERS.flatMap(({ name }, index) => {
            const values = lists[index] ?? [];
            return values.length === 0 ? [] : [[name, values] as const];
          }),
        ),
    );

/** No two of them begin on one day for one region: readers of data refuse these. */
const arbitraryDatedValues = (
  { type, regional }: Declared,
  regions: readonly string[],
): fc.Arbitrary<readonly DatedValue[]> =>
  fc.uniqueArray(
    fc.record({
      from: fc.constantFrom(null, null, TODAY - 100, TODAY, TODAY + 3),
      region: regional === null ? fc.constant(null) : fc.constantFrom(null, ...regions),
      value: arbitraryValue({ type }),
      source: fc.constantFrom(null, "政府公报"),
    }),
    { minLength: 1, maxLength: 3, selector: ({ from, region }) => JSON.stringify([from, region]) },
  );

const newestFirst = (values: readonly DatedValue[]): readonly DatedValue[] =>
  [...values].sort(
    (left, right) => (right.from ?? Number.NEGATIVE_INFINITY) - (left.from ?? Number.NEGATIVE_INFINITY) || 0,
  );
