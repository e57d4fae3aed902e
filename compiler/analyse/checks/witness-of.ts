import { judge, printDecided, smallWorld, startRun } from "../../evaluate/index.ts";
import type { Witness, WitnessResult } from "../../model/analysis.ts";
import type { Decision } from "../../model/ir.ts";
import { withAdopted, type Probe, type ProbeAnswer } from "../probe.ts";
import { caseText, factsInWords, withReadings } from "../witness/index.ts";

/** A found world in words, with what the decisions say of its record; the first one gets the 用例. */
export const witnessOf = (
  probe: Pick<Probe, "program" | "at">,
  { world, record, at = probe.at }: Extract<ProbeAnswer, { kind: "found" }>,
  decisions: readonly Decision[],
  caseName: string,
  readings: ReadonlyMap<string, number> = new Map(),
): Witness => {
  const { program } = probe;
  const taken = withAdopted(program, readings);
  const run = startRun(taken, smallWorld(world), at);
  const judged = run.facts.record(record.object, record.id);
  const results = decisions.flatMap((decision): readonly WitnessResult[] => {
    if (judged === undefined || decision.object !== record.object) return [];
    const { status, value, candidates } = judge(run, decision.id, judged);
    const printed =
      status === "冲突"
        ? candidates.map((each) => printDecided(each, decision)).join("、")
        : value === null || value.kind === "boolean"
          ? null
          : printDecided(value, decision);
    return [{ decision: decision.id, rule: decision.name, status, value: printed }];
  });
  const [first] = decisions;
  const [result] = results;
  const text =
    first === undefined || result === undefined
      ? null
      : caseText(
          taken,
          first,
          world,
          at,
          record,
          { status: result.status, value: result.status === "冲突" ? null : result.value, citations: [] },
          caseName,
        );
  return {
    at,
    world,
    record,
    readings,
    facts: factsInWords(program, world),
    results,
    caseText: text === null ? null : withReadings(text, readings),
  };
};
