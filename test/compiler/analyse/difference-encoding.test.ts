import * as fc from "fast-check";
import { expect, test } from "vitest";
import { verdictsOf } from "../../../compiler/analyse/difference/decision.ts";
import { holds } from "../../../compiler/analyse/solve/index.ts";
import { judge, smallWorld, startRun } from "../../../compiler/evaluate/index.ts";
import { valueKey } from "../../../compiler/evaluate/result.ts";
import type { Judgement } from "../../../compiler/evaluate/index.ts";
import { arbitraryScenario, type Scenario } from "../../generators/program.ts";
import { TEXTS } from "../../generators/value.ts";
import { induce, stageOf, sumOf, supplyOnlyOpen, viewOf } from "./difference-induce.ts";

/** Every verdict that the formulas reach in a world, against what the interpreter finds there. */
const compareWithInterpreter = ({ program, world: generated, at }: Scenario): number => {
  const world = supplyOnlyOpen(generated, [program]);
  const stage = stageOf(program, world, at, TEXTS);
  const view = viewOf(stage, program);
  const run = startRun(program, smallWorld(world), at);
  const asked = program.decisions.flatMap((decision) =>
    world.records
      .filter(({ object }) => object === decision.object)
      .map((record) => {
        const slot = stage.slots.get(record.object)!.find(({ id }) => id === record.id)!;
        return { decision, record, verdicts: verdictsOf(view, decision, slot) };
      }),
  );
  const model = induce(stage, program, world);
  for (const fact of stage.facts) expect(holds(fact, model)).toBe(true);
  let compared = 0;
  for (const { decision, record, verdicts } of asked) {
    if (verdicts === null) continue;
    const reached = verdicts.filter(({ guard }) => holds(guard, model));
    const found = judge(run, decision.id, record);
    const what = `${decision.id} ${record.id}`;
    expect(reached.map(({ status }) => `${what} ${status}`)).toEqual([`${what} ${found.status}`]);
    const { value } = reached[0]!;
    if (value === null) expect(found.value).toBeNull();
    else if (value.kind === "constant") expect(valueKey(value.value)).toBe(valueKey(found.value!));
    else expect(sumOf(value.sum, model.numbers)).toEqual(exact(found));
    compared += 1;
  }
  return compared;
};

const exact = ({ value }: Judgement) =>
  value?.kind === "number"
    ? value.value
    : { numerator: BigInt((value as { value: number }).value), denominator: 1n };

const SHARES = [0, 2, 5] as const;

test.each(SHARES)("formulas give what the interpreter gives, with %i of 10 facts missing", (missing) => {
  let compared = 0;
  fc.assert(
    fc.property(arbitraryScenario(missing), (scenario) => {
      compared += compareWithInterpreter(scenario);
    }),
    { numRuns: Number(process.env["RUNS"] ?? 40) },
  );
  expect(compared).toBeGreaterThan(300);
});
