import type { Rational } from "../../../language/index.ts";
import type { Candidates, ComparisonOperator, Condition, Term } from "../../model/ir.ts";
import { and, atLeast, FALSE, not, or } from "./logic.ts";
import { candidacies, type Candidacy } from "./candidates.ts";
import type { Places, View } from "./stage.ts";
import { fixedValue } from "./parameter.ts";
import type { Truth } from "./truth.ts";
import type { Formula } from "../formula.ts";

/** A number of candidates against a number that is written, or that the policy fixes. */
export interface CountQuestion {
  readonly candidates: Candidates;
  readonly operator: ComparisonOperator;
  readonly limit: Rational;
}

/** Null where the condition is none, or its limit is not settled. */
export const counted = (
  view: View,
  condition: Extract<Condition, { kind: "exists" | "compare" }>,
): CountQuestion | null => {
  if (condition.kind === "exists") {
    const limit = limitOf(view, condition.count);
    return limit && { candidates: condition.candidates, operator: QUANTIFIERS[condition.quantifier], limit };
  }
  const { left, right, operator } = condition;
  if (left.kind === "aggregate" && left.of === null) {
    const limit = limitOf(view, right);
    return limit && { candidates: left.candidates, operator, limit };
  }
  if (right.kind === "aggregate" && right.of === null) {
    const limit = limitOf(view, left);
    return limit && { candidates: right.candidates, operator: TURNED[operator], limit };
  }
  return null;
};

const QUANTIFIERS = { atLeast: ">=", atMost: "<=", exactly: "=" } as const;

const TURNED = { "<": ">", "<=": ">=", ">": "<", ">=": "<=", "=": "=", "!=": "!=" } as const satisfies Record<
  ComparisonOperator,
  ComparisonOperator
>;

/** The number itself, or that of a parameter that the policy fixes. */
const limitOf = (view: View, term: Term): Rational | null => {
  const value =
    term.kind === "parameter" ? fixedValue(view, term) : term.kind === "literal" ? term.value : null;
  return value?.kind === "number" ? value.value : null;
};

/** So many records are enough to show every answer that more of them can give. */
export const recordsFor = ({ operator, limit }: CountQuestion): number => {
  const enough = operator === ">=" || operator === "<" ? ceiling(limit) : floor(limit) + 1;
  return Math.max(1, enough);
};

/** Between the certain ones and those that may be candidates, too: true or false where every number agrees. */
export const countIn = (
  view: View,
  { candidates, operator, limit }: CountQuestion,
  places: Places,
): Truth => {
  const all = candidacies(view, candidates, places);
  const certain = all.map((each) => each.certain);
  const possible = all.map((each) => or(each.certain, each.open));
  // More than `limit` is at least the next whole number.
  const least = ceiling(limit);
  const more = floor(limit) + 1;
  const truth = (yes: Formula, no: Formula): Truth => ({ yes, no, unknown: unknownIn(all, yes, no) });
  const reaches = (list: readonly Formula[], number: number): Formula => atLeast(number, list);
  switch (operator) {
    case ">=":
      return truth(reaches(certain, least), not(reaches(possible, least)));
    case ">":
      return truth(reaches(certain, more), not(reaches(possible, more)));
    case "<":
      return truth(not(reaches(possible, least)), reaches(certain, least));
    case "<=":
      return truth(not(reaches(possible, more)), reaches(certain, more));
    case "=":
    case "!=": {
      const settled = not(or(...all.map((each) => each.open)));
      const isWhole = limit.denominator === 1n;
      const equal = isWhole ? and(settled, reaches(certain, least), not(reaches(certain, more))) : FALSE;
      const other = or(not(reaches(possible, least)), reaches(certain, more), isWhole ? FALSE : settled);
      return operator === "=" ? truth(equal, other) : truth(other, equal);
    }
  }
};

const unknownIn = (all: readonly Candidacy[], yes: Formula, no: Formula): Formula =>
  and(not(yes), not(no), or(...all.map((each) => each.unknown)));

const floor = ({ numerator, denominator }: Rational): number => {
  const cut = numerator / denominator;
  return Number(numerator < 0n && cut * denominator !== numerator ? cut - 1n : cut);
};

const ceiling = (value: Rational): number => floor(value) + (value.denominator === 1n ? 0 : 1);
