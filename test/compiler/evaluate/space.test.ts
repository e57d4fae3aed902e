import { describe, expect, test } from "vitest";
import { evaluate } from "../../../compiler/evaluate/evaluate.ts";
import { straightMillimetres } from "../../../compiler/evaluate/distance.ts";
import { smallWorld, type SmallWorld } from "../../../compiler/evaluate/small-world.ts";
import type { Candidates, Scope } from "../../../compiler/model/ir.ts";
import type { FactRecord } from "../../../compiler/model/facts.ts";
import type { Value } from "../../../compiler/model/value.ts";
import {
  BOOLEAN,
  COORDINATE,
  field,
  follow,
  holds,
  literal,
  measure,
  number,
  object,
  origin,
  parameter,
  place,
  program,
  reading,
  record,
  reference,
  self,
  truth,
  usedParameter,
  variable,
} from "../../support/program-builder.ts";

const APPLICATION = "定点申请";
const SHOP = "定点医药机构";
const objects = [
  object(APPLICATION, [field("位置", COORDINATE), field("所在县区", { kind: "reference", object: "县区" })]),
  object(SHOP, [
    field("位置", COORDINATE),
    field("能够满足", BOOLEAN),
    field("所在县区", { kind: "reference", object: "县区" }),
  ]),
];
const nearby = (metric: "walking" | "straight", limit = literal(number(1500))): Scope => ({
  kind: "distance",
  metric,
  limit,
  from: self(APPLICATION),
  fromField: "位置",
  toField: "位置",
});
const candidates = (scope: Scope): Candidates => ({
  object: SHOP,
  variable: 1,
  scope,
  where: holds(variable(SHOP, 1), "能够满足"),
  except: null,
  origin: origin("能够满足的定点医药机构"),
});
const rule = (scope: Scope) =>
  measure("服务圈", APPLICATION, {
    kind: "exists",
    quantifier: "atLeast",
    count: literal(number(1)),
    candidates: candidates(scope),
    origin: origin("步行1.5公里内有能够满足的定点医药机构"),
  });

const apply = (facts: Readonly<Record<string, Value>>): FactRecord => record(APPLICATION, "申请", facts);
const shop = (facts: Readonly<Record<string, Value>>): FactRecord =>
  record(SHOP, "甲", { 能够满足: truth(true), ...facts });
const judged = (scope: Scope, world: SmallWorld, adopted: number | null = null) => {
  const factor = reading("绕行", adopted, {
    options: [
      { number: 1, text: "不折算", detourFactor: null },
      { number: 2, text: "按1.3折算", detourFactor: 1.3 },
    ],
  });
  const parts = {
    objects,
    decisions: [rule(scope)],
    readings: [factor],
    parameters: [parameter("距离标准")],
  };
  return evaluate(program(parts), smallWorld(world), { at: 0 }).outcomes[0]!;
};

/** About 1112 m for one hundredth of a degree of latitude. */
const [here, near, far] = [place(112, 21), place(112, 21.01), place(112, 21.02)];

