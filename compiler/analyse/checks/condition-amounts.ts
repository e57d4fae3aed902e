import type { Condition } from "../../model/ir.ts";
import { visitCondition } from "../../model/walk.ts";
import { amountsIn, comparedToZero } from "../amounts.ts";

/**
 * What is taken for granted of the amounts that some clauses read of the judged record: counts and
 * lengths are not below zero. What is true without some of them stays true with them, so that nothing is missed.
 */
export const ordinaryAmounts = (clauses: readonly Condition[]): readonly Condition[] =>
  amountsIn((visitor) => {
    for (const clause of clauses) visitCondition(clause, visitor);
  })
    .filter(({ kind }) => kind === "field")
    .map((amount) => comparedToZero(amount, ">="));
