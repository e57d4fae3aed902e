import { describe, expect, test } from "vitest";
import { explain } from "../../../compiler/evaluate/index.ts";
import { smallWorld } from "../../../compiler/evaluate/small-world.ts";
import { alwaysInForce, caseText, sampleDifference } from "../../../compiler/analyse/witness/index.ts";
import type { Decision, Program } from "../../../compiler/model/ir.ts";
import { runCases } from "../../../compiler/index.ts";
import { cities, compileCity, type City } from "../../support/city.ts";

/** 2026年1月1日: both documents are in force, or a draft. */
const AT = 20_454;

/** Cases of random small worlds, under a provision of the policy. */
const withCases = (city: City, texts: readonly string[]): string =>
  `${city.policy.text.trimEnd()}\n${texts.join("\n")}\n`;

const casesOf = (program: Program, decision: Decision): readonly string[] =>
  Array.from({ length: 12 }, (_, seed) => {
    const side = { program: alwaysInForce(program), decision };
    const found = sampleDifference(
      { left: side, right: side, at: AT, wanted: () => true, focus: [], keepParameters: false },
      seed,
      1,
    );
    if (found.kind !== "found") return null;
    const facts = smallWorld(found.world);
    const told = explain(program, facts, { at: AT }, { ...found.record, decision: decision.id });
    return caseText(
      program,
      decision,
      found.world,
      AT,
      found.record,
      told!.outcome,
      `抽样${decision.id}之${seed}`,
    );
  }).filter((text) => text !== null);

describe.each(cities)("cases of $folder", (city) => {
  const program = compileCity(city).program!;
  const decisions = program.decisions.filter(({ kind }) => kind !== "definition" && kind !== "ranking");

  test("every one compiles and passes where it is pasted", () => {
    const texts = decisions.flatMap((decision) => casesOf(program, decision));
    expect(texts.length).toBeGreaterThan(decisions.length * 10);
    const compiled = compileCity(city, withCases(city, texts));
    const names = new Set(texts.map((text) => /^【用例】(.*)$/m.exec(text)![1]!));
    const errors = compiled.diagnostics.filter(({ severity }) => severity === "error");
    expect(errors.slice(0, 5).map(({ message }) => message)).toEqual([]);
    const results = runCases(compiled.program!).cases.filter((each) => names.has(each.case.name));
    expect(results.length).toBe(texts.length);
    const failing = results.filter(({ passed }) => !passed);
    expect(failing.map((each) => each.expectations.map(({ message }) => message))).toEqual([]);
  });
});
