import {
  add,
  compare,
  divide,
  equals,
  multiply,
  negate,
  rational,
  subtract,
  unitOf,
  ZERO,
  type Rational,
} from "../../../language/index.ts";
import type { FactRecord } from "../../model/facts.ts";
import type { Condition, Ranking, Term } from "../../model/ir.ts";
import type { NumberType } from "../../model/type.ts";
import type { Day, Value } from "../../model/value.ts";
import { addMonths } from "../calendar.ts";
import { lastDayOf } from "../elapsed.ts";
import { isOpen, numberValue } from "../result.ts";
import { startRun, type Run } from "../run.ts";
import { evaluateTerm } from "../term.ts";
import { decisionsBehind, visitCondition, visitDecision } from "../../model/walk.ts";
import { withFacts, withRecord } from "./changed-facts.ts";

/** Conditions that are asked of the judged record itself, in a decision and in what it reads. */
export const ownConditions = (
  run: Run,
  decisions: Parameters<typeof visitDecision>[1][],
  object: string,
): readonly Condition[] => {
  const found: Condition[] = [];
  for (const decision of decisions) {
    if (decision.object !== object) continue;
    const inside = new Set<Condition>();
    visitDecision(run.program, decision, {
      candidates: ({ where }) => inside.add(where),
      condition: (condition) => {
        if (!inside.has(condition)) found.push(condition);
        else for (const below of partsOf(condition)) inside.add(below);
      },
    });
  }
  return found;
};

/** Numbers on both sides of every limit that a field meets. */
export const numberThresholds = (
  run: Run,
  record: FactRecord,
  field: string,
  type: NumberType,
  conditions: readonly Condition[],
): readonly Value[] => {
  const current = record.facts.get(field);
  if (current?.kind !== "number") return [];
  const step = smallestStep(type);
  const limits = conditions.flatMap((condition) => {
    if (condition.kind === "compare" && readsField(run, condition, field))
      return limitOf(run, record, field, current.value, condition.left, condition.right);
    return condition.kind === "ranked" ? rivals(run, record, field, condition.ranking) : [];
  });
  const values = limits.flatMap((limit) => {
    const below = onGrid(limit, step);
    return [subtract(below, step), below, add(below, step)];
  });
  return distinct(values)
    .filter((value) => !equals(value, current.value) && isSensible(value, type))
    .map(numberValue);
};

/** Whether a condition reads a field, itself or through a decision. */
const readsField = (run: Run, condition: Condition, field: string): boolean => {
  let found = false;
  const term = (read: Term): void => {
    if (read.kind === "field" && read.field === field) found = true;
    if (read.kind !== "decision") return;
    for (const decision of decisionsBehind(run.program, read.decision)) {
      visitDecision(run.program, decision, {
        term: (inner) => {
          if (inner.kind === "field" && inner.field === field) found = true;
        },
      });
    }
  };
  visitCondition(condition, { term });
  return found;
};

/** Days on both sides of every limit that a date meets. */
export const dateThresholds = (
  run: Run,
  record: FactRecord,
  field: string,
  conditions: readonly Condition[],
): readonly Value[] => {
  const days = new Set<Day>();
  const dayOf = (term: Term): Day | null => {
    const value = evaluateTerm(run, term, [record]);
    return value.kind === "date" ? value.value : null;
  };
  for (const condition of conditions) {
    if (condition.kind === "compare") {
      for (const other of [condition.left, condition.right]) around(days, dayOf(other));
    }
    if (condition.kind !== "elapsed") continue;
    const amount = evaluateTerm(run, condition.amount, [record]);
    if (amount.kind !== "number") continue;
    const [from, to] = [dayOf(condition.from), dayOf(condition.to)];
    if (condition.unit === "day") {
      const length = Number(amount.value.numerator / amount.value.denominator);
      around(days, from === null ? null : from + length);
      around(days, to === null ? null : to - length);
    } else {
      around(days, from === null ? null : lastDayOf(from, amount.value, condition.unit));
      const months =
        Number(amount.value.numerator / amount.value.denominator) * (condition.unit === "year" ? 12 : 1);
      around(days, to === null ? null : addMonths(to, -months));
    }
  }
  const current = record.facts.get(field);
  return [...days]
    .filter((day) => current?.kind === "date" && current.value !== day)
    .sort((left, right) => left - right)
    .map((value) => ({ kind: "date", value }));
};

