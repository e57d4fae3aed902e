import { expect, test } from "vitest";
import {
  certaintyOf,
  fieldChoices,
  holdsField,
  holdsObject,
} from "../../../editor/components/run/mapping-model.ts";
import { inGroups, inMetres } from "../../../editor/components/run/figures.ts";
import { dataFolder } from "../../../editor/state/run/bundled-data.ts";
import type { FieldCard } from "../../../editor/worker/worker-api.ts";

const field = (name: string): FieldCard => ({ name, type: "文字", kind: "text", values: [], unit: null });
const objects = [
  { name: "机构", fields: [field("名称"), field("等级")] },
  { name: "县区", fields: [field("人口")] },
];
const mapping = {
  file: "机构.csv",
  holds: "机构",
  columns: [
    { heading: "编号", field: "编号" },
    { heading: "医院等级", field: "等级" },
    { heading: "人口", field: null },
  ],
};

test("another object takes the columns that are called as its fields", () => {
  expect(holdsObject(mapping, "县区", objects).columns.map((column) => column.field)).toEqual([
    "编号",
    null,
    "人口",
  ]);
  expect(holdsObject(mapping, null, objects)).toEqual({ ...mapping, holds: null });
  expect(fieldChoices("步行距离", objects).map(({ name }) => name)).toEqual(["起", "止", "距离"]);
  expect(fieldChoices("机构", objects).map(({ name }) => name)).toEqual(["编号", "名称", "等级"]);
});

test("a field is in one column only", () => {
  expect(holdsField(mapping, 2, "等级").columns.map((column) => column.field)).toEqual([
    "编号",
    null,
    "等级",
  ]);
  expect(holdsField(mapping, 1, null).columns.map((column) => column.field)).toEqual(["编号", null, null]);
});

test("how sure a suggestion is, in steps", () => {
  expect([
    certaintyOf("名称", 1),
    certaintyOf("名称", 0.6),
    certaintyOf("名称", 0.3),
    certaintyOf(null, 1),
  ]).toEqual(["high", "middle", "low", "none"]);
});

test("figures and distances as one reads them", () => {
  expect([0, 999, 1000, 1234567].map(inGroups)).toEqual(["0", "999", "1,000", "1,234,567"]);
  expect([14.6, 999, 1500, 12_340].map(inMetres)).toEqual(["15米", "999米", "1.5公里", "12.34公里"]);
});

test("the data of a policy lie beside it", () => {
  expect(dataFolder("yangjiang/2025.tiaowen")).toBe("yangjiang/data/");
  expect(dataFolder("2025.tiaowen")).toBe("data/");
});
