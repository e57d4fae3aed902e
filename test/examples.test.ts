import { existsSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import {
  answersJson,
  commandsOf,
  exampleNames,
  exampleText,
  examplesFolder,
  wordsOf,
} from "./support/example-commands.ts";
import { tiaowen, tiaowenJson } from "./support/tiaowen.ts";

/**
 * Every command in an example's README.md is run and compared with what its expected.json says by hand:
 * fields that it names must be equal, others are free. So the READMEs cannot grow old.
 * What they show of other programs is run by examples-targets.test.ts.
 */

describe("examples", () => {
  it("are laid out as the formatter would", async () => {
    const { code, output, errors } = await tiaowen("fmt", "--check", "examples");
    expect({ code, output: code === 0 ? "" : output + errors }).toEqual({ code: 0, output: "" });
  });

  it("are numbered without a gap", () => {
    expect(exampleNames.map((name) => Number(name.slice(0, 2)))).toEqual(
      exampleNames.map((_, index) => index + 1),
    );
  });
});

/** Examples of one policy; those that compare two documents are run by examples-comparisons.test.ts. */
const policies = exampleNames.filter((name) => existsSync(join(examplesFolder, name, "policy.tiaowen")));

describe.each(policies)("%s", (name) => {
  const text = (file: string): string => exampleText(name, file);
  const expected: Readonly<Record<string, object>> = JSON.parse(text("expected.json"));
  const policy = text("policy.tiaowen");

  it("shows in its README the commands that are expected", () => {
    expect(commandsOf(text("README.md"))).toEqual(Object.keys(expected));
  });

  it.each(Object.keys(expected).filter(answersJson))("%s", async (command) => {
    const [, ...words] = wordsOf(command);
    expect(await tiaowenJson(...words)).toMatchObject(expected[command]!);
  });

  if (policy.includes("【用例】")) {
    it("passes its own cases, with every rule, item and exception reached", async () => {
      const { code, output, errors } = await tiaowen(
        "test",
        `examples/${name}`,
        "--coverage",
        "--threshold",
        "100",
      );
      expect({ code, output: code === 0 ? "" : output + errors }).toEqual({ code: 0, output: "" });
    });
  }

  it("has no errors", async () => {
    const findings = await tiaowenJson<readonly { readonly severity: string }[]>(
      "lint",
      `examples/${name}/policy.tiaowen`,
    );
    expect(findings.filter((finding) => finding.severity === "error")).toEqual([]);
  });
});
