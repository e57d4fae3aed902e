import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import mammoth from "mammoth";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { run } from "../compiler/cli/main.ts";
import {
  commandsOf,
  exampleNames,
  exampleText,
  examplesFolder,
  wordsOf,
} from "./support/example-commands.ts";
import { projectFolder, tiaowenJson } from "./support/tiaowen.ts";

/**
 * Examples that compare two documents, or hold one against another: every command of a README is run, the lines that the README shows and what
 * expected.json says by hand are found in what it writes.
 */
const comparisons = exampleNames.filter((name) =>
  commandsOf(exampleText(name, "README.md")).every((command) => /^tiaowen (?:diff|analyse) /.test(command)),
);

interface Expected {
  readonly code: number;
  /** The file that is written; without it the answer is on the screen. */
  readonly writes?: string;
  /** Where one of these stands does not matter, nor how lines are broken. */
  readonly shows?: readonly string[];
  /** Fields that it names are equal; of a list, each that it names is there. */
  readonly json?: object;
}

describe.each(comparisons)("%s", (name) => {
  const readme = exampleText(name, "README.md");
  const expected: Readonly<Record<string, Expected>> = JSON.parse(exampleText(name, "expected.json"));
  let root: string;

  beforeAll(() => {
    root = mkdtempSync(join(tmpdir(), "tiaowen-comparison-"));
    for (const folder of ["examples", "policies"])
      symlinkSync(join(projectFolder, folder), join(root, folder), "junction");
    mkdirSync(join(root, "out"));
  });

  afterAll(() => rmSync(root, { recursive: true, force: true }));

  it("shows in its README the commands that are expected", () => {
    expect(commandsOf(readme)).toEqual(Object.keys(expected));
  });

  it.each(Object.keys(expected))(
    "%s",
    async (command) => {
      const { code, writes, shows = [], json } = expected[command]!;
      const answer = await answerOf(root, command);
      expect({ code: answer.code, errors: answer.errors }).toEqual({ code, errors: expect.any(String) });
      const text = writes === undefined ? answer.output : await textOf(join(root, writes));
      expect(shows.filter((part) => !spaced(text).includes(spaced(part)))).toEqual([]);
      expect(shownAfter(readme, command).filter((block) => !text.includes(block))).toEqual([]);
      expect(json === undefined ? [] : missing(json, JSON.parse(text))).toEqual([]);
    },
    LONG,
  );

  it.each(readdirSync(join(examplesFolder, name)).filter((file) => file.endsWith(".tiaowen")))(
    "%s has nothing to mend",
    async (file) => {
      const found = await tiaowenJson<readonly { readonly code: string }[]>(
        "lint",
        `examples/${name}/${file}`,
      );
      expect(found.map(({ code }) => code)).toEqual(REMARKS[`${name}/${file}`] ?? []);
    },
  );
});

/** What an example shows on purpose: 原则上应当 in the draft is what its comparison is about. */
const REMARKS: Readonly<Record<string, readonly string[]>> = {
  "19-compare-versions/2025-draft.tiaowen": ["duty-in-principle"],
};

/** Two cities are judged in some seconds; a busy machine takes longer. */
const LONG = 120_000;

const answerOf = async (
  root: string,
  command: string,
): Promise<{ readonly code: number; readonly output: string; readonly errors: string }> => {
  let output = "";
  let errors = "";
  const code = await run(wordsOf(command).slice(1), {
    workingDirectory: root,
    write: (text) => void (output += text),
    writeError: (text) => void (errors += text),
    columns: undefined,
    showsProgress: false,
    paint: (_tone, text) => text,
  });
  return { code, output, errors };
};

const textOf = async (path: string): Promise<string> =>
  path.endsWith(".docx")
    ? (await mammoth.extractRawText({ buffer: readFileSync(path) })).value
    : readFileSync(path, "utf8");

const spaced = (text: string): string => text.replace(/\s+/gu, " ");

/** What the README shows of a command's answer, until the next command. */
const shownAfter = (readme: string, command: string): readonly string[] => {
  const after = readme.slice(readme.indexOf(`npx ${command}\n`)).split("\n```sh\n")[0]!;
  return [...after.matchAll(/^```text\n([^]*?)\n```$/gm)].map(([, block]) => block!);
};

/** Paths of what was expected and is not there; of a list, every entry must be like one that was found. */
const missing = (expected: unknown, found: unknown, path = ""): readonly string[] => {
  if (Array.isArray(expected)) {
    const entries: readonly unknown[] = Array.isArray(found) ? found : [];
    return expected.flatMap((each: unknown, index) =>
      entries.some((entry) => missing(each, entry).length === 0) ? [] : [`${path}[${index}]`],
    );
  }
  if (typeof expected !== "object" || expected === null) return expected === found ? [] : [path];
  const fields = new Map(Object.entries(typeof found === "object" && found !== null ? found : {}));
  return Object.entries(expected).flatMap(([key, each]) => missing(each, fields.get(key), `${path}.${key}`));
};
