import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { compile, runCases, sampleProperties } from "../../compiler/index.ts";
import { projectFolder } from "../support/tiaowen.ts";

/** The samples of the page, one after the other, are one policy: what readers copy must work. */
const samples = (page: string): string => {
  const text = readFileSync(join(projectFolder, "language/reference", page), "utf8");
  return [...text.matchAll(/^```tiaowen\n([\s\S]*?)^```$/gm)].map((match) => match[1]).join("");
};

test("the samples of the page on blocks compile, and their cases and properties hold", () => {
  const { program, diagnostics } = compile({
    policy: { name: "blocks.tiaowen", text: samples("blocks.md") },
    vocabularies: [],
  });
  expect(diagnostics.filter(({ severity }) => severity === "error").map(({ message }) => message)).toEqual(
    [],
  );
  const { cases: results } = runCases(program!);
  expect(results.length).toBeGreaterThanOrEqual(3);
  expect(results.filter(({ passed }) => !passed)).toEqual([]);
  const properties = sampleProperties(program!, { seed: 1, runs: 200 });
  expect(properties.length).toBeGreaterThanOrEqual(2);
  expect(properties.filter(({ passed }) => !passed)).toEqual([]);
});
