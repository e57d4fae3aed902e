import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { canonicalParameters, canonicalRegister } from "../../../compiler/data/index.ts";
import { evaluate } from "../../../compiler/evaluate/index.ts";
import { readDay } from "../../../compiler/index.ts";
import { cities, compileCity, registerOf } from "../../support/city.ts";
import { projectFolder } from "../../support/tiaowen.ts";
import { ajvPart, ajvRegister, PROGRAM, textOf, zodSchemas } from "./schema-world.ts";

describe.each(cities)("$folder", (city) => {
  const program = compileCity(city).program!;
  const { facts } = registerOf(city, program);
  const register = canonicalRegister(facts, program, "text");

  test("the register is accepted whole and record by record", () => {
    const whole = ajvRegister(program);
    expect(whole(register), JSON.stringify(whole.errors)).toBe(true);
    const schemas = zodSchemas(program, true);
    for (const [object, records] of Object.entries(register)) {
      expect(records.filter((record) => !schemas.get(object)!.safeParse(record).success)).toEqual([]);
    }
    const [object] = program.objects.keys();
    expect(whole({ ...register, [object!]: [{ 编号: "" }] })).toBe(false);
  });

  test("what a judgement needs beside the records is accepted", () => {
    const validate = ajvPart(program, "判定的条件", "判定的条件");
    const context = {
      at: "2025-06-01",
      records: register,
      parameters: canonicalParameters(facts, program, "text"),
      readings: Object.fromEntries(Array.from(program.readings.keys(), (name) => [name, 1])),
      distances: [{ from: "甲", to: "乙", metres: 900.5 }],
    };
    expect(validate(context), JSON.stringify(validate.errors)).toBe(true);
    expect(validate({ ...context, at: "2025-02-29" })).toBe(false);
    expect(validate({ ...context, readings: { 没有这处用语: 1 } })).toBe(false);
    expect(validate({ ...context, parameters: [{ name: "没有这个参数", value: "1" }] })).toBe(false);
  });

  test("every outcome fits the schema of its object, and no changed one does", () => {
    const { outcomes } = evaluate(program, facts, { at: readDay("2025-06-01")! });
    const validators = new Map(
      [...program.objects.keys()].map((object) => [object, ajvPart(program, "结果·", `${object}的判定结果`)]),
    );
    expect(outcomes.length).toBeGreaterThan(100);
    for (const outcome of outcomes) {
      const validate = validators.get(outcome.object)!;
      expect(validate(outcome), JSON.stringify([outcome, validate.errors])).toBe(true);
      const decision = program.decisions.find(({ id }) => id === outcome.decision)!;
      const otherKind = decision.kind === "requirement" ? "成立" : "符合";
      expect(validate({ ...outcome, status: otherKind })).toBe(false);
      expect(validate({ ...outcome, decision: "没有这条规则" })).toBe(false);
    }
  });
});

describe("the zod module where no code may be made of texts", () => {
  const folder = mkdtempSync(join(projectFolder, "node_modules", ".tiaowen-zod-"));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test("is imported and decides", () => {
    const text = textOf(PROGRAM, "zod", ".zod.js");
    expect(text.match(/\bfrom "([^"]+)"/g)).toEqual(['from "zod"']);
    writeFileSync(join(folder, "policy.js"), text);
    writeFileSync(
      join(folder, "run.js"),
      `import { z } from "zod";
z.config({ jitless: true });
const { record样本, register } = await import("./policy.js");
const results = [
  record样本.safeParse({ 编号: "甲", 系数: "0.5" }).success,
  record样本.safeParse({ 编号: "甲", 系数: "0.50" }).success,
  register.safeParse({ 样本: [{ 编号: "甲" }] }).success,
  register.safeParse({ 样本: {} }).error.issues[0].message,
];
console.log(JSON.stringify(results));`,
    );
    writeFileSync(join(folder, "package.json"), '{ "type": "module" }');
    const run = spawnSync(
      process.execPath,
      ["--disallow-code-generation-from-strings", join(folder, "run.js")],
      {
        encoding: "utf8",
      },
    );
    expect({ out: run.stdout.trim(), errors: run.stderr }).toEqual({
      out: JSON.stringify([true, false, true, "“样本”应为由记录组成的列表，现为对象。"]),
      errors: "",
    });
  });
});
