import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { DEFAULT_LIMITS, mutate } from "../../compiler/mutate/index.ts";
import { scoreOf } from "../../compiler/model/mutation.ts";
import { cities, compileCity } from "../support/city.ts";
import { PATIENCE } from "../support/long-run.ts";

/** Rows of the table in which every survivor is judged. */
const judged = readFileSync(join(import.meta.dirname, "mutation-survivors.md"), "utf8")
  .split("\n")
  .filter((line) => line.startsWith("| ") && !line.startsWith("| ---") && !line.startsWith("| 政策"))
  .map((line) => line.split("|").map((cell) => cell.trim()));

test.each(cities)("changes of the rules of $folder are noticed; the others are judged one by one", { timeout: PATIENCE }, async (city) => {
  const compiled = compileCity(city);
  const report = await mutate({ ...compiled, program: compiled.program! }, { limits: DEFAULT_LIMITS, second: null });
  expect(report.failing).toEqual([]);
  expect(report.undecided).toBe(0);
  expect(scoreOf(report)).toBeGreaterThanOrEqual(95);
  expect(
    report.survivors.map(({ provision, rule, before, after }) => [provision, rule, before, after]),
  ).toEqual(judged.filter(([, folder]) => folder === city.folder).map((row) => row.slice(2, 6)));
  // Every row says why.
  expect(judged.every((row) => (row[6] ?? "").length > 10)).toBe(true);
});
