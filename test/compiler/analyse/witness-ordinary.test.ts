import { expect, test } from "vitest";
import { ordinaryValues } from "../../../compiler/analyse/witness/ordinary.ts";
import type { EnumerationType } from "../../../compiler/model/type.ts";

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
