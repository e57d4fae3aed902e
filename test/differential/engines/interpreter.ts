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
        places: outcome.citations.map(printPlace).sort(),
        openFor: isOpen(outcome.status) ? outcome.reasons.map(printReason).sort() : [],
        outcome,
      },
    ]),
  );
};

export const printCitation = ({ label, quote, ruleItem }: Omit<Citation, "start" | "end" | "path">): string =>
  `${label}「${quote}」${ruleItem ?? ""}`;

export const printPlace = (citation: Citation): string =>
  `${citation.path} ${citation.start}–${citation.end} ${printCitation(citation)}`;

export const isOpen = (status: string): boolean => status === "未知" || status === "需裁量";

/** Every field that a reason has, in one order; null and absent are one. */
export const printReason = (reason: Readonly<Record<string, unknown>>): string =>
  JSON.stringify(REASON_FIELDS.map((field) => reason[field] ?? null));

const REASON_FIELDS = [
  "kind",
  "name",
  "object",
  "id",
  "owner",
  "source",
  "region",
  "from",
  "to",
  "how",
] as const;

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
