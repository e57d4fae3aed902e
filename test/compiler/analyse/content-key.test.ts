import * as fc from "fast-check";
import { expect, test } from "vitest";
import { contentKey } from "../../../compiler/analyse/content-key.ts";
import { judge, printDecided, smallWorld, startRun } from "../../../compiler/evaluate/index.ts";
import type { Decision, Program } from "../../../compiler/model/ir.ts";
import { arbitraryProgram } from "../../generators/program.ts";
import { arbitraryWorld } from "../../generators/world.ts";
import { PATIENCE, TIMES } from "../../support/long-run.ts";

const AT = 20_100;

const RUNS = 40 * TIMES;

const resultsIn = (
  program: Program,
  decision: Decision,
  world: Parameters<typeof smallWorld>[0],
): unknown => {
  const run = startRun(program, smallWorld(world), AT);
  return run.facts.records(decision.object).map((record) => {
    const { status, value } = judge(run, decision.id, record);
    return [record.id, status, value === null ? null : printDecided(value, decision)];
  });
};

/** The program with one thing of it as another program has it, or decided by somebody else. */
const variantsOf = (program: Program, other: Program): readonly (readonly Program[])[] => [
  program.decisions.flatMap((decision, index): readonly Program[] => {
    const instead = other.decisions.find(({ id }) => id === decision.id);
    return instead === undefined ? [] : [{ ...program, decisions: program.decisions.with(index, instead) }];
  }),
  [...program.exceptions.keys()].map((id) => ({
    ...program,
    exceptions: new Map([...program.exceptions, [id, other.exceptions.get(id)!]]),
  })),
  [...program.parameters.keys()].flatMap((name) => {
    const instead = other.parameters.get(name);
    return instead === undefined
      ? []
      : [{ ...program, parameters: new Map([...program.parameters, [name, instead]]) }];
  }),
  [...program.readings].flatMap(([name, reading]) =>
    [
      { ...reading, adopted: reading.adopted === 1 ? 2 : 1 },
      {
        ...reading,
        options: reading.options.map((option) => ({ ...option, detourFactor: 1 + option.number / 5 })),
      },
    ].map((instead) => ({ ...program, readings: new Map([...program.readings, [name, instead]]) })),
  ),
  [...program.objects].flatMap(([name, object]) =>
    [...object.fields].map(([fieldName, field]) => {
      const judgedBy = field.judgedBy === null ? { name: "某机关", source: null } : null;
      const fields = new Map([...object.fields, [fieldName, { ...field, judgedBy }]]);
      return { ...program, objects: new Map([...program.objects, [name, { ...object, fields }]]) };
    }),
  ),
];

test(
  "what has the same key decides alike, whatever else of the program is another",
  { timeout: PATIENCE },
  () => {
    const seen = { same: 0, other: 0 };
    fc.assert(
      fc.property(
        arbitraryProgram(),
        arbitraryProgram(),
        fc.nat(1000),
        fc.array(arbitraryWorld(2), { minLength: 2, maxLength: 3 }),
        (program, another, chosen, worlds) => {
          for (const variants of variantsOf(program, another)) {
            const variant = variants[chosen % variants.length]!;
            for (const decision of program.decisions) {
              const after = variant.decisions.find(({ id }) => id === decision.id)!;
              const isSame = contentKey(program, [decision]) === contentKey(variant, [after]);
              seen[isSame ? "same" : "other"] += 1;
              if (!isSame) continue;
              for (const world of worlds)
                expect(resultsIn(variant, after, world)).toEqual(resultsIn(program, decision, world));
            }
          }
        },
      ),
      { numRuns: RUNS, seed: 6 },
    );
    expect(Math.min(seen.same, seen.other)).toBeGreaterThan(RUNS);
  },
);
