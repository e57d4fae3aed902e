import { describe, expect, test } from "vitest";
import { evaluate } from "../../../compiler/evaluate/evaluate.ts";
import { smallWorld, type SmallWorld } from "../../../compiler/evaluate/small-world.ts";
import type { Classification, Condition, Decision, Force, MeasureRule } from "../../../compiler/model/ir.ts";
import type { Value } from "../../../compiler/model/value.ts";
import {
  always,
  BOOLEAN,
  choice,
  enumeration,
  exception,
  field,
  holds,
  measure,
  modality,
  object,
  origin,
  program,
  record,
  requirement,
  self,
  truth,
} from "../../support/program-builder.ts";

const SHOP = "机构";
const names = ["甲项", "乙项", "丙项"];
const is = (name: string): Condition => holds(self(SHOP), name);
const objects = [
  object(
    SHOP,
    names.map((name) => field(name, BOOLEAN)),
  ),
];

const run = (
  decisions: readonly Decision[],
  facts: Readonly<Record<string, Value>>,
  more: Partial<SmallWorld> = {},
) =>
  evaluate(
    program({
      objects,
      decisions,
      exceptions: [exception("免除", SHOP, is("丙项")), exception("他类", "别的", always)],
    }),
    smallWorld({ records: [record(SHOP, "一", facts)], ...more }),
    { at: 0 },
  );

const yes = truth(true);
const no = truth(false);

describe("exceptions of a measure", () => {
  const rule = measure("规则", SHOP, is("甲项"), { subject: is("乙项"), exceptions: ["免除", "他类"] });
  const status = (facts: Readonly<Record<string, Value>>) => run([rule], facts).outcomes[0]!;

  test.each<[string, Readonly<Record<string, Value>>]>([
    ["成立", { 甲项: yes, 乙项: yes, 丙项: no }],
    ["不成立", { 甲项: no, 乙项: yes, 丙项: yes }],
    ["不成立", { 甲项: no, 乙项: yes }],
    ["不适用", { 甲项: yes, 乙项: yes, 丙项: yes }],
    ["不适用", { 乙项: yes, 丙项: yes }],
    ["不适用", { 甲项: yes, 乙项: no }],
    ["未知", { 甲项: yes, 乙项: yes }],
    ["未知", { 甲项: yes, 丙项: no }],
  ])("%s for %j", (expected, facts) => {
    expect(status(facts).status).toBe(expected);
  });

  test("the exception is named", () => {
    expect(status({ 甲项: yes, 乙项: yes, 丙项: yes }).reason).toBe("适用例外“免除”");
  });
});

describe("a requirement", () => {
  const rule = requirement("条件", SHOP, is("甲项"), {
    applicability: is("乙项"),
    modality: modality("must", true, "原则上应当"),
    exceptions: ["免除"],
  });

  test.each<[string, Readonly<Record<string, Value>>]>([
    ["符合", { 甲项: yes, 乙项: yes, 丙项: no }],
    ["不符合", { 甲项: no, 乙项: yes, 丙项: no }],
    ["不适用", { 甲项: no, 乙项: no }],
    ["不适用", { 甲项: no, 乙项: yes, 丙项: yes }],
    ["未知", { 甲项: no, 乙项: yes }],
    ["未知", { 乙项: yes, 丙项: no }],
  ])("%s for %j", (expected, facts) => {
    expect(run([rule], facts).outcomes[0]!.status).toBe(expected);
  });

  test("a recorded reason stands beside a departure from 原则上, and only there", () => {
    const recordedReasons = [{ id: "一", rule: "条件", reason: "偏远山区" }];
    const departed = run([rule], { 甲项: no, 乙项: yes, 丙项: no }, { recordedReasons }).outcomes[0]!;
    expect(departed).toMatchObject({ status: "不符合", modality: "原则上应当", reason: "偏远山区" });
    expect(
      run([rule], { 甲项: yes, 乙项: yes, 丙项: no }, { recordedReasons }).outcomes[0]!.reason,
    ).toBeNull();
  });
});

