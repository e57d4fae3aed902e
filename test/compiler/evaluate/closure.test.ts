import { readFileSync } from "node:fs";
import { join } from "node:path";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createFacts, loadFacts, readDay, type DataFile } from "../../../compiler/data/index.ts";
import { createClosureEngine, evaluateStatuses } from "../../../compiler/evaluate/closure/index.ts";
import { evaluate, type EvaluationOptions } from "../../../compiler/evaluate/evaluate.ts";
import { smallWorld, type SmallWorld } from "../../../compiler/evaluate/small-world.ts";
import type { Facts } from "../../../compiler/model/facts.ts";
import type { Program } from "../../../compiler/model/ir.ts";
import { arbitraryScenario } from "../../generators/program.ts";
import { cities, compileCity, registerOf } from "../../support/city.ts";
import { projectFolder } from "../../support/tiaowen.ts";

const interpreted = (program: Program, facts: Facts, options: EvaluationOptions) =>
  evaluate(program, facts, options).outcomes.map(({ object, id, decision, status, value }) => ({
    object,
    id,
    decision,
    status,
    value,
  }));

/** Definitions too. */
const every = (program: Program): readonly string[] => program.decisions.map(({ id }) => id);

const indexed = (world: SmallWorld): Facts =>
  createFacts(world.records, {
    distances: world.distances ?? [],
    parameters: [...(world.parameters ?? [])].flatMap(([name, values]) =>
      values.map((value) => ({ name, ...value })),
    ),
  });

describe.each(cities)("the closure engine on the register of $folder", (city) => {
  const { program } = compileCity(city);
  const parameters: DataFile = {
    name: "参数.csv",
    bytes: new Uint8Array(
      readFileSync(join(projectFolder, "policies", city.folder, "data/example-parameters/参数.csv")),
    ),
  };

  test.each([["2025-06-01"], ["2026-03-01"], ["2020-01-01"]])(
    "says what the interpreter says on %s",
    (day) => {
      const { facts } = registerOf(city, program!);
      const options = { at: readDay(day)!, only: every(program!) };
      expect(evaluateStatuses(program!, facts, options)).toEqual(interpreted(program!, facts, options));
    },
  );

  test("leaves nothing to the interpreter", () => {
    const { facts } = registerOf(city, program!);
    const engine = createClosureEngine(program!, facts, {
      at: readDay("2025-06-01")!,
      only: every(program!),
    });
    expect(engine.interpreted()).toEqual([]);
  });

  test("says it with the example parameters and under other readings", () => {
    const { facts: bare } = registerOf(city, program!);
    const supplied = loadFacts(program!, [parameters], { strict: false }).facts;
    const facts: Facts = { ...bare, parameterValues: (name) => supplied.parameterValues(name) };
    const options = { at: readDay("2025-06-01")! };
    expect(evaluateStatuses(program!, facts, options)).toEqual(interpreted(program!, facts, options));
    for (const reading of program!.readings.values()) {
      for (const { number } of reading.options) {
        const under = { ...options, readings: new Map([[reading.name, number]]) };
        expect(evaluateStatuses(program!, facts, under)).toEqual(interpreted(program!, facts, under));
      }
    }
  });
});

describe("the closure engine on random programs", () => {
  test("leaves few decisions to the interpreter", () => {
    const scenarios = fc.sample(arbitraryScenario(), { numRuns: 200, seed: 1 });
    const engines = scenarios.map(({ program, world, at }) =>
      createClosureEngine(program, smallWorld(world), { at, only: every(program) }),
    );
    const all = engines.flatMap((engine) => engine.decisions).length;
    const left = engines.flatMap((engine) => engine.interpreted()).length;
    expect(left / all).toBeLessThan(0.02);
  });

  test("says what the interpreter says, with and without indexes", () => {
    fc.assert(
      fc.property(arbitraryScenario(), ({ program, world, at }) => {
        const options = { at, only: every(program) };
        const expected = interpreted(program, smallWorld(world), options);
        expect(evaluateStatuses(program, smallWorld(world), options)).toEqual(expected);
        expect(evaluateStatuses(program, indexed(world), options)).toEqual(expected);
      }),
      { numRuns: 400 },
    );
  });
});
