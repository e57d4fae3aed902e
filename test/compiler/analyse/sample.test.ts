import { describe, expect, test } from "vitest";
import { sampleProperties } from "../../../compiler/analyse/index.ts";
import type { Classification, Condition, Decision, Property } from "../../../compiler/model/ir.ts";
import {
  always,
  BOOLEAN,
  choice,
  compareTerms,
  enumeration,
  every,
  field,
  follow,
  holds,
  literal,
  measure,
  negated,
  NUMBER,
  number,
  object,
  origin,
  parameter,
  program,
  read,
  self,
  usedParameter,
  variable,
} from "../../support/program-builder.ts";

const SHOP = "定点医药机构";
const shop = self(SHOP);
const COUNT = { ...NUMBER, dimension: "count", unit: "笔", integer: true, scale: 0 } as const;
const KIND = enumeration("类别", ["医疗机构", "零售药店"]);
const isShop: Condition = {
  kind: "oneOf",
  left: read(shop, "类别", KIND),
  values: [choice("零售药店")],
  origin: origin("零售药店"),
};
const volume = read(shop, "业务量", COUNT);

const classes = (second: Condition): Classification => ({
  kind: "classification",
  id: "管理类别",
  name: "管理类别",
  object: SHOP,
  origin: origin("管理类别"),
  subject: always,
  items: [
    { condition: every(isShop, holds(shop, "仅个人账户")), value: choice("A类"), origin: origin("（一）") },
    { condition: second, value: choice("C类"), origin: origin("（二）") },
  ],
  otherwise: null,
  type: enumeration("管理类别", ["A类", "C类"]),
});

const few = measure("业务量少", SHOP, compareTerms(volume, "<", literal(number(100))));
const fewer = measure("业务量极少", SHOP, compareTerms(volume, "<", usedParameter("标准", COUNT)));
const half = measure("业务量不足一半", SHOP, compareTerms(volume, "<=", literal(number(50))));

const base = { name: "性质", origin: origin("性质"), knownFailure: null };

const check = (decisions: readonly Decision[], property: Property) =>
  sampleProperties(
    {
      ...program({
        objects: [
          object(SHOP, [
            field("业务量", COUNT),
            field("类别", KIND),
            field("仅个人账户", BOOLEAN),
            field("单体", BOOLEAN),
            field("所在县区", { kind: "reference", object: "县区" }),
          ]),
          object("县区", []),
        ],
        decisions,
        parameters: [parameter("标准", { type: COUNT })],
      }),
      properties: [property],
    },
    { seed: 7, runs: 300 },
  )[0]!;

describe("sampling of laws", () => {
  test("finds an overlap and shrinks it to the facts that matter", () => {
    const found = check([classes(holds(shop, "单体"))], {
      ...base,
      kind: "noConflict",
      decision: "管理类别",
    });
    expect(found).toMatchObject({ status: "反例", passed: false });
    expect(found.counterexample!.others).toEqual([]);
    expect(Object.fromEntries(found.counterexample!.record.facts)).toEqual({
      类别: choice("零售药店"),
      仅个人账户: { kind: "boolean", value: true },
      单体: { kind: "boolean", value: true },
    });
    expect(found.message).toContain("“管理类别”为冲突（A类、C类）");
  });

  test("finds a hole, and passes where there is none", () => {
    const gap = { ...base, kind: "noGap", decision: "管理类别" } as const;
    expect(check([classes(holds(shop, "单体"))], gap).status).toBe("反例");
    expect(check([classes(negated(every(isShop, holds(shop, "仅个人账户"))))], gap)).toMatchObject({
      status: "抽样通过",
      passed: true,
      runs: 300,
    });
  });

  test("compares a result with that of more", () => {
    const rising = { kind: "monotone", decision: "业务量少", field: "业务量" } as const;
    expect(check([few], { ...base, ...rising, direction: "decreasing" }).status).toBe("抽样通过");
    expect(check([few], { ...base, ...rising, direction: "increasing" }).message).toContain(
      "由成立变为不成立",
    );
  });

  test("compares how wide two rules are, at the very limit", () => {
    expect(
      check([half, few], { ...base, kind: "notWiderThan", decision: "业务量不足一半", than: "业务量少" })
        .status,
    ).toBe("抽样通过");
    const wide = check([half, few], {
      ...base,
      kind: "notWiderThan",
      decision: "业务量少",
      than: "业务量不足一半",
    });
    expect(wide.counterexample!.record.facts.get("业务量")).toEqual(number(51));
  });

  test("an open parameter may take any value", () => {
    expect(
      check([fewer, few], { ...base, kind: "notWiderThan", decision: "业务量极少", than: "业务量少" }).status,
    ).toBe("反例");
  });

  test("任一…则… is asked of those that meet the condition", () => {
    const any = { kind: "forAll", object: SHOP, decision: "业务量少", value: null, negated: false } as const;
    const below = compareTerms(volume, "<", literal(number(100)));
    expect(check([few], { ...base, ...any, condition: below, status: "成立" }).status).toBe("抽样通过");
    expect(check([few], { ...base, ...any, condition: isShop, status: "成立" }).status).toBe("反例");
  });

  test("one marked 已知不成立 passes only with a counterexample", () => {
    const known = { kind: "noConflict", decision: "管理类别", knownFailure: "原文两项重叠" } as const;
    expect(check([classes(holds(shop, "单体"))], { ...base, ...known })).toMatchObject({
      status: "反例",
      passed: true,
    });
    expect(check([classes(every(holds(shop, "单体"), negated(isShop)))], { ...base, ...known }).passed).toBe(
      false,
    );
  });

  test("the same seed finds the same, also with several records and regions", () => {
    const crowded = measure("县区内已有", SHOP, {
      kind: "exists",
      quantifier: "atLeast",
      count: literal(number(2)),
      origin: origin("所在县区内至少有2家"),
      candidates: {
        object: SHOP,
        variable: 1,
        scope: { kind: "region", region: follow(shop, "所在县区", "县区"), field: "所在县区" },
        where: holds(variable(SHOP, 1), "单体"),
        except: shop,
        origin: origin("单体"),
      },
    });
    const never = {
      ...base,
      kind: "forAll",
      object: SHOP,
      decision: "县区内已有",
      condition: always,
      status: "成立",
      value: null,
      negated: true,
    } as const;
    const [one, other] = [check([crowded], never), check([crowded], never)];
    expect(one.status).toBe("反例");
    expect(one.message).toBe(other.message);
  });
});
