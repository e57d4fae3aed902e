import * as fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { evaluate } from "../../../compiler/evaluate/evaluate.ts";
import { smallWorld } from "../../../compiler/evaluate/small-world.ts";
import type { SqlExtras, SqlOptions } from "../../../compiler/generate/sql/index.ts";
import type { Program } from "../../../compiler/model/ir.ts";
import type { Facts } from "../../../compiler/model/facts.ts";
import { arbitraryScenario, type Scenario } from "../../generators/program.ts";
import { cities, compileCity, registerOf } from "../../support/city.ts";
import {
  BOOLEAN,
  every,
  field,
  holds,
  measure,
  object,
  parameter,
  program,
  record,
  self,
  truth,
} from "../../support/program-builder.ts";
import { duckdb, postgresql, type Engine } from "../../support/sql-engines.ts";
import { sqlResults } from "../../support/sql-check.ts";

let engines: readonly Engine[] = [];
beforeAll(async () => {
  engines = await Promise.all([duckdb(), postgresql()]);
});
afterAll(async () => {
  await Promise.all(engines.map((engine) => engine.close()));
});

interface Differences {
  readonly wrong: readonly string[];
  readonly compared: number;
  readonly refused: number;
}

/** Status, value and citations that the interpreter finds and SQL does not. */
const differences = async (
  engine: Engine,
  program: Program,
  facts: Facts,
  extras: SqlExtras & { readonly at: number },
  options: SqlOptions = {},
): Promise<Differences> => {
  const { at, readings } = extras;
  const records = [...program.objects.keys()].flatMap((object) => facts.records(object));
  const { results, citations, refused } = await sqlResults(engine, program, records, extras, options);
  const wrong: string[] = [];
  let compared = 0;
  const { outcomes } = evaluate(program, facts, { at, ...(readings === undefined ? {} : { readings }) });
  for (const outcome of outcomes) {
    if (refused.has(outcome.decision)) continue;
    compared += 1;
    const key = JSON.stringify([outcome.decision, outcome.id]);
    const want = `${outcome.status} ${outcome.value ?? ""}`;
    if (results.get(key) !== want) wrong.push(`${key}: ${results.get(key)} ≠ ${want}`);
    if (options.bind !== undefined) continue;
    const cited = outcome.citations.map(({ path, label, quote, start, end, ruleItem }) =>
      JSON.stringify([path, label, quote, start, end, ruleItem]),
    );
    const found = citations.get(key) ?? [];
    if (JSON.stringify([...found].sort()) !== JSON.stringify([...cited].sort()))
      wrong.push(`${key} ${outcome.status} cites ${found.join()} ≠ ${cited.join()}`);
  }
  return { wrong, compared, refused: refused.size };
};

const scenarios = (numRuns: number, seed: number): readonly Scenario[] =>
  fc.sample(arbitraryScenario(), { numRuns, seed });

/** Rows of the extras of a scenario. */
const extrasOf = ({ world, at, readings }: Scenario): SqlExtras & { readonly at: number } => ({
  at,
  readings,
  parameters: [...(world.parameters ?? [])].flatMap(([name, values]) =>
    values.map((value) => ({ name, ...value })),
  ),
  distances: world.distances ?? [],
});

describe("random programs", () => {
  test.each(["duckdb", "postgresql"] as const)("%s finds what the interpreter finds", async (dialect) => {
    const engine = engines.find((each) => each.dialect === dialect)!;
    const wrong: string[] = [];
    const tally = { compared: 0, refused: 0 };
    const seed = Number(process.env["SQL_SEED"] ?? 20_261_122);
    for (const [index, scenario] of scenarios(Number(process.env["SQL_RUNS"] ?? 25), seed).entries()) {
      const found = await differences(
        engine,
        scenario.program,
        smallWorld(scenario.world),
        extrasOf(scenario),
      );
      wrong.push(...found.wrong.map((each) => `${index}: ${each}`));
      tally.compared += found.compared;
      tally.refused += found.refused;
    }
    console.log(dialect, tally);
    expect(wrong.slice(0, 10)).toEqual([]);
    expect(tally.compared).toBeGreaterThan(tally.refused);
  });
});

describe("bound", () => {
  test.each(["duckdb", "postgresql"] as const)(
    "%s finds the same with a day, values and readings written in",
    async (dialect) => {
      const engine = engines.find((each) => each.dialect === dialect)!;
      const wrong: string[] = [];
      for (const scenario of scenarios(6, 41)) {
        const extras = extrasOf(scenario);
        const bind = {
          at: scenario.at,
          parameters: extras.parameters ?? [],
          readings: scenario.readings,
        };
        const beside = { at: scenario.at, readings: scenario.readings, distances: extras.distances ?? [] };
        const found = await differences(engine, scenario.program, smallWorld(scenario.world), beside, {
          bind,
        });
        wrong.push(...found.wrong);
      }
      expect(wrong.slice(0, 10)).toEqual([]);
    },
  );
});

describe("names", () => {
  const hostile = [
    `"; DROP TABLE x; --`,
    "*/ -- /*",
    "$$ $1 ' '' \" \"\"",
    "SELECT",
    "select",
    "Select",
    "名".repeat(5000),
    `${"名".repeat(5000)}甲`,
    "行\n二",
    "零\0终",
    "context",
    "参数",
    "\\'",
  ];

  test.each(["duckdb", "postgresql"] as const)("of any kind run on %s and come back", async (dialect) => {
    const engine = engines.find((each) => each.dialect === dialect)!;
    const objects = hostile.map((name) =>
      object(
        name,
        hostile.map((each) => field(each, BOOLEAN)),
      ),
    );
    const rules = hostile.map((name, index) =>
      measure(`${name}规则`, name, every(holds(self(name), hostile[(index + 1) % hostile.length]!))),
    );
    const made = program({ objects, decisions: rules, parameters: hostile.map((name) => parameter(name)) });
    const records = objects.map(({ name }) =>
      record(
        name,
        `'甲" ${name.replaceAll("\0", "").slice(0, 9)}`,
        Object.fromEntries(hostile.map((each) => [each, truth(true)])),
      ),
    );
    const found = await differences(engine, made, smallWorld({ records }), { at: 20_000 });
    expect(found.wrong).toEqual([]);
    expect(found.compared).toBe(hostile.length);
  });
});

describe("the cities", () => {
  test.each(
    cities.flatMap((city) =>
      (["duckdb", "postgresql"] as const).map((dialect) => ({ city, dialect, name: city.folder })),
    ),
  )("$name on $dialect", async ({ city, dialect }) => {
    const engine = engines.find((each) => each.dialect === dialect)!;
    const program = compileCity(city).program!;
    const loaded = registerOf(city, program);
    const tables = (
      loaded.facts as unknown as {
        readonly tables: { parameters: SqlExtras["parameters"]; distances: SqlExtras["distances"] };
      }
    ).tables;
    const found = await differences(engine, program, loaded.facts, {
      at: 20_400,
      parameters: tables.parameters!,
      distances: tables.distances!,
    });
    console.log(city.folder, dialect, found.compared, found.refused);
    expect(found.wrong).toEqual([]);
    expect(found.compared).toBeGreaterThan(0);
  });
});
