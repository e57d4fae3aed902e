import { rational } from "../../../language/index.ts";
import type { Condition, Subject, Term } from "../../model/ir.ts";
import { rootOf, visitCondition } from "../../model/walk.ts";
import { neverNegative } from "../boundary.ts";

/**
 * What is taken for granted of the amounts that some clauses read of the judged record: counts and
 * lengths are not below zero. What is true without some of them stays true with them, so that nothing is missed.
 */
export const ordinaryAmounts = (clauses: readonly Condition[]): readonly Condition[] => {
  const found = new Map<string, Condition>();
  for (const clause of clauses)
    visitCondition(clause, {
      term: (term) => {
        if (!neverNegative(term.type)) return;
        if (term.kind === "field" && rootOf(term.of) === 0)
          found.set(JSON.stringify([pathOf(term.of), term.field]), atLeast(term));
      },
    });
  return [...found.values()];
};

const atLeast = (left: Term): Condition => ({ ...comparedToZero(left), operator: ">=" });

/** 大于零, or with another operator what that says. */
export const comparedToZero = (left: Term): Extract<Condition, { kind: "compare" }> => {
  const { origin, type } = left;
  const value = { kind: "number", value: rational(0n) } as const;
  return {
    kind: "compare",
    operator: ">",
    word: "",
    left,
    right: { kind: "literal", value, type, origin },
    origin,
  };
};

const pathOf = (subject: Subject): readonly string[] =>
  subject.kind === "variable" ? [subject.object] : [...pathOf(subject.from), subject.field];
