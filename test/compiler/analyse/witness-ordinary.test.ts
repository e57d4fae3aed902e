import { expect, test } from "vitest";
import { ordinaryValues } from "../../../compiler/analyse/witness/ordinary.ts";
import { rational } from "../../../language/index.ts";
import type { EnumerationType, NumberType } from "../../../compiler/model/type.ts";

const TYPES: EnumerationType = {
  kind: "enumeration",
  name: "机构.机构类型",
  values: ["综合医院", "药店", "诊所"],
  ascending: null,
};
const NO_LIMITS = { numbers: new Map(), days: new Map(), metres: [] };

const namesFor = (own: readonly (readonly [string, string])[]): readonly unknown[] =>
  ordinaryValues(TYPES, NO_LIMITS, {
    name: "机构类型",
    at: 20_454,
    ids: new Map(),
    classes: [["机构类别", "定点医院"], ...own],
    own,
  }).map((value) => (value.kind === "enumeration" ? value.value : value));

test("what a record itself is tells more of its other values than what the records around it are", () => {
  expect(namesFor([])).toEqual(["综合医院", "药店", "诊所"]);
  expect(namesFor([["申请类别", "零售药店"]])).toEqual(["药店", "综合医院", "诊所"]);
});

const MONEY: NumberType = {
  kind: "number",
  dimension: "money",
  unit: "元",
  integer: true,
  share: false,
  scale: 0,
};

const amountsFor = (limits: readonly bigint[]): readonly bigint[] =>
  ordinaryValues(
    MONEY,
    { ...NO_LIMITS, numbers: new Map([["补助标准", limits.map((each) => rational(each))]]) },
    { name: "补助标准", at: 20_454, ids: new Map() },
  ).map((value) => (value.kind === "number" ? value.value.numerator : 0n));

test("zero and what is below it stand last, unless a rule asks about zero", () => {
  expect(amountsFor([]).at(0)).toBe(1n);
  expect(amountsFor([]).at(-1)).toBe(0n);
  expect(amountsFor([1n]).slice(0, 2)).toEqual([1n, 2n]);
  expect(amountsFor([-5n]).at(-1)).toBeLessThan(0n);
  expect(amountsFor([0n]).slice(0, 3)).toEqual([0n, 1n, -1n]);
});
