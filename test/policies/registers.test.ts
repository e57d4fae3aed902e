import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { readCsv } from "../../compiler/data/csv.ts";
import type { DataRow } from "../../compiler/data/model.ts";
import { makeRegisters } from "../../policies/make-registers.ts";
import { plantedCases, writePlanted, type PlantedCases } from "../../policies/registers/planted.ts";

const policies = join(import.meta.dirname, "../../policies");
const registers = makeRegisters();

const rowsOf = (path: string): readonly DataRow[] => readCsv(path, registers.get(path)!).rows;
const cell = (row: DataRow, column: string): string => row.cells.get(column)?.text ?? "";

const plantedOf = async (city: string): Promise<PlantedCases> =>
  plantedCases.parse(JSON.parse(await readFile(join(policies, city, "data/planted/planted.json"), "utf8")));

describe("the files are what the script makes", () => {
  test.each([...registers.keys()])("%s", async (path) => {
    await expect(registers.get(path)).toMatchFileSnapshot(join(policies, path));
  });
  test.each([
    ["阳江市", "yangjiang"],
    ["牡丹江市", "mudanjiang"],
  ])("%s 的 planted.md", async (name, city) => {
    const text = writePlanted(name, await plantedOf(city));
    await expect(text).toMatchFileSnapshot(join(policies, city, "data/planted/planted.md"));
  });
});

test("every record says that it is synthetic", () => {
  const unmarked = [...registers.keys()]
    .filter((path) => !/步行距离|理由|参数/.test(path))
    .flatMap((path) => rowsOf(path).filter((row) => cell(row, "备注") !== "合成数据"));
  expect(unmarked).toEqual([]);
});

describe("阳江 agrees with the published totals", () => {
  const institutions = rowsOf("yangjiang/data/定点医药机构.csv");
  const counties = rowsOf("yangjiang/data/县区.csv");
  const count = (column: string, value: string) => institutions.filter((row) => cell(row, column) === value).length;
  const total = (column: string) => counties.reduce((sum, row) => sum + Number(cell(row, column)), 0);

  test("institutions", () => {
    expect(["三级", "二级", "一级"].map((level) => count("医院等级", level))).toEqual([7, 28, 76]);
    expect(count("机构类别", "定点医疗机构")).toBe(111);
    expect(count("机构类别", "定点零售药店")).toBe(674);
  });
  test("insured and residents", () => {
    expect(total("职工医保参保人数")).toBe(360_000);
    expect(total("城乡居民医保参保人数")).toBe(2_160_000);
    expect(total("参保人数")).toBe(2_520_000);
    expect(total("常住人口")).toBe(2_624_700);
  });
  test("places", () => {
    const places = institutions.map((row) => cell(row, "位置")).filter((text) => text !== "");
    const outside = places.filter((text) => {
      const [longitude, latitude] = text.split(",").map(Number);
      return longitude! < 111.5 || longitude! > 112.3 || latitude! < 21.5 || latitude! > 22.6;
    });
    expect([places.length, outside]).toEqual([784, []]);
  });
});

test("牡丹江 has sixty institutions in ten counties", () => {
  expect(rowsOf("mudanjiang/data/定点医药机构.csv")).toHaveLength(60);
  expect(rowsOf("mudanjiang/data/县区.csv")).toHaveLength(10);
});
