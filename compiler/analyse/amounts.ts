import { rational } from "../../language/index.ts";
import type { ComparisonOperator, Condition, Term } from "../model/ir.ts";
import { rootOf, type Visitor } from "../model/walk.ts";
import { neverNegative } from "./boundary.ts";

/** A fact of the judged record, or a standard that is the same everywhere. */
export type Amount = Extract<Term, { kind: "field" | "parameter" }>;

/** The counts and lengths that some clauses read of the judged record, and the standards, each once. */
export const amountsIn = (visit: (visitor: Visitor) => void): readonly Amount[] => {
  const found = new Map<string, Amount>();
  visit({
    term: (term) => {
      if (!neverNegative(term.type)) return;
      if (term.kind === "field" && rootOf(term.of) === 0)
        found.set(JSON.stringify(["field", term.of, term.field]), term);
      if (term.kind === "parameter" && term.region === null)
        found.set(JSON.stringify(["parameter", term.name]), term);
    },
  });
  return [...found.values()];
};

/** 大于零, or with another operator what that says. */
export const comparedToZero = (left: Term, operator: ComparisonOperator): Condition => {
  const { origin, type } = left;
  const value = { kind: "number", value: rational(0n) } as const;
  return {
    kind: "compare",
    operator,
    word: "",
    left,
    right: { kind: "literal", value, type, origin },
    origin,
  };
};
