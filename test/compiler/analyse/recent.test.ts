import { describe, expect, it, test } from "vitest";
import { analysePolicy } from "../../../compiler/analyse-policy.ts";
import { createProbeMemo, type ProbeMemo } from "../../../compiler/analyse/probe.ts";
import { createRecent } from "../../../compiler/analyse/recent.ts";
import { compile } from "../../../compiler/index.ts";
import { compileCity, mudanjiang, yangjiang, type City } from "../../support/city.ts";

describe("what is remembered", () => {
  it("stays while it is asked for, and goes when it has not been for long", () => {
    const recent = createRecent<number>(10);
    recent.set("often", 1);
    recent.set("once", 2);
    for (let round = 0; round < 100; round += 1) {
      recent.set(`new ${round}`, round);
      expect(recent.get("often")).toBe(1);
    }
    expect(recent.get("once")).toBeUndefined();
    expect(recent.get("new 0")).toBeUndefined();
  });
});

const vocabularies = compileCity(mudanjiang).vocabularies.map(({ source }) => source);

const findingsOf = async (city: City, text: string, memo: ProbeMemo) => {
  const compiled = compile({ policy: { ...city.policy, text }, vocabularies });
  const limits = { steps: 100_000, milliseconds: 2000 };
  const { findings } = (await analysePolicy(compiled, { at: 20_513, limits, second: null, memo }))!;
  return findings.map(({ message, ...rest }) => ({
    ...rest,
    message: message.replaceAll(/用时\d+毫秒/gu, ""),
  }));
};

test.each([
  [mudanjiang, "年度医保业务量低于业务量极少标准，", "年度医保业务量不超过业务量极少标准，"],
  [yangjiang, "（一）步行1.5公里内有机构类型相同的", "（一）步行1.6公里内有机构类型相同的"],
] as const)("after an edit the same is found as without anything remembered", async (city, before, after) => {
  const { text } = city.policy;
  const edited = text.replace(before, after);
  expect(edited).not.toBe(text);
  const memo = createProbeMemo();
  const first = await findingsOf(city, text, memo);
  expect(await findingsOf(city, edited, memo)).toEqual(await findingsOf(city, edited, createProbeMemo()));
  expect(await findingsOf(city, text, memo)).toEqual(first);
});
