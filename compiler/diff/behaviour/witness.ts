import type { Side } from "../../analyse/difference-query.ts";
import { alwaysInForce, caseText, factsInWords, type FoundDifference } from "../../analyse/witness/index.ts";
import { explain, smallWorld } from "../../evaluate/index.ts";
import type { Witness, WitnessResult } from "../../model/change.ts";
import type { Decision, Program } from "../../model/ir.ts";
import type { Day } from "../../model/value.ts";
import { withBoth } from "./both-programs.ts";
import type { Sides } from "./orientation.ts";

/** An example as it is told: facts in words, both results with their reasons, a case for each policy. */
export const witnessOf = (
  sides: Sides,
  { world, record }: FoundDifference,
  at: Day,
  changes: readonly number[],
  name: string,
): Witness => {
  const left = told(sides.left, world, record, at, name);
  const right = told(sides.right, world, record, at, name);
  return {
    at,
    world,
    record,
    facts: factsInWords(withBoth(sides.left.program, sides.right.program), world),
    left: left.result,
    right: right.result,
    changes,
    cases: { left: left.case, right: right.case },
  };
};

interface Told {
  readonly result: WitnessResult;
  readonly case: string | null;
}

const told = (
  { program, decision }: Side,
  world: FoundDifference["world"],
  record: FoundDifference["record"],
  at: Day,
  name: string,
): Told => {
  const explained = decision === null ? null : explanationOf(program, decision, world, record, at);
  if (decision === null || explained === null) return { result: NO_RULE, case: null };
  const { outcome, summary } = explained;
  return {
    result: {
      status: outcome.status,
      value: outcome.value,
      modality: outcome.modality,
      measure: outcome.measure,
      summary,
      citations: outcome.citations,
    },
    case: caseText(program, decision, world, at, record, outcome, `${decision.id}${name}`),
  };
};

const explanationOf = (
  program: Program,
  decision: Decision,
  world: FoundDifference["world"],
  record: FoundDifference["record"],
  at: Day,
) => explain(alwaysInForce(program), smallWorld(world), { at }, { ...record, decision: decision.id });

const NO_RULE: WitnessResult = {
  status: null,
  value: null,
  modality: null,
  measure: null,
  summary: [],
  citations: [],
};
