import { add, compare, divide, multiply, subtract, type Rational } from "../../../language/index.ts";
import type { Program, Term } from "../../model/ir.ts";
import { compareCandidates } from "./compare-candidates.ts";
import { clauseOf } from "./clause.ts";
import { joinedDifferences, SAME, through, type Difference, type Effect } from "./finding.ts";
import { termWords } from "./in-words.ts";
import { termKey } from "./key.ts";
import type { Node } from "./normal.ts";
import type { Sides } from "./sides.ts";

/**
 * What changed in how a number is computed, with the effect that it grows; null where the two have nothing in common.
 * `left` and `right` are the clauses that they stand in; null in an indicator.
 */
export const compareTerms = (
  first: Term,
  second: Term,
  left: Node | null,
  right: Node | null,
  sides: Sides,
): Difference | null => {
  if (termKey(first, sides.left.keys) === termKey(second, sides.right.keys)) return SAME;
  if (first.kind === "arithmetic" && second.kind === "arithmetic" && first.operator === second.operator) {
    const parts = [
      compareTerms(first.left, second.left, left, right, sides),
      compareTerms(first.right, second.right, left, right, sides),
    ];
    const known = parts.filter((part) => part !== null);
    return known.length === 2 ? through(0, joinedDifferences(known)) : null;
  }
  if (first.kind === "aggregate" && second.kind === "aggregate" && first.function === second.function) {
    const candidates = compareCandidates(first.candidates, second.candidates, left, right, sides);
    const of =
      first.of === null || second.of === null
        ? SAME
        : (compareTerms(first.of, second.of, left, right, sides) ??
          otherNumber(first.of, second.of, left, right, sides));
    return candidates === null
      ? null
      : joinedDifferences([through(first.function === "count" ? 1 : 0, candidates), through(0, of)]);
  }
  if (first.kind === "rounded" && second.kind === "rounded") {
    if (first.mode === second.mode && first.digits === second.digits) {
      const operand = compareTerms(first.operand, second.operand, left, right, sides);
      return operand === null ? null : through(0, operand);
    }
  }
  return isConstant(first) && isConstant(second) && first.type.kind === second.type.kind
    ? otherNumber(first, second, left, right, sides)
    : null;
};

/** The whole number computed otherwise. */
export const otherNumber = (
  first: Term,
  second: Term,
  left: Node | null,
  right: Node | null,
  sides: Sides,
): Difference => ({
  cost: 0.5,
  findings: [
    {
      kind: "formula",
      left:
        left === null
          ? { condition: null, origin: first.origin, dormant: false }
          : clauseOf(left, sides.left),
      right:
        right === null
          ? { condition: null, origin: second.origin, dormant: false }
          : clauseOf(right, sides.right),
      before: termWords(first, sides.left.program),
      after: termWords(second, sides.right.program),
      what: null,
      effect: 0,
      wording: false,
    },
  ],
});

/** Whether the second limit is the greater one, the smaller one, or neither can be told. */
export const limitEffect = (first: Term, second: Term, sides: Sides): Effect => {
  const before = orderedValue(first, sides.left.program);
  const after = orderedValue(second, sides.right.program);
  if (before === null || after === null) return 0;
  const order = compare(after, before);
  return order > 0 ? 1 : order < 0 ? -1 : 0;
};

const orderedValue = (term: Term, program: Program): Rational | null => {
  if (term.kind === "literal" && term.type.kind === "enumeration" && term.value.kind === "enumeration") {
    const place = term.type.ascending?.indexOf(term.value.value) ?? -1;
    return place < 0 ? null : { numerator: BigInt(place), denominator: 1n };
  }
  return numberOf(term, program);
};

/** The number or day that a term is for every record; of a parameter with one value only. */
export const numberOf = (term: Term, program: Program | null): Rational | null => {
  switch (term.kind) {
    case "literal":
      return term.value.kind === "number"
        ? term.value.value
        : term.value.kind === "date"
          ? { numerator: BigInt(term.value.value), denominator: 1n }
          : null;
    case "parameter": {
      const values = program?.parameters.get(term.name)?.values ?? [];
      const [only] = values;
      if (values.length !== 1 || only!.region !== null) return null;
      return only!.value.kind === "number" ? only!.value.value : null;
    }
    case "arithmetic": {
      const left = numberOf(term.left, program);
      const right = numberOf(term.right, program);
      return left === null || right === null ? null : CALCULATED[term.operator](left, right);
    }
    case "field":
    case "record":
    case "aggregate":
    case "decision":
    case "rounded":
    case "referenceDate":
      return null;
  }
};

const CALCULATED = { add, subtract, multiply, divide } as const;

/** A number that is the same for every record. */
export const isConstant = (term: Term): boolean => term.kind === "literal" || term.kind === "parameter";
