import type { Program } from "../../model/ir.ts";
import { atomsIn, clausesOf } from "./atoms.ts";
import { ever, never } from "./constants.ts";
import { clauseInWords, type Goal } from "./goal.ts";

/**
 * For each part of a condition two worlds: one in which the result would be another if the part were not true, and one in
 * which it would be another if it were; what else the condition asks stands so that it does not hide the part.
 */
export const decisiveGoals = (program: Program): readonly Goal[] =>
  clausesOf(program).flatMap(({ owner, conditions }) =>
    conditions.flatMap(atomsIn).flatMap((atom): readonly Goal[] =>
      [true, false].map((value): Goal => {
        const by = value ? never(atom) : ever(atom);
        return {
          kind: "mcdc",
          owner,
          origin: atom.origin,
          title: `${value ? "只因" : "只差"}${clauseInWords(atom)}`,
          asks: { kind: "replaced", clause: atom, by, loosely: by },
          reached: null,
        };
      }),
    ),
  );
