import { expect, test } from "vitest";
import { checkAssertions } from "../../../compiler/evaluate/index.ts";
import { compile } from "../../../compiler/pipeline.ts";

const claimOf = (claim: string) => {
  const text = `【政策】
名称：示例市公共厕所建设规划；
地区：示例市；
制定机关：示例市城市管理局；
阶段：正式；
印发日期：2024年12月20日；
施行：2025年1月1日；
【完】
示例市公共厕所建设规划

第一条　全市现有公共厕所480处，其中镇区120处。

【断言】
${claim}。
【完】
`;
  const { program } = compile({ policy: { name: "规划.tiaowen", text }, vocabularies: [] });
  return checkAssertions(program!)[0]!;
};

test.each([
  ["300处除以480处约等于百分之六十三", true],
  ["120处除以480处约等于百分之二十", false],
  ["120处除以480处约等于百分之二十五点零", true],
  ["120处除以480处约等于百分之二十五点一", false],
  ["480处除以480处约等于百分之百", true],
  ["200处除以480处约等于百分之百", false],
  ["3处除以2000处约等于千分之二", true],
  ["3处除以2000处约等于千分之三", false],
  ["3处除以2000处约等于万分之十五", true],
  ["100处除以480处约等于二成", true],
  ["150处除以480处约等于二成", false],
  ["320处除以481处约等于三分之二", true],
  ["120处除以481处约等于三分之二", false],
  ["120处除以480处约等于25％", true],
  ["120处除以480处约等于24％", false],
  ["120处除以480处约等于250‰", true],
  ["262万人除以111处约等于2.36万人", true],
])("a claim is as exact as its words: %s", (claim, holds) => {
  expect(claimOf(claim).holds).toBe(holds);
});

test("what does not compute is told in shares, as it is written", () => {
  expect(claimOf("120处除以480处约等于百分之二十")).toMatchObject({ actual: "25%", expected: "20%" });
});