describe("a classification", () => {
  const CLASSES = enumeration("类", ["A类", "B类"]);
  const classes = (otherwise: string | null): Classification => ({
    kind: "classification",
    id: "类",
    name: "类",
    object: SHOP,
    origin: origin("类"),
    subject: always,
    items: [
      { condition: is("甲项"), value: choice("A类"), origin: origin("甲", { item: "（一）" }) },
      { condition: is("乙项"), value: choice("B类"), origin: origin("乙", { item: "（二）" }) },
      { condition: is("丙项"), value: choice("A类"), origin: origin("丙", { item: "（三）" }) },
    ],
    otherwise: otherwise === null ? null : { value: choice(otherwise), origin: origin("其他") },
    type: CLASSES,
  });

  test.each<[string, string | null, readonly string[], Readonly<Record<string, Value>>, string | null]>([
    ["已认定", "A类", [], { 甲项: yes, 乙项: no }, null],
    ["已认定", "A类", [], { 甲项: yes, 乙项: no, 丙项: yes }, null],
    ["冲突", null, ["A类", "B类"], { 甲项: yes, 乙项: yes }, null],
    ["未知", null, ["A类", "B类"], { 甲项: yes }, null],
    ["未认定", null, [], { 甲项: no, 乙项: no, 丙项: no }, null],
    ["已认定", "B类", [], { 甲项: no, 乙项: no, 丙项: no }, "B类"],
    ["未知", null, ["A类", "B类"], { 甲项: no, 乙项: no }, "B类"],
    ["未知", null, ["A类"], { 甲项: no, 乙项: no }, null],
  ])("%s %s %j for %j, else %s", (status, value, candidates, facts, otherwise) => {
    expect(run([classes(otherwise)], facts).outcomes[0]).toMatchObject({ status, value, candidates });
  });
});

describe("measures on one record", () => {
  const ordering = (id: string, force: Force, inPrinciple: boolean, ordered = "新增定点"): MeasureRule =>
    measure(id, SHOP, always, {
      orders: [{ modality: modality(force, inPrinciple), measure: ordered, origin: origin(id) }],
    });

  test.each<[Force, boolean, boolean, number]>([
    ["must", false, false, 1],
    ["must", false, true, 1],
    ["stated", false, false, 1],
    ["may", false, false, 1],
    ["may", false, true, 0],
    ["encourage", false, false, 0],
    ["mustNot", false, false, 0],
  ])("%s (原则上 %s) against 不得 (原则上 %s): %i", (force, inPrinciple, forbidden, count) => {
    const found = run([ordering("甲规则", force, inPrinciple), ordering("乙规则", "mustNot", forbidden)], {});
    const sides = found.conflicts.map(({ left, right }) => [left.rule, right.rule]);
    expect(sides).toEqual(count === 0 ? [] : [["甲规则", "乙规则"]]);
  });

  test("different measures stand side by side", () => {
    expect(
      run([ordering("甲规则", "must", false), ordering("乙规则", "mustNot", false, "限期整改")], {})
        .conflicts,
    ).toEqual([]);
  });
});

test("a definition has no effect of its own: it is reported only where it is named", () => {
  const definition: Decision = {
    kind: "definition",
    id: "重点机构",
    name: "重点机构",
    object: SHOP,
    origin: origin("重点机构"),
    condition: is("甲项"),
  };
  const parts = program({ objects, decisions: [definition, measure("规则", SHOP, is("甲项"))] });
  const world = smallWorld({ records: [record(SHOP, "一", { 甲项: yes })] });
  const rules = (only?: readonly string[]) =>
    evaluate(parts, world, { at: 0, ...(only ? { only } : {}) }).outcomes.map(({ rule }) => rule);
  expect(rules()).toEqual(["规则"]);
  expect(rules(["重点机构"])).toEqual(["重点机构"]);
});