/** Clamped month ends move the limit by up to three days. */
const around = (days: Set<Day>, day: Day | null): void => {
  if (day === null) return;
  for (let offset = -3; offset <= 3; offset += 1) days.add(day + offset);
};

/** Where both sides of a comparison meet, found by the secant: exact at once where they are linear in the field. */
const limitOf = (
  run: Run,
  record: FactRecord,
  field: string,
  start: Rational,
  left: Term,
  right: Term,
): readonly Rational[] => {
  const difference = (value: Rational): Rational | null => {
    const changed = withFacts(record, [[field, numberValue(value)]]);
    const trial = startRun(run.program, withRecord(run.facts, changed), run.at, run.readings);
    const [first, second] = [evaluateTerm(trial, left, [changed]), evaluateTerm(trial, right, [changed])];
    if (isOpen(first) || isOpen(second) || first.kind !== "number" || second.kind !== "number") return null;
    return subtract(first.value, second.value);
  };
  let [previous, current] = [start, add(start, rational(1n))];
  let before = difference(previous);
  for (let round = 0; round < ROUNDS; round += 1) {
    const here = difference(current);
    if (before === null || here === null) return [];
    if (here.numerator === 0n) return [current];
    const slope = subtract(here, before);
    const move = divide(multiply(here, subtract(current, previous)), slope);
    if (move === null) return [];
    [previous, before, current] = [current, here, shorten(subtract(current, move))];
  }
  return [current];
};

const ROUNDS = 5;

/** Values of the other records that are ranked by the field itself: to overtake one, pass its value. */
const rivals = (run: Run, record: FactRecord, field: string, id: string): readonly Rational[] => {
  const ranking = run.decisions.get(id);
  if (ranking?.kind !== "ranking" || ranking.object !== record.object || !ranksBy(ranking, field)) return [];
  const own = record.facts.get(field);
  const values = run.facts.records(record.object).flatMap((other) => {
    const value = other.facts.get(field);
    return value?.kind === "number" ? [value.value] : [];
  });
  const nearest = own?.kind === "number" ? byDistance(values, own.value) : values;
  return nearest.slice(0, RIVALS);
};

const RIVALS = 40;

const ranksBy = (ranking: Ranking, field: string): boolean =>
  ranking.keys.some(({ term }) => term.kind === "field" && term.field === field);

const byDistance = (values: readonly Rational[], from: Rational): readonly Rational[] =>
  [...values].sort(
    (left, right) =>
      compare(magnitude(subtract(left, from)), magnitude(subtract(right, from))) || compare(left, right),
  );

const magnitude = (value: Rational): Rational => (value.numerator < 0n ? negate(value) : value);

/** The smallest amount by which a fact of this type can differ, in the base unit. */
const smallestStep = (type: NumberType): Rational => {
  const factor = (type.unit === null ? null : unitOf(type.unit))?.factor ?? rational(1n);
  const places = type.integer ? 0 : type.share ? type.scale + 2 : type.scale;
  return multiply(factor, rational(1n, 10n ** BigInt(places)));
};

const onGrid = (value: Rational, step: Rational): Rational => {
  const steps = divide(value, step)!;
  const whole = steps.numerator / steps.denominator;
  const down = steps.numerator < 0n && whole * steps.denominator !== steps.numerator ? whole - 1n : whole;
  return multiply(rational(down), step);
};

const SHORT = 10n ** 12n;

/** Keeps numbers of the secant small; the limit is put on the grid of the field anyway. */
const shorten = (value: Rational): Rational =>
  value.denominator <= SHORT ? value : rational((value.numerator * SHORT) / value.denominator, SHORT);

/** Only money, scores and pure numbers go below zero. */
const isSensible = (value: Rational, type: NumberType): boolean =>
  compare(value, ZERO) >= 0 || (!type.share && ["money", "score", "pure"].includes(type.dimension));

const distinct = (values: readonly Rational[]): readonly Rational[] => {
  const byKey = new Map(values.map((value) => [`${value.numerator}/${value.denominator}`, value]));
  return [...byKey.values()].sort(compare);
};

const partsOf = (condition: Condition): readonly Condition[] => {
  switch (condition.kind) {
    case "all":
    case "any":
    case "atLeast":
      return condition.operands;
    case "not":
      return [condition.operand];
    case "constant":
    case "holds":
    case "compare":
    case "compareOrder":
    case "oneOf":
    case "same":
    case "elapsed":
    case "exists":
    case "ranked":
    case "reading":
    case "defined":
      return [];
  }
};