describe("distances", () => {
  test("are great circles, rounded to the millimetre", () => {
    const millimetres = straightMillimetres(
      { kind: "coordinate", longitude: 0, latitude: 0, system: null },
      { kind: "coordinate", longitude: 90, latitude: 0, system: null },
    );
    expect(millimetres).toBe(Math.round((Math.PI / 2) * 6_371_008_800));
  });

  test("a straight line decides 直线", () => {
    expect(
      judged(nearby("straight"), { records: [apply({ 位置: here }), shop({ 位置: near })] }).status,
    ).toBe("成立");
    expect(judged(nearby("straight"), { records: [apply({ 位置: here }), shop({ 位置: far })] }).status).toBe(
      "不成立",
    );
  });

  test("a straight line only bounds 步行 from below", () => {
    const within = judged(nearby("walking"), { records: [apply({ 位置: here }), shop({ 位置: near })] });
    expect(within).toMatchObject({
      status: "未知",
      reasons: [{ kind: "缺少步行距离", from: "申请", to: "甲" }],
    });
    expect(judged(nearby("walking"), { records: [apply({ 位置: here }), shop({ 位置: far })] }).status).toBe(
      "不成立",
    );
  });

  test("the table of walking distances decides, with and without coordinates", () => {
    const distances = [{ from: "申请", to: "甲", metres: 1400 }];
    expect(judged(nearby("walking"), { records: [apply({}), shop({})], distances }).status).toBe("成立");
    const longer = [{ from: "甲", to: "申请", metres: 1500.001 }];
    expect(
      judged(nearby("walking"), { records: [apply({ 位置: here }), shop({ 位置: near })], distances: longer })
        .status,
    ).toBe("不成立");
  });

  test("a declared detour factor settles it and the result rests on that reading", () => {
    const world = { records: [apply({ 位置: here }), shop({ 位置: near })] };
    const factored = judged(nearby("walking"), world, 2);
    expect(factored).toMatchObject({
      status: "成立",
      readings: [{ name: "绕行", option: 2, alternatives: [{ status: "未知" }] }],
    });
  });

  test("coordinates of different systems are never compared", () => {
    const mixed = judged(nearby("straight"), {
      records: [apply({ 位置: here }), shop({ 位置: place(112, 21, "GCJ-02") })],
    });
    expect(mixed).toMatchObject({ status: "未知", reasons: [{ kind: "坐标系不一致" }] });
  });

  test("without a place only what is missing is named, once", () => {
    const lost = judged(nearby("straight"), {
      records: [apply({}), shop({ 位置: near }), record(SHOP, "乙", { 位置: far })],
    });
    expect(lost).toMatchObject({ status: "未知", reasons: [{ kind: "缺少事实", name: "位置", id: "申请" }] });
  });

  test("an open distance is 需裁量, and nobody is nobody at any distance", () => {
    const open = nearby("straight", usedParameter("距离标准"));
    expect(judged(open, { records: [apply({ 位置: here }), shop({ 位置: near })] })).toMatchObject({
      status: "需裁量",
      reasons: [{ kind: "参数未定", name: "距离标准" }],
    });
    expect(judged(open, { records: [apply({ 位置: here })] }).status).toBe("不成立");
  });

  test("whoever does not meet the condition is nowhere, whatever is open about the place", () => {
    const failing = { 位置: near, 能够满足: truth(false) };
    const open = nearby("straight", usedParameter("距离标准"));
    expect(judged(open, { records: [apply({ 位置: here }), shop(failing)] }).status).toBe("不成立");
    expect(judged(nearby("walking"), { records: [apply({}), shop(failing)] }).status).toBe("不成立");
  });
});

describe("regions", () => {
  const inRegion: Scope = {
    kind: "region",
    region: follow(self(APPLICATION), "所在县区", "县区"),
    field: "所在县区",
  };
  const east = reference("县区", "东区");
  const district = record("县区", "东区", {});

  test("candidates are those that refer to the same region; one without a region may be there", () => {
    const world = (facts: Readonly<Record<string, Value>>) => ({
      records: [district, apply({ 所在县区: east }), shop(facts)],
    });
    expect(judged(inRegion, world({ 所在县区: east })).status).toBe("成立");
    expect(judged(inRegion, world({ 所在县区: reference("县区", "西区") })).status).toBe("不成立");
    expect(judged(inRegion, world({}))).toMatchObject({
      status: "未知",
      reasons: [{ name: "所在县区", id: "甲" }],
    });
  });

  test("an unknown region leaves only those open that meet the condition", () => {
    const world = (meets: boolean) => ({
      records: [district, apply({}), shop({ 所在县区: east, 能够满足: truth(meets) })],
    });
    expect(judged(inRegion, world(true)).status).toBe("未知");
    expect(judged(inRegion, world(false)).status).toBe("不成立");
  });

  test("a reference that leads nowhere is named", () => {
    const world = { records: [apply({ 所在县区: reference("县区", "南区") }), shop({ 所在县区: east })] };
    expect(judged(inRegion, world)).toMatchObject({
      status: "未知",
      reasons: [{ kind: "引用对象缺失", id: "南区" }],
    });
  });
});
