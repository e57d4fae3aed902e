import { compare, type Rational } from "../../../language/index.ts";
import type { Condition, Program, Term } from "../../model/ir.ts";
import type { Day } from "../../model/value.ts";
import { addMonths } from "../../evaluate/calendar.ts";
import { visitDecision } from "../../evaluate/index.ts";
import { visitTerm } from "../../model/walk.ts";
import type { DifferenceQuery } from "../difference-query.ts";
import { decisionsOfSide } from "./shared-schema.ts";

/** What the rules of both sides compare a fact with: there results change. */
export interface Limits {
  /** Numbers in base units, by field or parameter name. */
  readonly numbers: ReadonlyMap<string, readonly Rational[]>;
  /** Days, by field or parameter name. */
  readonly days: ReadonlyMap<string, readonly Day[]>;
  /** How far, in metres. */
  readonly metres: readonly Rational[];
}

export const limitsOf = (query: Pick<DifferenceQuery, "left" | "right" | "at">): Limits => {
  const numbers = new Map<string, Rational[]>();
  const days = new Map<string, Day[]>();
  const metres: Rational[] = [];
  for (const side of [query.left, query.right]) {
    const note = (names: readonly string[], limits: readonly Literal[]): void => {
      for (const name of names) {
        for (const limit of limits) {
          if (limit.kind === "number") push(numbers, name, limit.value);
          else push(days, name, limit.value);
        }
      }
    };
    for (const decision of decisionsOfSide(side)) {
      visitDecision(side.program, decision, {
        condition: (condition) => {
          if (condition.kind === "compare") {
            const [left, right] = [
              partsOf(side.program, condition.left),
              partsOf(side.program, condition.right),
            ];
            note(left.names, right.literals);
            note(right.names, left.literals);
          }
          if (condition.kind === "elapsed") noteElapsed(side.program, condition, query.at, days);
        },
        candidates: ({ scope }) => {
          if (scope.kind !== "distance") return;
          const { names, literals } = partsOf(side.program, scope.limit);
          for (const limit of literals) if (limit.kind === "number") metres.push(limit.value);
          // A radius that is open is ordinary where the other side has one.
          for (const name of names) push(numbers, name, null);
        },
      });
    }
  }
  for (const known of numbers.values()) if (known.length === 0) known.push(...metres);
  return {
    numbers: sorted(numbers, compare),
    days: sorted(days, (first, second) => first - second),
    metres: distinct(metres, compare),
  };
};

type Literal =
  | { readonly kind: "number"; readonly value: Rational }
  | { readonly kind: "date"; readonly value: Day };

interface Parts {
  readonly names: readonly string[];
  readonly literals: readonly Literal[];
}

/** Fields and parameters in a term, and the values that it writes out. */
const partsOf = (program: Program, term: Term): Parts => {
  const names: string[] = [];
  const literals: Literal[] = [];
  visitTerm(term, {
    term: (part) => {
      if (part.kind === "literal" && (part.value.kind === "number" || part.value.kind === "date"))
        literals.push(part.value);
      if (part.kind === "field") names.push(part.field);
      if (part.kind !== "parameter") return;
      names.push(part.name);
      for (const { value } of program.parameters.get(part.name)?.values ?? [])
        if (value.kind === "number" || value.kind === "date") literals.push(value);
    },
  });
  return { names, literals };
};

/** The day on which a period that ends on the day of judgement began. */
const noteElapsed = (
  program: Program,
  condition: Extract<Condition, { kind: "elapsed" }>,
  at: Day,
  days: Map<string, Day[]>,
): void => {
  for (const { value } of partsOf(program, condition.amount).literals) {
    if (typeof value === "number") continue;
    const amount = Math.round(Number(value.numerator) / Number(value.denominator));
    const began = condition.unit === "day" ? at - amount : addMonths(at, -amount * MONTHS[condition.unit]);
    for (const name of partsOf(program, condition.from).names) push(days, name, began);
  }
  for (const name of partsOf(program, condition.to).names) push(days, name, at);
};

const MONTHS = { month: 1, year: 12 } as const;

const push = <Value>(map: Map<string, Value[]>, name: string, value: Value | null): void => {
  const known = map.get(name) ?? [];
  if (value !== null) known.push(value);
  map.set(name, known);
};

const sorted = <Value>(
  map: ReadonlyMap<string, readonly Value[]>,
  order: (first: Value, second: Value) => number,
): ReadonlyMap<string, readonly Value[]> =>
  new Map([...map].map(([name, values]) => [name, distinct(values, order)]));

const distinct = <Value>(
  values: readonly Value[],
  order: (first: Value, second: Value) => number,
): readonly Value[] => {
  const inOrder = values.toSorted(order);
  return inOrder.filter((value, index) => index === 0 || order(inOrder[index - 1]!, value) !== 0);
};
