import { evaluate } from "../../../compiler/evaluate/index.ts";
import type { Citation, Outcome } from "../../../compiler/model/outcome.ts";
import type { Scenario } from "../../generators/program.ts";
import { keyOf, NOTHING_REFUSED, type Engine, type Said } from "../engine.ts";
import { factsOf } from "../facts-of.ts";

/** What the specification says of every reported decision on every record. */
export const expectedOf = (scenario: Scenario): ReadonlyMap<string, Required<Said>> => {
  const { program, at, readings } = scenario;
  const { outcomes } = evaluate(program, factsOf(scenario), { at, readings });
  return new Map(
    outcomes.map((outcome) => [
      keyOf(outcome.decision, outcome.object, outcome.id),
      {
        status: outcome.status,
        value: outcome.value,
        measure: outcome.measure,
        citations: outcome.citations.map(printCitation),
        outcome,
      },
    ]),
  );
};

export const printCitation = ({ label, quote, ruleItem }: Omit<Citation, "start" | "end" | "path">): string =>
  `${label}「${quote}」${ruleItem ?? ""}`;

/** The specification against itself: with it a harness that compares nothing is found out. */
export const interpreter: Engine = {
  name: "interpreter",
  run: (scenario) => Promise.resolve({ said: expectedOf(scenario), refused: NOTHING_REFUSED }),
};

export const isSameOutcome = (left: Outcome, right: Outcome): boolean =>
  JSON.stringify(sorted(left)) === JSON.stringify(sorted(right));

/** Keys in one order, so that only content counts. */
const sorted = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([left], [right]) => (left < right ? -1 : 1))
      .map(([key, each]) => [key, sorted(each)]),
  );
};
