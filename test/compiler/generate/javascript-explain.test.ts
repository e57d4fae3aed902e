import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  canonicalParameters,
  canonicalRecord,
  canonicalRegister,
} from "../../../compiler/data/canonical-record.ts";
import { createFacts, type IndexedFacts } from "../../../compiler/data/facts.ts";
import { evaluate, evaluateOne } from "../../../compiler/evaluate/evaluate.ts";
import { startRun } from "../../../compiler/evaluate/run.ts";
import { generateJavaScript } from "../../../compiler/generate/javascript/index.ts";
import { Identifiers } from "../../../compiler/generate/names.ts";
import { loadFacts } from "../../../compiler/index.ts";
import type { Condition, Program } from "../../../compiler/model/ir.ts";
import type { Outcome } from "../../../compiler/model/outcome.ts";
import { factsOf } from "../../differential/facts-of.ts";
import { arbitraryScenario } from "../../generators/program.ts";
import {
  enumeration,
  field,
  measure,
  object,
  origin,
  program as programOf,
  self,
} from "../../support/program-builder.ts";
import { cities, compileCity, registerOf, type City } from "../../support/city.ts";
import { projectFolder } from "../../support/tiaowen.ts";

type Explain = (record: unknown, context: unknown, only?: readonly string[]) => readonly Outcome[];

interface Generated {
  readonly createContext: (input: unknown) => unknown;
  readonly explain: (object: string) => Explain;
}

const load = async (program: Program): Promise<Generated> => {
  const { text } = generateJavaScript(program).files.find(({ name }) => name.endsWith(".js"))!;
  const url = `data:text/javascript;base64,${Buffer.from(text).toString("base64")}`;
  const module = (await import(/* @vite-ignore */ url)) as Record<string, unknown>;
  return {
    createContext: module["createContext"] as Generated["createContext"],
    explain: (object) => module[new Identifiers().of("explain", object)] as Explain,
  };
};

interface Situation {
  readonly facts: IndexedFacts;
  readonly at: number;
  readonly readings?: ReadonlyMap<string, number>;
  readonly only?: readonly string[];
}

const contextOf = (
  program: Program,
  generated: Generated,
  { facts, at, readings }: Situation,
  records = canonicalRegister(facts, program, "text"),
): unknown =>
  generated.createContext({
    at,
    records,
    parameters: canonicalParameters(facts, program, "text"),
    readings: Object.fromEntries(readings ?? []),
    distances: facts.tables.distances,
    reasons: facts.tables.reasons,
  });

/** What the generated file says of the whole register, and what the interpreter says. */
const both = (program: Program, generated: Generated, { facts, at, readings, only }: Situation) => {
  const records = canonicalRegister(facts, program, "text");
  const context = contextOf(program, generated, { facts, at, ...(readings && { readings }) }, records);
  const options = { at, ...(readings && { readings }), ...(only && { only }) };
  const keyed = (outcomes: readonly Outcome[]) =>
    Object.fromEntries(outcomes.map((each) => [JSON.stringify([each.decision, each.id]), each]));
  return {
    generated: keyed(
      Object.entries(records).flatMap(([object, each]) =>
        each.flatMap((record) => generated.explain(object)(record, context, only)),
      ),
    ),
    interpreter: keyed(evaluate(program, facts, options).outcomes),
  };
};

/** The first outcomes that are not the same in every part. */
const differences = (found: ReturnType<typeof both>): readonly unknown[] =>
  [...new Set([...Object.keys(found.generated), ...Object.keys(found.interpreter)])]
    .filter((key) => !isDeepStrictEqual(found.generated[key], found.interpreter[key]))
    .slice(0, 3)
    .map((key) => ({ key, generated: found.generated[key], interpreter: found.interpreter[key] }));

const withFiles = (city: City, program: Program, folder: string): IndexedFacts => {
  const at = join(projectFolder, "policies", city.folder, "data");
  const names = [
    ...readdirSync(at).map((name) => join(at, name)),
    ...(folder === "" ? [] : readdirSync(join(at, folder)).map((name) => join(at, folder, name))),
  ].filter((name) => /\.(csv|jsonl?)$/.test(name) && !name.endsWith("planted.json"));
  const byName = new Map(names.map((name) => [name.split("/").at(-1)!, name]));
  const files = [...byName].map(([name, path]) => ({ name, bytes: new Uint8Array(readFileSync(path)) }));
  return loadFacts(program, files, { strict: false }).facts;
};

