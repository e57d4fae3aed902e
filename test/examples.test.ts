import { readdirSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, it } from "vitest";
import type { Io } from "../compiler/cli/io.ts";
import { run } from "../compiler/cli/main.ts";

/**
 * Every command in an example's README.md is run and compared with what its expected.json says by hand:
 * fields that it names must be equal, others are free. So the READMEs cannot grow old.
 */
const root = resolve(import.meta.dirname, "..");
const folder = resolve(root, "examples");
const examples = readdirSync(folder, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name)
  .sort();

describe("examples", () => {
  it("are numbered without a gap", () => {
    expect(examples.map((name) => Number(name.slice(0, 2)))).toEqual(examples.map((_, index) => index + 1));
  });
});

describe.each(examples)("%s", (name) => {
  const text = (file: string): string => readFileSync(resolve(folder, name, file), "utf8");
  const expected = JSON.parse(text("expected.json")) as Readonly<Record<string, unknown>>;
  const policy = text("policy.tiaowen");

  it("shows in its README the commands that are expected", () => {
    expect(commandsOf(text("README.md"))).toEqual(Object.keys(expected));
  });

  it.each(Object.keys(expected))("%s", async (command) => {
    const result = await tiaowen([...wordsOf(command).slice(1), "--format", "json"]);
    expect(result.errors).toBe("");
    expect(JSON.parse(result.output)).toMatchObject(expected[command] as object);
  });

  it.runIf(policy.includes("【用例】"))("passes its own cases", async () => {
    const result = await tiaowen(["test", `examples/${name}`]);
    expect(result.code, result.output + result.errors).toBe(0);
  });

  it.runIf(policy.startsWith("【政策】"))("has no errors", async () => {
    const result = await tiaowen(["lint", `examples/${name}/policy.tiaowen`, "--format", "json"]);
    const findings = JSON.parse(result.output) as readonly { readonly severity: string; readonly code: string }[];
    expect(findings.filter((finding) => finding.severity === "error")).toEqual([]);
  });
});

const commandsOf = (readme: string): string[] =>
  [...readme.matchAll(/^```sh\n([^]*?)^```$/gm)]
    .flatMap((block) => block[1]!.trim().split("\n"))
    .map((line) => line.replace(/^npx /, ""));

/** The words of a shell line with single quotes, as a shell would pass them. */
const wordsOf = (command: string): string[] =>
  [...command.matchAll(/'([^']*)'|\S+/g)].map((word) => word[1] ?? word[0]);

const tiaowen = async (
  argv: readonly string[],
): Promise<{ readonly code: number; readonly output: string; readonly errors: string }> => {
  let output = "";
  let errors = "";
  const io: Io = {
    workingDirectory: root,
    write: (text) => void (output += text),
    writeError: (text) => void (errors += text),
    columns: undefined,
    showsProgress: false,
    paint: (_tone, text) => text,
  };
  const code = await run(argv, io);
  return { code, output, errors };
};
