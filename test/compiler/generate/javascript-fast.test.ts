import { originalPositionFor, TraceMap } from "@jridgewell/trace-mapping";
import * as fc from "fast-check";
import { parseAst } from "vite";
import { describe, expect, test } from "vitest";
import { canonicalParameters, canonicalRegister } from "../../../compiler/data/canonical-record.ts";
import { evaluate } from "../../../compiler/evaluate/index.ts";
import { generateJavaScript } from "../../../compiler/generate/javascript/index.ts";
import { generateTypeScript } from "../../../compiler/generate/typescript/index.ts";
import { compile } from "../../../compiler/pipeline.ts";
import { toColumns } from "../../bench/rules/columns.ts";
import { benchPolicy } from "../../bench/rules/policy.ts";
import { AT, makeRegister } from "../../bench/rules/register.ts";
import { columnsOf } from "../../differential/columns.ts";
import { compareEngine } from "../../differential/compare.ts";
import { javascriptBatch } from "../../differential/engines/javascript-batch.ts";
import { javascriptCheck } from "../../differential/engines/javascript.ts";
import { asGenerated, loadValidator } from "../../differential/javascript-module.ts";
import { printDisagreement } from "../../differential/print-scenario.ts";
import { runSeeds } from "../../differential/run-seeds.ts";
import { scenarioOf } from "../../differential/seeds.ts";
import type { Scenario } from "../../generators/program.ts";
import { cities, compileCity, registerOf } from "../../support/city.ts";
import {
  BOOLEAN,
  every,
  field,
  holds,
  measure,
  object,
  origin,
  program as smallProgram,
  self,
} from "../../support/program-builder.ts";
import { hostileName } from "./hostile-name.ts";
import { namesOf, renamed } from "./renamed.ts";

/** Judges short columns by the states of their facts too, which only pays for long ones. */
const byStates = (text: string): string => text.replace("total * 4 > this.length", "this.length < 0");

const engines = [javascriptCheck("text"), javascriptCheck("number"), javascriptBatch()];

test("random programs, on records and on columns", async () => {
  const [generated] = generateJavaScript(scenarioOf(5000, null).program).files;
  expect(byStates(generated!.text)).not.toBe(generated!.text);
  const report = await runSeeds({
    engines: [...engines, { ...javascriptBatch(byStates), name: "javascript batch by states" }],
    seeds: Array.from({ length: 30 }, (_, seed) => 5000 + seed),
    size: null,
    explained: () => false,
    reducing: 4000,
    enough: 1,
  });
  const found = report.found.map(({ scenario, disagreement }) => printDisagreement(scenario, disagreement));
  expect(found.join("\n\n")).toBe("");
});

describe.each(cities)("$folder", (city) => {
  const program = compileCity(city).program!;
  const facts = registerOf(city, program).facts;

  test.each([20_400, 10])("every status of the register on day %i", async (at) => {
    const validator = await loadValidator(program, asGenerated);
    const records = canonicalRegister(facts, program, "number");
    const parameters = canonicalParameters(facts, program, "number");
    const context = validator.createContext({ at, records, parameters, distances: facts.tables.distances });
    const statuses = new Map<string, string>();
    for (const object of program.objects.values()) {
      const { check, batch } = validator.of(object.name);
      const listed = facts.records(object.name);
      const inColumns = batch(columnsOf(object, listed), context).statuses;
      const byId = new Map(records[object.name]!.map((record) => [record["编号"], record]));
      for (const [row, { id }] of listed.entries()) {
        for (const [decision, status] of Object.entries(check(byId.get(id)!, context))) {
          statuses.set(`${decision} ${id}`, status);
          expect(validator.statuses[inColumns[decision]![row]!], `${decision} ${id}`).toBe(status);
        }
      }
    }
    const { outcomes } = evaluate(program, facts, { at });
    for (const { decision, id, status } of outcomes) {
      expect(statuses.get(`${decision} ${id}`), `${decision} ${id}`).toBe(status);
    }
    expect(statuses.size).toBe(outcomes.length);
  });

  test("the map leads from each function to the rule", () => {
    const { files } = generateJavaScript(program);
    const [code, , map] = files;
    const trace = new TraceMap(map!.text);
    const lines = code!.text.split("\n");
    const { text } = program.policy;
    for (const { id, kind, origin } of program.decisions) {
      if (kind === "ranking") continue;
      const line = lines.findIndex((each) =>
        each.startsWith(`function rows${id.replaceAll(/[^\p{ID_Continue}]/gu, "_")}(`),
      );
      const found = originalPositionFor(trace, { line: line + 1, column: 0 });
      expect(found.source).toBe(program.policy.file);
      expect(found.line).toBe(text!.slice(0, origin.span.start).split("\n").length);
    }
  });
});

