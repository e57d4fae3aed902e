import type { Condition, Decision, ExceptionClause, Program } from "../../model/ir.ts";
import { partsOf } from "../../model/decision-parts.ts";
import { visitCondition, visitTerm } from "../../model/walk.ts";
import type { Owner } from "./goal.ts";

/** An owner with the conditions that are written in it. */
export interface Clauses {
  readonly owner: Owner;
  readonly conditions: readonly Condition[];
}

/** Every decision and exception of a program with its conditions, in the order of the program. */
export const clausesOf = (program: Program): readonly Clauses[] => [
  ...program.decisions.map((decision): Clauses => ({
    owner: { kind: "decision", decision },
    conditions: conditionsOf(decision),
  })),
  ...[...program.exceptions.values()].map((clause): Clauses => ({
    owner: ownerOf(clause),
    conditions: [clause.condition],
  })),
];

export const ownerOf = ({ id, name, object }: ExceptionClause): Owner => ({
  kind: "exception",
  id,
  name,
  object,
});

/** What can be true or false and is not put together of others; those inside 有…的, too. */
export const atomsIn = (condition: Condition): readonly Condition[] => {
  const found = new Set<Condition>();
  visitCondition(condition, {
    condition: (each) => {
      if (isAtom(each)) found.add(each);
    },
  });
  return [...found];
};

const isAtom = ({ kind }: Condition): boolean => {
  switch (kind) {
    case "constant":
    case "all":
    case "any":
    case "atLeast":
    case "not":
    case "reading":
      return false;
    case "holds":
    case "compare":
    case "compareOrder":
    case "oneOf":
    case "same":
    case "elapsed":
    case "exists":
    case "ranked":
    case "defined":
      return true;
  }
};

/** Its conditions; of an 指标, which has none, what it asks of the records that it counts. */
const conditionsOf = (decision: Decision): readonly Condition[] => {
  const found: Condition[] = [...partsOf(decision)];
  if (decision.kind === "indicator")
    visitTerm(decision.value, { candidates: ({ where }) => found.push(where) });
  return found;
};
