import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { targets } from "../../compiler/generate/index.ts";
import { TARGETS, type GenerateOptions } from "../../compiler/generate/target.ts";
import { compile } from "../../compiler/pipeline.ts";

/** What each target makes of one small policy. The endings `.txt` keep the files out of linters and formatters. */
const folder = join(import.meta.dirname, "targets");
const source = { name: "source.tiaowen", text: readFileSync(join(folder, "source.tiaowen"), "utf8") };

const DIALECTS = [{ dialect: "duckdb" }, { dialect: "postgresql" }] as const;
const outputs = TARGETS.filter((target) => targets[target] !== undefined).flatMap(
  (target): readonly GenerateOptions[] =>
    target === "sql" ? DIALECTS.map((dialect) => ({ target, ...dialect })) : [{ target }],
);

describe("what targets make of a policy", () => {
  const { program, diagnostics } = compile({ policy: source, vocabularies: [] });

  test("the policy is in order", () => {
    expect(diagnostics).toEqual([]);
  });

  test.each(outputs)("$target $dialect", async (options) => {
    const { files, refusals } = targets[options.target]!.generate(program!, options);
    expect(refusals).toEqual([]);
    expect(targets[options.target]!.generate(program!, options).files).toEqual(files);
    for (const { name, text } of files) {
      const shown = options.dialect === undefined ? name : `${options.dialect}.${name}`;
      await expect(text).toMatchFileSnapshot(join(folder, `${shown}.txt`));
    }
  });
});
