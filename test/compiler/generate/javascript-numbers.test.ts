import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compare, multiply, rational, type Rational } from "../../../language/index.ts";
import type { ComparisonOperator, Decision, Program, Term } from "../../../compiler/model/ir.ts";
import type { NumberType, Type } from "../../../compiler/model/type.ts";
import { asGenerated, loadValidator, type Validator } from "../../differential/javascript-module.ts";
import {
  compareTerms,
  field,
  literal,
  measure,
  NUMBER,
  object,
  origin,
  parameter,
  program,
  read,
  self,
  usedParameter,
} from "../../support/program-builder.ts";

const OBJECT = "机构";
const OPERATORS = ["=", "!=", "<", "<=", ">", ">="] as const;

const SHARE: NumberType = { ...NUMBER, share: true, scale: 2 };
const typeOf = (scale: number, unit: string | null = null): NumberType => ({
  ...NUMBER,
  scale,
  unit,
  dimension: unit === null ? "pure" : "money",
});

const fact = (name: string, type: Type): Term => read(self(OBJECT), name, type);
const number = (above: bigint | number, below: bigint | number = 1): Term =>
  literal({ kind: "number", value: rational(above, below) });
const arithmetic = (operator: "add" | "subtract" | "multiply" | "divide", left: Term, right: Term): Term => ({
  kind: "arithmetic",
  operator,
  left,
  right,
  type: NUMBER,
  origin: origin("算式"),
});

/** A rule for each operator, named by it. */
const rulesOf = (name: string, left: Term, right: Term): readonly Decision[] =>
  OPERATORS.map((operator) => measure(`${name}${operator}`, OBJECT, compareTerms(left, operator, right)));

const withFields = (
  fields: Readonly<Record<string, Type>>,
  decisions: readonly Decision[],
  more: Parameters<typeof program>[0]["parameters"] = [],
): Program =>
  program({
    objects: [
      object(
        OBJECT,
        Object.entries(fields).map(([name, type]) => field(name, type)),
      ),
    ],
    decisions,
    parameters: more,
  });

const holds = (operator: ComparisonOperator, sign: number): boolean =>
  ({ "=": sign === 0, "!=": sign !== 0, "<": sign < 0, "<=": sign <= 0, ">": sign > 0, ">=": sign >= 0 })[
    operator
  ];

type Facts = Readonly<Record<string, number | string | null>>;

/** What rows and columns say of a record; they must say the same. */
const statusesOf = (
  validator: Validator,
  context: unknown,
  facts: Facts,
): Readonly<Record<string, string>> => {
  const { check, batch } = validator.of(OBJECT);
  const statuses = check({ 编号: "甲", ...facts }, context);
  const columns = Object.fromEntries(
    Object.entries(facts).flatMap(([name, value]) =>
      typeof value === "string"
        ? []
        : [[name, { values: Float64Array.of(value ?? 0), nulls: Uint8Array.of(value === null ? 1 : 0) }]],
    ),
  );
  if (Object.keys(columns).length === Object.keys(facts).length) {
    const found = batch({ length: 1, columns }, context).statuses;
    expect(
      Object.fromEntries(Object.entries(found).map(([id, codes]) => [id, validator.statuses[codes[0]!]])),
    ).toEqual(statuses);
  }
  return statuses;
};

const expectSigns = (statuses: Readonly<Record<string, string>>, name: string, sign: number): void => {
  for (const operator of OPERATORS) {
    expect(statuses[`${name}${operator}`], `${name}${operator}`).toBe(
      holds(operator, sign) ? "成立" : "不成立",
    );
  }
};

const AT = { at: "2025-06-01" };

