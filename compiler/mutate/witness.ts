import { caseText, withReadings } from "../analyse/witness/index.ts";
import { judge, printDecided, smallWorld, startRun } from "../evaluate/index.ts";
import type { Decision, Program } from "../model/ir.ts";
import type { Day } from "../model/value.ts";
import type { Difference } from "./difference.ts";

/** The 用例 that says what the original decides in a world where the changed policy decides otherwise. */
export const witnessOf = (difference: Extract<Difference, { kind: "found" }>): string | null => {
  const { found, query, readings } = difference;
  const side = query.left.decision;
  if (side === null) return null;
  const text = caseOf(query.left.program, side, found, query.at);
  return text === null ? null : withReadings(text, readings);
};

const caseOf = (
  program: Program,
  decision: Decision,
  { world, record }: Extract<Difference, { kind: "found" }>["found"],
  at: Day,
): string | null => {
  const run = startRun(program, smallWorld(world), at);
  const judged = run.facts.record(record.object, record.id);
  if (judged === undefined) return null;
  const { status, value } = judge(run, decision.id, judged);
  return caseText(
    program,
    decision,
    world,
    at,
    record,
    {
      status,
      value: value === null || value.kind === "boolean" ? null : printDecided(value, decision),
      citations: [],
    },
    decision.name,
  );
};
