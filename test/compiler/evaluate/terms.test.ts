import { describe, expect, test } from "vitest";
import { checkAssertions } from "../../../compiler/evaluate/assertion.ts";
import { evaluate, evaluateWhere } from "../../../compiler/evaluate/evaluate.ts";
import { toDay } from "../../../compiler/evaluate/calendar.ts";
import { smallWorld, type SmallWorld } from "../../../compiler/evaluate/small-world.ts";
import type {
  Assertion,
  Condition,
  DatedValue,
  Indicator,
  Parameter,
  Term,
} from "../../../compiler/model/ir.ts";
import type { FactRecord } from "../../../compiler/model/facts.ts";
import type { Value } from "../../../compiler/model/value.ts";
import { rational } from "../../../language/index.ts";
import {
  always,
  compareTerms,
  date,
  DATE,
  field,
  follow,
  literal,
  measure,
  NUMBER,
  number,
  object,
  origin,
  parameter,
  program,
  read,
  record,
  reference,
  self,
  usedParameter,
  variable,
} from "../../support/program-builder.ts";

const SHOP = "机构";
const SHARE = { ...NUMBER, share: true } as const;
const YUAN = { ...NUMBER, dimension: "money", unit: "万元", scale: 2 } as const;
const objects = [
  object(SHOP, [
    field("支出", YUAN),
    field("收入", YUAN),
    field("复核日期", DATE),
    field("所在县区", { kind: "reference", object: "县区" }),
  ]),
];
const shop = self(SHOP);
const at = toDay({ year: 2025, month: 3, day: 31 });

const valueOf = (
  term: Term,
  facts: Readonly<Record<string, Value>>,
  more: Partial<SmallWorld> = {},
  parameters: readonly Parameter[] = [],
) => {
  const indicator: Indicator = {
    kind: "indicator",
    id: "指标",
    name: "指标",
    object: SHOP,
    origin: origin("指标"),
    value: term,
  };
  const records: readonly FactRecord[] = [record(SHOP, "甲", facts), ...(more.records ?? [])];
  const world = smallWorld({ ...more, records });
  return evaluate(program({ objects, decisions: [indicator], parameters }), world, { at }).outcomes.find(
    (each) => each.id === "甲",
  )!;
};

const ratio: Term = {
  kind: "arithmetic",
  operator: "divide",
  left: read(shop, "支出", YUAN),
  right: read(shop, "收入", YUAN),
  type: SHARE,
  origin: origin("支出除以收入"),
};

describe("numbers", () => {
  test("are exact and printed in their unit", () => {
    expect(valueOf(ratio, { 支出: number(1), 收入: number(8) }).value).toBe("12.5%");
    expect(valueOf(ratio, { 支出: number(1), 收入: number(3) }).value).toBe("约33.333333%");
    expect(valueOf(read(shop, "支出", YUAN), { 支出: number(23_200) }).value).toBe("2.32万元");
  });

  test("division by zero and overflow are reasons", () => {
    expect(valueOf(ratio, { 支出: number(1), 收入: number(0) })).toMatchObject({
      status: "未知",
      reasons: [{ kind: "除数为零", name: "支出除以收入" }],
    });
    const square: Term = { ...ratio, operator: "multiply" };
    expect(valueOf(square, { 支出: number(10n ** 8n), 收入: number(10n ** 7n) }).reasons).toMatchObject([
      { kind: "溢出" },
    ]);
    expect(valueOf(square, { 支出: number(10n ** 8n), 收入: number(10n ** 7n - 1n) }).reasons).toEqual([]);
  });

  test("aggregates of nobody and of unknown members", () => {
    const average: Term = {
      kind: "aggregate",
      function: "mean",
      candidates: {
        object: SHOP,
        variable: 1,
        scope: { kind: "everywhere" },
        where: always,
        except: shop,
        origin: origin("其他机构"),
      },
      of: read(variable(SHOP, 1), "支出", YUAN),
      type: YUAN,
      origin: origin("其他机构支出平均"),
    };
    expect(valueOf(average, {}).reasons).toMatchObject([{ kind: "空集合" }]);
    const others = [record(SHOP, "乙", { 支出: number(1) }), record(SHOP, "丙", { 支出: number(4) })];
    expect(valueOf(average, {}, { records: others }).value).toBe("0.00025万元");
    expect(valueOf(average, {}, { records: [...others, record(SHOP, "丁", {})] }).reasons).toMatchObject([
      { name: "支出", id: "丁" },
    ]);
  });
});

