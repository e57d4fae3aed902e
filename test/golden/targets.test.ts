import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { generate } from "../../compiler/generate/index.ts";
import { TARGETS, type GenerateOptions } from "../../compiler/generate/target.ts";
import { compile } from "../../compiler/pipeline.ts";

/** What each target makes of one small policy. The endings `.txt` keep the files out of linters and formatters. */
const folder = join(import.meta.dirname, "targets");
const source = { name: "source.tiaowen", text: readFileSync(join(folder, "source.tiaowen"), "utf8") };

const DIALECTS = [{ dialect: "duckdb" }, { dialect: "postgresql" }] as const;
const outputs = TARGETS.flatMap(
  (target): readonly GenerateOptions[] =>
    target === "sql" ? DIALECTS.map((dialect) => ({ target, ...dialect })) : [{ target }],
);

/** The part of the JavaScript that is the same for each policy is read where it is written. */
const withoutRuntime = (text: string): string =>
  text.replace(/(?<=\/\/ ─+ 运行部分\n)[\s\S]*?(?=\/\/ ─+ )/, "\n// （略）\n\n");

describe("what targets make of a policy", () => {
  const { program, diagnostics } = compile({ policy: source, vocabularies: [] });

  test("the policy is in order", () => {
    expect(diagnostics.filter(({ severity }) => severity !== "info")).toEqual([]);
  });

  test.each(outputs)("$target $dialect", async (options) => {
    const { files, refusals } = generate(program!, options);
    expect(generate(program!, options)).toEqual({ files, refusals });
    // A map is for machines, and each of its numbers moves with the runtime; its own test reads it.
    for (const { name, text } of files.filter((file) => !file.name.endsWith(".map"))) {
      const shown = options.dialect === undefined ? name : `${options.dialect}.${name}`;
      await expect(withoutRuntime(text)).toMatchFileSnapshot(join(folder, `${shown}.txt`));
    }
  });

  test("what they cannot express is said", async () => {
    const said = outputs.flatMap((options) =>
      generate(program!, options).refusals.map(
        ({ decision, provision, message }) =>
          `${options.dialect ?? options.target} ${decision} ${provision ?? ""}\n    ${message}\n`,
      ),
    );
    await expect(said.join("")).toMatchFileSnapshot(join(folder, "refusals.txt"));
  });
});
