import {
  add,
  compare,
  divide,
  multiply,
  rational,
  subtract,
  unitOf,
  ZERO,
  type Rational,
} from "../../language/index.ts";
import type { Decision, Program, Term } from "../model/ir.ts";
import type { NumberType, Type } from "../model/type.ts";
import type { Day } from "../model/value.ts";
import { decisionsBehind, visitDecision } from "../evaluate/index.ts";

/** What the rules compare with: there results change, so there samples are taken. */
export interface Boundaries {
  /** Limits by dimension, in base units; those without a dimension under "pure". */
  readonly numbers: ReadonlyMap<string, readonly Rational[]>;
  /** How many days before the day of judgement a period ends. */
  readonly daysBefore: readonly number[];
  /** Dates that are written. */
  readonly days: readonly Day[];
}

/** Collects every number, period and date that some decisions mention. */
export const boundariesOf = (program: Program, decisions: readonly Decision[]): Boundaries => {
  const numbers = new Map<string, Rational[]>();
  const daysBefore = new Set<number>();
  const days = new Set<Day>();
  const note = (term: Term): void => {
    if (term.kind === "literal" && term.value.kind === "number")
      push(numbers, dimensionOf(term), term.value.value);
    if (term.kind === "literal" && term.value.kind === "date") days.add(term.value.value);
    if (term.kind !== "parameter") return;
    for (const { value } of program.parameters.get(term.name)?.values ?? []) {
      if (value.kind === "number") push(numbers, dimensionOf(term), value.value);
    }
  };
  for (const decision of decisions) {
    visitDecision(program, decision, {
      term: note,
      condition: (condition) => {
        if (
          condition.kind !== "elapsed" ||
          condition.amount.kind !== "literal" ||
          condition.amount.value.kind !== "number"
        )
          return;
        const { numerator, denominator } = condition.amount.value.value;
        daysBefore.add(Math.round((Number(numerator) / Number(denominator)) * DAYS[condition.unit]));
      },
    });
  }
  return { numbers, daysBefore: [...daysBefore], days: [...days] };
};

/** What one decision is compared with, through whatever it reads. */
export const boundariesBehind = (program: Program, { id }: Decision): Boundaries => {
  const known = behind.get(program) ?? new Map<string, Boundaries>();
  behind.set(program, known);
  const found = known.get(id) ?? boundariesOf(program, decisionsBehind(program, id));
  known.set(id, found);
  return found;
};

const behind = new WeakMap<Program, Map<string, Boundaries>>();

/** The limits that a number of this type can meet, one step below and above each, and zero. */
export const valuesAround = (type: NumberType, boundaries: Boundaries): readonly Rational[] => {
  const known = around.get(boundaries) ?? new Map<NumberType, readonly Rational[]>();
  around.set(boundaries, known);
  const values = known.get(type) ?? findValuesAround(type, boundaries);
  known.set(type, values);
  return values;
};

/** Every record of every sample asks for the same values. */
const around = new WeakMap<Boundaries, Map<NumberType, readonly Rational[]>>();

const findValuesAround = (type: NumberType, boundaries: Boundaries): readonly Rational[] => {
  const step = smallestStep(type);
  const limits = [
    ...(boundaries.numbers.get(type.dimension) ?? []),
    ...(boundaries.numbers.get("pure") ?? []),
  ];
  const values = [ZERO, ...limits.map((limit) => onGrid(limit, step))].flatMap((value) => [
    subtract(value, step),
    value,
    add(value, step),
  ]);
  const byKey = new Map(
    values
      .filter((value) => compare(value, ZERO) >= 0 || !neverNegative(type))
      .map((value) => [`${value.numerator}/${value.denominator}`, value]),
  );
  return [...byKey.values()].sort(compare);
};

/** A count, a length, a number of days is never below zero; money, growth and points can be. */
export const neverNegative = (type: Type): boolean =>
  type.kind === "number" && !type.share && type.dimension !== "money" && type.dimension !== "pure";

/** The smallest difference between two facts of a type, in the base unit. */
export const smallestStep = (type: NumberType): Rational => {
  const factor = (type.unit === null ? null : unitOf(type.unit))?.factor ?? rational(1n);
  if (type.share) return rational(1n, 10_000n);
  return type.integer ? factor : multiply(factor, rational(1n, 10n ** BigInt(Math.min(type.scale, 2))));
};

const DAYS = { day: 1, month: 30.4375, year: 365.25 } as const;

const dimensionOf = (term: Term): string => (term.type.kind === "number" ? term.type.dimension : "pure");

const push = (numbers: Map<string, Rational[]>, dimension: string, value: Rational): void => {
  const known = numbers.get(dimension);
  if (known === undefined) numbers.set(dimension, [value]);
  else known.push(value);
};

const onGrid = (value: Rational, step: Rational): Rational => {
  const steps = divide(value, step)!;
  return multiply(rational(steps.numerator / steps.denominator), step);
};