describe("no binary fraction decides", () => {
  test("0.1 + 0.2 is 0.3, thirds lie between decimals, 10^15 − 1 is not 10^15 − 2, shares are percentages", async () => {
    const types = { 小数: typeOf(2), 六位: typeOf(6), 大数: typeOf(0), 比例: SHARE, 万元: typeOf(2, "万元") };
    const validator = await loadValidator(
      withFields(types, [
        ...rulesOf("三分", fact("小数", types.小数), number(3, 10)),
        ...rulesOf("三分之一", fact("六位", types.六位), number(1, 3)),
        ...rulesOf("最大", fact("大数", types.大数), number(10n ** 15n - 1n)),
        ...rulesOf("百分比", fact("比例", SHARE), number(8525, 10_000)),
        ...rulesOf("金额", fact("万元", types.万元), number(120_300)),
      ]),
      asGenerated,
    );
    const context = validator.createContext(AT);
    const cases: readonly (readonly [string, string, number | string, number])[] = [
      ["小数", "三分", 0.1 + 0.2, 0],
      ["小数", "三分", "0.3", 0],
      ["小数", "三分", 0.29, -1],
      ["小数", "三分", "0.31", 1],
      ["六位", "三分之一", 0.333333, -1],
      ["六位", "三分之一", 0.333334, 1],
      ["大数", "最大", 999_999_999_999_999, 0],
      ["大数", "最大", 999_999_999_999_998, -1],
      ["比例", "百分比", 85.25, 0],
      ["比例", "百分比", "85.25%", 0],
      ["比例", "百分比", 85.24, -1],
      ["比例", "百分比", "85.26%", 1],
      ["万元", "金额", 12.03, 0],
      ["万元", "金额", 12.02, -1],
      ["万元", "金额", "12.04", 1],
    ];
    for (const [name, rule, value, sign] of cases) {
      expectSigns(statusesOf(validator, context, { [name]: value }), rule, sign);
      const { explain } = validator.of(OBJECT);
      const told = explain({ 编号: "甲", [name]: value }, context);
      expectSigns(Object.fromEntries(told.map((outcome) => [outcome.decision, outcome.status])), rule, sign);
      for (const operator of OPERATORS) {
        expect(statusesOf(validator, context, { [name]: null })[`${rule}${operator}`]).toBe("未知");
      }
    }
  });

  test("facts and parameters close to each other, on every scale", async () => {
    expect.hasAssertions();
    for (const scale of [0, 1, 2, 4, 6]) {
      const type = typeOf(scale);
      const [first, second] = [fact("甲", type), fact("乙", type)];
      const limit = usedParameter("标准", type);
      const validator = await loadValidator(
        withFields(
          { 甲: type, 乙: type },
          [
            ...rulesOf("参数", first, limit),
            ...rulesOf("两项", first, second),
            ...rulesOf("合计", arithmetic("add", first, second), arithmetic("add", limit, number(1, 3))),
            ...rulesOf("比值", arithmetic("divide", first, second), limit),
            ...rulesOf(
              "增长",
              arithmetic("divide", arithmetic("subtract", first, second), second),
              number(1, 2),
            ),
            ...rulesOf("乘积", arithmetic("multiply", first, second), limit),
          ],
          [parameter("标准", { type })],
        ),
        asGenerated,
      );
      fc.assert(
        fc.property(nearby, nearby, nearby, fc.integer({ min: -1, max: 1 }), (one, two, standard, close) => {
          const steps = [
            one,
            close === 0 ? one : two,
            standard === 0n ? one + BigInt(close) : standard,
          ] as const;
          const [a, b, c] = steps.map((each) => rational(each, 10n ** BigInt(scale))) as [
            Rational,
            Rational,
            Rational,
          ];
          const declared = steps.map((each) => Number(each) / 10 ** scale);
          const context = validator.createContext({
            ...AT,
            parameters: [{ name: "标准", value: scale === 0 ? declared[2] : decimal(steps[2], scale) }],
          });
          const statuses = statusesOf(validator, context, { 甲: declared[0]!, 乙: declared[1]! });
          expectSigns(statuses, "参数", compare(a, c));
          expectSigns(statuses, "两项", compare(a, b));
          const third = { numerator: c.numerator * 3n + c.denominator, denominator: c.denominator * 3n };
          const sum = rational(
            a.numerator * b.denominator + b.numerator * a.denominator,
            a.denominator * b.denominator,
          );
          expectComputed(statuses, "合计", [sum, third], compare(sum, third));
          const product = multiply(a, b);
          expectComputed(statuses, "乘积", [product], compare(product, c));
          const ratio =
            b.numerator === 0n ? null : rational(a.numerator * b.denominator, a.denominator * b.numerator);
          expectComputed(statuses, "比值", [ratio], ratio === null ? 0 : compare(ratio, c));
          const growth =
            ratio === null ? null : rational(ratio.numerator - ratio.denominator, ratio.denominator);
          const difference = rational(
            a.numerator * b.denominator - b.numerator * a.denominator,
            a.denominator * b.denominator,
          );
          expectComputed(
            statuses,
            "增长",
            [difference, growth],
            growth === null ? 0 : compare(growth, rational(1, 2)),
          );
        }),
        { numRuns: 120 },
      );
    }
  });
});

/** Division by zero and results of 10^15 and more are open. */
const expectComputed = (
  statuses: Readonly<Record<string, string>>,
  name: string,
  results: readonly (Rational | null)[],
  sign: number,
): void => {
  const large = (value: Rational): boolean =>
    compare(
      { ...value, numerator: value.numerator < 0n ? -value.numerator : value.numerator },
      rational(10n ** 15n),
    ) >= 0;
  if (results.some((value) => value === null || large(value))) {
    for (const operator of OPERATORS) expect(statuses[`${name}${operator}`], name).toBe("未知");
  } else expectSigns(statuses, name, sign);
};

/** Small numbers, and numbers near the largest that a fact can be. */
const nearby = fc.oneof(
  fc.bigInt({ min: -6n, max: 6n }),
  fc.bigInt({ min: -(10n ** 8n), max: 10n ** 8n }),
  fc.bigInt({ min: 10n ** 15n - 4n, max: 10n ** 15n - 1n }),
  fc.bigInt({ min: 1n - 10n ** 15n, max: 4n - 10n ** 15n }),
  fc.bigInt({ min: 31_622_775n, max: 31_622_778n }),
);

const decimal = (steps: bigint, scale: number): string => {
  const digits = String(steps < 0n ? -steps : steps).padStart(scale + 1, "0");
  return `${steps < 0n ? "-" : ""}${digits.slice(0, -scale)}.${digits.slice(-scale)}`;
};
