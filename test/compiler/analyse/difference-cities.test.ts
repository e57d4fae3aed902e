import { expect, test } from "vitest";
import { findDifference } from "../../../compiler/analyse/difference/index.ts";
import type { DifferenceAnswer, SideResult } from "../../../compiler/analyse/difference-query.ts";
import type { Program } from "../../../compiler/model/ir.ts";
import { compileCity, mudanjiang, yangjiang } from "../../support/city.ts";

const left = compileCity(mudanjiang).program!;
const right = compileCity(yangjiang).program!;

const side = (program: Program, name: string | null) => ({
  program,
  decision: program.decisions.find((each) => each.name === name) ?? null,
});

const ask = (
  first: string | null,
  second: string | null,
  wanted: (left: SideResult, right: SideResult) => boolean,
): Promise<DifferenceAnswer> =>
  findDifference(
    {
      left: side(left, first),
      right: side(right, second),
      at: 20_513, // 2026年3月1日
      wanted,
      focus: [],
      keepParameters: false,
    },
    { limits: { steps: 100_000, milliseconds: 1000 }, second: null, seed: 1 },
  );

const different = (one: SideResult, other: SideResult): boolean =>
  one.status !== other.status || one.value !== other.value;

const pair =
  (first: string, second: string | null) =>
  (one: SideResult, other: SideResult): boolean =>
    one.status === first && other.status === second;

const factsOf = (answer: DifferenceAnswer): Readonly<Record<string, unknown>> => {
  if (answer.kind !== "found") throw new Error(JSON.stringify(answer));
  const record = answer.world.records.find(({ id }) => id === answer.record.id)!;
  return Object.fromEntries(
    Array.from(record.facts, ([field, value]) => [field, "value" in value && value.value]),
  );
};

const proofOf = (answer: DifferenceAnswer): string => (answer.kind === "none" ? answer.proof : answer.kind);

test("both cities say the same of funds and of totals", async () => {
  expect(proofOf(await ask("基金运行情形", "基金运行情形", different))).toBe("structure");
  expect(proofOf(await ask("总量平衡", "总量平衡", different))).toBe("structure");
});

test("key projects are exempt in 阳江 only", async () => {
  const answer = await ask("稳慎新增", "稳慎新增", pair("不符合", "不适用"));
  expect(
    Object.entries(factsOf(answer)).some(([name, value]) => /重点建设项目/.test(name) && value === true),
  ).toBe(true);
  const never = (one: SideResult, other: SideResult): boolean =>
    one.status !== "不符合" && other.status === "不符合";
  expect(proofOf(await ask("稳慎新增", "稳慎新增", never))).toBe("own");
});

test("the distance is open in 牡丹江, and 1.5公里 in 阳江; pharmacies are not meant in 牡丹江", async () => {
  const farther = await ask("十五分钟服务圈", "十五分钟服务圈", pair("成立", "不成立"));
  expect(farther.kind === "found" && [...(farther.world.parameters ?? [])].map(([name]) => name)).toEqual([
    "服务圈半径",
  ]);
  const pharmacy = await ask("十五分钟服务圈", "十五分钟服务圈", pair("不适用", "成立"));
  expect(factsOf(pharmacy)["申请类别"]).toBe("零售药店");
  const open = await ask("十五分钟服务圈", "十五分钟服务圈", pair("需裁量", "成立"));
  expect(open.kind).toBe("found");
});

test("too few pharmacies against none at all", async () => {
  const few = await ask("相对不足区域的药店", "无药店区域", pair("成立", "不成立"));
  expect(few.kind === "found" && few.world.records.some(({ object }) => object === "定点医药机构")).toBe(
    true,
  );
  expect((await ask("相对不足区域的药店", "无药店区域", pair("不成立", "成立"))).kind).toBe("found");
});

test("rules that one city lacks", async () => {
  for (const [name, status] of [
    ["自然退出", "成立"],
    ["全覆盖复查", "成立"],
    ["管理类别", "已认定"],
    ["双通道药店覆盖", "不符合"],
    ["考核淘汰", "成立"],
  ] as const)
    expect([name, (await ask(name, null, pair(status, null))).kind]).toEqual([name, "found"]);
});
