import type { Side } from "./difference-query.ts";
import { decisionsBehind, visitDecision } from "../evaluate/index.ts";
import { addMonths } from "../evaluate/calendar.ts";
import { lastDayOf } from "../evaluate/elapsed.ts";
import type { Condition, Program, Term } from "../model/ir.ts";
import type { Day, Value } from "../model/value.ts";

/**
 * Days after the day of judgement on which decisions may come out as they cannot yet: when another value of a parameter
 * begins; and, where periods run up to the day of judgement, when they have ended that begin on it or on a day that is
 * named. None where every day is like the other, and none on which the policy counts no more.
 */
export const laterDays = (at: Day, sides: readonly Side[], lastDay: Day | null): readonly Day[] => {
  const end = lastDay ?? at + FAR;
  const begins = new Set<Day>();
  const named = new Set<Day>([at]);
  const ends: ((from: Day) => Day)[] = [];
  for (const { program, decision } of sides) {
    for (const each of decision === null ? [] : decisionsBehind(program, decision.id)) {
      visitDecision(program, each, {
        condition: (condition) => {
          if (condition.kind === "elapsed" && condition.to.kind === "referenceDate")
            ends.push(...endsOf(program, condition));
        },
        term: (term) => {
          for (const value of valuesOf(program, term)) if (value.kind === "date") named.add(value.value);
          if (term.kind !== "parameter") return;
          for (const { from } of program.parameters.get(term.name)?.values ?? [])
            if (from !== null) begins.add(from);
        },
      });
    }
  }
  const ended = ends.length === 0 ? [] : [...named].flatMap((day) => [day, ...ends.map((end) => end(day))]);
  return [...new Set([...begins, ...ended.flatMap((day) => [day, day + 1])])]
    .filter((day) => day > at && day <= end)
    .toSorted((first, second) => first - second)
    .slice(0, MOST_DAYS);
};

const MOST_DAYS = 24;

/** Some two hundred years: nobody judges by a policy then. */
const FAR = 73_000;

/** When a period of a condition is over that begins on some day; one of open length after any of a few years. */
const endsOf = (
  program: Program,
  { amount, unit }: Extract<Condition, { kind: "elapsed" }>,
): readonly ((from: Day) => Day)[] => {
  const lengths = valuesOf(program, amount).flatMap((value) =>
    value.kind === "number" ? [value.value] : [],
  );
  return lengths.length === 0
    ? YEARS.map((years) => (from: Day) => addMonths(from, 12 * years))
    : lengths.map(
        (length) =>
          (from: Day): Day =>
            unit === "day"
              ? from + Number(length.numerator / length.denominator)
              : lastDayOf(from, length, unit),
      );
};

const YEARS = [1, 3, 10, 50] as const;

/** What a term may stand for, where that is written: a value, or those of a parameter. */
const valuesOf = (program: Program, term: Term): readonly Value[] => {
  if (term.kind === "literal") return [term.value];
  if (term.kind !== "parameter") return [];
  return (program.parameters.get(term.name)?.values ?? []).map(({ value }) => value);
};
