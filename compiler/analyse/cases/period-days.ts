import type { Condition, Program, Term } from "../../model/ir.ts";
import type { Day, Value } from "../../model/value.ts";
import { evaluateCondition, smallWorld, startRun } from "../../evaluate/index.ts";

type Elapsed = Extract<Condition, { kind: "elapsed" }>;

/**
 * Days from which a period has not quite ended on the day of judgement (-1), or ended the day before (1), the nearest
 * first. Empty where the length is not written, or the period does not end on that day.
 */
export const daysBeside = (program: Program, clause: Elapsed, side: -1 | 1, at: Day): readonly Day[] => {
  const { unit, from } = clause;
  const amount = valueOf(program, clause.amount);
  if (clause.to.kind !== "referenceDate" || amount?.kind !== "number") return [];
  const length = Math.round(Number(amount.value.numerator) / Number(amount.value.denominator));
  const about = at - Math.round(length * DAYS[unit]);
  const run = startRun(program, smallWorld({ records: [] }), at);
  const stands = (day: Day, operator: Elapsed["operator"]): boolean =>
    evaluateCondition(
      run,
      {
        ...clause,
        operator,
        from: {
          kind: "literal",
          value: { kind: "date", value: day },
          type: from.type,
          origin: clause.origin,
        },
      },
      [],
    ).kind === "true";
  const near = Array.from({ length: 2 * BESIDE + 1 }, (_, index) => about - BESIDE + index);
  // To have been longer ago is to be above the limit.
  return side < 0
    ? near.filter((day) => stands(day, "<"))
    : near.filter((day) => stands(day, ">")).toReversed();
};

const DAYS = { day: 1, month: 30.4375, year: 365.25 } as const;
const BESIDE = 8;

/** As written, or what the program has for a parameter. */
export const valueOf = (program: Program, term: Term): Value | null => {
  if (term.kind === "literal") return term.value;
  if (term.kind !== "parameter") return null;
  return program.parameters.get(term.name)?.values.find(({ region }) => region === null)?.value ?? null;
};
