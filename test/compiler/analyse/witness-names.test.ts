import { describe, expect, test } from "vitest";
import { caseText } from "../../../compiler/analyse/witness/index.ts";
import { explain, smallWorld } from "../../../compiler/evaluate/index.ts";
import { runCases } from "../../../compiler/index.ts";
import { compile } from "../../../compiler/pipeline.ts";
import type { World } from "../../../compiler/model/facts.ts";
import type { Value } from "../../../compiler/model/value.ts";

/** Names that hold one another, and names that begin where a word of the language may end. */
const POLICY = `【政策】
名称：示例办法；
施行：自2025年1月1日起。
【对象】托育机构
在托婴幼儿：整数（人）；
类别：公办、公办民营；
配备专职保育员：是否；
列入名录：是否；
入名录：是否；
达到要求：是否（否定为：未达到要求）。
【措施】
补助、专职补助。
【完】

第一条　有关事项按照本办法办理。

【规则】专职保育员
托育机构应当配备专职保育员。
【完】
【规则】婴幼儿
托育机构在托婴幼儿20人以上且类别为公办民营的，可以补助。
【完】
【规则】名录
托育机构列入名录且达到要求且未入名录的，可以专职补助。
【完】
`;

const AT = 20_454;
const yes = (value: boolean): Value => ({ kind: "boolean", value });

const worldOf = (facts: readonly (readonly [string, Value])[]): World => ({
  records: [{ object: "托育机构", id: "甲", facts: new Map(facts), source: "例" }],
});

describe("cases with names that hold one another", () => {
  const compiled = compile({ policy: { name: "示例.tiaowen", text: POLICY }, vocabularies: [] });
  const program = compiled.program!;

  const textOf = (rule: string, facts: readonly (readonly [string, Value])[]): string => {
    const decision = program.decisions.find(({ id }) => id === rule)!;
    const world = worldOf(facts);
    const judged = { object: "托育机构", id: "甲" };
    const told = explain(program, smallWorld(world), { at: AT }, { ...judged, decision: rule });
    return caseText(program, decision, world, AT, judged, told!.outcome, `之${rule}`)!;
  };

  test("the policy itself compiles", () => {
    expect(compiled.diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
  });

  const cases = (): readonly string[] => [
    textOf("专职保育员", [["配备专职保育员", yes(false)]]),
    textOf("婴幼儿", [
      ["在托婴幼儿", { kind: "number", value: { numerator: 30n, denominator: 1n } }],
      ["类别", { kind: "enumeration", value: "公办民营" }],
    ]),
    textOf("名录", [
      ["列入名录", yes(true)],
      ["入名录", yes(false)],
      ["达到要求", yes(false)],
    ]),
  ];

  test("a name that could be cut otherwise stands in quotation marks, another does not", () => {
    const [first, second] = cases();
    expect(first).toContain("设托育机构「甲」：未「配备专职保育员」；");
    expect(second).toContain("在托婴幼儿为30人");
    expect(second).not.toContain("「在托婴幼儿」");
  });

  test("every one compiles and passes where it is pasted", () => {
    const text = `${POLICY}${cases().join("\n")}\n`;
    const pasted = compile({ policy: { name: "示例.tiaowen", text }, vocabularies: [] });
    expect(pasted.diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
    expect(runCases(pasted.program!).cases.map(({ passed }) => passed)).toEqual([true, true, true]);
  });
});
