import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { compare, compile, type ComparedInput } from "../../../compiler/index.ts";
import { ABSENT, corpusTexts, hasCorpus } from "../../corpus/corpus-folder.ts";
import { projectFolder } from "../../support/tiaowen.ts";

const read = (path: string): { name: string; text: string } => ({
  name: path,
  text: readFileSync(join(projectFolder, path), "utf8"),
});

const VOCABULARIES = readdirSync(join(projectFolder, "policies/vocabulary")).map((name) =>
  read(`policies/vocabulary/${name}`),
);

const titleOf = (text: string): string => /^【词汇】(.*)$/mu.exec(text)?.[1] ?? "";

const policy = (path: string): ComparedInput => {
  const file = read(path);
  const vocabularies = VOCABULARIES.filter(({ text }) => file.text.includes(`引用：${titleOf(text)}`));
  return { file, compiled: compile({ policy: file, vocabularies }) };
};

/** Everything that a document compared with itself must not have. */
const differencesOf = async (input: ComparedInput): Promise<unknown> => {
  const found = await compare(input, input, { at: null });
  return {
    provisions: found.provisions.filter(
      ({ kind, edits, similarity, renumbered }) =>
        kind !== "unchanged" || edits.length > 0 || similarity !== 1 || renumbered,
    ),
    headings: found.headings.filter(({ kind, edits }) => kind !== "unchanged" || edits.length > 0),
    furniture: found.furniture,
    patch: found.patch.pieces.length > 1 || found.patch.pieces.some(({ kind }) => kind === "new"),
    relation: found.relation,
    rules: found.rules,
    behaviour: found.behaviour.filter(({ verdict, witness }) => verdict !== "equivalent" || witness !== null),
    impact: found.impact?.changes ?? [],
  };
};

const NONE = {
  provisions: [],
  headings: [],
  furniture: [],
  patch: false,
  relation: "versions",
  rules: [],
  behaviour: [],
  impact: [],
};

const POLICIES = [
  "policies/mudanjiang/2025-draft.tiaowen",
  "policies/yangjiang/2025.tiaowen",
  ...readdirSync(join(projectFolder, "examples"), { encoding: "utf8", recursive: true })
    .filter((path) => path.endsWith(".tiaowen"))
    .map((path) => `examples/${path}`),
];

describe("a document compared with itself has no differences", () => {
  test.each(POLICIES)("%s", async (path) => {
    const input = policy(path);
    expect(input.compiled?.program).not.toBeNull();
    expect(await differencesOf(input)).toEqual(NONE);
  });

  test("also where it is nothing but a line, or has no structure at all", async () => {
    for (const text of ["一句话。", "第一条 空。", "甲\n\n乙\n", "第一条 甲。\n第一条 甲。\n第一条 甲。\n"]) {
      expect(await differencesOf({ file: { name: "p.txt", text }, compiled: null })).toEqual(NONE);
    }
  });
});

describe.skipIf(!hasCorpus)("nor has any document of the corpus", () => {
  test("with its chapters, articles and annexes", { timeout: 60_000 }, async () => {
    for (const file of corpusTexts()) {
      expect(await differencesOf({ file, compiled: null }), file.name).toEqual(NONE);
    }
  });
});

describe.skipIf(hasCorpus)("without the corpus", () => {
  test("is said", () => {
    process.stdout.write(`${ABSENT}\n`);
    expect(hasCorpus).toBe(false);
  });
});