test("many rows, which are judged by the states of their facts", async () => {
  const { program } = compile({ policy: { name: "基准.tiaowen", text: benchPolicy }, vocabularies: [] });
  const validator = await loadValidator(program!, asGenerated);
  const context = validator.createContext({ at: AT });
  const { check, batch } = validator.of("定点医药机构");
  for (const variant of ["fivePercent", "everyRecord"] as const) {
    const records = makeRegister(20_000, variant);
    const { statuses } = batch(toColumns(records), context);
    let wrong = 0;
    for (const [row, record] of records.entries()) {
      for (const [id, status] of Object.entries(check({ ...record }, context))) {
        if (validator.statuses[statuses[id]![row]!] !== status) wrong += 1;
      }
    }
    expect(wrong).toBe(0);
  }
});

test("decisions that rest on each other again and again take no longer for it", async () => {
  const count = 60;
  const defined = (index: number) => ({
    kind: "defined" as const,
    decision: `定义${Math.max(0, index)}`,
    subject: self("机构"),
    origin: origin("定义"),
  });
  const definitions = Array.from({ length: count }, (_, index) => ({
    kind: "definition" as const,
    id: `定义${index}`,
    name: `定义${index}`,
    object: "机构",
    origin: origin("定义"),
    condition: index === 0 ? holds(self("机构"), "违规") : every(defined(index - 1), defined(index - 2)),
  }));
  const validator = await loadValidator(
    smallProgram({
      objects: [object("机构", [field("违规", BOOLEAN)])],
      decisions: [...definitions, measure("措施", "机构", defined(count - 1))],
    }),
    asGenerated,
  );
  const { check, batch } = validator.of("机构");
  const context = validator.createContext({ at: AT });
  expect(check({ 编号: "甲", 违规: true }, context)).toEqual({ 措施: "成立" });
  expect(check({ 编号: "甲", 违规: false }, context)).toEqual({ 措施: "不成立" });
  expect(check({ 编号: "甲" }, context)).toEqual({ 措施: "未知" });
  const column = { values: Uint8Array.of(1, 0, 0), nulls: Uint8Array.of(4) };
  expect([...batch({ length: 3, columns: { 违规: column } }, context).statuses["措施"]!]).toEqual([1, 2, 9]);
});

describe("hostile names stay data", () => {
  const withNames = (seed: number, allowed: (name: string) => boolean) => {
    const scenario = scenarioOf(7000 + seed, null);
    const names = namesOf(scenario.program);
    const count = { minLength: names.length, maxLength: names.length };
    const [hostile] = fc.sample(fc.uniqueArray(hostileName.filter(allowed), count), { numRuns: 1, seed });
    return { scenario, other: renamed(scenario, new Map(names.map((name, at) => [name, hostile![at]!]))) };
  };
  const textOf = ({ program }: Scenario): string => generateJavaScript(program).files[0]!.text;

  test.each([1, 2, 3, 4, 5, 6])("and the statuses stay right (%i)", async (seed) => {
    // A field named 编号 would be the 编号 itself.
    const { other } = withNames(seed, (name) => name !== "编号");
    for (const engine of engines) {
      const [first] = await compareEngine(engine, other);
      expect(first === undefined ? "" : printDisagreement(other, first)).toBe("");
    }
    expect("broken" in globalThis).toBe(false);
    parseAst(generateJavaScript(other.program).files[1]!.text, { lang: "dts" });
    parseAst(generateTypeScript(other.program).files[0]!.text, { lang: "ts" });
  });

  test.each([11, 12, 13])("and change no code (%i)", (seed) => {
    // Names that every object answers to are read in another way.
    const { scenario, other } = withNames(seed, (name) => name !== "编号" && !(name in Object.prototype));
    expect(shapeOf(textOf(other))).toBe(shapeOf(textOf(scenario)));
  });
});

/** Kinds of the nodes of a program: names change words and keys of a text, but nothing else. */
const shapeOf = (text: string): string => {
  const kinds: string[] = [];
  const visit = (node: unknown): void => {
    if (Array.isArray(node)) for (const each of node) visit(each);
    else if (typeof node === "object" && node !== null) {
      if ("type" in node) kinds.push(String(node.type));
      for (const [key, value] of Object.entries(node)) if (key !== "type") visit(value);
    }
  };
  visit(parseAst(text, { lang: "js" }));
  return kinds.join("\n");
};
