import type { Condition } from "../../model/ir.ts";
import { optionOf } from "../run.ts";
import { countNumber } from "./aggregate.ts";
import { compileElapsed } from "./elapsed.ts";
import { TO_DECIDE, type Ask } from "./level.ts";
import { all, any, atLeast, not } from "./logic.ts";
import { ACCEPTED, compareNumbers } from "./number.ts";
import { compileRanked } from "./ranked.ts";
import { compileSubject } from "./subject.ts";
import { compileNumber, compileTerm, type CompiledTerm } from "./term.ts";
import { openLevel } from "./date-arithmetic.ts";
import { Unsupported } from "./unsupported.ts";
import type { Workshop } from "./workshop.ts";

/** A condition as a closure that tells its level. */
export const compileCondition = (workshop: Workshop, condition: Condition): Ask => {
  const each = (operands: readonly Condition[]): readonly Ask[] =>
    operands.map((operand) => compileCondition(workshop, operand));
  switch (condition.kind) {
    case "constant": {
      const level = condition.value ? 1 : 0;
      return () => level;
    }
    case "all":
      return all(each(condition.operands));
    case "any":
      return any(each(condition.operands));
    case "atLeast":
      return atLeast(condition.count, each(condition.operands));
    case "not":
      return not(compileCondition(workshop, condition.operand));
    case "holds": {
      const term = compileTerm(workshop, condition.term);
      if (term.kind !== "boolean") throw new Unsupported();
      return term.level;
    }
    case "compare":
      return compare(
        condition.operator,
        compileTerm(workshop, condition.left),
        compileTerm(workshop, condition.right),
      );
    case "compareOrder":
      return compareOrder(workshop, condition);
    case "oneOf":
      return oneOf(workshop, condition);
    case "same":
      return same(compileTerm(workshop, condition.left), compileTerm(workshop, condition.right));
    case "elapsed":
      return compileElapsed(workshop, condition);
    case "exists":
      return compareNumbers(
        QUANTIFIERS[condition.quantifier],
        countNumber(workshop, condition.candidates),
        compileNumber(workshop, condition.count),
      );
    case "ranked":
      return compileRanked(workshop, condition);
    case "reading": {
      const option = optionOf(workshop.run, condition.reading);
      const level = option === null ? TO_DECIDE : option === condition.option ? 1 : 0;
      return () => level;
    }
    case "defined": {
      const decided = workshop.decision(condition.decision);
      const subject = compileSubject(workshop, condition.subject);
      return (rows) => {
        const row = subject(rows);
        return row < 0 ? -row : decided.level(row);
      };
    }
  }
};

const QUANTIFIERS = { atLeast: ">=", atMost: "<=", exactly: "=" } as const;

const compare = (operator: keyof typeof ACCEPTED, left: CompiledTerm, right: CompiledTerm): Ask => {
  if (left.kind === "number" && right.kind === "number") return compareNumbers(operator, left, right);
  if (left.kind !== "date" || right.kind !== "date") throw new Unsupported();
  const accept = ACCEPTED[operator];
  return (rows) => {
    const [first, second] = [left.day(rows), right.day(rows)];
    if (first < second) return accept[0]!;
    if (first > second) return accept[2]!;
    if (first === second) return accept[1]!;
    return Math.max(openLevel(left, rows), openLevel(right, rows));
  };
};

/** The place of each code in the order; −1 where it has none. */
const compareOrder = (workshop: Workshop, condition: Extract<Condition, { kind: "compareOrder" }>): Ask => {
  const ascending = condition.enumeration.ascending ?? [];
  const places = new Map(ascending.map((name, place) => [workshop.text(name), place]));
  const left = placeOf(compileTerm(workshop, condition.left), places);
  const right = placeOf(compileTerm(workshop, condition.right), places);
  const accept = ACCEPTED[condition.operator];
  return (rows) => {
    const [first, second] = [left(rows), right(rows)];
    if (first === OUTSIDE || second === OUTSIDE) return 0;
    if (first < 0 || second < 0) return Math.max(first < 0 ? -first : 0, second < 0 ? -second : 0);
    return accept[first < second ? 0 : first > second ? 2 : 1]!;
  };
};

const OUTSIDE = -1;

const placeOf = (term: CompiledTerm, places: ReadonlyMap<number, number>): Ask => {
  if (term.kind !== "code" || term.space !== "enumeration") throw new Unsupported();
  const { code } = term;
  return (rows) => {
    const found = code(rows);
    return found < 0 ? found : (places.get(found) ?? OUTSIDE);
  };
};

const oneOf = (workshop: Workshop, condition: Extract<Condition, { kind: "oneOf" }>): Ask => {
  const left = compileTerm(workshop, condition.left);
  const values = condition.values.map((value) =>
    compileTerm(workshop, { kind: "literal", value, type: condition.left.type, origin: condition.origin }),
  );
  if (left.kind !== "code") return any(values.map((value) => same(left, value)));
  const none = new Int32Array(0);
  const wanted = new Set<number>();
  for (const value of values) {
    if (value.kind !== "code") throw new Unsupported();
    if (value.space === left.space) wanted.add(value.code(none));
  }
  const { code } = left;
  const [only] = wanted;
  if (wanted.size === 1) {
    return (rows) => {
      const found = code(rows);
      return found < 0 ? -found : found === only ? 1 : 0;
    };
  }
  const table = new Uint8Array(Math.max(0, ...wanted) + 1);
  for (const each of wanted) table[each] = 1;
  return (rows) => {
    const found = code(rows);
    return found < 0 ? -found : found < table.length ? table[found]! : 0;
  };
};

const same = (left: CompiledTerm, right: CompiledTerm): Ask => {
  if (left.kind === "code" && right.kind === "code") {
    const equal = left.space === right.space ? 1 : 0;
    return (rows) => {
      const [first, second] = [left.code(rows), right.code(rows)];
      if (first < 0 || second < 0) return Math.max(first < 0 ? -first : 0, second < 0 ? -second : 0);
      return first === second ? equal : 0;
    };
  }
  if (left.kind === "boolean" && right.kind === "boolean") {
    return (rows) => {
      const [first, second] = [left.level(rows), right.level(rows)];
      if (first > 1 || second > 1) return Math.max(first, second);
      return first === second ? 1 : 0;
    };
  }
  if (left.kind === "date" && right.kind === "date") return compare("=", left, right);
  // Bounds of counts decide nothing here: only values that are known are the same or not.
  if (left.kind === "number" && right.kind === "number" && !left.bounded && !right.bounded)
    return compareNumbers("=", left, right);
  throw new Unsupported();
};
