import type { Scenario } from "../../generators/program.ts";
import { keyOf, NOTHING_REFUSED, type Engine, type EngineResult, type Said } from "../engine.ts";
import {
  asGenerated,
  loadValidator,
  prepare,
  type Change,
  type Functions,
  type Prepared,
} from "../javascript-module.ts";
import { printCitation } from "./interpreter.ts";

/** `explain…` of the generated file on records with decimal text: everything that an outcome says. */
export const javascriptExplain = (change: Change = asGenerated): Engine => ({
  name: "javascript explain",
  run: (scenario) =>
    onEveryRecord(scenario, change, "text", (functions, record, { context }) =>
      functions.explain(record, context).map((outcome) => [
        outcome.decision,
        {
          status: outcome.status,
          value: outcome.value,
          measure: outcome.measure,
          citations: outcome.citations.map(printCitation),
          outcome,
        },
      ]),
    ),
});

/** `check…` on records with plain numbers, and with decimal text. */
export const javascriptCheck = (decimals: "text" | "number", change: Change = asGenerated): Engine => ({
  name: `javascript check (${decimals})`,
  run: (scenario) =>
    onEveryRecord(scenario, change, decimals, (functions, record, { context }) =>
      Object.entries(functions.check(record, context)).map(([decision, status]) => [decision, { status }]),
    ),
});

/** `values…`: a place is a number; null wherever nothing is decided. It has no entry for rules without a value. */
export const javascriptValues = (change: Change = asGenerated): Engine => ({
  name: "javascript values",
  run: (scenario) =>
    onEveryRecord(scenario, change, "number", (functions, record, { context }, object) => [
      ...scenario.program.decisions
        .filter(({ kind, object: on }) => on === object && (kind === "measure" || kind === "requirement"))
        .map(({ id }) => [id, { value: null }] as const),
      ...Object.entries(functions.values(record, context)).map(
        ([decision, value]) =>
          [decision, { value: typeof value === "number" ? `第${value}名` : value }] as const,
      ),
    ]),
});

type Ask = (
  functions: Functions,
  record: Readonly<Record<string, unknown>>,
  prepared: Prepared,
  object: string,
) => readonly (readonly [decision: string, said: Said])[];

const onEveryRecord = async (
  scenario: Scenario,
  change: Change,
  decimals: "text" | "number",
  ask: Ask,
): Promise<EngineResult> => {
  const validator = await loadValidator(scenario.program, change);
  const prepared = prepare(validator, scenario, decimals);
  const said = new Map<string, Said>();
  for (const [object, records] of Object.entries(prepared.records)) {
    const functions = validator.of(object);
    for (const record of records) {
      for (const [decision, each] of ask(functions, record, prepared, object))
        said.set(keyOf(decision, object, String(record["编号"])), each);
    }
  }
  return { said, refused: NOTHING_REFUSED };
};
