import { rational, type Rational } from "../../../language/index.ts";
import type { Candidates, ComparisonOperator, Condition, Term } from "../../model/ir.ts";
import { judged } from "./cases.ts";
import { constantly, related, type Expression } from "./expression.ts";
import { and, atLeast, not, or, TRUE } from "./logic.ts";
import { candidacies, type Candidacy } from "./candidates.ts";
import type { Places, View } from "./stage.ts";
import { fixedValue } from "./parameter.ts";
import { casesOf } from "./term.ts";
import { openAt, type Truth } from "./truth.ts";
import { WHY } from "./why.ts";
import type { Formula } from "../formula.ts";

/** A number of candidates against a number. */
export interface CountQuestion {
  readonly candidates: Candidates;
  readonly operator: ComparisonOperator;
  readonly limit: Term;
}

/** Null where the condition counts nothing, or compares two counts. */
export const counted = (
  condition: Extract<Condition, { kind: "exists" | "compare" }>,
): CountQuestion | null => {
  if (condition.kind === "exists") {
    const { candidates, quantifier, count } = condition;
    return isCount(count) ? null : { candidates, operator: QUANTIFIERS[quantifier], limit: count };
  }
  const { left, right, operator } = condition;
  if (isCount(left) && !isCount(right)) return { candidates: left.candidates, operator, limit: right };
  if (isCount(right) && !isCount(left))
    return { candidates: right.candidates, operator: TURNED[operator], limit: left };
  return null;
};

export const isCount = (term: Term): term is Extract<Term, { kind: "aggregate" }> =>
  term.kind === "aggregate" && term.of === null;

const QUANTIFIERS = { atLeast: ">=", atMost: "<=", exactly: "=" } as const;

const TURNED = { "<": ">", "<=": ">=", ">": "<", ">=": "<=", "=": "=", "!=": "!=" } as const satisfies Record<
  ComparisonOperator,
  ComparisonOperator
>;

/** The number itself, or that of a parameter that the policy fixes; null where the world decides. */
const settledLimit = (view: View, term: Term): Rational | null => {
  const value =
    term.kind === "parameter" ? fixedValue(view, term) : term.kind === "literal" ? term.value : null;
  return value?.kind === "number" ? value.value : null;
};

/** So many records are enough to show every answer that more of them can give; null: no number is. */
export const recordsFor = (view: View, { operator, limit }: CountQuestion): number | null => {
  const settled = settledLimit(view, limit);
  if (settled === null) return null;
  const enough = operator === ">=" || operator === "<" ? ceiling(settled) : floor(settled) + 1;
  return Math.max(1, enough);
};

/**
 * Between the certain ones and those that may be candidates, too: true or false where every number agrees. Null where
 * that is not taken apart: against a number that the world decides, no number of records shows every answer.
 */
export const countIn = (
  view: View,
  { candidates, operator, limit }: CountQuestion,
  places: Places,
): Truth | null => {
  const { stage } = view;
  const limits = casesOf(view, limit, places);
  if (limits === null) return null;
  if (settledLimit(view, limit) === null && limits.some(({ outcome }) => outcome.kind === "number")) {
    if (!stage.tries) return null;
    stage.unbounded.add(WHY.count);
  }
  const all = candidacies(view, candidates, places);
  return judged(limits, (outcome) => {
    if (outcome.kind === "number") return compareCount(all, operator, outcome.sum);
    const unknown = or(...all.map((each) => each.unknown));
    return outcome.kind === "open" && outcome.level === 2 ? { ...openAt(2), unknown } : openAt(3);
  });
};

const compareCount = (all: readonly Candidacy[], operator: ComparisonOperator, limit: Expression): Truth => {
  const certain = all.map((each) => each.certain);
  const possible = all.map((each) => or(each.certain, each.open));
  /** So many of them that their number stands so to the limit. */
  const some = (list: readonly Formula[], relation: ">=" | ">" | "="): Formula => {
    const parts: Formula[] = [];
    for (let number = 0; number <= list.length; number += 1) {
      const reached = related(relation, constantly(rational(number)), limit);
      parts.push(and(relation === "=" ? exactly(number, list) : atLeast(number, list), reached));
      // More of them are at least as many.
      if (reached === TRUE && relation !== "=") break;
    }
    return or(...parts);
  };
  const truth = (yes: Formula, no: Formula): Truth => ({ yes, no, unknown: unknownIn(all, yes, no) });
  switch (operator) {
    case ">=":
    case ">":
      return truth(some(certain, operator), not(some(possible, operator)));
    case "<":
      return truth(not(some(possible, ">=")), some(certain, ">="));
    case "<=":
      return truth(not(some(possible, ">")), some(certain, ">"));
    case "=":
    case "!=": {
      const settled = not(or(...all.map((each) => each.open)));
      const equal = and(settled, some(certain, "="));
      const other = or(not(some(possible, ">=")), some(certain, ">"), and(settled, not(some(certain, "="))));
      return operator === "=" ? truth(equal, other) : truth(other, equal);
    }
  }
};

const exactly = (number: number, list: readonly Formula[]): Formula =>
  and(atLeast(number, list), not(atLeast(number + 1, list)));

const unknownIn = (all: readonly Candidacy[], yes: Formula, no: Formula): Formula =>
  and(not(yes), not(no), or(...all.map((each) => each.unknown)));

const floor = ({ numerator, denominator }: Rational): number => {
  const cut = numerator / denominator;
  return Number(numerator < 0n && cut * denominator !== numerator ? cut - 1n : cut);
};

const ceiling = (value: Rational): number => floor(value) + (value.denominator === 1n ? 0 : 1);