describe.each(cities)("$folder", (city) => {
  const program = compileCity(city).program!;
  const at = 20_400;

  test("every outcome of the register", async () => {
    const facts = registerOf(city, program).facts;
    expect(differences(both(program, await load(program), { facts, at }))).toEqual([]);
  });

  test("with the example values of the parameters, and with planted cases", async () => {
    const generated = await load(program);
    for (const folder of ["example-parameters", "planted"])
      expect(differences(both(program, generated, { facts: withFiles(city, program, folder), at }))).toEqual(
        [],
      );
  });

  test("outside the interval in force, under other readings, and by name", async () => {
    const generated = await load(program);
    const { facts } = withSmallRegister(city, program);
    expect(differences(both(program, generated, { facts, at: 10 }))).toEqual([]);
    const only = program.decisions.map(({ name }) => name);
    expect(differences(both(program, generated, { facts, at, only }))).toEqual([]);
    for (const { name, options } of program.readings.values()) {
      const readings = new Map([[name, options.at(-1)!.number]]);
      expect(differences(both(program, generated, { facts, at, readings }))).toEqual([]);
    }
  });
});

test.each([
  "__proto__",
  "constructor",
  "class",
  "*/ throw 1; /*",
  "`${globalThis.process.exit(1)}`",
  "\"'\\\u2028\u2029\n\r</script>",
  "名".repeat(5000),
])("the name %j stays data", async (name) => {
  const type = enumeration(name, [name]);
  const condition: Condition = {
    kind: "oneOf",
    left: { kind: "field", of: self(name), field: name, type, origin: origin(name) },
    values: [{ kind: "enumeration", value: name }],
    origin: origin(name, { item: name }),
  };
  const program = programOf({
    objects: [object(name, [field(name, type)])],
    decisions: [measure(name, name, condition, { origin: origin(name, { provision: name }) })],
  });
  const facts = createFacts([
    { object: name, id: name, facts: new Map([[name, { kind: "enumeration", value: name }]]), source: "" },
    { object: name, id: "甲", facts: new Map(), source: "" },
  ]);
  const found = both(program, await load(program), { facts, at: 20_400 });
  expect(Object.values(found.interpreter).map(({ status }) => status)).toEqual(["成立", "未知"]);
  expect(differences(found)).toEqual([]);
});

test("a record that is not in the register is judged on its own", async () => {
  for (const scenario of fc.sample(arbitraryScenario(), { numRuns: 15, seed: 7 })) {
    const { program, at, readings } = scenario;
    const generated = await load(program);
    for (const alone of scenario.world.records) {
      const records = scenario.world.records.filter((each) => each !== alone);
      const facts = factsOf({ ...scenario, world: { ...scenario.world, records } });
      const given = canonicalRecord(alone, program.objects.get(alone.object)!, "number");
      const run = startRun(program, facts, at, readings);
      for (const outcome of generated.explain(alone.object)(
        given,
        contextOf(program, generated, { ...scenario, facts }),
      )) {
        const decision = program.decisions.find(({ id }) => id === outcome.decision)!;
        expect(outcome).toEqual(evaluateOne(run, decision, alone));
      }
    }
  }
});

test("who passes what the policy does not know is told so", async () => {
  const program = compileCity(cities[0]!).program!;
  const { createContext } = await load(program);
  expect(() => createContext({ at: "2025-02-30" })).toThrow("基准日“2025-02-30”应写作");
  expect(() => createContext({ at: 0, records: { 医院: [] } })).toThrow("“医院”不是本政策的对象");
  expect(() => createContext({ at: 0, readings: { 无此读法: 1 } })).toThrow("“无此读法”不是本政策的读法");
  expect(() => createContext({ at: 0, parameters: [{ name: "无此参数", value: 1 }] })).toThrow(
    "不是本政策的参数",
  );
});

const withSmallRegister = (city: City, program: Program) => ({
  facts: withFiles(city, program, "planted"),
});

test("random programs on random registers", async () => {
  for (const scenario of fc.sample(arbitraryScenario(), { numRuns: 70, seed: 20_261_122 })) {
    const generated = await load(scenario.program);
    expect(differences(both(scenario.program, generated, { ...scenario, facts: factsOf(scenario) }))).toEqual(
      [],
    );
  }
});
