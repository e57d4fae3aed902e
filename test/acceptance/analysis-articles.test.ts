import { beforeAll, describe, expect, test } from "vitest";
import { CHECKS } from "../../compiler/analyse/checks/index.ts";
import { createProbeMemo } from "../../compiler/analyse/probe.ts";
import { analysePolicy } from "../../compiler/analyse-policy.ts";
import { withEdits } from "../../compiler/tried-suggestions.ts";
import { compile, createFacts, createWorkspaceMemo, evaluate, runCases } from "../../compiler/index.ts";
import type { AnalysisFinding, Witness } from "../../compiler/model/analysis.ts";
import { compileCity, mudanjiang } from "../support/city.ts";

const AT = 20_513;
const LIMITS = { steps: 100_000, milliseconds: 2000 } as const;

const compiled = compileCity(mudanjiang);
const sources = {
  policy: mudanjiang.policy,
  vocabularies: compiled.vocabularies.map(({ source }) => source),
};

const [memo, workspace] = [createProbeMemo(), createWorkspaceMemo()];

/** What the check that has found something finds in an edited text. */
const findsIn = async (text: string, { code }: AnalysisFinding): Promise<readonly AnalysisFinding[]> => {
  const again = compile({ ...sources, policy: { ...sources.policy, text } }, workspace);
  expect(again.program).not.toBeNull();
  const checks = CHECKS.filter(({ catalogue }) => code in catalogue);
  const analysis = await analysePolicy(again, { at: AT, limits: LIMITS, second: null, memo, checks });
  return analysis!.findings;
};

/** What the interpreter says of the record of a witness, run anew over its facts alone. */
const replayed = ({ world, record, at }: Witness) =>
  evaluate(compiled.program!, createFacts(world.records), { at }).outcomes.find(
    ({ rule, id }) => rule === "管理类别" && id === record.id,
  );

const factsOf = ({ world, record }: Witness): Readonly<Record<string, unknown>> => {
  const { facts } = world.records.find(({ id }) => id === record.id)!;
  return Object.fromEntries(
    [...facts].map(([name, value]) => [name, "value" in value ? value.value : value.kind]),
  );
};

describe("第十八条 分类管理", () => {
  let findings: readonly AnalysisFinding[] = [];
  beforeAll(async () => {
    const analysis = await analysePolicy(compiled, { at: AT, limits: LIMITS, second: null, sources });
    findings = analysis!.findings.filter(({ places }) => places.some(({ rule }) => rule === "管理类别"));
  });

  const OVERLAPS = [
    [
      "单体药店仅开通个人账户",
      "A类、C类",
      { 机构类别: "定点零售药店", 连锁形式: "单体", 仅开通个人账户结算业务: true },
    ],
    ["公立门诊", "A类、C类", { 机构类别: "定点医疗机构", 经营性质: "公立", 医疗服务形式: "门诊" }],
    [
      "大型连锁药店仅开通个人账户",
      "A类、B类",
      { 机构类别: "定点零售药店", 连锁形式: "大型连锁", 仅开通个人账户结算业务: true },
    ],
    ["民营二级以上门诊", "B类、C类", { 机构类别: "定点医疗机构", 经营性质: "民营", 医疗服务形式: "门诊" }],
  ] as const;

  test("there are four overlaps and two gaps, and nothing else", () => {
    expect(findings.map(({ code }) => code).toSorted()).toEqual([
      ...Array.from({ length: 2 }, () => "class-gap"),
      ...Array.from({ length: 4 }, () => "class-overlap"),
    ]);
    for (const { places } of findings) expect(places[0]!.label).toBe("第十八条");
  });

  test.each(OVERLAPS)("overlap: %s is %s", (_, classes, facts) => {
    const found = findings.filter(
      ({ code, witness }) => code === "class-overlap" && contains(factsOf(witness!), facts),
    );
    expect(found).toHaveLength(1);
    const witness = found[0]!.witness!;
    expect(witness.results).toMatchObject([{ rule: "管理类别", status: "冲突", value: classes }]);
    const outcome = replayed(witness)!;
    expect(outcome.status).toBe("冲突");
    expect(outcome.candidates.join("、")).toBe(classes);
  });

  test("the private 门诊 that is in two classes is of grade two or above", () => {
    const grades = findings
      .map(({ witness }) => factsOf(witness!))
      .filter((facts) => facts["医疗服务形式"] === "门诊" && facts["经营性质"] === "民营")
      .map((facts) => facts["医院等级"]);
    expect(grades).toHaveLength(1);
    expect(["二级", "三级"]).toContain(grades[0]);
  });

  const GAPS = [
    [
      "中小型连锁且开通统筹结算",
      { 机构类别: "定点零售药店", 连锁形式: "中小型连锁", 仅开通个人账户结算业务: false },
    ],
    [
      "民营未定级而非门诊",
      { 机构类别: "定点医疗机构", 经营性质: "民营", 医院等级: "未定级", 医疗服务形式: "住院" },
    ],
  ] as const;

  test.each(GAPS)("gap: %s", (_, facts) => {
    const found = findings.filter(
      ({ code, witness }) => code === "class-gap" && contains(factsOf(witness!), facts),
    );
    expect(found).toHaveLength(1);
    expect(replayed(found[0]!.witness!)!.status).toBe("未认定");
  });

  test("every witness can be pasted as a 用例, which passes", () => {
    for (const { witness } of findings) {
      const text = `${sources.policy.text.trimEnd()}\n${witness!.caseText}\n`;
      const again = compile({ ...sources, policy: { ...sources.policy, text } }, workspace);
      const added = runCases(again.program!).cases.at(-1)!;
      expect(added.case.name).toMatch(/^管理类别/);
      expect(added.passed).toBe(true);
    }
  });

  test("each proposed edit makes its finding go away", async () => {
    for (const finding of findings) {
      expect(finding.suggestions.length).toBeGreaterThan(1);
      for (const { edits } of finding.suggestions) {
        const after = await findsIn(withEdits(sources.policy.text, edits), finding);
        expect(after.filter(({ witness }) => sameFacts(witness, finding.witness))).toEqual([]);
      }
    }
  });
});

const contains = (
  facts: Readonly<Record<string, unknown>>,
  wanted: Readonly<Record<string, unknown>>,
): boolean => Object.entries(wanted).every(([name, value]) => facts[name] === value);

const sameFacts = (left: Witness | null, right: Witness | null): boolean =>
  left !== null && right !== null && left.facts.join() === right.facts.join();
