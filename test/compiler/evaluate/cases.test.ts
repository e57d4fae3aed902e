import { describe, expect, test } from "vitest";
import { runCases } from "../../../compiler/evaluate/case.ts";
import type { Case, CaseExpectation } from "../../../compiler/model/ir.ts";
import type { Value } from "../../../compiler/model/value.ts";
import {
  BOOLEAN,
  compareTerms,
  exception,
  field,
  holds,
  measure,
  NUMBER,
  number,
  object,
  origin,
  parameter,
  program,
  read,
  self,
  some,
  truth,
  usedParameter,
} from "../../support/program-builder.ts";

const SHOP = "机构";
const shop = self(SHOP);
const quote = [{ path: "16", label: "第十六条", quote: "业务量极少", span: { start: 0, end: 5 } }];
const base = program({
  objects: [object(SHOP, [field("业务量", NUMBER), field("申请退出", BOOLEAN), field("重点项目", BOOLEAN)])],
  parameters: [parameter("标准")],
  exceptions: [exception("重点建设项目", SHOP, holds(shop, "重点项目"))],
  decisions: [
    measure(
      "退出",
      SHOP,
      some(
        compareTerms(read(shop, "业务量"), "<", usedParameter("标准"), { item: "（一）", basis: quote }),
        holds(shop, "申请退出", { item: "（二）" }),
      ),
      { exceptions: ["重点建设项目"] },
    ),
  ],
});

const expectation = (more: Partial<CaseExpectation>): CaseExpectation => ({
  id: "甲",
  about: "退出",
  status: null,
  value: null,
  because: [],
  quotes: [],
  origin: origin("则"),
  ...more,
});

const scenario = (
  facts: Readonly<Record<string, Value>>,
  expectations: readonly CaseExpectation[],
  more: Partial<Case> = {},
): Case => ({
  name: "用例",
  origin: origin("用例"),
  referenceDate: 20_000,
  parameters: [],
  records: [{ object: SHOP, id: "甲", facts: new Map(Object.entries({ 重点项目: truth(false), ...facts })) }],
  distances: [],
  readings: new Map(),
  recordedReasons: [],
  expectations,
  knownFailure: null,
  ...more,
});

const run = (...cases: Case[]) => runCases({ ...base, cases });
const standard = { parameters: [{ name: "标准", region: null, value: number(10) }] };

describe("cases", () => {
  test("expect a status, a reason and a quotation", () => {
    const few = scenario(
      { 业务量: number(5), 申请退出: truth(false) },
      [expectation({ status: "成立", because: ["业务量", "标准"], quotes: ["业务量极少"] })],
      standard,
    );
    const open = scenario({ 业务量: number(5), 申请退出: truth(false) }, [
      expectation({ status: "需裁量", because: ["标准"] }),
    ]);
    const key = scenario({ 重点项目: truth(true) }, [
      expectation({ status: "不适用", quotes: ["重点建设项目"] }),
    ]);
    expect(run(few, open, key).cases.map((each) => each.passed)).toEqual([true, true, true]);
  });

  test("say what they got instead", () => {
    const [result] = run(
      scenario({ 业务量: number(15), 申请退出: truth(false) }, [expectation({ status: "成立" })], standard),
    ).cases;
    expect(result).toMatchObject({
      passed: false,
      expectations: [{ met: false, expected: "成立", actual: "不成立" }],
    });
    expect(result!.expectations[0]!.message).toBe("“甲”预期为成立，实际为不成立。");
    const [lacking] = run(
      scenario({ 申请退出: truth(true) }, [expectation({ status: "成立", quotes: ["业务量极少"] })]),
    ).cases;
    expect(lacking!.expectations[0]!.message).toContain("没有引用“业务量极少”");
    const [stranger] = run(scenario({}, [expectation({ id: "乙", status: "成立" })])).cases;
    expect(stranger!.expectations[0]!.message).toContain("用例中没有“乙”");
  });

  test("expect a modality: the force and whether it is one in principle, not the very word", () => {
    const asking = (modality: NonNullable<CaseExpectation["modality"]>): Case =>
      scenario({ 申请退出: truth(true) }, [expectation({ status: "成立", modality })]);
    const { cases } = run(
      asking({ force: "stated", inPrinciple: false }),
      asking({ force: "must", inPrinciple: false }),
      asking({ force: "stated", inPrinciple: true }),
    );
    expect(cases.map((each) => each.passed)).toEqual([true, false, false]);
    expect(cases[1]!.expectations[0]!.message).toBe("“甲”的结果与预期相符，但情态为“陈述式”。");
  });

  test("one known to fail passes only while it fails", () => {
    const wrong = scenario({ 申请退出: truth(true) }, [expectation({ status: "不成立" })], {
      knownFailure: "原文如此",
    });
    const right = scenario({ 申请退出: truth(true) }, [expectation({ status: "成立" })], {
      knownFailure: "原文如此",
    });
    expect(run(wrong, right).cases.map((each) => each.passed)).toEqual([true, false]);
  });

  test("need a day", () => {
    expect(run(scenario({}, [], { referenceDate: null })).cases[0]).toMatchObject({ passed: false });
  });

  test("tell which rules, items and exceptions they reach", () => {
    const { coverage } = run(scenario({ 申请退出: truth(true) }, [expectation({ status: "成立" })]));
    expect(coverage.rules.map((each) => [each.id, each.reached])).toEqual([["退出", true]]);
    expect(coverage.items.map((each) => [each.item, each.reached])).toEqual([
      ["（一）", false],
      ["（二）", true],
    ]);
    expect(coverage.exceptions.map((each) => [each.id, each.reached])).toEqual([["重点建设项目", false]]);
  });
});
