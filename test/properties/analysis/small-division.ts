import * as fc from "fast-check";
import type { Condition, MeasureRule } from "../../../compiler/model/ir.ts";
import { SHOP } from "../../generators/schema.ts";
import { every, measure, modality, negated, origin } from "../../support/program-builder.ts";

/** Rules that divide two things among them; some of the four cases have no rule. */
export interface Division {
  readonly columns: readonly [Condition, Condition];
  readonly rules: readonly MeasureRule[];
}

/** Conditions on two things, each beside its denial: the four cases there are. */
export const casesOf = ([first, second]: Division["columns"]): readonly (readonly Condition[])[] =>
  [first, negated(first)].flatMap((one) => [second, negated(second)].map((other) => [one, other]));

const FORCES = [
  ["must", "应当"],
  ["may", "可以"],
  ["mustNot", "不得"],
] as const;

export const arbitraryDivision = (
  first: fc.Arbitrary<Condition>,
  second: fc.Arbitrary<Condition>,
): fc.Arbitrary<Division> =>
  fc
    .record({
      columns: fc.tuple(first, second),
      taken: fc.subarray([0, 1, 2, 3], { minLength: 2, maxLength: 4 }),
      forces: fc.array(fc.constantFrom(...FORCES), { minLength: 4, maxLength: 4 }),
    })
    .map(({ columns, taken, forces }) => ({
      columns,
      rules: taken.map((index) => {
        const [force, word] = forces[index]!;
        return measure(`分档${"甲乙丙丁"[index]!}`, SHOP, every(...casesOf(columns)[index]!), {
          orders: [
            { modality: modality(force, false, word), measure: "现场核查", origin: origin("现场核查") },
          ],
        });
      }),
    }));