describe("parameters", () => {
  const value = (from: number | null, amount: number, region: string | null = null): DatedValue => ({
    from,
    region,
    value: number(amount),
    source: null,
  });
  const read1 = (values: readonly DatedValue[], supplied: readonly DatedValue[] = []) =>
    valueOf(usedParameter("标准"), {}, { parameters: new Map([["标准", supplied]]) }, [
      parameter("标准", { values }),
    ]);

  test("the newest that has begun counts, on its first day too", () => {
    expect(read1([value(at, 3), value(at - 1, 2), value(null, 1)]).value).toBe("3");
    expect(read1([value(at + 1, 3), value(at - 1, 2), value(null, 1)]).value).toBe("2");
  });

  test("without a value that has begun it is open, and says who decides", () => {
    expect(read1([value(at + 1, 3)])).toMatchObject({
      status: "需裁量",
      reasons: [{ kind: "参数未定", owner: "统筹地区医疗保障部门" }],
    });
  });

  test("a newer supplied value counts; on the same day the policy's stands", () => {
    expect(read1([value(at - 9, 3)], [value(at - 3, 4)]).value).toBe("4");
    expect(read1([value(at - 9, 3)], [value(at - 9, 4)]).value).toBe("3");
  });

  test("values by region", () => {
    const regional = usedParameter("标准", NUMBER, follow(shop, "所在县区", "县区"));
    const values = [value(null, 1), value(null, 7, "东区")];
    const found = (id: string) =>
      valueOf(regional, { 所在县区: reference("县区", id) }, { records: [record("县区", id, {})] }, [
        parameter("标准", { values }),
      ]).value;
    expect(found("东区")).toBe("7");
    expect(found("西区")).toBe("1");
  });
});

describe("periods", () => {
  const elapsed = (
    operator: ">=" | ">" | "<=",
    amount: number,
    unit: "day" | "month" | "year",
  ): Condition => ({
    kind: "elapsed",
    operator,
    word: operator,
    from: read(shop, "复核日期", DATE),
    to: { kind: "referenceDate", type: DATE, origin: origin("基准日") },
    amount: literal(number(amount)),
    unit,
    origin: origin("距上次复核日期"),
  });
  const holdsFrom = (condition: Condition, year: number, month: number, day: number) =>
    evaluateWhere(
      program({ objects, decisions: [] }),
      smallWorld({ records: [record(SHOP, "甲", { 复核日期: date(toDay({ year, month, day })) })] }),
      at,
      condition,
      SHOP,
    ).length === 1;

  test("已满2年 on the corresponding day, not the day before", () => {
    expect(holdsFrom(elapsed(">=", 2, "year"), 2023, 3, 31)).toBe(true);
    expect(holdsFrom(elapsed(">=", 2, "year"), 2023, 4, 1)).toBe(false);
  });

  test("a month without the corresponding day ends on its last day", () => {
    expect(holdsFrom(elapsed(">=", 1, "month"), 2025, 2, 28)).toBe(true);
    expect(holdsFrom(elapsed("<=", 2, "month"), 2025, 1, 31)).toBe(true);
    expect(holdsFrom(elapsed(">", 2, "month"), 2025, 1, 31)).toBe(false);
  });

  test("the first day is not counted", () => {
    expect(holdsFrom(elapsed("<=", 30, "day"), 2025, 3, 1)).toBe(true);
    expect(holdsFrom(elapsed("<=", 30, "day"), 2025, 2, 28)).toBe(false);
  });
});

describe("--where", () => {
  test("gives the records for which the condition is 真, sorted", () => {
    const records = ["乙", "甲", "丙"].map((id, index) =>
      record(SHOP, id, index === 2 ? {} : { 支出: number(index) }),
    );
    const condition = compareTerms(read(shop, "支出", YUAN), ">=", literal(number(0)));
    expect(
      evaluateWhere(program({ objects, decisions: [] }), smallWorld({ records }), at, condition, SHOP),
    ).toEqual(["乙", "甲"]);
  });
});

describe("claims of the text", () => {
  const claim = (written: number, more: Partial<Assertion> = {}): Assertion => ({
    id: "断言1",
    operator: "approximately",
    left: { ...ratio, left: literal(number(2_624_700), YUAN), right: literal(number(111)), type: YUAN },
    right: literal({ kind: "number", value: rational(written, 1) }, YUAN),
    digits: 2,
    writtenUnit: rational(10_000n),
    knownFailure: null,
    origin: origin("平均服务2.32万人"),
    ...more,
  });
  const check = (assertion: Assertion) =>
    checkAssertions({ ...program({ objects, decisions: [] }), assertions: [assertion] })[0]!;

  test("约等于 is equality after rounding to the written digits", () => {
    expect(check(claim(23_600))).toMatchObject({ holds: true, passed: true });
    expect(check(claim(23_200))).toMatchObject({
      holds: false,
      passed: false,
      expected: "2.32万元",
      actual: "约2.364595万元",
    });
  });

  test("one that is known to fail passes only while it fails", () => {
    expect(check(claim(23_200, { knownFailure: "原文数字有误" })).passed).toBe(true);
    expect(check(claim(23_600, { knownFailure: "原文数字有误" })).passed).toBe(false);
  });

  test("a claim that cannot be computed does not hold", () => {
    expect(
      check(claim(1, { left: { ...ratio, left: literal(number(1)), right: literal(number(0)) } })),
    ).toMatchObject({
      holds: false,
      actual: "无法计算",
      reasons: [{ kind: "除数为零" }],
    });
  });

  test("an indicator beside a rule leaves the rule alone", () => {
    expect(
      evaluate(
        program({ objects, decisions: [measure("规则", SHOP, always)] }),
        smallWorld({ records: [] }),
        { at },
      ).outcomes,
    ).toEqual([]);
  });
});
