import { describe, expect, test } from "vitest";
import { compile } from "../../compiler/index.ts";
import { print } from "../../language/index.ts";
import { ABSENT, corpusTexts, hasCorpus } from "./corpus-folder.ts";

describe.skipIf(!hasCorpus)("any official text is a policy without rules", () => {
  test("every document of the corpus compiles without an error and prints as it is", () => {
    for (const { name, text } of corpusTexts()) {
      const { file, program, diagnostics } = compile({ policy: { name, text }, vocabularies: [] });
      expect(file.blocks, name).toEqual([]);
      expect(program?.decisions ?? [], name).toEqual([]);
      expect(
        diagnostics.filter(({ severity }) => severity === "error"),
        name,
      ).toEqual([]);
      expect(print(file) === text, `${name} printed`).toBe(true);
    }
  });
});

describe.skipIf(hasCorpus)("without the corpus", () => {
  test("is said", () => {
    process.stdout.write(`${ABSENT}\n`);
    expect(hasCorpus).toBe(false);
  });
});
